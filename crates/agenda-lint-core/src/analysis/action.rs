//! Items read as tasks: who does what by when.

use std::ops::Range;

use jiff::civil::Date;

use crate::{
    document::{Item, Meeting, date::DateOrder},
    syntax::{BlockId, BlockKind, InlineKind, Prose, Tree},
    text::{SourceFile, Span},
};

use super::task::{self, Markup, Part};

/// A task with its places in the file.
#[derive(Clone, Debug)]
pub struct Action {
    /// Whether it is done.
    pub done: bool,
    /// Whether the note would show it if it was: by its box, or by what stands in its table's column of states.
    pub tracked: bool,
    /// Who does it, as written and without `@`, and where.
    pub owner: Option<(String, Span)>,
    /// Until when.
    pub due: Option<DueDate>,
    /// Whether nobody could tell when it is done.
    pub vague: bool,
    /// Whether it is a line of a form, which says who or when at the most (`Sam:`), or a remark in brackets.
    pub empty: bool,
}

/// When a task is due.
#[derive(Clone, Debug)]
pub struct DueDate {
    /// As written, without "by" or "due".
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// The day on which it was noted, which `Friday` and `3/14` are relative to.
    noted: Option<Date>,
    /// How the document orders day and month.
    order: Option<DateOrder>,
}

impl DueDate {
    /// The last day the words allow, where they name one.
    pub fn date(&self) -> Option<Date> {
        self.date_of(&self.text)
    }

    /// The last day that other words would allow in its place.
    pub fn date_of(&self, text: &str) -> Option<Date> {
        task::day(text, self.noted, self.order)
    }
}

/// Reads the tasks of a meeting.
pub(super) struct Reader<'a> {
    file: &'a SourceFile,
    tree: &'a Tree,
    /// The day that `Friday` is relative to.
    day: Option<Date>,
    order: Option<DateOrder>,
    tasks: task::Reader,
    /// The head of the table that was read last, with what its columns hold.
    table: Option<(BlockId, Vec<Option<Column>>)>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        file: &'a SourceFile,
        tree: &'a Tree,
        meeting: &Meeting,
        order: Option<DateOrder>,
    ) -> Self {
        Self { file, tree, day: meeting.day(), order, tasks: task::Reader::default(), table: None }
    }

    /// Reads an item as a task. Its first line is a range of `prose`.
    pub(super) fn read(&mut self, item: &Item, prose: &Prose, line: Range<usize>) -> Action {
        let checked = item.check_box.map(|found| found.done);
        let struck = is_struck(self.tree, item.block);
        let markup = Markup { checked, struck, ..Markup::default() };
        match item.table_head {
            Some(head) => self.row(item.block, head, markup),
            None => self.line(prose, line, markup),
        }
    }

    fn line(&mut self, prose: &Prose, line: Range<usize>, markup: Markup) -> Action {
        let task = self.tasks.read(&prose.text()[line.clone()], markup);
        let span = |span: Range<usize>| prose.span(line.start + span.start..line.start + span.end);
        let place = |part: Part| (part.text, span(part.span));
        Action {
            done: task.done,
            tracked: markup.checked.is_some(),
            owner: task.owner.map(place),
            due: task.due.map(|due| {
                let (text, span) = place(due);
                DueDate { text, span, noted: self.day, order: self.order }
            }),
            vague: task.vague,
            empty: task.empty,
        }
    }

    /// A row of a table: what its cells do not tell, the one that says what may.
    fn row(&mut self, row: BlockId, head: BlockId, markup: Markup) -> Action {
        let Self { file, tree, day, order, ref mut table, .. } = *self;
        if table.as_ref().is_none_or(|(known, _)| *known != head) {
            let columns = tree.children(head).map(|cell| column(Prose::of(file, tree, cell).text()));
            *table = Some((head, columns.collect()));
        }
        let headings = table.as_ref().map_or(&[][..], |(_, columns)| columns);
        let has_owner = headings.contains(&Some(Column::Owner));
        // "| # | What | Who |"
        let what = headings.iter().position(Option::is_none);
        let (mut done, mut tracked, mut owner, mut due) = (markup.struck, false, None, None);
        let mut said = Prose::default();
        for (index, cell) in tree.children(row).enumerate() {
            let prose = Prose::of(file, tree, cell);
            let text = prose.text();
            let place = || (text.to_owned(), prose.span(0..text.len()));
            let is_blank = !text.chars().any(char::is_alphanumeric);
            // "By" heads days where another column names the person, and else what stands below it.
            let column = headings.get(index).copied().flatten().map(|column| match column {
                Column::By if has_owner || task::day(text, day, order).is_some() => Column::Due,
                Column::By => Column::Owner,
                column => column,
            });
            match column {
                Some(Column::Owner) if !is_blank => {
                    let (text, span) = place();
                    owner = Some((text.trim_start_matches('@').to_owned(), span));
                }
                Some(Column::Due) if !is_blank => {
                    // "20 Feb ✔"
                    done |= is_ticked(text);
                    let (text, span) = place();
                    due = Some(DueDate { text, span, noted: day, order });
                }
                Some(Column::State) => {
                    done |= is_done(text);
                    tracked = !is_blank;
                }
                None if what == Some(index) => said = prose,
                _ => {}
            }
        }
        if what.is_none() {
            return Action { done, tracked, owner, due, vague: false, empty: false };
        }
        let markup = Markup { is_owned: owner.is_some(), is_dated: due.is_some(), ..markup };
        let line = self.line(&said, 0..said.text().len(), markup);
        let (owner, due) = (owner.or(line.owner), due.or(line.due));
        Action { done: done || line.done, tracked, owner, due, vague: line.vague, empty: line.empty }
    }
}

/// The block of an item whose words say what it is about: its first line or, in a table, the cell of the column that
/// holds neither a number nor a person, a day or a state.
pub(super) fn headline(file: &SourceFile, tree: &Tree, item: &Item) -> BlockId {
    let parts = || tree.children(item.block);
    let words = |cell: &BlockId| Prose::words(file, tree, *cell).contains(char::is_alphabetic);
    let says_what = |cells: BlockId| {
        let heads = tree.children(cells).map(|head| column(Prose::of(file, tree, head).text()));
        parts().zip(heads).find(|(cell, head)| head.is_none() && words(cell)).map(|(cell, _)| cell)
    };
    let found = match tree.block(item.block).kind {
        BlockKind::Item => parts().next(),
        BlockKind::TableRow => item.table_head.and_then(says_what).or_else(|| parts().find(words)),
        _ => None,
    };
    found.unwrap_or(item.block)
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
enum Column {
    Number,
    Owner,
    Due,
    State,
    /// By whom, or by when.
    By,
}

fn is_done(cell: &str) -> bool {
    let cell = cell.trim().to_lowercase();
    // "done, they said no"
    let state = cell.split([',', ';', '(']).next().unwrap_or_default().trim_end();
    matches!(state, "done" | "yes" | "x" | "[x]" | "complete" | "completed" | "closed" | "finished")
        || is_ticked(&cell)
}

/// Whether a cell holds a mark that ticks something off.
fn is_ticked(cell: &str) -> bool {
    cell.contains(|mark| task::TICKS.contains(mark))
}

/// Whether the first line is struck through: as a whole, or from its beginning on with a word on why
/// behind it.
fn is_struck(tree: &Tree, block: BlockId) -> bool {
    // A struck day with another behind it is a correction.
    const LEAST: usize = 16;
    let first = tree.children(block).next().unwrap_or(block);
    let (mut depth, mut struck, mut kept) = (0_usize, 0, 0);
    let mut opens = false;
    for inline in tree.inlines(first) {
        match inline.kind {
            InlineKind::StrikeStart => {
                opens |= kept == 0;
                depth += 1;
            }
            InlineKind::StrikeEnd => depth = depth.saturating_sub(1),
            InlineKind::SoftBreak | InlineKind::HardBreak => break,
            InlineKind::Text if depth > 0 => struck += inline.span.len(),
            InlineKind::Text if inline.span.len() > 1 => kept += inline.span.len(),
            _ => {}
        }
    }
    struck > 0 && (kept == 0 || opens && struck >= LEAST)
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
            let analysis = Analysis::new(SourceFile::new("a.md", text), &Arc::default(), Scope::All);
            let (_, _, action) = analysis.tasks_of(0).next().unwrap();
            let shown = [
                action.owner.as_ref().map_or("-", |(owner, _)| owner),
                action.due.as_ref().map_or("-", |due| due.text.as_str()),
            ];
            assert_eq!(shown, [owner, due], "{columns}: {row}");
        }
    }
}
