//! Forms of a date that may be something else, a fraction, a version or a number of parts: they count where nothing else
//! stands, or beside others.

use super::{
    DateOrder, Dated, Precision,
    forms::Parts,
    names,
    scan::{Kind, Scan, Token},
};

impl Scan<'_> {
    /// The day without a year or the week that the text opens with: `3/14 - Kip`, `04.03. Kip`, `Week 10: Kip`,
    /// `Next: 3/14, noon`, `Wed 4th`.
    pub(super) fn opening(&self) -> Option<Dated> {
        let is_sign = |token: &Token| matches!(token.kind, Kind::Mark(_));
        let starts_at = |from: usize| {
            let rest = self.tokens.get(from..)?;
            Some(from + rest.iter().position(|token| !is_sign(token) && !self.is_noise(token))?)
        };
        let at = starts_at(0)
            .map(|at| if self.is_word(at, &["next"]) { starts_at(at + 1) } else { Some(at) })??;
        let parts = self.plain_day(at).or_else(|| self.day_of_week(at)).or_else(|| self.plain_week(at));
        let stands =
            |parts: &Parts| !self.is_tight(parts.next) || self.tight_mark(parts.next, ":,)]").is_some();
        let opens = || Some((at, parts.filter(stands).or_else(|| self.day_of_month(at))?));
        let (at, parts) = self.behind_name().or_else(opens)?;
        self.finish(at, &parts)
    }

    /// `17.04 Kick-off`, `17.04: Kick-off`, `8.19.Mon`, `8/8.Thu`; not `1.2.3`, `1.2m`.
    pub(super) fn numbered(&self) -> Option<Dated> {
        self.tight_mark(1, "./")?;
        let parts = self.without_year(0)?;
        let next = self.skip(parts.next, ".:,");
        let goes_on = self.is_tight(next) && (next == parts.next || self.is_number(next));
        if goes_on { None } else { self.finish(0, &parts) }
    }

    /// The day without a year that ends the name of a meeting: `Meeting Notes 2/13`, `Questions for meeting on 27.03:`.
    fn behind_name(&self) -> Option<(usize, Parts)> {
        const NAMES: [&str; 5] = ["meeting", "meetings", "notes", "call", "on"];
        const LONGEST: usize = 6;
        let at = self.tokens.iter().take(LONGEST).position(Token::is_number)?;
        let is_named = at > 0 && self.is_word(at - 1, &NAMES);
        let padded = self.len(at) == 2 && self.len(at + 2) == 2;
        let is_plain = self.tight_mark(at + 1, "/").is_some() || padded;
        let parts = self.without_year(at).filter(|_| is_named && is_plain)?;
        let mut rest = self.tokens.get(parts.next..)?.iter();
        rest.all(|token| self.is_noise(token)).then_some((at, parts))
    }

    /// `Meeting 8.10.24`, where nothing else stands: what is counted so has no year behind it.
    pub(super) fn named(&self) -> Option<Dated> {
        const MEETINGS: [&str; 10] = [
            "meeting",
            "meetings",
            "mtg",
            "call",
            "sync",
            "session",
            "treffen",
            "besprechung",
            "réunion",
            "reunión",
        ];
        let is_named = self.is_word(0, &MEETINGS);
        let at = self
            .tokens
            .iter()
            .position(|token| !self.is_noise(token) && token.start > 0)
            .filter(|_| is_named)?;
        let parts = self.behind_two(at)?;
        let mut rest = self.tokens.get(parts.next..)?.iter();
        if rest.all(|token| self.is_noise(token)) { self.finish(at, &parts) } else { None }
    }

    /// `10.6.25`: only where nothing else stands, since elsewhere it is a version.
    pub(super) fn short_year(&self, at: usize) -> Option<Parts> {
        // "1.2.20" is one.
        let may_be = self.number(at, 2).is_some_and(|first| first > 3) || self.len(at) == 2;
        if may_be { self.behind_two(at) } else { None }
    }

    /// The year of two digits behind day and month.
    fn behind_two(&self, at: usize) -> Option<Parts> {
        let parts = self.without_year(at).filter(|_| self.tight_mark(at + 1, "./").is_some())?;
        self.tight_mark(parts.next, "./")?;
        let year = self.number(parts.next + 1, 2).filter(|year| (18..30).contains(year))?;
        let year = i16::try_from(2000 + year).ok();
        Some(Parts { year, next: parts.next + 2, ..parts })
    }

    /// `3/14`, `10 / 25`, `28.02.`: only where nothing else stands, since elsewhere it is a fraction.
    pub(super) fn without_year(&self, at: usize) -> Option<Parts> {
        let first = self.number(at, 2)?;
        // "7 / 10" is a grade.
        let padded = self.len(at) == 2 && self.len(at + 2) == 2;
        let is_spaced = padded && self.kind(at + 1) == Some(Kind::Mark('/')) && !self.is_tight(at + 1);
        let separator = if is_spaced { Some('/') } else { self.tight_mark(at + 1, "/.-") }?;
        let second = self.number(at + 2, 2).filter(|_| self.is_tight(at + 2) != is_spaced)?;
        let (order, ambiguous) = self.order(first, second, separator);
        let (day, month) = if order == DateOrder::DayFirst { (first, second) } else { (second, first) };
        let is_date = (1..=31).contains(&day) && (1..=12).contains(&month) && (first, second) != (1, 1);
        let proven = (!ambiguous && first != second).then_some(order);
        is_date.then(|| Parts { order: proven, ambiguous, ..Parts::day(None, month, day, at + 3) })
    }

    /// `3/14`, `04.03.`; not `1.2`, which numbers a part.
    fn plain_day(&self, at: usize) -> Option<Parts> {
        let padded = self.len(at) == 2 && self.len(at + 2) == 2;
        let stop = self.tight_mark(at + 3, ".").is_some();
        match self.tight_mark(at + 1, "/.")? {
            '/' => self.without_year(at),
            _ if padded && stop => self.without_year(at).map(|parts| Parts { next: at + 4, ..parts }),
            _ => None,
        }
    }

    /// `Wed 4th`, `Wed 4`, `4th`, which stands for a day only where little else follows: `1st draft`.
    fn day_of_month(&self, at: usize) -> Option<Parts> {
        let day = self.number(at, 2).filter(|day| (1..=31).contains(day) && self.is_free(at))?;
        let weekday = at > 0
            && self.tokens[at - 1].kind == Kind::Word
            && names::weekday(self.word(&self.tokens[at - 1])).is_some();
        let is_ordinal = self.is_tight(at + 1) && self.is_word(at + 1, &["st", "nd", "rd", "th"]);
        let next = at + 1 + usize::from(is_ordinal);
        let parted = match self.kind(next) {
            None => true,
            Some(Kind::Mark(':')) => weekday,
            Some(Kind::Mark(mark)) => !self.is_tight(next) || ",)".contains(mark),
            Some(_) => weekday && !self.is_tight(next),
        };
        (parted && (weekday || is_ordinal)).then(|| Parts::day(None, 0, day, next))
    }

    /// `KW 10 (Do 5.3.)`, `KW 10 5.3.`: the day behind a week, which its weekday or a final stop tells from a number of parts.
    fn day_of_week(&self, at: usize) -> Option<Parts> {
        let week = self.plain_week(at)?;
        let rest = self.tokens.get(week.next..)?;
        let day = week.next + rest.iter().position(|token| !self.is_noise(token))?;
        let has_weekday = self.kind(day - 1) == Some(Kind::Word);
        let parts = self.without_year(day)?;
        let next = self.skip(parts.next, ".");
        (has_weekday || next > parts.next).then_some(Parts { next, ..parts })
    }

    /// `Week 10`, `KW 10`.
    fn plain_week(&self, at: usize) -> Option<Parts> {
        let week = self.week_number(at).filter(|week| (1..=53).contains(week))?;
        Some(Parts { precision: Precision::Week, ..Parts::day(None, week, 0, at + 2) })
    }

    /// `2026-03`, where nothing else stands.
    pub(super) fn year_month(&self, at: usize) -> Option<Parts> {
        let year = self.year(at)?;
        self.tight_mark(at + 1, "-/._")?;
        let month = self.number(at + 2, 2).filter(|_| self.is_tight(at + 2) && self.len(at + 2) == 2)?;
        (1..=12)
            .contains(&month)
            .then(|| Parts { precision: Precision::Month, ..Parts::day(Some(year), month, 1, at + 3) })
    }
}
