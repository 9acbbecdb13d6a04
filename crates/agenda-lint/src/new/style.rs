//! How a notebook writes its meetings.

use agenda_lint_core::{analysis::Analysis, document::Meeting};
use jiff::civil::Date;

use crate::notebooks::Opened;

/// How the notebook writes its meetings.
pub(super) struct Style {
    pub(super) heading: String,
    /// The marks of a section's heading.
    pub(super) level: String,
    pub(super) bullet: &'static str,
}

impl Style {
    /// As the latest meeting has it.
    pub(super) fn of(opened: Option<&Opened>, day: Date, with: Option<&str>) -> Self {
        let first = || Self {
            heading: with.map_or_else(|| format!("# {day}"), |with| format!("# {day} · {with}")),
            level: "##".to_owned(),
            bullet: "-",
        };
        let Some(opened) = opened else { return first() };
        let workspace = &opened.notebook.workspace;
        let meetings = workspace.meetings().meetings();
        // The page of one day has no heading of its own, the older ones that it keeps do.
        let headed = meetings.iter().rfind(|(_, place)| workspace.meeting(*place).heading.is_some());
        let Some(&(last, place)) = headed.or(meetings.last()) else { return first() };
        let analysis = &workspace.files[place.file];
        let meeting = workspace.meeting(place);
        let items = meeting.sections.iter().flat_map(|section| &section.items);
        let marks: Vec<&str> = items.map(|item| analysis.file.slice(item.span)).collect();
        let bullet = ["* ", "+ "].into_iter().find(|mark| marks.iter().any(|item| item.starts_with(mark)));
        let bullet = bullet.map_or("-", |mark| if mark == "* " { "*" } else { "+" });
        let Some(heading) = &meeting.heading else { return Self { bullet, ..first() } };
        let level = usize::from(heading.level.clamp(1, 4));
        Self {
            heading: dated_heading(analysis, meeting, level, last, day),
            level: "#".repeat(level + 1),
            bullet,
        }
    }
}

/// The heading of the latest meeting with another date, in the same form where that is a common one.
fn dated_heading(analysis: &Analysis, meeting: &Meeting, level: usize, last: Date, day: Date) -> String {
    const FORMS: [&str; 8] = [
        "%Y-%m-%d",
        "%-d %B %Y",
        "%B %-d, %Y",
        "%-d %b %Y",
        "%d %B %Y",
        "%d.%m.%Y",
        "%b %-d, %Y",
        "%Y/%m/%d",
    ];
    let marks = "#".repeat(level);
    let plain = format!("{marks} {day}");
    let (Some(heading), Some(dated)) = (&meeting.heading, &meeting.date) else { return plain };
    let (start, end) = (heading.span.start(), heading.span.end());
    if dated.span.start() < start || dated.span.end() > end || dated.span.is_empty() {
        // The day stands elsewhere: in the name of the note.
        let is_name = analysis.document.one_on_one;
        return if is_name { analysis.file.slice(heading.span).to_owned() } else { plain };
    }
    let file = &analysis.file;
    let written = file.slice(dated.span);
    let Some(form) = FORMS.iter().find(|form| last.strftime(form).to_string() == written) else {
        return plain;
    };
    let text = file.text();
    let around = [&text[start..dated.span.start()], &text[dated.span.end()..end]];
    let names_weekday = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        .iter()
        .any(|weekday| around.iter().any(|part| part.to_lowercase().contains(weekday)));
    if names_weekday || !around[0].starts_with('#') || around[1].contains('\n') {
        return plain;
    }
    format!("{}{}{}", around[0], day.strftime(form), around[1])
}
