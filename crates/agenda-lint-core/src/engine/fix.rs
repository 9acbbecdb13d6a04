//! Makes fixes until nothing is left to mend.

use crate::{
    analysis::{Analysis, Workspace},
    diagnostic::{Applicability, Diagnostic},
    text::{Edit, SourceFile, apply},
};

use super::Linter;

/// How many rounds of fixes are made before giving up.
pub const MAX_ROUNDS: usize = 10;

/// A file after its fixes.
#[derive(Clone, Debug)]
pub struct Fixed {
    /// The text, without its byte-order mark; the original if the fixes did not settle.
    pub file: SourceFile,
    /// How many fixes were made.
    pub made: usize,
    /// What is left to find.
    pub left: Vec<Diagnostic>,
    /// Whether the fixes came to an end within [`MAX_ROUNDS`].
    pub settled: bool,
}

impl Linter {
    /// Makes the fixes of one file, up to a level of freedom, until none is left.
    ///
    /// `read` reads a text of the file in its workspace, at index 0. A fix that would leave a
    /// document with fewer meetings or items than before is not made.
    pub fn fix(
        &self,
        file: &SourceFile,
        upto: Applicability,
        read: impl Fn(SourceFile) -> Workspace,
    ) -> Fixed {
        let mut current = read(file.clone());
        let mut made = 0;
        for _ in 0..MAX_ROUNDS {
            let found = self.check(&current, 0);
            let groups = groups(&found, upto);
            let next = round(&current.files[0], &groups, &read);
            let Some((workspace, count)) = next else {
                return Fixed { file: current.files[0].file.clone(), made, left: found, settled: true };
            };
            made += count;
            current = workspace;
        }
        let left = self.check(&read(file.clone()), 0);
        Fixed { file: file.clone(), made: 0, left, settled: false }
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
    read: &impl Fn(SourceFile) -> Workspace,
) -> Option<(Workspace, usize)> {
    let attempt = |groups: &[&[Edit]]| {
        let (text, made) = apply(before.file.text(), groups.iter().copied());
        if made.is_empty() || text == before.file.text() {
            return None;
        }
        let workspace = read(before.file.with_text(text));
        is_unharmed(before, &workspace.files[0]).then_some((workspace, made.len()))
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
