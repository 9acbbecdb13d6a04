//! Makes fixes until nothing is left to mend.

use crate::{
    analysis::{Analysis, Workspace},
    diagnostic::{Applicability, Diagnostic},
    text::{Edit, SourceFile, apply},
};

use super::Linter;

/// How many rounds of fixes are made before giving up.
pub const MAX_ROUNDS: usize = 10;

/// What came of the fixes of a file.
#[derive(Clone, Copy, Debug)]
pub struct Fixed {
    /// How many were made; none if they did not settle.
    pub made: usize,
    /// Whether they came to an end within [`MAX_ROUNDS`]. If not, the file is as it was.
    pub settled: bool,
}

impl Linter {
    /// Makes the fixes of one file of a workspace, up to a level of freedom, until none is left. The
    /// workspace then holds the new text.
    ///
    /// `read` reads a text of the file. A fix that would leave a document with fewer meetings or items
    /// than before is not made.
    pub fn fix(
        &self,
        workspace: &mut Workspace,
        index: usize,
        upto: Applicability,
        read: impl Fn(SourceFile) -> Analysis,
    ) -> Fixed {
        let Some(analysis) = workspace.files.get(index) else { return Fixed { made: 0, settled: true } };
        let original = analysis.file.clone();
        let mut made = 0;
        for _ in 0..MAX_ROUNDS {
            let found = self.check(workspace, index);
            let next = round(&workspace.files[index], &groups(&found, upto), &read);
            let Some((analysis, count)) = next else { return Fixed { made, settled: true } };
            made += count;
            workspace.replace(index, analysis);
        }
        workspace.replace(index, read(original));
        Fixed { made: 0, settled: false }
    }
}

fn groups(found: &[Diagnostic], upto: Applicability) -> Vec<&[Edit]> {
    let admitted =
        found.iter().filter_map(|finding| finding.fix.as_ref()).filter(|fix| fix.applicability <= upto);
    admitted.map(|fix| fix.edits.as_slice()).collect()
}

/// Makes as many groups as fit together; where that does harm, the first that does none alone.
fn round(
    before: &Analysis,
    groups: &[&[Edit]],
    read: &impl Fn(SourceFile) -> Analysis,
) -> Option<(Analysis, usize)> {
    let attempt = |groups: &[&[Edit]]| {
        let (text, made) = apply(before.file.text(), groups.iter().copied());
        if made.is_empty() || text == before.file.text() {
            return None;
        }
        let after = read(before.file.with_text(text));
        is_unharmed(before, &after).then_some((after, made.len()))
    };
    attempt(groups).or_else(|| groups.iter().find_map(|group| attempt(std::slice::from_ref(group))))
}

/// Whether everything that was a meeting or an item still is one.
fn is_unharmed(before: &Analysis, after: &Analysis) -> bool {
    let size = |analysis: &Analysis| {
        let sections = || {
            analysis
                .document
                .meetings
                .iter()
                .flat_map(|meeting| &meeting.sections)
                .chain(&analysis.document.sections)
        };
        (analysis.document.meetings.len(), sections().map(|section| section.items.len()).sum::<usize>())
    };
    let (before, after_size) = (size(before), size(after));
    after.tree.too_deep().is_none() && after_size.0 >= before.0 && after_size.1 >= before.1
}
