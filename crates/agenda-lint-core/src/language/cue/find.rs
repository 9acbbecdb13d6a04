//! Finds the cues that a text says.

use super::{Cue, Found, Group, Kind, Open, Step};
use crate::language::{
    class::{Class, Classes},
    hash::glance,
    lexicon,
    token::Token,
};

/// What one or several words can be, told at a glance.
#[derive(Clone, Copy)]
struct Glimpse {
    words: u64,
    classes: Classes,
}

impl Glimpse {
    #[inline(never)]
    fn of(tokens: &[Token]) -> Self {
        let nothing = Self { words: 0, classes: Classes::default() };
        tokens.iter().fold(nothing, |all, token| Self {
            words: all.words | glance(token.hash),
            classes: all.classes.with(token.classes),
        })
    }
}

impl Open {
    /// Whether the cue may go on with words of this glimpse.
    fn may_go_on(&self, ahead: Glimpse) -> bool {
        self.words & ahead.words != 0 || self.classes.meets(ahead.classes)
    }
}

impl Step {
    /// Whether a token is what this step stands for.
    #[inline]
    #[expect(
        clippy::manual_contains,
        reason = "of so few words a plain loop has told before `contains` sets out"
    )]
    fn fits(&self, token: &Token) -> bool {
        let spelt = || lexicon::words(self.words).iter().any(|word| *word == token.hash);
        token.any(self.classes) || self.glance & glance(token.hash) != 0 && spelt()
    }

    /// Whether this step may be said at a token, told at a glance.
    #[inline]
    fn may_fit(&self, token: &Token) -> bool {
        self.glance & glance(token.hash) != 0 || token.any(self.classes.with(Classes::of(&[Class::Adverb])))
    }

    /// Where this step ends, if it is said at `at`; one adverb may stand before it: "can't really see".
    #[inline]
    fn take(&self, tokens: &[Token], at: usize) -> Option<usize> {
        let token = tokens.get(at)?;
        if self.fits(token) {
            return Some(at + 1);
        }
        let behind = token.is(Class::Adverb) && tokens.get(at + 1).is_some_and(|next| self.fits(next));
        behind.then_some(at + 2)
    }
}

/// Whether the steps are said from the token at `at` on; where they end. Most are not, which a glance tells.
#[inline]
fn said(steps: &[Step], tokens: &[Token], at: usize) -> Option<usize> {
    let [step, rest @ ..] = steps else { return Some(at) };
    match step.kind {
        Kind::One if !tokens.get(at).is_some_and(|token| step.may_fit(token)) => None,
        Kind::One => follow(steps, tokens, at),
        Kind::Optional | Kind::Gap => branch(step, rest, tokens, at),
    }
}

/// The same by the words themselves.
#[inline(never)]
fn follow(mut steps: &[Step], tokens: &[Token], mut at: usize) -> Option<usize> {
    while let [step, rest @ ..] = steps {
        if step.kind != Kind::One {
            return branch(step, rest, tokens, at);
        }
        at = step.take(tokens, at)?;
        steps = rest;
    }
    Some(at)
}

/// The same, where the first step may be said in more than one way.
#[inline(never)]
fn branch(step: &Step, rest: &[Step], tokens: &[Token], at: usize) -> Option<usize> {
    if step.kind == Kind::Optional {
        let taken = tokens.get(at).is_some_and(|token| step.fits(token));
        let with = taken.then(|| follow(rest, tokens, at + 1)).flatten();
        return with.or_else(|| said(rest, tokens, at));
    }
    for width in 0..=3 {
        let end = said(rest, tokens, at + width);
        if end.is_some() || !tokens.get(at + width).is_some_and(Token::speaks) {
            return end;
        }
    }
    None
}

/// The tokens that a gap right before them can lead to: three words and an adverb may lie between.
fn near(tokens: &[Token]) -> &[Token] {
    &tokens[..tokens.len().min(5)]
}

/// Every cue of a kind of topics said in `tokens[from..]`, by place.
#[inline(never)]
pub(in crate::language) fn find(tokens: &[Token], from: usize, group: Group, out: &mut Vec<Found>) {
    let mut finder = Finder { count: tokens.len(), group, out };
    let mut rest = &tokens[from..];
    while let [token, after @ ..] = rest {
        rest = after;
        if token.cues != 0 {
            finder.find(token.cues, after);
        }
    }
}

/// Finds the cues that begin with one token, by those after it.
struct Finder<'a> {
    /// How many tokens there are.
    count: usize,
    group: Group,
    out: &'a mut Vec<Found>,
}

impl Finder<'_> {
    /// Those of the row that the token's word gives.
    #[inline]
    fn find(&mut self, row: u16, after: &[Token]) {
        let cues = lexicon::row(row);
        if let Some(next) = after.first() {
            if cues.may_go_on(self.group, glance(next.hash)) {
                for cue in lexicon::cues(row, next.hash) {
                    if self.seeks(cue.group) {
                        self.try_cue(cue, after, cue.known);
                    }
                }
            }
            if next.is(Class::Adverb) {
                self.find_behind(row, next, after);
            }
        }
        let open = cues.open(self.group);
        if !open.is_empty() {
            self.find_open(open, after);
        }
    }

    /// Those filed under the word behind an adverb that are not filed under the adverb as well, as "not
    /// (really|sure)" is.
    #[inline(never)]
    fn find_behind(&mut self, row: u16, adverb: &Token, after: &[Token]) {
        let cues = lexicon::cues(row, adverb.hash);
        let behind = after.get(1).map_or(&[][..], |behind| lexicon::cues(row, behind.hash));
        for cue in behind {
            if self.seeks(cue.group) && !cues.contains(cue) {
                self.try_cue(cue, after, cue.known * 2);
            }
        }
    }

    /// Those that are filed under no second word.
    #[inline]
    fn find_open(&mut self, open: &[Open], after: &[Token]) {
        // Many a cue has no more than one word, and may end the text.
        let end = Glimpse { words: u64::MAX, classes: Classes::default() };
        let next =
            after.first().map_or(end, |next| Glimpse { words: glance(next.hash), classes: next.classes });
        let mut reach = None;
        for open in open {
            let reached = || Glimpse::of(near(after));
            let ahead = if open.gapped { *reach.get_or_insert_with(reached) } else { next };
            if open.may_go_on(ahead) {
                self.try_cue(&open.cue, after, 0);
            }
        }
    }

    /// Whether the cues of a group are looked for.
    fn seeks(&self, group: Group) -> bool {
        group == Group::Any || group == self.group
    }

    /// Notes a cue, if the tokens from `at` on say the rest of it.
    #[expect(
        clippy::inline_always,
        clippy::trivially_copy_pass_by_ref,
        reason = "a call, or a copy to pack and unpack, costs more than the glance by which most are told"
    )]
    #[inline(always)]
    fn try_cue(&mut self, cue: &Cue, after: &[Token], at: u8) {
        if let Some(width) = said(lexicon::steps(cue.rest), after, usize::from(at)) {
            let behind = self.count - after.len();
            self.out.push(Found {
                role: cue.role,
                weight: cue.weight,
                start: behind - 1,
                end: behind + width,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{cue::Role, token};

    /// The cues at `start`, by asking each one that begins with its word.
    fn plain(after: &[Token], start: usize, row: u16, group: Group) -> Vec<(Role, usize, usize)> {
        let adverb = after.first().is_some_and(|next| next.is(Class::Adverb));
        let of_pair = |at: usize| {
            let hash = after.get(at).map(|token| token.hash);
            let pairs = lexicon::pairs(row).filter(move |(second, _)| hash == Some(*second));
            let cues = pairs.flat_map(|(_, cues)| cues.iter().copied());
            cues.filter(|cue| [Group::Any, group].contains(&cue.group)).collect::<Vec<Cue>>()
        };
        let next = of_pair(0);
        let behind = of_pair(1).into_iter().filter(|cue| adverb && !next.contains(cue));
        let mut at: Vec<_> = behind.map(|cue| (cue, usize::from(cue.known) * 2)).collect();
        at.extend(next.iter().map(|cue| (*cue, usize::from(cue.known))));
        at.extend(lexicon::row(row).open(group).iter().map(|open| (open.cue, 0)));
        let found = at.into_iter().filter_map(|(cue, at)| {
            follow(lexicon::steps(cue.rest), after, at).map(|width| (cue.role, start, start + 1 + width))
        });
        found.collect()
    }

    #[test]
    fn no_cue_that_is_said_is_passed_over() {
        let mut said = 0;
        for text in [
            "He left on me, she left it on me and they left it all here just on me.",
            "We lose quite half the time; I had a long quiet word with Ana.",
            "Can you really not sign it? Nobody has a plan, and no cover until then.",
            "I want to take the spring course and run it alone.",
            "I'm not really sure; it has never really helped, and they would rather wait for us.",
            "It saves 4 hours a week, closed the deal with 3 customers, waiting",
        ] {
            let mut tokens = Vec::new();
            token::tokenise(text, 0, text.len(), &mut tokens);
            for group in [Group::Any, Group::Advice, Group::Update, Group::Career, Group::Strategy] {
                let mut found = Vec::new();
                find(&tokens, 0, group, &mut found);
                let mut found: Vec<_> =
                    found.iter().map(|found| (found.role, found.start, found.end)).collect();
                let words = tokens.iter().enumerate().filter(|(_, token)| token.cues != 0);
                let mut plain: Vec<_> = words
                    .flat_map(|(start, token)| self::plain(&tokens[start + 1..], start, token.cues, group))
                    .collect();
                let by_place = |(role, start, end): &(Role, usize, usize)| (*start, *end, *role as u8);
                found.sort_by_key(by_place);
                plain.sort_by_key(by_place);
                assert_eq!(found, plain, "{text} {group:?}");
                said += found.len();
            }
        }
        assert!(said > 20, "{said}");
        for (text, group, role, range) in [
            ("I'm not really sure", Group::Advice, Role::NoProblem, 2..5),
            ("can you look at it", Group::Any, Role::Ask, 0..2),
            ("it waits for legal", Group::Update, Role::Blocker, 1..3),
            ("sits and really waits", Group::Update, Role::Blocker, 0..4),
        ] {
            let (mut tokens, mut found) = (Vec::new(), Vec::new());
            token::tokenise(text, 0, text.len(), &mut tokens);
            find(&tokens, 0, group, &mut found);
            let says = |found: &Found| found.role == role && (found.start..found.end) == range;
            assert!(found.iter().any(says), "{text}: {found:?}");
        }
    }
}
