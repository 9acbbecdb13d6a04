//! The words of an action's text with their places, and what is known of a word.

use std::{ops::Range, sync::LazyLock};

use crate::{
    analysis::lexicon::{self, Lexicon},
    document::date,
};

use super::due;

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

const HEADINGS: [&str; 27] = [
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
    const fn bit(self) -> u32 {
        1 << self as u32
    }

    /// The bits of several classes.
    const fn bits(classes: &[Self]) -> u32 {
        let (mut bits, mut at) = (0, 0);
        while at < classes.len() {
            bits |= classes[at].bit();
            at += 1;
        }
        bits
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

/// A word or a mark of the text.
#[derive(Clone, Copy, Debug)]
struct Token {
    start: usize,
    end: usize,
    /// The mark; None for a word.
    mark: Option<char>,
    /// What the word can be: a bit a class.
    classes: u32,
}

/// A text cut into words and marks.
pub(super) struct Words<'t> {
    pub(super) text: &'t str,
    /// The same text with its ASCII in lower case.
    lower: &'t str,
    tokens: &'t [Token],
    /// What is among the words: the classes of all of them.
    held: u32,
}

const MARK: u32 = Class::Mark.bit();

/// Cuts one text after the other in the same memory.
#[derive(Debug, Default)]
pub(super) struct Cutter {
    lower: String,
    tokens: Vec<Token>,
}

impl Cutter {
    /// Cuts `text`.
    pub(super) fn cut<'t>(&'t mut self, text: &'t str) -> Words<'t> {
        let Self { lower, tokens } = self;
        lower.clear();
        lower.push_str(text);
        lower.make_ascii_lowercase();
        tokens.clear();
        let lexicon = &*LEXICON;
        let bytes = text.as_bytes();
        let mut held = 0;
        let mut at = 0;
        while let Some(first) = text[at..].chars().next() {
            let start = at;
            at += first.len_utf8();
            if first.is_whitespace() {
                continue;
            }
            // `I'll` is `I` and `'ll`, so that the owner is a word of its own.
            let contracted = is_contraction(&text[start..]);
            if !first.is_alphanumeric() && !contracted {
                let announces = due::CALENDARS.contains(&first);
                let classes = if announces { MARK | Class::Announcement.bit() } else { MARK };
                tokens.push(Token { start, end: at, mark: Some(first), classes });
                held |= classes;
                continue;
            }
            let mut last = first;
            loop {
                // Most of most words are plain letters, which need no more than a look.
                while let Some(byte) = bytes.get(at).filter(|byte| byte.is_ascii_alphanumeric()) {
                    (last, at) = (char::from(*byte), at + 1);
                }
                let Some(next) = text[at..].chars().next().filter(|next| *next != ' ') else { break };
                let end = at + next.len_utf8();
                let after = text[end..].chars().next();
                if is_contraction(&text[at..])
                    || !next.is_alphanumeric() && !joins(&text[start..at], last, next, after)
                {
                    break;
                }
                (last, at) = (next, end);
            }
            let word = &lower[start..at];
            let classes = lexicon.get(word).copied().unwrap_or(0);
            let classes = if may_open_time(word, classes) { classes | Class::Timely.bit() } else { classes };
            tokens.push(Token { start, end: at, mark: None, classes });
            held |= classes;
        }
        Words { text, lower, tokens, held }
    }
}

/// Whether a time can begin with a word, in lower case, of these classes.
fn may_open_time(word: &str, classes: u32) -> bool {
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
    classes & OPENERS != 0
        || word.starts_with(|first: char| first.is_ascii_digit())
        || word.starts_with("mid-")
        || due::is_quarter(word)
        || date::month(word).is_some()
}

impl<'t> Words<'t> {
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The word at `at` in lower case; empty for a mark and past the end.
    pub(super) fn lower(&self, at: usize) -> &'t str {
        let word = self.tokens.get(at).filter(|token| token.mark.is_none());
        word.map_or("", |word| &self.lower[word.start..word.end])
    }

    /// Whether the word at `at` is listed as `class`.
    pub(super) fn has(&self, at: usize, class: Class) -> bool {
        self.has_any(at, &[class])
    }

    /// Whether the word at `at` is listed as any of `classes`.
    pub(super) fn has_any(&self, at: usize, classes: &[Class]) -> bool {
        self.tokens.get(at).is_some_and(|token| token.classes & Class::bits(classes) != 0)
    }

    /// Whether any word of the text is listed as any of `classes`: a cheap look before a search.
    pub(super) fn hold_any(&self, classes: &[Class]) -> bool {
        self.held & Class::bits(classes) != 0
    }

    /// Whether the words at `at` and behind it make a phrase listed as [`Class::Loose`].
    pub(super) fn is_loose(&self, at: usize, next: &str) -> bool {
        let verb = self.lower(at);
        self.has(at, Class::Endless)
            && (is(&format!("{verb}-*"), Class::Loose) || is(&format!("{verb}-{next}"), Class::Loose))
    }

    /// Whether the word at `at` is any verb in its base form.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        self.has_any(at, &[Class::Verb, Class::Vague, Class::Talk])
    }

    /// The word or mark at `at` as written.
    pub(super) fn written(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| &self.text[token.start..token.end])
    }

    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        let word = self.lower(at);
        !word.is_empty() && words.contains(&word)
    }

    pub(super) fn mark(&self, at: usize) -> Option<char> {
        self.tokens.get(at)?.mark
    }

    pub(super) fn is_mark(&self, at: usize, marks: &str) -> bool {
        self.mark(at).is_some_and(|mark| marks.chars().any(|known| known == mark))
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.mark.is_none())
    }

    /// Whether no space stands before the token.
    pub(super) fn is_tight(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| token.start == self.tokens[at - 1].end)
    }

    /// The bytes that the tokens of `range` cover.
    pub(super) fn span(&self, range: Range<usize>) -> Range<usize> {
        let start = self.tokens.get(range.start).map_or(self.text.len(), |token| token.start);
        let end =
            range.end.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, |last| last.end);
        start..end.max(start)
    }

    /// The first token from `from` on that is the mark that closes the bracket at `open`.
    pub(super) fn closing(&self, open: usize) -> Option<usize> {
        let close = match self.mark(open)? {
            '(' => ')',
            '[' => ']',
            '{' => '}',
            _ => return None,
        };
        (open + 1..self.len().min(open + 24)).find(|&at| self.mark(at) == Some(close))
    }
}

/// Whether a text begins with `'ll`, `'d`, `'ve`, `'m` or `'re`.
fn is_contraction(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(['\'', '’']) else { return false };
    ["ll", "d", "ve", "m", "re"]
        .iter()
        .any(|verb| rest.strip_prefix(verb).is_some_and(|after| !after.starts_with(char::is_alphanumeric)))
}

/// Whether the mark `next` goes on inside a word: `I'll`, `dev-oncall`, `3/14`, `14:00`, `v1.2`, `w/`.
fn joins(word: &str, last: char, next: char, after: Option<char>) -> bool {
    let alphanumeric = after.is_some_and(char::is_alphanumeric);
    let digits = last.is_ascii_digit() && after.is_some_and(|after| after.is_ascii_digit());
    match next {
        '\'' | '’' | '-' | '_' => alphanumeric && last.is_alphanumeric(),
        '.' => alphanumeric && last.is_alphanumeric(),
        ':' => digits,
        '/' => digits || word.eq_ignore_ascii_case("w"),
        _ => false,
    }
}
