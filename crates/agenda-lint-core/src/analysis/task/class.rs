//! What is known of a word of an action.

#![expect(clippy::unreadable_literal, reason = "the table holds hashes")]

use crate::{analysis::lexicon, document::date};

/// What a word can be; a word may be several. The lists stand in `words.txt`, under the names of the classes, but
/// for those that are told by more than a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// An action with an end that one can see.
    Verb,
    /// An action without such an end.
    Vague,
    /// A verb of talking.
    Talk,
    /// A word before the verb that says nothing of the action.
    Auxiliary,
    /// A noun that labels a subject.
    Topic,
    /// Somebody without a name.
    Role,
    /// A given name that needs to be known as one.
    Name,
    /// A word of grammar.
    Function,
    /// A verb and what makes it endless: `figure-out`; `look-*` before anything.
    Loose,
    /// A stretch of the calendar, named after `next`, `this` or `end of`.
    Period,
    /// A meeting that comes again.
    Meeting,
    /// A day of the week.
    Weekday,
    /// A time by itself.
    Moment,
    /// A feast or a break of the year.
    Feast,
    /// A part of a stretch of the calendar.
    Edge,
    /// A part of a day, after the day.
    DayPart,
    /// What a number of time is counted in.
    Unit,
    /// What is numbered through a year.
    Numbered,
    /// Something that happens once and ends a wait.
    Event,
    /// A word that a longer time may begin with.
    Opener,
    /// What stands before a time.
    Lead,
    /// A number that gives an action an end.
    Number,
    /// A word that ends a wait, whatever follows it.
    Wait,
    /// What a list of actions marks them with.
    Tag,
    /// What a key that tells the owner begins with.
    Key,
    /// A wish that somebody else do it.
    Wish,
    /// That it is done.
    Done,
    /// What tells when something is due.
    Announcement,
    /// A word after which a time is not when something is due, or that no time describes.
    Preposition,
    /// The verb of a phrase listed as [`Class::Loose`].
    Endless,
    /// What a time may begin with.
    Timely,
    /// A mark, and no word.
    Mark,
}

include!(concat!(env!("OUT_DIR"), "/task_words.rs"));

impl Class {
    /// Its bit in a set of classes.
    pub(super) const fn bit(self) -> u32 {
        1 << self as u32
    }

    /// The set of several classes.
    pub(super) const fn bits(classes: &[Self]) -> u32 {
        let (mut bits, mut at) = (0, 0);
        while at < classes.len() {
            bits |= classes[at].bit();
            at += 1;
        }
        bits
    }
}

/// The classes of `word`, which is in lower case.
pub(super) fn classes(word: &str) -> u32 {
    const OPENERS: u32 = Class::bits(&[
        Class::Weekday,
        Class::Moment,
        Class::Feast,
        Class::Edge,
        Class::Numbered,
        Class::Period,
        Class::Meeting,
        Class::Opener,
    ]);
    let listed = lexicon::classes(&WORDS, word);
    if listed != 0 {
        return if listed & OPENERS != 0 { listed | Class::Timely.bit() } else { listed };
    }
    let is_timely = word.starts_with(|first: char| first.is_ascii_digit())
        || word.starts_with("mid-")
        || is_quarter(word)
        || date::month(word).is_some();
    if is_timely { Class::Timely.bit() } else { 0 }
}

/// `q3`, `h1`, `fy27`.
pub(super) fn is_quarter(word: &str) -> bool {
    match word.as_bytes() {
        [b'q', digit] => matches!(digit, b'1'..=b'4'),
        [b'h', digit] => matches!(digit, b'1'..=b'2'),
        [b'f', b'y', year @ ..] => matches!(year.len(), 2 | 4) && year.iter().all(u8::is_ascii_digit),
        _ => false,
    }
}

/// Whether `word`, in lower case, is listed as `class`.
pub(super) fn is(word: &str, class: Class) -> bool {
    lexicon::classes(&WORDS, word) & class.bit() != 0
}

/// The classes of verbs.
pub(super) const VERBS: u32 = Class::bits(&[Class::Verb, Class::Vague, Class::Talk, Class::Endless]);

/// Whether `word` is any verb in its base form.
pub(super) fn is_verb(word: &str) -> bool {
    lexicon::classes(&WORDS, word) & VERBS != 0
}

/// The base form of a verb that ends as in `posts`, `tries`, `finishes`.
pub(super) fn third_person(word: &str) -> Option<String> {
    let stem = word.strip_suffix('s')?;
    let bases = [
        Some(stem.to_owned()),
        stem.strip_suffix('e').map(str::to_owned),
        stem.strip_suffix("ie").map(|stem| format!("{stem}y")),
    ];
    bases.into_iter().flatten().find(|base| is_verb(base))
}

/// Whether `word` is a verb in the past, as in `emailed`, `sent`.
pub(super) fn is_past(word: &str) -> bool {
    const IRREGULAR: [&str; 22] = [
        "sent", "wrote", "made", "took", "gave", "got", "told", "bought", "brought", "built", "found",
        "held", "met", "paid", "read", "ran", "set", "shut", "sold", "spoke", "taught", "rang",
    ];
    let regular = word.strip_suffix("ed").is_some_and(|stem| {
        let doubled = stem.get(..stem.len().saturating_sub(1)).unwrap_or_default();
        is_verb(stem)
            || is_verb(doubled)
            || is_verb(&word[..word.len() - 1])
            || stem.strip_suffix('i').is_some_and(|stem| is_verb(&format!("{stem}y")))
    });
    regular || IRREGULAR.contains(&word)
}

/// Whether `word` tells, of what is done, what was done: also verbs that no list knows.
pub(super) fn is_deed(word: &str) -> bool {
    is_past(word) || word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed") && !is_verb(word)
}

/// The classes of the verb that `word` is the `-ing` form of, as in `hiring`, `planning`; none if it is none.
pub(super) fn gerund(word: &str) -> u32 {
    let Some(stem) = word.strip_suffix("ing") else { return 0 };
    let doubled = stem.get(..stem.len().saturating_sub(1)).unwrap_or_default();
    [stem, doubled, &format!("{stem}e")].iter().fold(0, |all, base| all | lexicon::classes(&WORDS, base))
}

/// Whether `word` is the `-ing` form of a known verb.
pub(super) fn is_gerund(word: &str) -> bool {
    gerund(word) & VERBS != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of `words.txt` with the names of their lists.
    fn listed() -> impl Iterator<Item = (&'static str, &'static str)> {
        let mut class = "";
        include_str!("words.txt").lines().filter(|line| !line.starts_with('#')).flat_map(move |line| {
            class = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')).unwrap_or(class);
            let words = line.split_ascii_whitespace().filter(|word| !word.starts_with('['));
            words.map(move |word| (class, word))
        })
    }

    #[test]
    fn every_word_is_known_by_its_lists_and_no_other_word_is() {
        for (class, word) in listed() {
            assert!(lexicon::classes(&WORDS, word) != 0, "{class}: {word}");
            assert_eq!(lexicon::classes(&WORDS, &format!("{word}~")), 0, "{word}");
        }
        for (class, bit) in
            [("verb", Class::Verb), ("day_part", Class::DayPart), ("preposition", Class::Preposition)]
        {
            let here: Vec<&str> = listed().filter(|(of, _)| *of == class).map(|(_, word)| word).collect();
            assert!(!here.is_empty());
            assert!(listed().all(|(_, word)| is(word, bit) == here.contains(&word)), "{class}");
        }
    }

    #[test]
    fn the_verb_of_every_endless_phrase_is_listed() {
        let phrases = listed().filter(|(class, phrase)| *class == "loose" && !phrase.starts_with('~'));
        for (_, phrase) in phrases {
            let verb = phrase.split('-').next().unwrap_or_default();
            assert!(is(verb, Class::Endless), "{phrase}");
        }
    }

    #[test]
    fn a_time_is_seen_in_every_word_that_may_begin_one() {
        for (class, word) in listed() {
            let digit = word.starts_with(|first: char| first.is_ascii_digit());
            let is_time =
                digit || word.starts_with("mid-") || is_quarter(word) || date::month(word).is_some();
            assert!(!is_time || classes(word) & Class::Timely.bit() != 0, "{class}: {word}");
        }
        for word in ["august", "märz", "mÄrz", "14", "3/14", "q3", "h1", "fy27", "mid-june", "fri", "next"]
        {
            assert!(classes(word) & Class::Timely.bit() != 0, "{word}");
        }
        for word in ["mid", "q5", "h3", "fy7", "hire", "set", "out"] {
            assert_eq!(classes(word) & Class::Timely.bit() != 0, word == "mid", "{word}");
        }
    }
}
