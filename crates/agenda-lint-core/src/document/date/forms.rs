//! The forms a date is written in.

use super::{
    DateOrder, Dated, Precision, names,
    scan::{Kind, Scan, Token},
};

/// The parts of a date as they were found; `next` is the token after its last.
pub(super) struct Parts {
    pub(super) year: Option<i16>,
    pub(super) month: u32,
    pub(super) day: u32,
    pub(super) precision: Precision,
    pub(super) order: Option<DateOrder>,
    pub(super) ambiguous: bool,
    pub(super) misspelt: Option<(usize, &'static str)>,
    pub(super) next: usize,
}

impl Parts {
    pub(super) fn day(year: Option<i16>, month: u32, day: u32, next: usize) -> Self {
        let precision = Precision::Day;
        Self { year, month, day, precision, order: None, ambiguous: false, misspelt: None, next }
    }
}

impl Scan<'_> {
    /// The date that the line is headed by: the first exact one, else the first week, else month.
    pub(super) fn find(&self) -> Option<Dated> {
        // Every form holds a number at least.
        let all = 0..self.tokens.iter().rposition(Token::is_number).map_or(0, |last| last + 1);
        // An ISO date wins over what stands before it: `1-1-2026-03-02` is a one-on-one's file.
        let iso = all.clone().find_map(|at| self.finish(at, &self.iso(at)?));
        if iso.as_ref().is_some_and(|iso| iso.precision == Precision::Day) {
            return iso;
        }
        // A day tells more than the week that it lies in: `2026-W10 (Thursday 5 March)`.
        let mut vaguer = iso;
        for at in all {
            let Some(found) = self.at(at).and_then(|parts| self.finish(at, &parts)) else { continue };
            if found.precision == Precision::Day {
                return Some(found);
            }
            if vaguer.as_ref().is_none_or(|known| found.precision < known.precision) {
                vaguer = Some(found);
            }
        }
        vaguer
    }

    /// The date that the whole text is, brackets, weekday and a final stop aside.
    pub(super) fn whole(&self) -> Option<Dated> {
        let first = self.tokens.iter().position(|token| !self.is_noise(token))?;
        let parts = self
            .iso(first)
            .or_else(|| self.at(first))
            .or_else(|| self.short_year(first))
            .or_else(|| self.without_year(first))
            .or_else(|| self.year_month(first))?;
        let rest = self.tokens.get(parts.next..).unwrap_or_default();
        if rest.iter().all(|token| self.is_noise(token)) { self.finish(first, &parts) } else { None }
    }

    pub(super) fn is_noise(&self, token: &Token) -> bool {
        match token.kind {
            Kind::Mark(mark) => matches!(mark, '(' | ')' | '[' | ']' | ',' | '.' | ':' | '*' | '_'),
            Kind::Word => {
                let word = self.word(token);
                names::weekday(word).is_some() || names::is_short_weekday(word)
            }
            Kind::Number(_) => false,
        }
    }

    fn at(&self, at: usize) -> Option<Parts> {
        match self.tokens.get(at)?.kind {
            Kind::Number(_) => self
                .numeric(at)
                .or_else(|| self.compact(at))
                .or_else(|| self.year_first(at))
                .or_else(|| self.day_month(at)),
            Kind::Word => self.month_day(at).or_else(|| self.month_year(at)).or_else(|| self.named_week(at)),
            Kind::Mark(_) => None,
        }
    }

    // Each form looks at the tokens from `at` on, at numbers before words: those are dearer to tell.

    /// `2026-03-02`, `2026/3/2`, `2026.03.02`, `2026_03_02`, and the week `2026-W04`.
    fn iso(&self, at: usize) -> Option<Parts> {
        let year = self.year(at)?;
        if let Some(parts) = self.parted(at, year) {
            return Some(parts);
        }
        let separator = self.tight_mark(at + 1, "-/._")?;
        if separator == '-' && self.is_word(at + 2, &["w"]) && self.is_tight(at + 2) {
            let week = self.number(at + 3, 2).filter(|_| self.is_tight(at + 3))?;
            return Some(Parts { precision: Precision::Week, ..Parts::day(Some(year), week, 0, at + 4) });
        }
        let month = self.number(at + 2, 2).filter(|_| self.is_tight(at + 2))?;
        self.tight_mark(at + 3, "-/._").filter(|&second| second == separator)?;
        let day = self.number(at + 4, 2).filter(|_| self.is_tight(at + 4))?;
        Some(Parts::day(Some(year), month, day, at + 5))
    }

    /// `2026. 3. 2`, `2026年3月2日`, `2026년 3월 2일`.
    fn parted(&self, at: usize, year: i16) -> Option<Parts> {
        let is_month = |month: &u32| (1..=12).contains(month);
        let month = self.number(at + 2, 2).filter(is_month)?;
        let day = self.number(at + 4, 2).filter(|day| (1..=31).contains(day))?;
        let stops = |at: usize| self.tight_mark(at, ".").is_some() && !self.is_tight(at + 1);
        if stops(at + 1) && stops(at + 3) && self.is_day(at + 4) {
            return Some(Parts::day(Some(year), month, day, at + 5));
        }
        let is_signed = self.is_word(at + 1, &["年", "년"]) && self.is_word(at + 3, &["月", "월"]);
        let next = self.past_word(at + 5, &["日", "号", "일"]);
        is_signed.then(|| Parts::day(Some(year), month, day, next))
    }

    /// `14/03/2022`, `11/28/22`, `14-03-2022`, `14.3.2022`, `14. 3. 2022`; `14_03_22`, where it is a word of its own.
    fn numeric(&self, at: usize) -> Option<Parts> {
        let first = self.number(at, 2)?;
        let separator = self.tight_mark(at + 1, "/-._").filter(|&mark| mark != '_' || !self.is_tight(at))?;
        let second = self.number(at + 2, 2).filter(|_| separator == '.' || self.is_tight(at + 2))?;
        self.tight_mark(at + 3, "/-._").filter(|&again| again == separator)?;
        if separator != '.' && !self.is_tight(at + 4) || !self.is_free(at) {
            return None;
        }
        let full = self.year(at + 4);
        if full.is_none() && self.hints.order == Some(DateOrder::YearFirst) {
            return self.short_year_first(at);
        }
        let padded = self.len(at) == 2 && self.len(at + 2) == 2;
        let short = || {
            let year = self.number(at + 4, 2).filter(|_| self.len(at + 4) == 2 && self.is_tight(at + 4))?;
            // `1.2.13` is a version; only slashes, or two digits everywhere, make a short year a date.
            (separator == '/' || padded).then(|| i16::try_from(2000 + year).ok()).flatten()
        };
        let year = full.or_else(short)?;
        if self.tight_mark(at + 5, "/-.:_").is_some() && self.is_number(at + 6) && self.is_tight(at + 6) {
            return None;
        }
        let (order, ambiguous) = self.order(first, second, separator);
        let (day, month) = if order == DateOrder::DayFirst { (first, second) } else { (second, first) };
        if full.is_none() && (month > 12 || day > 31) {
            return None;
        }
        let proven = (!ambiguous && first != second && month <= 12).then_some(order);
        Some(Parts { order: proven, ambiguous, ..Parts::day(Some(year), month, day, at + 5) })
    }

    /// `22.11.28`, where the dates of a file begin with the year.
    fn short_year_first(&self, at: usize) -> Option<Parts> {
        let two = |at: usize| self.number(at, 2).filter(|_| self.len(at) == 2);
        let (year, month, day) = (two(at)?, self.number(at + 2, 2)?, two(at + 4)?);
        let is_day = (1..=12).contains(&month) && (1..=31).contains(&day) && self.is_tight(at + 4);
        is_day.then(|| Parts::day(i16::try_from(2000 + year).ok(), month, day, at + 5))
    }

    /// Which of two numbers is the day, and whether that was a guess.
    pub(super) fn order(&self, first: u32, second: u32, separator: char) -> (DateOrder, bool) {
        let usual = if separator == '/' { DateOrder::MonthFirst } else { DateOrder::DayFirst };
        match (first > 12, second > 12) {
            (true, false) => (DateOrder::DayFirst, false),
            (false, true) => (DateOrder::MonthFirst, false),
            _ => match self.hints.order {
                Some(DateOrder::DayFirst) => (DateOrder::DayFirst, first != second),
                Some(DateOrder::MonthFirst | DateOrder::YearFirst) => {
                    (DateOrder::MonthFirst, first != second)
                }
                None => (usual, first != second),
            },
        }
    }

    /// `20260302`, as in file names.
    fn compact(&self, at: usize) -> Option<Parts> {
        let Kind::Number(value) = self.tokens.get(at)?.kind else { return None };
        let year = i16::try_from(value / 10_000).ok().filter(|year| (1990..2100).contains(year))?;
        let (month, day) = (value / 100 % 100, value % 100);
        let fits = self.len(at) == 8 && (1..=12).contains(&month) && (1..=31).contains(&day);
        fits.then(|| Parts::day(Some(year), month, day, at + 1))
    }

    /// `2026 March 3`, `2026-Mar-03`, `2026, week 4`.
    fn year_first(&self, at: usize) -> Option<Parts> {
        let year = self.year(at).filter(|_| self.is_free(at))?;
        let next = self.skip(at + 1, "-,/");
        if let Some(week) = self.week_number(next) {
            return Some(Parts { precision: Precision::Week, ..Parts::day(Some(year), week, 0, next + 2) });
        }
        let (month, _) = self.month(next)?;
        let day_at = self.skip(next + 1, "-./");
        let day = self.number(day_at, 2)?;
        Some(Parts::day(Some(year), month, day, self.past_ordinal(day_at + 1)))
    }

    /// `14 March 2022`, `21 Sep, 2022`, `3rd of May`, `3-5 May 2021`, `30 Nov – 2 Dec 2020`, `3 de mayo`.
    fn day_month(&self, at: usize) -> Option<Parts> {
        let day = self.number(at, 2).filter(|_| self.is_day(at))?;
        let mut next = self.past_ordinal(at + 1);
        let is_ordinal = next > at + 1;
        if let Some(after) = self.past_range_mark(next)
            && self.number(after, 2).is_some_and(|last| day < last && last <= 31)
        {
            next = self.past_ordinal(after + 1);
        } else if next == at + 1 && self.tight_mark(next, "-/.").is_some() {
            next += 1;
        }
        next = self.past_word(next, &["of", "de"]);
        let (month, slip) = self.month(next).filter(|_| self.is_free(at))?;
        let month_at = next;
        next = self.skip(next + 1, ".");
        // `30 Nov – 2 Dec 2020`: the year stands at the far end.
        if let Some(after) = self.past_range_mark(next)
            && let Some(end) = self.day_month_end(after)
        {
            next = end;
        }
        let (year, next) = match self.trailing_year(next) {
            (None, next) => self.last_year(next),
            found => found,
        };
        let bare = year.is_none() && !is_ordinal;
        if day == 0 || bare && (day > 31 || self.is_doubtful(month_at, slip.is_some(), at..next)) {
            return None;
        }
        Some(Parts { misspelt: slip.map(|meant| (month_at, meant)), ..Parts::day(year, month, day, next) })
    }

    /// The token after `2 Dec` at `at`.
    fn day_month_end(&self, at: usize) -> Option<usize> {
        self.number(at, 2)?;
        let next = self.past_ordinal(at + 1);
        self.month(next)?;
        Some(next + 1)
    }

    /// `March 14, 2022`, `May 10th`, `March, 3rd`, `Sept. 3`, `May 3-5, 2021`, `Nov 30 - Dec 2, 2020`.
    fn month_day(&self, at: usize) -> Option<Parts> {
        let is_parted = self.kind(at + 1) == Some(Kind::Mark(',')) && self.past_ordinal(at + 3) > at + 3;
        let day_at = self.skip(at + 1, if is_parted { "," } else { "-./" });
        let day = self.number(day_at, 2).filter(|_| self.is_day(day_at))?;
        let (month, slip) = self.month(at).filter(|_| self.is_free(at))?;
        let mut next = self.past_ordinal(day_at + 1);
        let is_ordinal = next > day_at + 1;
        if let Some(after) = self.past_range_mark(next) {
            let second = if self.month(after).is_some() { after + 1 } else { after };
            if self.number(second, 2).is_some_and(|last| last <= 31) && self.is_day(second) {
                next = self.past_ordinal(second + 1);
            }
        }
        let (year, next) = self.trailing_year(next);
        let bare = year.is_none() && !is_ordinal;
        if day == 0 || bare && (day > 31 || self.is_doubtful(at, slip.is_some(), at..next)) {
            return None;
        }
        Some(Parts { misspelt: slip.map(|meant| (at, meant)), ..Parts::day(year, month, day, next) })
    }

    /// `March 2022`, `Nov-Dec 2020`.
    fn month_year(&self, at: usize) -> Option<Parts> {
        let mut next = self.skip(at + 1, ".");
        if let Some(after) = self.past_range_mark(next)
            && self.month(after).is_some()
        {
            next = after + 1;
        }
        let (Some(year), next) = self.trailing_year(next) else { return None };
        let (month, slip) = self.month(at)?;
        let misspelt = slip.map(|meant| (at, meant));
        Some(Parts { precision: Precision::Month, misspelt, ..Parts::day(Some(year), month, 1, next) })
    }

    /// `Week 4, 2026`, `KW 4/2026`.
    fn named_week(&self, at: usize) -> Option<Parts> {
        let week = self.week_number(at)?;
        let (year, next) = self.trailing_year(self.skip(at + 2, "/-"));
        Some(Parts { precision: Precision::Week, ..Parts::day(Some(year?), week, 0, next) })
    }
}
