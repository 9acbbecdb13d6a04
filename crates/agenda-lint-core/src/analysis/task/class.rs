//! What is known of a word of an action.

use std::sync::LazyLock;

use crate::{
    analysis::lexicon::{self, Lexicon},
    document::date,
};

/// What a word can be; a word may be several. The lists stand in `words.txt`, in this order, up to those
/// that are told by more than a list.
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

const HEADINGS: [&str; 29] = [
    "verb",
    "vague",
    "talk",
    "auxiliary",
    "topic",
    "role",
    "name",
    "function",
    "loose",
    "period",
    "meeting",
    "weekday",
    "moment",
    "feast",
    "edge",
    "daypart",
    "unit",
    "numbered",
    "event",
    "opener",
    "lead",
    "number",
    "wait",
    "tag",
    "key",
    "wish",
    "done",
    "announcement",
    "preposition",
];

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = lexicon::read(include_str!("words.txt"), &HEADINGS);
    let loose = lexicon.iter().filter(|(_, classes)| *classes & Class::Loose.bit() != 0);
    let verbs: Vec<&str> = loose.filter_map(|(phrase, _)| Some(phrase.split_once('-')?.0)).collect();
    for verb in verbs {
        *lexicon.entry(verb).or_insert(0) |= Class::Endless.bit();
    }
    lexicon
});

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
    if let Some(&listed) = LEXICON.get(word) {
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
    LEXICON.get(word).is_some_and(|classes| classes & class.bit() != 0)
}

/// Whether `word` is any verb in its base form.
pub(super) fn is_verb(word: &str) -> bool {
    is(word, Class::Verb) || is(word, Class::Vague) || is(word, Class::Talk)
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

/// Whether `word` is the `-ing` form of a known verb, as in `hiring`, `planning`.
pub(super) fn is_gerund(word: &str) -> bool {
    word.strip_suffix("ing").is_some_and(|stem| {
        let doubled = stem.get(..stem.len().saturating_sub(1)).unwrap_or_default();
        is_verb(stem) || is_verb(doubled) || is_verb(&format!("{stem}e"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_seen_in_every_word_that_may_begin_one() {
        for (word, listed) in LEXICON.iter() {
            let digit = word.starts_with(|first: char| first.is_ascii_digit());
            let is_time =
                digit || word.starts_with("mid-") || is_quarter(word) || date::month(word).is_some();
            assert!(!is_time || classes(word) & Class::Timely.bit() != 0, "{word} {listed}");
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
