//! Goals named in words: `the Retention OKR`, `one of my KRs`.

use std::ops::Range;

use super::{
    Naming, Reference,
    scan::{Kind, Scan},
    words::{Class, is},
};

impl Scan<'_> {
    /// `the Retention OKR`, `Activation goal:`, `our "customer delight" goal`, `School goal (literacy)`.
    pub(super) fn by_name(&self, at: usize, found: &mut Vec<Reference>) -> Option<usize> {
        let word = self.lower(at);
        let singular = matches!(word, "okr" | "kr" | "goal" | "objective" | "target");
        if !singular {
            return self.unnamed(at, at + 1, found);
        }
        if self.is_about_process(at) {
            return None;
        }
        let end = at + 1;
        let quoted = self.quoted_before(at).or_else(|| self.quoted_after(at));
        if let Some(name) = quoted.or_else(|| self.name_before(at).filter(|name| self.fits(name, at))) {
            let id = self.normal_name(name.clone());
            let span = self.words[name.start.min(at)].start..self.words[at.max(name.end - 1)].end;
            found.push(Reference { id: Some(id), span, naming: Naming::Name });
            return Some(end);
        }
        if let Some(inside) = self.bracketed_after(at) {
            let id = self.normal_name(inside.clone());
            let span = self.words[at].start..self.words[inside.end].end;
            found.push(Reference { id: Some(id), span, naming: Naming::Name });
            return Some(inside.end + 1);
        }
        if let Some(name) = self.topic_after(at) {
            let id = self.normal_name(name.clone());
            let span = self.words[at].start..self.words[name.end - 1].end;
            found.push(Reference { id: Some(id), span, naming: Naming::Name });
            return Some(name.end);
        }
        self.unnamed(at, end, found)
    }

    /// `one of my KRs`, `maps to our goals`: a goal is meant, but not named.
    pub(super) fn unnamed(&self, at: usize, end: usize, found: &mut Vec<Reference>) -> Option<usize> {
        if self.is_about_process(at) {
            return None;
        }
        let mut before = at;
        while before > 0
            && (is(self.lower(before - 1), Class::Owner)
                || is(self.lower(before - 1), Class::Qualifier)
                || self.is_mark(before - 1, "'’") && self.is_tight(before))
        {
            before -= 1;
        }
        let word = |back: usize| before.checked_sub(back).map_or("", |at| self.lower(at));
        let one_of = word(1) == "of"
            && matches!(word(2), "one" | "two" | "some" | "both" | "all" | "any" | "most" | "none");
        let maps = before < at
            && (matches!(word(1), "supports" | "serves" | "towards" | "toward" | "advances")
                || matches!(word(1), "to" | "with" | "into" | "under")
                    && matches!(
                        word(2),
                        "maps"
                            | "map"
                            | "mapped"
                            | "tied"
                            | "ties"
                            | "aligned"
                            | "aligns"
                            | "linked"
                            | "links"
                            | "contributes"
                            | "contributing"
                            | "counts"
                            | "up"
                            | "relates"
                            | "goes"
                            | "feeds"
                    ));
        if !one_of && !maps {
            return None;
        }
        let span = self.words.get(before)?.start..self.words.get(end - 1)?.end;
        found.push(Reference { id: None, span, naming: Naming::Unnamed });
        Some(end)
    }

    /// `our north-star`, `the north star metric`.
    pub(super) fn north_star(&self, at: usize, found: &mut Vec<Reference>) -> Option<usize> {
        let star = self.past(at + 1, "-");
        let owned = at > 0 && is(self.lower(at - 1), Class::Owner);
        owned.then(|| {
            let span = self.words[at].start..self.words[star].end;
            found.push(Reference { id: Some("north-star".to_owned()), span, naming: Naming::Name });
            star + 1
        })
    }

    /// Whether the word at `at` belongs to the making of goals: `OKR grading`, `goal setting`,
    /// `Drafted Q3 OKRs`; or to a sentence about what a goal is: `my goal is to …`.
    fn is_about_process(&self, at: usize) -> bool {
        let next = self.past(at + 1, "-");
        if is(self.lower(next), Class::Process) && !self.is_mark(next.wrapping_sub(1), ":–—") {
            return true;
        }
        let is_to = matches!(self.lower(at + 1), "is" | "was" | "here" | "to" | "of" | "for" | "would")
            && (matches!(self.lower(at + 1), "of" | "here" | "to")
                || matches!(self.lower(at + 2), "to" | "that" | "a" | "not" | "me" | "this"));
        let mut before = at;
        while before > 0
            && (is(self.lower(before - 1), Class::Owner) || is(self.lower(before - 1), Class::Qualifier))
        {
            before -= 1;
        }
        let made = before > 0 && is(self.lower(before - 1), Class::Making);
        is_to || made
    }

    fn quoted_before(&self, at: usize) -> Option<Range<usize>> {
        let close = at.checked_sub(1).filter(|&close| self.is_mark(close, "\"”*_'’`"))?;
        let open = (close.saturating_sub(6)..close).rev().find(|&open| self.is_mark(open, "\"“*_'‘`"))?;
        (open + 1 < close).then_some(open + 1..close)
    }

    fn quoted_after(&self, at: usize) -> Option<Range<usize>> {
        self.is_mark(at + 1, "\"“").then_some(())?;
        let close = (at + 2..self.words.len().min(at + 9)).find(|&close| self.is_mark(close, "\"”"))?;
        (close > at + 2).then_some(at + 2..close)
    }

    /// Whether the word at `at` is a goal's noun there: `KR` and `target` need more than a word
    /// before them, and `objective` is an adjective in `keep the feedback objective`.
    fn fits(&self, name: &Range<usize>, at: usize) -> bool {
        let before = |back: usize| name.start.checked_sub(back).map_or("", |at| self.lower(at));
        match self.lower(at) {
            "kr" => is(before(1), Class::Owner),
            "target" => {
                is(before(1), Class::Owner)
                    && matches!(before(2), "against" | "towards" | "toward" | "supports" | "for" | "to")
            }
            "objective" => {
                let start = name.start.saturating_sub(3);
                !(start..name.start)
                    .any(|at| matches!(self.lower(at), "keep" | "kept" | "make" | "stay" | "be" | "more"))
            }
            _ => true,
        }
    }

    /// The one to three words before `at` that name a goal.
    fn name_before(&self, at: usize) -> Option<Range<usize>> {
        let mut start = at;
        let mut count = 0;
        while start > 0 && count < 3 {
            let before = start - 1;
            let hyphened =
                self.is_mark(before, "-") && self.is_tight(before) && self.is_tight(start) && before > 0;
            if hyphened {
                start = before;
                continue;
            }
            let word = self.lower(before);
            let is_number = self.words[before].kind != Kind::Letters;
            // `$30k`, `5m`: an amount.
            let is_amount =
                self.is_tight(before) && before > 0 && self.words[before - 1].kind == Kind::Number;
            if word.is_empty() || is_number || is_amount || ends_name(word) {
                break;
            }
            // `q3`, `h1`, `fy26`: a letter and a number are two words here.
            if matches!(word, "q" | "h" | "fy" | "s") && start < at && self.words[start].kind == Kind::Number
            {
                break;
            }
            start = before;
            count += 1;
        }
        // At the head of the text, `Team health goal`, `team` is part of the name.
        let heads = start == 0 || self.is_mark(start - 1, ".:;([-–—");
        let is_team = heads && start + 1 < at && self.lower(start) == "team";
        while start < at
            && !is_team
            && (is(self.lower(start), Class::Qualifier)
                || self.is_mark(start, "-")
                || self.words[start].kind == Kind::Number)
        {
            start += 1;
        }
        (start < at).then_some(start..at)
    }

    /// `(literacy)` after a goal that only a qualifier describes.
    fn bracketed_after(&self, at: usize) -> Option<Range<usize>> {
        if !self.is_mark(at + 1, "(") {
            return None;
        }
        let close = (at + 2..self.words.len().min(at + 7)).find(|&close| self.is_mark(close, ")"))?;
        let inside = at + 2..close;
        let plain = inside.clone().all(|at| self.words[at].kind == Kind::Letters || self.is_mark(at, "-"));
        (plain && inside.len() <= 4 && !inside.is_empty()).then_some(inside)
    }

    /// The words for what a goal is on: `our Q3 goal on churn`, up to a mark.
    fn topic_after(&self, at: usize) -> Option<Range<usize>> {
        let mut before = at;
        while before > 0
            && (is(self.lower(before - 1), Class::Qualifier) || self.words[before - 1].kind == Kind::Number)
        {
            before -= 1;
        }
        // "the goal on Monday" is scored.
        let owned = before > 0
            && (matches!(self.lower(before - 1), "our" | "my")
                || before < at && self.lower(before - 1) == "the");
        if !owned || !matches!(self.lower(at + 1), "on" | "around") {
            return None;
        }
        let name = |at: &usize| self.words.get(*at).is_some_and(|word| word.kind == Kind::Letters);
        let end = at + 2 + (at + 2..at + 6).take_while(name).count();
        let ends = end >= self.words.len() || self.is_mark(end, ":,.;([–—-");
        (ends && (1..=3).contains(&(end - at - 2))).then_some(at + 2..end)
    }

    fn normal_name(&self, name: Range<usize>) -> String {
        let mut words: Vec<&str> = Vec::new();
        for at in name {
            let word = self.lower(at);
            if !word.is_empty() && !matches!(word, "the" | "goal" | "okr" | "objective") {
                words.push(word);
            }
        }
        words.join(" ")
    }
}

/// Whether a goal's name does not reach over `word`.
fn ends_name(word: &str) -> bool {
    is(word, Class::Owner) && !is(word, Class::Qualifier)
        || is(word, Class::Boundary)
        || is(word, Class::Making)
}
