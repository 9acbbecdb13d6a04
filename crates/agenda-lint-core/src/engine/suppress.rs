//! Takes out the findings that comments silence, and reports the comments that silence nothing.

use crate::{
    analysis::{Analysis, Extent, Suppression, Target},
    diagnostic::{Diagnostic, Sink},
    rules::{Active, RULES, Reads},
    text::{Edit, Span},
};

/// The rule that speaks of comments which silence nothing.
const UNUSED: &str = "unused-suppression";

pub(super) fn apply(rules: &[Active], analysis: &Analysis, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if analysis.suppressions.is_empty() {
        return found;
    }
    let mut used: Vec<Vec<&'static str>> = vec![Vec::new(); analysis.suppressions.len()];
    let mut kept = Vec::with_capacity(found.len());
    for finding in found {
        let mut silenced = false;
        for at in analysis.silencing(finding.rule, finding.span.start()) {
            silenced = true;
            used[at].push(finding.rule);
        }
        if !silenced {
            kept.push(finding);
        }
    }
    if let Some(unused) = rules.iter().find(|rule| rule.meta.name == UNUSED) {
        let mut about_comments = Vec::new();
        let mut sink = Sink::new(UNUSED, unused.severity, &mut about_comments);
        for (suppression, used) in analysis.suppressions.iter().zip(&used) {
            judge(rules, analysis, suppression, used, &mut sink);
        }
        let silenced = |finding: &Diagnostic| {
            let mut comments = analysis.silencing(UNUSED, finding.span.start());
            comments.any(|at| analysis.suppressions[at].rules.iter().any(|target| target.name == UNUSED))
        };
        kept.extend(about_comments.into_iter().filter(|finding| !silenced(finding)));
    }
    kept
}

fn judge(
    rules: &[Active],
    analysis: &Analysis,
    suppression: &Suppression,
    used: &[&str],
    sink: &mut Sink<'_>,
) {
    if suppression.rules.is_empty() {
        if used.is_empty() && could_speak(analysis, suppression, None) {
            sink.report(suppression.comment, "this comment silences nothing")
                .help("take it out; what it was for is gone")
                .safe_fix("remove the comment", vec![Edit::delete(whole(analysis, suppression.comment))]);
        }
        return;
    }
    for target in suppression.rules.iter().filter(|target| target.name != UNUSED) {
        let Some(meta) = RULES.iter().find(|meta| meta.name == target.name) else {
            let nearest = crate::nearest::nearest(&target.name, RULES.iter().map(|meta| meta.name));
            let help = nearest.map_or("`agenda-lint rules` lists them all".to_owned(), |name| {
                format!("did you mean `{name}`?")
            });
            sink.report(target.span, format!("there is no rule `{}`", target.name))
                .help(help)
                .safe_fix("remove the name", removal(analysis, suppression, target));
            continue;
        };
        let runs = rules.iter().any(|rule| rule.meta.name == target.name);
        if runs && !used.contains(&meta.name) && could_speak(analysis, suppression, Some(meta.reads)) {
            sink.report(target.span, format!("`{}` has nothing to silence here", target.name))
                .help("take the name out; what it was for is gone")
                .safe_fix("remove the name", removal(analysis, suppression, target));
        }
    }
}

/// Whether a rule that reads `reads` looked at all that the comment covers. Where only the next
/// meeting is judged, a comment in an older one has had its day.
fn could_speak(analysis: &Analysis, suppression: &Suppression, reads: Option<Reads>) -> bool {
    if reads == Some(Reads::All) || analysis.agenda().count() == analysis.document.meetings.len() {
        return true;
    }
    match suppression.extent {
        Extent::File => false,
        Extent::Bytes(span) => analysis.agenda().any(|meeting| meeting.span.contains(span)),
    }
}

/// Takes one name out of a comment, or the comment if it is the only one.
fn removal(analysis: &Analysis, suppression: &Suppression, target: &Target) -> Vec<Edit> {
    if suppression.rules.len() == 1 {
        return vec![Edit::delete(whole(analysis, suppression.comment))];
    }
    let is_separator = [' ', ','];
    let (before, after) = analysis.file.text().split_at(target.span.start());
    let after = &after[target.span.len()..];
    // The first name takes what parts it from the next with it, any other what parts it from the last.
    let is_first = suppression.rules.first() == Some(target);
    let behind = if is_first { after.len() - after.trim_start_matches(is_separator).len() } else { 0 };
    let ahead = if is_first { 0 } else { before.len() - before.trim_end_matches(is_separator).len() };
    vec![Edit::delete(Span::new(target.span.start() - ahead, target.span.end() + behind))]
}

/// A comment with the blanks before it; with its line, if it stands alone on one.
fn whole(analysis: &Analysis, comment: Span) -> Span {
    let file = &analysis.file;
    let line = file.line_span(file.line_index(comment.start()));
    let alone = line.contains(comment) && file.slice(line).trim() == file.slice(comment);
    if alone {
        return line;
    }
    let before = &file.text()[line.start()..comment.start()];
    Span::new(line.start() + before.trim_end().len(), comment.end())
}
