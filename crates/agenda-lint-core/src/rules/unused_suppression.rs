//! A comment that silences nothing.

use super::{Context, Rule, declare::declare_rule};
use crate::diagnostic::Sink;

declare_rule! {
    /// A comment that silences a rule silences a finding.
    ///
    /// ## Why
    ///
    /// A comment that outlives its finding hides the next one, and nobody knows any more what it
    /// was for. A rule's name that does not exist silences nothing at all.
    ///
    /// `--fix` takes such comments out.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// - Offsite <!-- agenda-lint-disable-line no-topics -->
    /// ```
    ///
    /// ```md,fixed
    /// ## 2026-03-02
    /// - Offsite
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Advice
    /// - Any advice on hiring? <!-- agenda-lint-disable-line vague-advise, vague-advice -->
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Advice
    /// - Any advice on hiring? <!-- agenda-lint-disable-line vague-advice -- Kate knows the story -->
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// - Offsite
    ///
    ///   `<!-- agenda-lint-disable-line -->` silences a line
    /// ```
    UnusedSuppression, "unused-suppression" {
        group: Hygiene, severity: Warning, minimal: true,
        fix: Safe, scope: File, reads: All, since: "0.1.0"
    }
}

impl Rule for UnusedSuppression {
    /// Finds nothing by itself: which comments were used is known only when all rules have run, so
    /// the engine reports them, under this rule's name and severity.
    fn check(&self, _: &Context<'_>, _: &mut Sink<'_>) {}
}
