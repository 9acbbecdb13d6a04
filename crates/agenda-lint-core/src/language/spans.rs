//! Places in a text, by which many others are judged, without a look at each for each.

use std::ops::Range;

use super::{Hit, Signal};

/// Places, to be asked which other places they meet.
#[derive(Default)]
pub(super) struct Spans {
    /// By start; with each, the furthest end of it and those before.
    reaches: Vec<(usize, usize)>,
}

impl Spans {
    /// The places of some signals.
    pub(super) fn of(hits: &[Hit], signals: &[Signal]) -> Self {
        let of = hits.iter().filter(|hit| signals.contains(&hit.signal));
        let mut reaches: Vec<_> = of.map(|hit| (hit.range.start, hit.range.end)).collect();
        reaches.sort_unstable();
        let mut furthest = 0;
        for (_, end) in &mut reaches {
            furthest = furthest.max(*end);
            *end = furthest;
        }
        Self { reaches }
    }

    /// The first byte of all.
    pub(super) fn start(&self) -> Option<usize> {
        self.reaches.first().map(|(start, _)| *start)
    }

    /// How far those go that begin before `limit`.
    fn reach(&self, limit: usize) -> usize {
        let before = self.reaches.partition_point(|(start, _)| *start < limit);
        before.checked_sub(1).map_or(0, |last| self.reaches[last].1)
    }

    /// Whether one shares a byte with these.
    pub(super) fn meet(&self, bytes: &Range<usize>) -> bool {
        self.reach(bytes.end) > bytes.start
    }
}
