//! Code actions: each fix, all fixes at once, and comments that silence a rule.

use agenda_lint_core::{
    analysis::Analysis,
    diagnostic::{Applicability, Diagnostic as Finding},
    text::{Edit, Span, apply},
};
use gen_lsp_types::{CodeAction, CodeActionKind, TextEdit, WorkspaceEdit};

use crate::{convert, diagnostics, documents::Document, library::Reading, server::Client};

/// The kind of the action that makes all safe fixes.
const FIX_ALL: &str = "source.fixAll.agenda-lint";

/// The kinds of actions that there are.
pub(crate) fn kinds() -> Vec<CodeActionKind> {
    vec![CodeActionKind::QuickFix, FIX_ALL.to_owned().into()]
}

/// What can be done about the findings that touch `span`, of the kinds in `only`, if it names any.
pub(crate) fn actions(
    document: &Document,
    reading: Reading<'_>,
    span: Span,
    only: Option<&[CodeActionKind]>,
    client: &Client,
) -> Vec<CodeAction> {
    let maker = Maker { document, reading, client };
    let findings = reading.findings();
    let mut actions = Vec::new();
    if is_wanted(only, "quickfix") {
        let touches =
            |finding: &&Finding| finding.span.start() <= span.end() && span.start() <= finding.span.end();
        for finding in findings.iter().filter(touches) {
            maker.about(finding, &mut actions);
        }
    }
    let has_safe_fix =
        |finding: &Finding| finding.fix.as_ref().is_some_and(|fix| fix.applicability == Applicability::Safe);
    if is_wanted(only, FIX_ALL) && findings.iter().any(has_safe_fix) {
        actions.extend(maker.fix_all());
    }
    actions
}

/// Whether an editor that asks for the kinds in `only` wants `kind`: `source` means `source.fixAll`, too.
fn is_wanted(only: Option<&[CodeActionKind]>, kind: &str) -> bool {
    let means = |asked: &CodeActionKind| {
        let asked = asked.to_string();
        asked.is_empty()
            || kind.strip_prefix(&asked).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    only.is_none_or(|only| only.iter().any(means))
}

/// Makes the actions of one document.
struct Maker<'a> {
    document: &'a Document,
    reading: Reading<'a>,
    client: &'a Client,
}

impl Maker<'_> {
    /// The fix of a finding, then ways to silence its rule.
    fn about(&self, finding: &Finding, actions: &mut Vec<CodeAction>) {
        if let Some(fix) = &finding.fix {
            let mut action = self.action(capitalised(&fix.title), CodeActionKind::QuickFix, &fix.edits);
            action.is_preferred = Some(fix.applicability == Applicability::Safe);
            action.diagnostics = Some(vec![self.shown(finding)]);
            actions.push(action);
        }
        // What speaks of such comments is mended, not silenced by one more.
        if finding.rule == "unused-suppression" {
            return;
        }
        let analysis = self.reading.analysis();
        let places =
            [("on this line", on_line(analysis, finding)), ("in this file", in_file(analysis, finding))];
        for (place, edit) in places {
            if !silences(analysis, &edit, finding) {
                continue;
            }
            let title = format!("Silence `{}` {place}", finding.rule);
            let mut action = self.action(title, CodeActionKind::QuickFix, &[edit]);
            action.diagnostics = Some(vec![self.shown(finding)]);
            actions.push(action);
        }
    }

    /// All fixes that keep the meaning, made as the command line makes them.
    fn fix_all(&self) -> Option<CodeAction> {
        let Reading { project, index, .. } = self.reading;
        let mut workspace = self.reading.again();
        project.linter.fix(&mut workspace, index, Applicability::Safe, |file| self.reading.reread(file));
        let fixed = workspace.files[index].file.text();
        let edit = convert::difference(self.reading.analysis().file.text(), fixed)?;
        Some(self.action("Make all safe fixes".to_owned(), FIX_ALL.to_owned().into(), &[edit]))
    }

    fn action(&self, title: String, kind: CodeActionKind, edits: &[Edit]) -> CodeAction {
        let lines = self.document.lines(self.client.encoding);
        let edit = self.client.workspace_edit(self.document, lines.edits(edits));
        CodeAction { title, kind: Some(kind), edit: Some(edit), ..CodeAction::default() }
    }

    fn shown(&self, finding: &Finding) -> gen_lsp_types::Diagnostic {
        diagnostics::of_finding(&self.document.uri, self.document.lines(self.client.encoding), finding)
    }
}

impl Client {
    /// Edits of one document, tied to its version if the editor knows how.
    fn workspace_edit(&self, document: &Document, edits: Vec<TextEdit>) -> WorkspaceEdit {
        use gen_lsp_types::{
            DocumentChange, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit,
            TextDocumentIdentifier, Uri,
        };
        let uri = Uri(document.uri.clone());
        if !self.versioned_edits {
            return WorkspaceEdit { changes: Some([(uri, edits)].into()), ..WorkspaceEdit::default() };
        }
        let text_document = OptionalVersionedTextDocumentIdentifier {
            version: Some(document.version),
            text_document_identifier: TextDocumentIdentifier { uri },
        };
        let edits = edits.into_iter().map(Into::into).collect();
        let change = DocumentChange::TextDocumentEdit(TextDocumentEdit { text_document, edits });
        WorkspaceEdit { document_changes: Some(vec![change]), ..WorkspaceEdit::default() }
    }
}

/// A comment at the end of the finding's first line, or one more name in the comment that stands there.
fn on_line(analysis: &Analysis, finding: &Finding) -> Edit {
    let file = &analysis.file;
    let line = file.line_index(finding.span.start());
    let start = file.line_span(line).start();
    let text = file.line(line);
    let whole = Span::new(start, start + text.len());
    if let Some(edit) = one_more(analysis, finding.rule, "<!-- agenda-lint-disable-line ", whole) {
        return edit;
    }
    let comment = format!(" <!-- agenda-lint-disable-line {} -->", finding.rule);
    Edit::replace(Span::new(start + text.trim_end().len(), whole.end()), comment)
}

/// A comment at the end of the file, or one more name in the one that the file has.
fn in_file(analysis: &Analysis, finding: &Finding) -> Edit {
    let file = &analysis.file;
    if let Some(edit) = one_more(analysis, finding.rule, "<!-- agenda-lint-disable-file ", file.span()) {
        return edit;
    }
    let text = file.text();
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let comment = format!("{newline}{newline}<!-- agenda-lint-disable-file {} -->{newline}", finding.rule);
    Edit::replace(Span::new(text.trim_end().len(), text.len()), comment)
}

/// Adds a rule's name to a comment inside `span` that begins with `opening` and names rules.
fn one_more(analysis: &Analysis, rule: &str, opening: &str, span: Span) -> Option<Edit> {
    let is_meant =
        |comment: Span| span.contains(comment) && analysis.file.slice(comment).starts_with(opening);
    let found = analysis.suppressions.iter().find(|found| is_meant(found.comment))?;
    let last = found.rules.last()?;
    Some(Edit::insert(last.span.end(), format!(" {rule}")))
}

/// Whether an edit does what it is for: a comment in code or in front matter silences nothing.
fn silences(analysis: &Analysis, edit: &Edit, finding: &Finding) -> bool {
    let (text, _) = apply(analysis.file.text(), [std::slice::from_ref(edit)]);
    analysis.suppressions_in(text).iter().any(|found| found.covers(finding.rule, finding.span.start()))
}

fn capitalised(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
