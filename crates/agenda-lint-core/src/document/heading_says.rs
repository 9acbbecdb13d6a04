//! What some headings say by themselves: of what time that which stands below them is, and whose words.

use super::{
    date,
    heading_name::{first_word, normalise, without_owner},
};

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
