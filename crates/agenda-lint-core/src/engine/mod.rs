//! Which findings count, in which order, and their fixes.
//!
//! Suppressions, severities and the order of findings are applied here, once; no rule knows of
//! them. May use: every layer before it.

mod fix;
mod privacy;
mod suppress;

pub use fix::{Fixed, MAX_ROUNDS};
pub use privacy::{Privacy, Shown};

use crate::{
    analysis::Workspace,
    diagnostic::Diagnostic,
    rules::{Active, Context},
};

/// The rules that are on, ready to read files.
#[derive(Debug)]
pub struct Linter {
    rules: Vec<Active>,
}

impl Linter {
    /// A linter with these rules.
    pub fn new(rules: Vec<Active>) -> Self {
        Self { rules }
    }

    /// Whether a rule is on.
    pub fn runs(&self, rule: &str) -> bool {
        self.rules.iter().any(|active| active.meta.name == rule)
    }

    /// The findings in one file of a workspace, which is given by its place in
    /// [`Workspace::files`]: in the order of the text, and without those that a comment silences.
    pub fn check(&self, workspace: &Workspace, file: usize) -> Vec<Diagnostic> {
        let Some(analysis) = workspace.files.get(file) else { return Vec::new() };
        let context = Context::new(analysis, workspace);
        let mut found = Vec::with_capacity(32);
        for rule in &self.rules {
            rule.check(&context, &mut found);
        }
        let mut found = suppress::apply(&self.rules, analysis, found);
        found.sort_by(|one, other| {
            (one.span, one.rule, &one.message).cmp(&(other.span, other.rule, &other.message))
        });
        found
    }
}

#[cfg(test)]
mod tests;
