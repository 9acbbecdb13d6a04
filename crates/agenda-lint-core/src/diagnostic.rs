//! What a rule reports: plain data, without the rule.
//!
//! A diagnostic carries the rule's name only, so that this layer knows nothing of rules.
//! Most of its texts are the rule's own words, which are borrowed. May use: `text`.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::text::{Edit, Span};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Worth mending before the meeting.
    Warning,
    /// Plainly wrong.
    Error,
}

impl Severity {
    /// The severity as it is written in configs and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// How freely a fix may be made. Ordered: who admits a level admits those below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Applicability {
    /// The meaning a reader takes stays the same.
    Safe,
    /// Adds or moves text.
    Unsafe,
}

impl Applicability {
    /// The level as reports write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Unsafe => "unsafe",
        }
    }
}

/// A change that mends a finding, made wholly or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What the change does, as an order: "move the section".
    pub title: Cow<'static, str>,
    /// How freely it may be made.
    pub applicability: Applicability,
    /// The changes; disjoint.
    pub edits: Vec<Edit>,
}

/// A further place that a finding points at: what was recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What stands there, in a few words.
    pub text: Cow<'static, str>,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's name.
    pub rule: &'static str,
    /// How much it matters to this user.
    pub severity: Severity,
    /// What it is about.
    pub span: Span,
    /// What is missing or wrong, in one sentence: lower case, no full stop.
    pub message: Cow<'static, str>,
    /// What was recognised.
    pub labels: Vec<Label>,
    /// How to put it right; may hold several lines.
    pub help: Option<Cow<'static, str>>,
    /// A change that puts it right.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// Adds a place that was recognised.
    pub fn label(&mut self, span: Span, text: impl Into<Cow<'static, str>>) -> &mut Self {
        if self.labels.is_empty() {
            // Few findings have more.
            self.labels = Vec::with_capacity(3);
        }
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// Says how to put it right.
    pub fn help(&mut self, help: impl Into<Cow<'static, str>>) -> &mut Self {
        self.help = Some(help.into());
        self
    }

    /// Gives a fix that keeps the meaning.
    pub fn safe_fix(&mut self, title: impl Into<Cow<'static, str>>, edits: Vec<Edit>) -> &mut Self {
        self.fix = Some(Fix { title: title.into(), applicability: Applicability::Safe, edits });
        self
    }

    /// Gives a fix that adds or moves text.
    pub fn unsafe_fix(&mut self, title: impl Into<Cow<'static, str>>, edits: Vec<Edit>) -> &mut Self {
        self.fix = Some(Fix { title: title.into(), applicability: Applicability::Unsafe, edits });
        self
    }
}

/// Where a rule puts its findings; it knows the rule's name and severity, so the rule need not.
#[derive(Debug)]
pub struct Sink<'a> {
    rule: &'static str,
    severity: Severity,
    found: &'a mut Vec<Diagnostic>,
}

impl<'a> Sink<'a> {
    /// A sink for the findings of one rule.
    pub fn new(rule: &'static str, severity: Severity, found: &'a mut Vec<Diagnostic>) -> Self {
        Self { rule, severity, found }
    }

    /// The name of the rule whose findings it takes.
    pub fn rule(&self) -> &'static str {
        self.rule
    }

    /// Reports a finding about `span`; labels, help and a fix can be added to what is returned.
    pub fn report(&mut self, span: Span, message: impl Into<Cow<'static, str>>) -> &mut Diagnostic {
        let at = self.found.len();
        self.found.push(Diagnostic {
            rule: self.rule,
            severity: self.severity,
            span,
            message: message.into(),
            labels: Vec::new(),
            help: None,
            fix: None,
        });
        &mut self.found[at]
    }

    /// As [`Sink::report`], at `info` whatever the rule's severity is: for what is a hint rather
    /// than a fault.
    pub fn hint(&mut self, span: Span, message: impl Into<Cow<'static, str>>) -> &mut Diagnostic {
        let severity = self.severity.min(Severity::Info);
        let found = self.report(span, message);
        found.severity = severity;
        found
    }
}
