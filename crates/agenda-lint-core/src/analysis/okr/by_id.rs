//! Goals named by number: `OKR 2`, `O1/KR3`, `KR 1.3`.

use super::{
    Naming, Reference,
    scan::{Kind, Scan},
    words::{Class, is},
};

/// A number behind `OKR`, `KR` or `goal`: the objective's or the key result's, or both.
#[derive(Clone, Copy)]
struct Number {
    first: u32,
    second: Option<u32>,
    next: usize,
}

impl Scan<'_> {
    /// `OKR 2`, `Objective #2`, `goal 2/3`, `OKRs 1 & 2`, `OKR 2.1`, `Objective 3, KR 2`.
    pub(super) fn by_id(&self, at: usize, next: usize, found: &mut Vec<Reference>) -> Option<usize> {
        let mut number = self.number(next)?;
        if matches!(self.lower(at), "goal" | "goals") && self.is_amount(number.next) {
            return None;
        }
        let plural = self.lower(at).ends_with('s');
        let start = self.words.get(at)?.start;
        let mut from = start;
        loop {
            let (key_result, end) = match number.second {
                Some(second) => (Some(second), number.next),
                None => self.joined_key_result(number.next).unwrap_or((None, number.next)),
            };
            self.push(found, from, end, Some(number.first), key_result);
            let Some(after) = self.list_joint(end).filter(|_| plural) else { return Some(end) };
            let Some(more) = self.number(after) else { return Some(end) };
            from = self.words.get(after)?.start;
            number = more;
        }
    }

    /// `O2` where its surroundings show that it is no oxygen; `O1KR2`, `O1/KR3`, `O1.2`.
    pub(super) fn short_objective(&self, at: usize, found: &mut Vec<Reference>) -> Option<usize> {
        let number = self.number(at + 1)?;
        let start = self.words.get(at)?.start;
        let (key_result, end) = match number.second {
            Some(second) => (Some(second), number.next),
            None => self.joined_key_result(number.next).unwrap_or((None, number.next)),
        };
        let joined = key_result.is_some() && number.second.is_none();
        let capital = self.written(at) == "O";
        let is_sure = joined
            || capital && (self.is_set_off(at, end) || found.iter().any(|known| self.lists_on(known, at)));
        is_sure.then(|| {
            self.push(found, start, end, Some(number.first), key_result);
            end
        })
    }

    /// Whether `O2` from `at` to `end` stands as a label, in a bracket or after a word that maps.
    fn is_set_off(&self, at: usize, end: usize) -> bool {
        let opens = (0..at).all(|before| matches!(self.words[before].kind, Kind::Mark(_)));
        let bracketed = at > 0 && self.is_mark(at - 1, "([{#→➜⇒>`")
            || self.is_mark(end, "])}`") && at > 0 && self.is_mark(at - 1, "([{`,/");
        let labels = self.is_mark(end, ":–—-)]|→➜.")
            && !(self.is_tight(end) && self.is_mark(end, "-") && self.is_tight(end + 1));
        let maps = at > 0 && is(self.lower(at - 1), Class::Maps) && !self.goes_on_as_noun(end);
        let trails = end >= self.words.len() && at > 0 && matches!(self.words[at - 1].kind, Kind::Mark(_));
        bracketed
            || maps
            || trails
            || opens
                && (labels
                    || is(self.lower(end), Class::State)
                    || end >= self.words.len()
                    || self.heads_line(end))
    }

    /// Whether a label goes on from the `O2` that ends at `end`: `O2 recall cards: 61 owners booked`. One of the gas
    /// would speak of it.
    fn heads_line(&self, end: usize) -> bool {
        let letters = |at: &usize| self.words.get(*at).is_some_and(|word| word.kind == Kind::Letters);
        let close = end + (end..end + 4).take_while(letters).count();
        let gas = (end..close).any(|at| is(self.lower(at), Class::Gas));
        close > end && self.is_mark(close, ":") && !gas
    }

    /// Whether a noun follows that `O2` describes: `O2 sensor`, `O2 levels`.
    fn goes_on_as_noun(&self, end: usize) -> bool {
        let word = self.lower(end);
        !word.is_empty()
            && !matches!(
                word,
                "and"
                    | "or"
                    | "is"
                    | "by"
                    | "in"
                    | "this"
                    | "on"
                    | "at"
                    | "with"
                    | "for"
                    | "as"
                    | "but"
                    | "kr"
            )
    }

    /// Whether the word at `at` goes on a list that a reference before it began: `O1 and O4`.
    fn lists_on(&self, known: &Reference, at: usize) -> bool {
        let gap =
            self.words.get(at).map_or("", |word| self.text.get(known.span.end..word.start).unwrap_or("…"));
        matches!(gap.trim(), "and" | "&" | "," | "+" | "/" | ", and")
    }

    /// `KR 1.3`, `KR#1.2`, `KR3`, `KR3 under objective 1`, `KR2 of O3`; bare `KR` is somebody's initials.
    pub(super) fn key_result(&self, at: usize, next: usize, found: &mut Vec<Reference>) -> Option<usize> {
        let mut number = self.number(next)?;
        let mut start = self.words.get(at)?.start;
        while let Some(key_result) = number.second {
            self.push(found, start, number.next, Some(number.first), Some(key_result));
            // "KRs 2.1 and 2.2"
            let after = self.list_joint(number.next).filter(|_| self.lower(next - 1).ends_with('s'));
            let more = after.and_then(|after| Some((self.words.get(after)?.start, self.number(after)?)));
            match more.filter(|(_, more)| more.second.is_some()) {
                Some(more) => (start, number) = more,
                None => return Some(number.next),
            }
        }
        let under =
            matches!(self.lower(number.next), "under" | "of" | "in" | "for").then_some(number.next + 1);
        // "Key result 4, objective 2"
        let under = under.or_else(|| {
            let listed =
                self.is_mark(number.next, ",") && matches!(self.lower(number.next + 1), "objective" | "okr");
            listed.then_some(number.next + 1)
        });
        let objective = under.and_then(|under| {
            let under = under + usize::from(self.lower(under) == "the");
            let named = matches!(self.lower(under), "objective" | "okr" | "obj" | "o" | "goal");
            named.then(|| self.number(under + 1)).flatten()
        });
        let end = objective.map_or(number.next, |objective| objective.next);
        self.push(found, start, end, objective.map(|objective| objective.first), Some(number.first));
        Some(end)
    }

    /// The key result that goes on from an objective: `/KR3`, `][KR2]`, ` KR2`, `, KR 2`, `-KR1`.
    fn joined_key_result(&self, at: usize) -> Option<(Option<u32>, usize)> {
        let mut next = at;
        while next < at + 2 && self.is_mark(next, "/.][-,:·)(>→") {
            next += 1;
        }
        let after = match self.lower(next) {
            "kr" => next + 1,
            "key" if self.lower(next + 1) == "result" => next + 2,
            _ => return None,
        };
        let number = self.number(after).filter(|number| number.second.is_none())?;
        Some((Some(number.first), number.next))
    }

    /// A goal's number at `at`: one or two digits, after `#`, `-`, `.`, `/`, `no.` or nothing; `1.3` is two.
    fn number(&self, at: usize) -> Option<Number> {
        let at = if matches!(self.lower(at), "no" | "nr" | "number") { at + 1 } else { at };
        let mut next = at;
        while next < at + 2
            && self.is_mark(next, "#.-/_")
            && (self.is_tight(next) || !self.is_mark(next, "-"))
        {
            next += 1;
        }
        let first = self.small_number(next).or_else(|| self.number_word(next))?;
        let after = next + 1;
        if self.is_mark(after, ".")
            && self.is_tight(after)
            && self.is_tight(after + 1)
            && let Some(second) = self.small_number(after + 1)
        {
            return Some(Number { first, second: Some(second), next: after + 2 });
        }
        Some(Number { first, second: None, next: after })
    }

    fn small_number(&self, at: usize) -> Option<u32> {
        let word =
            self.words.get(at).filter(|word| word.kind == Kind::Number && word.end - word.start <= 2)?;
        let value: u32 = self.text[word.start..word.end].parse().ok()?;
        (1..=40).contains(&value).then_some(value)
    }

    fn number_word(&self, at: usize) -> Option<u32> {
        let position =
            ["one", "two", "three", "four", "five", "six"].iter().position(|word| *word == self.lower(at))?;
        u32::try_from(position + 1).ok()
    }

    /// Whether what follows a number makes it an amount: `goal 5k`, `goal 20%`, `goal 3–1`, `goal 45 users`.
    fn is_amount(&self, at: usize) -> bool {
        let tight = self.is_tight(at);
        // "goal 3, the orchard" is no thousand.
        let thousand = self.is_mark(at, ",") && self.is_tight(at + 1);
        tight
            && (self.is_mark(at, "%°€$£–")
                || thousand
                || matches!(self.words.get(at), Some(word) if word.kind == Kind::Letters))
            || !self.lower(at).is_empty()
                && self.lower(at).ends_with('s')
                && !matches!(
                    self.lower(at),
                    "is" | "was"
                        | "has"
                        | "stays"
                        | "looks"
                        | "needs"
                        | "slips"
                        | "as"
                        | "moves"
                        | "remains"
                        | "depends"
                        | "hangs"
                        | "hinges"
                        | "waits"
                        | "sits"
                        | "stands"
                        | "stalls"
                        | "lags"
                        | "drops"
                        | "gets"
                        | "goes"
                )
    }

    /// The word after `and`, `&`, `,` or `/` at `at`.
    fn list_joint(&self, at: usize) -> Option<usize> {
        let next = self.past(at, ",");
        let next = if self.is_mark(next, "&/+") || self.lower(next) == "and" { next + 1 } else { next };
        (next > at).then_some(next)
    }

    fn push(
        &self,
        found: &mut Vec<Reference>,
        start: usize,
        end: usize,
        objective: Option<u32>,
        key_result: Option<u32>,
    ) {
        let id = match (objective, key_result) {
            (Some(objective), Some(key_result)) => format!("O{objective}.KR{key_result}"),
            (Some(objective), None) => format!("O{objective}"),
            (None, Some(key_result)) => format!("KR{key_result}"),
            (None, None) => return,
        };
        let end = self.words.get(end.wrapping_sub(1)).map_or(self.text.len(), |last| last.end);
        found.push(Reference { id: Some(id), span: start..end.max(start), naming: Naming::Id });
    }
}
