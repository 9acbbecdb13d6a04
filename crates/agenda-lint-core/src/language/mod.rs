//! English, and the reader of it: what a topic's words say, by cues and light grammar.
//!
//! It knows no Markdown: it is given the words as a reader sees them. Reading goes in one direction: `token` cuts
//! words, `clause` and `grammar` find who does what and when, `cue` finds telling phrases; then one file a
//! kind of topic weighs them, and stays silent where the text leaves doubt.

mod advice;
mod ask;
mod career;
mod class;
mod clause;
mod cue;
mod english;
mod fact;
mod figure;
mod grammar;
mod hash;
mod kind;
mod lexicon;
mod likeness;
mod morphology;
mod parse;
mod pattern;
mod report;
mod signal;
mod slot;
mod spans;
mod spelt;
mod stem;
mod strategy;
#[cfg(test)]
mod strict_yaml;
mod token;
mod trend;
mod update;
mod user_cues;
mod wanted;

use std::{mem, ops::Range};

pub use likeness::Terms;
pub use pattern::Pattern;
pub use signal::{Hit, Reading, Setting, Signal, SignalSet, TopicKind};
pub use user_cues::UserCues;
pub use wanted::Wanted;

pub(crate) use hash::hash_word;

use cue::Group;
use parse::Parse;

/// One topic's words, as a reader sees them: no Markdown marks.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'a> {
    /// The words. Lines are joined by `\n`; a soft break inside a line is a `\n` too.
    pub text: &'a str,
    /// The lines, in order: each a bullet, a paragraph or a table cell.
    pub lines: &'a [Line],
    /// Bytes of `text` that no reader can look into: code, bare addresses. In order.
    pub opaque: &'a [Range<usize>],
}

/// One line of a passage.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// Its bytes in the passage's text.
    pub range: Range<usize>,
    /// How deeply it is nested; the topic's own line is 0.
    pub depth: u8,
    /// Whether it quotes somebody.
    pub quoted: bool,
}

/// What is told of a passage without reading it.
#[derive(Clone, Copy, Default, Debug)]
pub struct Look {
    /// Whether it is English, as [`read`] tells it.
    pub english: bool,
    /// Whether all that it does is to tell what happened, as "Beata passed her test" does.
    pub report: bool,
}

/// Whether a passage is English, as [`look`] tells it, and no more.
pub fn is_english(passage: &Passage<'_>) -> bool {
    english::is_english(&Parse::new(passage))
}

/// Looks at a passage. Takes time linear in the text's length, and less than reading does.
pub fn look(passage: &Passage<'_>) -> Look {
    let parse = Parse::new(passage);
    let english = english::is_english(&parse);
    Look { english, report: english && report::is_told(parse) }
}

/// Reads one topic.
///
/// Text that is not English gives an empty reading. Takes time linear in the text's length.
pub fn read(passage: &Passage<'_>, setting: Setting, cues: &UserCues) -> Reading {
    let group = match setting {
        Setting::Advice | Setting::Discussion | Setting::Other => Group::Advice,
        Setting::Updates => Group::Update,
        Setting::Career => Group::Career,
        Setting::Strategy => Group::Strategy,
        Setting::Actions => Group::Any,
    };
    let mut parse = Parse::new(passage);
    if !english::is_english(&parse) {
        return Reading::empty(false);
    }
    parse.find_cues(group);
    let mut added = Vec::new();
    cues.find(&parse, &mut added);
    let in_danger = |parse: &Parse<'_>| {
        matches!(setting, Setting::Discussion | Setting::Other) && update::names_danger(parse)
    };
    let is_beside = || !ask::may_ask(&parse) && !kind::may_only_name(&parse) && !in_danger(&parse);
    if setting == Setting::Other && added.is_empty() && is_beside() {
        return Reading::empty(true);
    }
    parse.split();
    let (mut hits, mut doubts) = (mem::take(&mut parse.hits), SignalSet::default());
    ask::find(&mut parse, &mut hits);
    // "The date is at risk" is news, under whatever heading it stands, unless it comes with a question.
    if hits.is_empty() && in_danger(&parse) {
        parse.hits = hits;
        drop(parse);
        return read(passage, Setting::Updates, cues);
    }
    match setting {
        Setting::Advice | Setting::Discussion | Setting::Other => doubts = advice::find(&parse, &mut hits),
        Setting::Updates => doubts = update::find(&parse, &mut hits),
        Setting::Career => career::find(&parse, &mut hits),
        Setting::Strategy => strategy::find(&parse, &mut hits),
        Setting::Actions => {}
    }
    hits.append(&mut added);
    hits.sort_by_key(|hit| (hit.signal, hit.range.start, hit.range.end));
    hits.dedup();
    let mut reading = Reading::new(hits.clone(), doubts);
    reading.kind = kind::of(&parse, setting, &reading);
    parse.hits = hits;
    reading
}
