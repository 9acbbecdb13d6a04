//! Tables of tasks: what their columns hold, and what a cell of states says.

use crate::{
    syntax::{BlockId, Prose, Tree},
    text::SourceFile,
};

use super::task;

pub(super) fn has_letters(file: &SourceFile, tree: &Tree, cell: BlockId) -> bool {
    Prose::words(file, tree, cell).contains(char::is_alphabetic)
}

/// The cell of a row that says what is to be done: `| # | What | Who |`.
pub(super) fn what_cell(
    file: &SourceFile,
    tree: &Tree,
    row: BlockId,
    headings: &[Option<Column>],
) -> Option<BlockId> {
    let cells = tree.children(row).zip(headings).filter(|(_, heading)| heading.is_none());
    cells.map(|(cell, _)| cell).find(|&cell| has_letters(file, tree, cell))
}

pub(super) fn columns(file: &SourceFile, tree: &Tree, head: BlockId) -> Vec<Option<Column>> {
    tree.children(head).map(|cell| column(Prose::of(file, tree, cell).text())).collect()
}

/// What a column of a table of tasks holds, by its heading.
fn column(heading: &str) -> Option<Column> {
    const NUMBER: [&str; 7] = ["#", "no", "no.", "nr", "nr.", "n°", "id"];
    const OWNER: &[&str] = &[
        "owner",
        "who",
        "assignee",
        "assigned to",
        "responsible",
        "de quem",
        "responsável",
        "wer",
        "qui",
        "verantwortlich",
        "responsable",
        "quién",
        "quem",
    ];
    const DUE: &[&str] = &[
        "due",
        "due date",
        "by when",
        "when",
        "until",
        "deadline",
        "target",
        "target date",
        "eta",
        "date",
        "prazo",
        "bis",
        "échéance",
        "fecha",
        "wann",
        "fällig",
        "termin",
        "frist",
        "quand",
        "délai",
        "cuándo",
        "plazo",
        "quando",
    ];
    const STATE: &[&str] = &["status", "done", "state", "estado", "erledigt", "fait", "hecho", "feito"];
    let heading = heading.trim_end_matches(['?', ':', ' ']).trim_start().to_lowercase();
    let is = |names: &[&str]| names.contains(&heading.as_str());
    match () {
        () if is(&NUMBER) => Some(Column::Number),
        () if is(OWNER) => Some(Column::Owner),
        () if is(DUE) => Some(Column::Due),
        () if is(STATE) => Some(Column::State),
        () if heading == "by" => Some(Column::By),
        () => None,
    }
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Column {
    Number,
    Owner,
    Due,
    State,
    /// By whom, or by when.
    By,
}

/// What a cell of states says, but for marks before it and what explains it: `in progress` of "🔴 In-progress, 50%".
fn state(cell: &str) -> String {
    let cell = cell.trim_start_matches(|first: char| !first.is_alphanumeric() && first != '[').to_lowercase();
    let end = cell.find([',', ';', '.', '(', ':', '!', '–', '—', '…']).unwrap_or(cell.len());
    let said = cell[..end].split(" - ").next().unwrap_or_default();
    said.trim().replace('-', " ")
}

/// Whether a cell says that the action of its row is done, or shall not be.
pub(super) fn is_done(cell: &str) -> bool {
    const DONE: [&str; 25] = [
        "done",
        "yes",
        "y",
        "x",
        "[x]",
        "100",
        "100%",
        "complete",
        "completed",
        "closed",
        "finished",
        "sent",
        "resolved",
        "cancelled",
        "canceled",
        "dropped",
        "erledigt",
        "fertig",
        "ja",
        "fait",
        "oui",
        "hecho",
        "listo",
        "feito",
        "sim",
    ];
    let state = state(cell);
    let (first, rest) = state.split_once(' ').unwrap_or((&state, ""));
    // "Done 50%", "complete by Friday"
    let yet = rest.contains('%') || rest.starts_with("by ");
    DONE.contains(&first) && !yet || is_ticked(cell)
}

/// Whether a cell says that the action of its row is open; what neither this nor [`is_done`] knows leaves it in doubt.
pub(super) fn is_open(cell: &str) -> bool {
    const OPEN: [&str; 26] = [
        "open",
        "started",
        "in progress",
        "progress",
        "ongoing",
        "wip",
        "doing",
        "todo",
        "to do",
        "not started",
        "not started yet",
        "not yet",
        "not done",
        "pending",
        "waiting",
        "blocked",
        "overdue",
        "delayed",
        "late",
        "no",
        "in arbeit",
        "offen",
        "en cours",
        "abierto",
        "aberto",
        "pendiente",
    ];
    OPEN.contains(&state(cell).as_str())
}

/// Whether a cell holds a mark that ticks something off.
pub(super) fn is_ticked(cell: &str) -> bool {
    cell.contains(|mark| task::TICKS.contains(mark))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::{
        analysis::{Analysis, Scope},
        text::SourceFile,
    };

    #[test]
    fn a_column_is_known_by_its_heading_and_by_those_beside_it() {
        for (columns, row, owner, due) in [
            ("What | Who | By", "call | Ana | 6 March", "Ana", "6 March"),
            ("What | Who? | When?", "call | Ana | 6 March", "Ana", "6 March"),
            ("What | Until | Owner", "call | Friday | Ana", "Ana", "Friday"),
            ("What | Owner | Target", "call | Ana | mid-March", "Ana", "mid-March"),
            ("What | Owner | ETA", "call | Ana | Q2", "Ana", "Q2"),
            ("What | By", "call | Ana", "Ana", "-"),
            ("What | By", "call | 6 March", "-", "6 March"),
            ("What | Note", "call | Ana", "-", "-"),
        ] {
            let rule = "--- | ".repeat(columns.split('|').count());
            let text = format!("# 2026-03-02\n\n## Actions\n\n| {columns} |\n| {rule}\n| {row} |\n");
            let analysis = Analysis::new(SourceFile::new("a.md", text), &Arc::default(), Scope::All(None));
            let (_, _, action) = analysis.tasks_of(0).next().unwrap();
            let shown = [
                action.owner.as_ref().map_or("-", |(owner, _)| owner),
                action.due.as_ref().map_or("-", |due| due.text.as_str()),
            ];
            assert_eq!(shown, [owner, due], "{columns}: {row}");
        }
    }
}
