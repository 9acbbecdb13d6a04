//! What a topic was read as, and where each part of it was recognised.

use std::sync::OnceLock;

use super::{OkrRef, Topic};
use crate::{
    language::{Hit, Reading, Signal},
    text::Span,
};

/// What a topic says, each part read when it is first asked for, and once.
#[derive(Debug, Default)]
pub(in crate::analysis) struct Known {
    pub(super) heard: OnceLock<Heard>,
    /// Whether it is English, where that was asked before all else.
    pub(super) english: OnceLock<bool>,
    pub(super) okrs: OnceLock<Vec<OkrRef>>,
}

/// What a topic was read as.
#[derive(Debug)]
pub(super) struct Heard {
    pub(super) reading: Reading,
    /// The signals in it, a bit each: most are asked for where they are not.
    pub(super) signals: u32,
}

/// The bit of a signal in a set of signals.
pub(super) fn bit(signal: Signal) -> u32 {
    1 << signal as u32
}

/// Where each part of a framing was recognised.
#[derive(Clone, Copy, Debug)]
pub struct Signals<'a> {
    pub(super) topic: Topic<'a>,
    pub(super) heard: &'a Heard,
}

impl Signals<'_> {
    /// Where this signal was recognised, in source order; empty where it was not.
    pub fn all(self, signal: Signal) -> impl Iterator<Item = Span> {
        let hits: &[Hit] = if self.has(signal) { &self.heard.reading.hits } else { &[] };
        let hits = hits.iter().filter(move |hit| hit.signal == signal);
        hits.map(move |hit| self.topic.words().span(hit.range.clone()))
    }

    /// Where it was recognised first.
    pub fn first(self, signal: Signal) -> Option<Span> {
        self.all(signal).next()
    }

    /// Whether it was recognised.
    pub fn has(self, signal: Signal) -> bool {
        self.heard.signals & bit(signal) != 0
    }
}
