//! `report`: how the notebooks of a folder fare.

use std::fmt::Write as _;

use agenda_lint_core::notebook::{Report, Since};
use jiff::civil::Date;
use serde::Serialize;

use crate::{
    Failure, Outcome,
    args::{Global, ReportArgs, ReportFormat},
    notebooks,
    output::{Console, escape},
    today::today,
};

#[derive(Debug, Serialize)]
struct Page {
    version: u8,
    today: Date,
    notebooks: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Entry {
    path: String,
    #[serde(flatten)]
    report: Report,
}

/// Runs the command.
pub(crate) fn run(args: &ReportArgs, global: &Global, console: &mut Console) -> Result<Outcome, Failure> {
    let today = args.today.today.unwrap_or_else(today);
    let (opened, complete) = notebooks::open(&args.folder, global, today, console)?;
    let reports = opened.into_iter().filter_map(|opened| {
        Some(Entry { report: Report::of(&opened.notebook.workspace, today)?, path: opened.name })
    });
    let page = Page { version: 1, today, notebooks: reports.collect() };
    match args.format {
        ReportFormat::Json => {
            console.print_raw(&(serde_json::to_string_pretty(&page).unwrap_or_default() + "\n"))?;
        }
        ReportFormat::Text if page.notebooks.is_empty() => console.note("no meeting with a date was found"),
        ReportFormat::Text => {
            let texts: Vec<String> = page.notebooks.iter().map(text).collect();
            console.print(&texts.join("\n"))?;
        }
    }
    Ok(if complete { Outcome::Clean } else { Outcome::Failed })
}

/// A report for people: a line a matter.
fn text(entry: &Entry) -> String {
    let Entry { path, report } = entry;
    let mut text = String::new();
    let first = report.meetings.first().map(|meeting| long(meeting.date)).unwrap_or_default();
    let last = report.meetings.last().map(|meeting| long(meeting.date)).unwrap_or_default();
    // Writing to a string cannot fail.
    let _ = writeln!(
        text,
        "{}: {}, {first} to {last}",
        escape::line(path),
        count(report.meetings.len(), "meeting")
    );
    let cadence = &report.cadence;
    let longest = cadence.longest.map_or_else(String::new, |gap| {
        format!("; longest gap {}, until {}", count(gap.days as usize, "day"), long(gap.until))
    });
    let mut line = |name: &str, words: String| {
        let _ = writeln!(text, "  {:<10} {}", escape::line(name), escape::line(&words));
    };
    // One meeting keeps to no cadence yet.
    if cadence.gaps > 0 {
        line(
            "cadence",
            format!(
                "every {} planned, {} usual; kept {} of {}{longest}",
                count(cadence.planned_days as usize, "day"),
                cadence.usual_days,
                cadence.kept,
                count(cadence.gaps, "time"),
            ),
        );
    }
    let notes = report.notes;
    line(
        "notes",
        format!("{} of {} left some", notes.with, count(notes.with + notes.without, "past meeting")),
    );
    line("career", since(report.career, "never a topic"));
    line("strategy", since(report.strategy, "never a topic"));
    for objective in &report.objectives {
        let topics: usize = objective.mentions.iter().map(|mention| mention.topics).sum();
        let named = format!("{} in {}", count(topics, "topic"), count(objective.mentions.len(), "meeting"));
        let named = if topics == 0 {
            "never named".to_owned()
        } else {
            format!("{named}, {}", since(objective.since, ""))
        };
        line(&objective.id, named);
    }
    let actions = report.actions;
    let age = actions.median_age_days.map_or_else(String::new, |days| {
        format!(
            "; those open are {} old, by the median",
            count(usize::try_from(days).unwrap_or_default(), "day")
        )
    });
    line(
        "actions",
        format!(
            "{} noted, {} closed, {} open, {} forgotten, carried over {}{age}",
            actions.opened,
            actions.closed,
            actions.open,
            actions.forgotten,
            count(actions.carried, "time"),
        ),
    );
    text
}

fn since(since: Since, never: &str) -> String {
    match (since.last, since.days) {
        (Some(last), Some(days @ 1..)) => {
            format!("last on {}, {} ago", long(last), count(usize::try_from(days).unwrap_or_default(), "day"))
        }
        (Some(last), _) => format!("on {}", long(last)),
        _ => never.to_owned(),
    }
}

fn long(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

fn count(number: usize, thing: &str) -> String {
    if number == 1 { format!("1 {thing}") } else { format!("{number} {thing}s") }
}
