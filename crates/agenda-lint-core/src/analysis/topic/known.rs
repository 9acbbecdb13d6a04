//! What a topic was read as, and where each part of it was recognised.

use std::cell::OnceCell;

use super::{OkrRef, Topic};
use crate::{
    language::{Reading, Signal},
    text::Span,
};

/// What a topic says, each part read when it is first asked for, and once.
#[derive(Debug, Default)]
pub(in crate::analysis) struct Known {
    pub(super) reading: OnceCell<Reading>,
    /// What is told of it without reading it: of actions, nobody asks for more.
    pub(super) english: OnceCell<bool>,
    pub(super) report: OnceCell<bool>,
    pub(super) okrs: OnceCell<Vec<OkrRef>>,
}

/// Where each part of a framing was recognised.
#[derive(Clone, Copy, Debug)]
pub struct Signals<'a> {
    pub(super) topic: Topic<'a>,
    pub(super) reading: &'a Reading,
}

impl Signals<'_> {
    /// Where this signal was recognised, in source order; empty where it was not.
    pub fn all(self, signal: Signal) -> impl Iterator<Item = Span> {
        self.reading.of(signal).map(move |range| self.topic.words().span(range.clone()))
    }

    /// Where it was recognised first.
    pub fn first(self, signal: Signal) -> Option<Span> {
        self.all(signal).next()
    }

    /// Whether it was recognised.
    pub fn has(self, signal: Signal) -> bool {
        self.reading.has(signal)
    }
}
