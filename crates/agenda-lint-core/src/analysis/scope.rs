//! Which meetings are judged.

use jiff::civil::Date;

use crate::{
    document::{Document, Meeting},
    text::{SourceFile, is_one_of},
};

/// Which meetings agenda rules read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The first meeting on or after this day or, when there is none, the latest; without a day,
    /// the latest.
    Next(Option<Date>),
    /// Every meeting, seen from this day.
    All(Option<Date>),
}

impl Scope {
    /// The day from which the meetings are seen: days without a year are near it.
    pub fn today(self) -> Option<Date> {
        match self {
            Self::Next(today) | Self::All(today) => today,
        }
    }
}

/// The places of the judged meetings among all meetings.
pub(super) fn agenda(document: &Document, file: &SourceFile, scope: Scope) -> Vec<usize> {
    let real = || document.meetings.iter().enumerate().filter(|(_, meeting)| !meeting.template);
    let Scope::Next(today) = scope else { return real().map(|(index, _)| index).collect() };
    let dated = || real().filter_map(|(index, meeting)| Some((meeting.day()?, index)));
    let ahead = |day: Date| today.is_some_and(|today| day >= today);
    let next = dated()
        .filter(|&(day, index)| ahead(day) && !is_called_off(&document.meetings[index], file))
        .min_by_key(|&(day, _)| day);
    // Of several meetings on one day the one that stands first is the newest in most notebooks.
    let latest = || dated().max_by_key(|&(day, index)| (day, std::cmp::Reverse(index)));
    let newest = || if document.newest_last { real().next_back() } else { real().next() };
    let undated = || newest().map(|(index, _)| index);
    let latest = || latest().map(|(_, index)| index);
    if let Some((_, next)) = next {
        return vec![next];
    }
    match document.announced() {
        // Beside what is to be raised, what the latest meeting left open is still to be followed.
        Some(raised) if document.meetings[raised].heading.is_none() => {
            [Some(raised), latest()].into_iter().flatten().collect()
        }
        Some(announced) => vec![announced],
        None => latest().or_else(undated).into_iter().collect(),
    }
}

/// Whether all that a meeting says is that it does not take place: "Cancelled, Kate is in Berlin."
fn is_called_off(meeting: &Meeting, file: &SourceFile) -> bool {
    const OFF: [&str; 10] = [
        "cancelled",
        "canceled",
        "skipped",
        "postponed",
        "abgesagt",
        "entfällt",
        "annulé",
        "annulée",
        "cancelado",
        "cancelada",
    ];
    const LONGEST: usize = 80;
    let Some(heading) = &meeting.heading else { return false };
    let says_off = |text: &str| {
        text.split(|c: char| !c.is_alphanumeric())
            .find(|word| !word.is_empty())
            .is_some_and(|word| is_one_of(word, &OFF))
    };
    let mut items = meeting.sections.iter().flat_map(|section| &section.items);
    let (Some(only), None) = (items.next(), items.next()) else { return false };
    let words = file.slice(only.span);
    only.span.start() >= heading.span.end() && words.len() <= LONGEST && says_off(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Conventions, syntax::Tree, text::SourceFile};

    fn judged(text: &str, today: Option<&str>) -> Vec<usize> {
        let file = SourceFile::new("a.md", text);
        let document = Document::read(&file, &Tree::parse(&file), &Conventions::default(), None);
        agenda(&document, &file, Scope::Next(today.map(|day| day.parse().unwrap())))
    }

    #[test]
    fn the_next_meeting_is_judged_or_else_the_latest() {
        let notebook = "## 2026-03-16\n- c\n## 2026-03-02\n- b\n## 2026-02-16\n- a\n";
        for (today, index) in [("2026-02-20", 1), ("2026-03-02", 1), ("2026-03-03", 0), ("2027-01-01", 0)] {
            assert_eq!(judged(notebook, Some(today)), [index], "{today}");
        }
        assert_eq!(judged(notebook, None), [0]);
        assert_eq!(judged("- a\n", Some("2026-03-02")), [0]);
        // What does not take place needs no agenda, unless nothing else is ahead.
        let off = "## 2026-03-16\n- c\n## 2026-03-09\nCancelled, Kate is away.\n## 2026-03-02\n- b\n";
        assert_eq!(judged(off, Some("2026-03-03")), [0]);
        let off = "## 2026-03-09\n- Cancelled\n## 2026-03-02\n- b\n";
        assert_eq!(judged(off, Some("2026-03-03")), [0]);
        let kept = "## 2026-03-16\n- c\n## 2026-03-09\n- Cancelled orders: ask Kate\n- b\n";
        assert_eq!(judged(kept, Some("2026-03-03")), [1]);
        // What falls due, and where it is told of, changes nothing.
        let falling = "## 16 February\n- c\n### The offsite on 20 March\n- c\n### By 2 April\n- c\n## 2 February\n- b\n";
        assert_eq!(judged(falling, Some("2026-02-20")), [0]);
        // Of days without a year the newest stands where they lead to.
        for (days, index) in [
            (["19 January", "2 February", "16 February"], 2),
            (["16 February", "2 February", "19 January"], 0),
            (["14 December", "28 December", "11 January"], 2),
            (["11 January", "28 December", "14 December"], 0),
        ] {
            let text = days.map(|day| format!("## {day}\n- a\n")).concat();
            assert_eq!(judged(&text, Some("2026-02-20")), [index], "{days:?}");
        }
        // One that is announced without a day comes next, unless a day is.
        let announced =
            "## Next 1:1\n### Updates\n- c\n## OKRs\n- o\n## 2026-03-02\n- b\n## 2026-02-16\n- a\n";
        for (today, index) in [("2026-03-02", 1), ("2026-03-03", 0)] {
            assert_eq!(judged(announced, Some(today)), [index], "{today}");
        }
        assert_eq!(judged("## 2 March\n- b\n## Next 1:1\n- c\n", Some("2026-03-03")), [0]);
        assert_eq!(judged("## 2026-02-30\n- a\n", Some("2026-03-02")), [0]);
        // What is to be raised is for the next one, and what the latest one left open is followed besides.
        let raised = "## To raise\n- c\n## 2026-03-02\n- b\n## 2026-02-16\n- a\n";
        for (today, places) in [("2026-03-02", &[1][..]), ("2026-03-03", &[0, 1])] {
            assert_eq!(judged(raised, Some(today)), places, "{today}");
        }
    }
}
