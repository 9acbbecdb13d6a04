//! Items read as tasks: who does what by when.

use std::ops::Range;

use jiff::civil::Date;

use crate::{
    document::{Item, Meeting, date::DateOrder},
    syntax::{BlockId, BlockKind, InlineKind, Prose, Tree},
    text::{SourceFile, Span, is_one_of},
};

use super::{
    task::{self, Markup, Part},
    task_table::{Column, columns, has_letters, is_done, is_open, is_ticked, what_cell},
};

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
    /// Whether it leaves open until when: it holds no day at all and is not put off.
    pub undated: bool,
    /// Whether it says that it is put off: `LATER …`, `… → moved to May`.
    pub put_off: bool,
    /// Whether it opens with a verb, as an errand does.
    pub orders: bool,
    /// Whether it is a question, which owes neither a name nor a day.
    pub asks: bool,
    /// Whether nobody could tell when it is done.
    pub vague: bool,
    /// Whether it is a line of a form, which says who or when at the most (`Sam:`), or a remark.
    pub empty: bool,
    /// The line it was read from, unless that is a row of a table.
    line: Option<Line>,
}

impl Action {
    /// Where the words of its item tell who and when; they begin with the line it was read from.
    pub(super) fn who_and_when(&self, text: &str) -> Vec<Range<usize>> {
        // Nearly every action is one line.
        match &self.line {
            Some(Line { length, who_and_when }) if *length == text.len() => {
                who_and_when.iter().flatten().cloned().collect()
            }
            _ => task::who_and_when(text).collect(),
        }
    }
}

/// The line that a task was read from.
#[derive(Clone, Debug)]
struct Line {
    length: usize,
    /// Where it tells them.
    who_and_when: [Option<Range<usize>>; 2],
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

    /// Whether it is the meeting after the one at which it was noted: `next time`, `our next 1:1`.
    pub fn is_next_meeting(&self) -> bool {
        task::is_next_meeting(&self.text)
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
        if let Some(head) = item.table_head {
            return self.row(item.block, head, markup);
        }
        let mut action = self.line(prose, line.clone(), markup);
        if action.owner.is_none() && !line.is_empty() {
            action.owner = self.addressee(item, || prose.span(line));
        }
        action
    }

    /// `[Kate Doe](mailto:…) books the room`: whom the link that an action opens with writes to.
    fn addressee(&self, item: &Item, words: impl FnOnce() -> Span) -> Option<(String, Span)> {
        let link = self.tree.links_in(item.span).first()?;
        let opens = link.target.starts_with("mailto:") && link.span.contains_offset(words().start());
        let (name, _) = self.file.slice(link.span).strip_prefix('[').filter(|_| opens)?.split_once(']')?;
        let start = link.span.start() + 1;
        Some((name.to_owned(), Span::new(start, start + name.len())))
    }

    fn line(&mut self, prose: &Prose, line: Range<usize>, markup: Markup) -> Action {
        let task = self.tasks.read(&prose.text()[line.clone()], markup);
        let place_of = |part: &Option<Part>| part.as_ref().map(|part| part.span.clone());
        let who_and_when = [place_of(&task.owner), place_of(&task.due)];
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
            undated: task.undated,
            put_off: task.put_off,
            orders: task.orders,
            asks: task.asks,
            vague: task.vague,
            empty: task.empty,
            line: Some(Line { length: line.len(), who_and_when }),
        }
    }

    /// A row of a table: what its cells do not tell, the one that says what may.
    fn row(&mut self, row: BlockId, head: BlockId, markup: Markup) -> Action {
        let Self { file, tree, day, order, ref mut table, .. } = *self;
        if table.as_ref().is_none_or(|(known, _)| *known != head) {
            *table = Some((head, columns(file, tree, head)));
        }
        let headings = table.as_ref().map_or(&[][..], |(_, columns)| columns);
        let has_owner = headings.contains(&Some(Column::Owner));
        let what = what_cell(file, tree, row, headings);
        let (mut done, mut tracked, mut owner, mut due) = (markup.struck, false, None, None);
        let mut said = Prose::default();
        for (index, cell) in tree.children(row).enumerate() {
            let prose = Prose::of(file, tree, cell);
            let text = prose.text();
            let place = || (text.to_owned(), prose.span(0..text.len()));
            let is_blank = !text.chars().any(char::is_alphanumeric)
                || is_one_of(text.trim(), &["tbd", "tba", "tbc", "n/a"]);
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
                    // "20 Feb ✔", "done"
                    done |= is_ticked(text) || is_done(text) && !text.trim().contains(' ');
                    let (text, span) = place();
                    due = Some(DueDate { text, span, noted: day, order });
                }
                Some(Column::State) => {
                    done |= is_done(text);
                    tracked = is_open(text);
                }
                None if what == Some(cell) => said = prose,
                _ => {}
            }
        }
        if !headings.contains(&None) {
            let undated = due.is_none();
            return Action {
                done,
                tracked,
                owner,
                due,
                undated,
                put_off: false,
                orders: false,
                asks: false,
                vague: false,
                empty: false,
                line: None,
            };
        }
        let markup = Markup { is_owned: owner.is_some(), is_dated: due.is_some(), ..markup };
        let line = self.line(&said, 0..said.text().len(), markup);
        let (owner, due) = (owner.or(line.owner), due.or(line.due));
        Action { done: done || line.done, tracked, owner, due, line: None, ..line }
    }
}

/// The block of an item whose words say what it is about: its first line or, in a table, the cell of the column that
/// holds neither a number nor a person, a day or a state.
pub(super) fn headline(file: &SourceFile, tree: &Tree, item: &Item) -> BlockId {
    let mut parts = tree.children(item.block);
    let found = match (tree.block(item.block).kind, item.table_head) {
        (BlockKind::Item, _) => parts.next(),
        (BlockKind::TableRow, Some(head)) => what_cell(file, tree, item.block, &columns(file, tree, head))
            .or_else(|| parts.find(|cell| has_letters(file, tree, *cell))),
        _ => None,
    };
    found.unwrap_or(item.block)
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
