//! The day that the words of a heading tell, and whether they tell more than that.

use crate::{
    document::date::{self, Dated, Hints},
    syntax::{BlockId, Inline, InlineKind, Prose, Tree},
    text::{SourceFile, trim},
};

/// The date in the words of a heading; long ones are none, and what is due by a day or still to be fixed has no such day.
pub(super) fn date_of(words: &str) -> Option<Dated> {
    if trim(words).len() > 300 {
        return None;
    }
    date::find(words, Hints::default()).filter(|dated| {
        let before = words[..dated.span.start].split(|c: char| !c.is_alphabetic());
        let mut before = before.filter(|word| !word.is_empty());
        let is_open = |word: &str| ["tbd", "tbc"].iter().any(|open| word.eq_ignore_ascii_case(open));
        !before.clone().any(is_open) && !before.next_back().is_some_and(is_deadline)
    })
}

/// Whether a date behind this word is the last one that will do.
fn is_deadline(word: &str) -> bool {
    ["due", "by", "until", "before", "deadline"].iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// `Date:` with nothing or a slot behind it.
pub(super) fn is_empty_date(text: &str) -> bool {
    let Some(rest) = text.get(..4).filter(|word| word.eq_ignore_ascii_case("date")).map(|_| &text[4..])
    else {
        return false;
    };
    let rest = rest.trim_start_matches([':', ' ']);
    rest.is_empty() || rest.starts_with(['[', '<', '_'])
}

/// The date in the words of a heading; one that is not struck out before one that is.
pub(super) fn unstruck(file: &SourceFile, tree: &Tree, block: BlockId, words: &str) -> Option<Dated> {
    let dated = date_of(words)?;
    let struck = |inline: &&Inline| inline.kind == InlineKind::StrikeStart;
    let Some(first) = tree.inlines(block).iter().find(struck) else { return Some(dated) };
    let prose = Prose::of(file, tree, block);
    if !first.span.contains(prose.span(dated.span.clone())) {
        return Some(dated);
    }
    let from = dated.span.end;
    let moved = date_of(&words[from..]).map(|mut moved| {
        moved.span = from + moved.span.start..from + moved.span.end;
        moved
    });
    moved.or(Some(dated))
}

/// Whether words that hold a date hold little else.
pub(in crate::document) fn is_mostly(dated: &Dated, words: &str) -> bool {
    let are_dates = |part: &str| {
        part.split(|c: char| !c.is_alphabetic()).all(|word| word.is_empty() || is_calendar_word(word))
    };
    are_dates(&words[..dated.span.start]) && are_dates(&words[dated.span.end..])
}

/// Words that stand beside a date without heading anything else.
fn is_calendar_word(word: &str) -> bool {
    const WORDS: [&str; 24] = [
        "date", "meeting", "template", "on", "the", "of", "one", "th", "st", "nd", "rd", "am", "pm", "week",
        "weekly", "w", "e", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    ];
    let lower = word.to_ascii_lowercase();
    WORDS.contains(&lower.as_str())
        || lower.ends_with("day")
        || matches!(lower.as_str(), "tues" | "thur" | "thurs" | "h" | "uhr" | "um" | "at")
        || date::weekday(&lower).is_some()
        || date::month(&lower).is_some()
}
