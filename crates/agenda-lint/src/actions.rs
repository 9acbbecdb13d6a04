//! `actions`: what is open in all notebooks.

use std::fmt::Write as _;

use agenda_lint_core::analysis::ledger::{Promise, State, promises};
use jiff::civil::Date;
use serde::Serialize;

use crate::{
    Failure, Outcome,
    args::{ActionsArgs, ActionsFormat, Global},
    notebooks,
    output::{Console, escape},
    today::today,
};

/// An open action as programs read it.
#[derive(Debug, Serialize)]
struct Action {
    owner: Option<String>,
    due: Option<Date>,
    overdue: bool,
    text: String,
    /// `open` in the latest meeting, or `forgotten` by a later one.
    state: &'static str,
    since: Date,
    carried: usize,
    path: String,
    line: usize,
}

#[derive(Debug, Serialize)]
struct Actions {
    version: u8,
    today: Date,
    #[serde(rename = "actions")]
    open: Vec<Action>,
}

/// Runs the command.
pub(crate) fn run(args: &ActionsArgs, global: &Global, console: &mut Console) -> Result<Outcome, Failure> {
    let today = args.today.today.unwrap_or_else(today);
    let (opened, complete) = notebooks::open(&args.folder, global, today, console)?;
    let mut actions = Vec::new();
    for opened in &opened {
        let workspace = &opened.notebook.workspace;
        let open =
            promises(workspace).into_iter().filter(|of| !of.private && !matches!(of.state, State::Closed(_)));
        actions.extend(open.map(|of| {
            let file = &workspace.files[of.place.file].file;
            action(of, today, file.name(), |start| file.line_col(start).line)
        }));
    }
    actions.sort_by_cached_key(|of| {
        let owner = of.owner.as_ref().map(|owner| owner.to_lowercase());
        (owner.is_none(), owner, of.due.is_none(), of.due, of.path.clone(), of.line)
    });
    match args.format {
        ActionsFormat::Json => {
            let page = Actions { version: 1, today, open: actions };
            console.print_raw(&(serde_json::to_string_pretty(&page).unwrap_or_default() + "\n"))?;
        }
        ActionsFormat::Table if actions.is_empty() => console.note("nothing is open"),
        ActionsFormat::Table => console.print(&table(&actions))?,
        ActionsFormat::Markdown => console.print(&list(&actions))?,
    }
    Ok(if complete { Outcome::Clean } else { Outcome::Failed })
}

fn action(of: Promise, today: Date, path: &str, line: impl Fn(usize) -> usize) -> Action {
    Action {
        overdue: of.due.is_some_and(|due| due < today),
        state: if of.state == State::Open { "open" } else { "forgotten" },
        line: line(of.span.start()),
        path: path.to_owned(),
        owner: of.owner,
        due: of.due,
        text: of.text,
        since: of.since,
        carried: of.carried,
    }
}

/// What deserves a word besides the action itself.
fn remark(action: &Action) -> String {
    let mut remarks = Vec::new();
    if action.overdue {
        remarks.push("overdue".to_owned());
    }
    if action.state == "forgotten" {
        remarks.push("forgotten".to_owned());
    }
    if action.carried > 0 {
        remarks.push(format!("carried {}×", action.carried));
    }
    remarks.join(", ")
}

fn table(actions: &[Action]) -> String {
    let rows: Vec<[String; 5]> = actions
        .iter()
        .map(|action| {
            let due = action.due.map_or_else(|| "-".to_owned(), |due| due.to_string());
            let owner = action.owner.clone().unwrap_or_else(|| "-".to_owned());
            let place = format!("{}:{}", action.path, action.line);
            [owner, due, shortened(&action.text), remark(action), place]
                .map(|cell| escape::line(&cell).into_owned())
        })
        .collect();
    let heads = ["owner", "due", "action", "", "where"].map(str::to_owned);
    let width = |column: usize| {
        rows.iter().chain([&heads]).map(|row| row[column].chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..5).map(width).collect();
    let mut text = String::new();
    for row in std::iter::once(&heads).chain(&rows) {
        let mut line = String::new();
        for (cell, &width) in row.iter().zip(&widths).filter(|(_, width)| **width > 0) {
            // Writing to a string cannot fail.
            let _ = write!(line, "{cell:<width$}  ");
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// The beginning of a long text.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
    }
}

/// Tasks under the name of their owner.
fn list(actions: &[Action]) -> String {
    let mut text = String::new();
    for group in actions.chunk_by(|one, other| {
        one.owner.as_deref().map(str::to_lowercase) == other.owner.as_deref().map(str::to_lowercase)
    }) {
        let owner = group[0].owner.as_deref().unwrap_or("Nobody");
        let gap = if text.is_empty() { "" } else { "\n" };
        let _ = writeln!(text, "{gap}## {}\n", escape::line(owner));
        for action in group {
            let remark = Some(remark(action)).filter(|remark| !remark.is_empty());
            let remark = remark.map_or_else(String::new, |remark| format!(" ({remark})"));
            let _ = writeln!(text, "- [ ] {}{remark}", escape::line(&action.text));
        }
    }
    text
}
