//! A rule that is on.

use std::fmt;

use super::{Context, Level, Rule, RuleMeta, Setting};
use crate::diagnostic::{Diagnostic, Severity, Sink};

type Check = dyn Fn(&Context<'_>, &mut Sink<'_>) + Send + Sync;

/// A rule that is on, with its severity and options.
pub struct Active {
    /// What is known of the rule.
    pub meta: &'static RuleMeta,
    /// How much its findings matter to this user.
    pub severity: Severity,
    check: Box<Check>,
}

impl Active {
    /// Adds what the rule finds in `cx.file` to `found`.
    pub fn check(&self, cx: &Context<'_>, found: &mut Vec<Diagnostic>) {
        (self.check)(cx, &mut Sink::new(self.meta.name, self.severity, found));
    }
}

impl fmt::Debug for Active {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} = {}", self.meta.name, self.severity.name())
    }
}

impl<R: Rule> Setting<R> {
    /// The rule, if `severity` says that it is on.
    pub(super) fn active(
        &self,
        severity: impl Fn(&'static RuleMeta, Option<Level>) -> Option<Severity>,
    ) -> Option<Active> {
        let meta = const { &R::META };
        let severity = severity(meta, self.level)?;
        let rule = self.options.clone().unwrap_or_default();
        Some(Active { meta, severity, check: Box::new(move |cx, out| rule.check(cx, out)) })
    }
}
