//! The name of a heading: its words without what only adorns them, and what some names tell by themselves.

use super::date;

/// A name without whose section it is, which says nothing of what it is for; none if it does not say.
pub(super) fn without_owner(name: &str) -> Option<&str> {
    let (first, rest) = name.split_once(' ')?;
    Some(rest).filter(|rest| is_owner(first) && !rest.is_empty())
}

/// Whether a word says whose or which section it is.
pub(super) fn is_owner(word: &str) -> bool {
    matches!(
        word,
        "my" | "your"
            | "our"
            | "their"
            | "his"
            | "her"
            | "the"
            | "team"
            | "weekly"
            | "key"
            | "any"
            | "other"
            | "new"
    ) || word.ends_with("'s")
        || word.ends_with("’s")
}

pub(super) fn first_word(name: &str) -> &str {
    &name[..name.bytes().position(|byte| byte == b' ').unwrap_or(name.len())]
}

/// The first word of a heading, where that is told without making a name of it: letters and digits of ASCII that nothing
/// joins to others.
pub(super) fn plain_first_word(heading: &str) -> Option<&str> {
    let bytes = heading.as_bytes();
    let end = bytes.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(bytes.len());
    let ends = matches!(bytes.get(end), None | Some(b' ' | b',' | b':' | b'.' | b'?' | b'!' | b'/'));
    (ends && bytes.first()?.is_ascii_alphabetic()).then(|| &heading[..end])
}

/// Whether a heading says that somebody said or answered what stands below it: `Kate said`, `What she said`,
/// `Answers`.
pub(super) fn tells_what_was_said(heading: &str) -> bool {
    const ANSWERS: [&str; 6] = ["answer", "answers", "reply", "replies", "response", "responses"];
    const SAID: [&str; 7] = ["said", "says", "answered", "replied", "responded", "noted", "commented"];
    let is_one =
        |word: &[u8]| ANSWERS.iter().chain(&SAID).any(|known| known.as_bytes().eq_ignore_ascii_case(word));
    // Nearly all headings end with another word; behind it may stand what is in brackets, and `:rocket:`.
    let bytes = heading.as_bytes();
    let mut words = bytes.rsplit(|byte| !byte.is_ascii_alphanumeric());
    let opens = |at: usize| at > 0 && !bytes[at - 1].is_ascii_graphic();
    let may_tell = words.find(|word| !word.is_empty()).is_some_and(is_one)
        || memchr::memchr2(b'(', b'[', bytes).is_some()
        || memchr::memchr_iter(b':', bytes).any(opens);
    if !may_tell || heading.len() > 60 || heading.contains('?') {
        return false;
    }
    let name = normalise(heading);
    let name = name.strip_prefix("what ").unwrap_or(&name);
    let bare = without_owner(name).unwrap_or(name);
    let is_said =
        name.rsplit_once(' ').is_some_and(|(who, verb)| SAID.contains(&verb) && who.split(' ').count() <= 2);
    is_said || ANSWERS.contains(&bare)
}

/// Whether a heading says that what stands below it is over: on the page of one day, `Before` and `Earlier meetings`.
pub(super) fn tells_of_the_past(heading: &str) -> bool {
    const PAST: [&str; 12] = [
        "before",
        "earlier",
        "earlier meetings",
        "previous",
        "previous meetings",
        "past",
        "past meetings",
        "older",
        "archive",
        "history",
        "log",
        "old notes",
    ];
    heading.len() <= 30 && PAST.contains(&normalise(heading).as_str())
}

/// Whether a heading announces the next meeting without its date, and says nothing more than when and with whom: `Next 1:1
/// with Kate`, `Next Thursday 11h`, `Jeudi prochain`.
pub(super) fn announces_meeting(heading: &str) -> bool {
    const ALONE: [&str; 3] = ["next", "next time", "next one"];
    const LONGEST: usize = 60;
    if heading.len() > LONGEST {
        return false;
    }
    let name = normalise(past_for(heading));
    // "next Thursday", "jeudi prochain"
    let rest = past_next(&name).and_then(past_meeting).or_else(|| past_meeting(&name).and_then(past_next));
    ALONE.contains(&name.as_str()) || rest.is_some_and(tells_when_or_with_whom)
}

/// Whether a heading says of what stands below it that it is still to be raised: `To raise`, `Things to ask`.
pub(super) fn is_to_be_raised(heading: &str) -> bool {
    const NAMES: [&str; 10] = [
        "to raise",
        "want to raise",
        "to bring up",
        "to discuss",
        "to talk about",
        "to ask",
        "topics to raise",
        "topics to discuss",
        "topics to bring up",
        "for next time",
    ];
    let name = if heading.len() <= 30 { normalise(heading) } else { return false };
    NAMES.contains(&name.strip_prefix("things ").unwrap_or(&name))
}

/// What stands behind whom a line is for: `for Kate next time`.
fn past_for(line: &str) -> &str {
    let is_for = line.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("for "));
    let behind = if is_for { line[4..].split_once(' ') } else { None };
    behind.map_or(line, |(_, rest)| rest.trim_start())
}

fn past_next(name: &str) -> Option<&str> {
    const NEXT: [&str; 9] = [
        "next",
        "upcoming",
        "prochain",
        "prochaine",
        "nächste",
        "nächster",
        "nächstes",
        "próxima",
        "próximo",
    ];
    NEXT.iter().find_map(|next| past(name, next))
}

/// What stands behind a word or words that a name begins with.
fn past<'n>(name: &'n str, words: &str) -> Option<&'n str> {
    let rest = name.strip_prefix(words)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix(' ') }
}

/// What stands behind the word for a meeting, or the weekday, that a name begins with; `1:1` is two words here.
fn past_meeting(name: &str) -> Option<&str> {
    const MEETINGS: [&str; 12] = [
        "1 1",
        "1on1",
        "1to1",
        "meeting",
        "one-on-one",
        "session",
        "call",
        "catch-up",
        "sync",
        "check-in",
        "supervision",
        "treffen",
    ];
    let weekday = || date::weekday(first_word(name)).and_then(|_| past(name, first_word(name)));
    MEETINGS.iter().find_map(|meeting| past(name, meeting)).or_else(weekday)
}

fn tells_when_or_with_whom(words: &str) -> bool {
    let is_time = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_digit()) || ["at", "um", "à", "h", "uhr"].contains(&word)
    };
    match past(words, "with") {
        Some(name) => name.split(' ').count() <= 2,
        None => words.split(' ').all(|word| word.is_empty() || is_time(word)),
    }
}

/// Whether a name is that of a list of meetings, as `Agenda` and `Notes` are in outliners.
pub(super) fn holds_meetings(name: &str) -> bool {
    const LISTS: [&str; 12] = [
        "agenda",
        "agendas",
        "notes",
        "meeting notes",
        "meetings",
        "our meetings",
        "1 1s",
        "1 1",
        "one-on-ones",
        "log",
        "past meetings",
        "upcoming meetings",
    ];
    name.len() <= 30 && LISTS.contains(&normalise(name).as_str())
}

/// A heading's words without emoji, numbering, brackets and punctuation, in lower case.
pub(super) fn normalise(heading: &str) -> String {
    let mut name = String::with_capacity(heading.len());
    normalise_into(heading, &mut name, |_| true);
    name
}

/// As [`normalise`], into `name`: all of it, and true, if `goes_on` says so of what its first words give;
/// less, and false, if not.
pub(super) fn normalise_into(heading: &str, name: &mut String, goes_on: impl Fn(&str) -> bool) -> bool {
    name.clear();
    if let Some(plain) = plain(heading) {
        name.push_str(plain);
        name.make_ascii_lowercase();
        return goes_on(name);
    }
    let mut depth = 0_usize;
    for word in heading.split_whitespace() {
        if is_number(word) && name.is_empty() || is_shortcode(word) {
            continue;
        }
        let start = name.len();
        push_word(word, name, &mut depth);
        name[start..].make_ascii_lowercase();
        if start == 0 && !name.is_empty() && !goes_on(without_dashes(name)) {
            return false;
        }
    }
    name.truncate(without_dashes(name).len());
    !name.is_empty() || goes_on(name)
}

/// A heading without the mark at its end, if nothing else adorns it: words with a blank, an apostrophe or a hyphen between
/// each two, as most are.
fn plain(heading: &str) -> Option<&str> {
    let plain = heading.trim_end_matches(['?', ':', '!', '.']);
    let bytes = plain.as_bytes();
    let is_one = |byte: u8| byte.is_ascii_alphanumeric();
    let goes_on = |pair: &[u8]| is_one(pair[0]) || b" '-".contains(&pair[0]) && is_one(pair[1]);
    let is_framed = bytes.first()?.is_ascii_alphabetic() && is_one(*bytes.last()?);
    (is_framed && bytes.windows(2).all(goes_on)).then_some(plain)
}

fn without_dashes(name: &str) -> &str {
    name.trim_end_matches('-').trim_end()
}

/// Adds what of one of a heading's words stands outside of brackets, of which `depth` are open.
fn push_word(word: &str, name: &mut String, depth: &mut usize) {
    // What a word begins with is taken at once, up to the first mark or foreign letter.
    let is_plain = |byte: u8| *depth == 0 && byte.is_ascii_alphanumeric();
    let plain = word.bytes().position(|byte| !is_plain(byte)).unwrap_or(word.len());
    if plain > 0 && !name.is_empty() {
        name.push(' ');
    }
    name.push_str(&word[..plain]);
    let mut started = plain > 0 || name.is_empty();
    for c in word[plain..].chars() {
        match c {
            '(' | '[' => *depth += 1,
            ')' | ']' => *depth = depth.saturating_sub(1),
            _ if *depth > 0 => {}
            _ if c.is_ascii_alphanumeric() && started => name.push(c),
            _ if c.is_alphanumeric() || matches!(c, '\'' | '’' | '-') => {
                if !started {
                    name.push(' ');
                    started = true;
                }
                name.extend(c.to_lowercase().map(|c| if c == '’' { '\'' } else { c }));
            }
            _ => started = name.is_empty(),
        }
    }
}

/// `1.`, `2)`, `3/` and `1.2` number a heading.
fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ')' | '/' | ':' | '-'))
}

/// `:rocket:` is an emoji.
fn is_shortcode(word: &str) -> bool {
    word.len() > 2 && word.starts_with(':') && word.ends_with(':') && !word.contains(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_may_announce_the_next_meeting() {
        for heading in ["Next", "Next 1:1", "➡ Next meeting (room 4)", "Next Thursday", "Jeudi prochain, 11h"]
        {
            assert!(announces_meeting(heading), "{heading}");
        }
        for heading in [
            "Next steps",
            "Next week",
            "Topics for next time",
            "Thursday",
            "Up next",
            "Meeting",
            "Upcoming time off",
            "Next 1 year",
            "Next Friday: launch",
            "Topics next meeting",
            "To do by next meeting",
            "Next chat bot release",
            "Next meeting room",
        ] {
            assert!(!announces_meeting(heading), "{heading}");
        }
    }

    #[test]
    fn a_heading_may_say_who_said_what_follows() {
        for heading in [
            "Bridget said (typed up after)",
            "What Kate said",
            "She replied:",
            "She re(x)plied",
            "Answers",
            "💬 Kate’s answers",
        ] {
            assert!(tells_what_was_said(heading), "{heading}");
        }
        for heading in [
            "Things Jo said she would do",
            "What the three customers said",
            "Kate",
            "Who answered?",
            "Answers to the auditors",
        ] {
            assert!(!tells_what_was_said(heading), "{heading}");
        }
    }
}
