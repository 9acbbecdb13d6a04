//! Stand-in until the engine is here.
#![allow(missing_docs, clippy::allow_attributes)]
use crate::{
    analysis::*,
    config::Config,
    diagnostic::*,
    rules::{Active, Context},
    text::SourceFile,
};
use jiff::civil::Date;
use std::sync::Arc;

#[derive(Debug)]
pub struct Linter {
    rules: Vec<Active>,
}

#[derive(Debug)]
pub struct Fixed {
    pub text: String,
    pub made: usize,
    pub left: Vec<Diagnostic>,
    pub converged: bool,
}

impl Linter {
    pub fn new(config: &Config) -> Self {
        Self { rules: config.rules.active(|meta, level| config.severity(meta, level)) }
    }

    pub fn check(&self, workspace: &Workspace, index: usize) -> Vec<Diagnostic> {
        let cx = Context { file: &workspace.files[index], workspace };
        let mut found = Vec::new();
        for rule in &self.rules {
            rule.check(&cx, &mut found);
        }
        found.sort_by_key(|d| (d.span, d.rule));
        found
    }

    pub fn fix(
        &self,
        file: SourceFile,
        knowledge: &Arc<Knowledge>,
        scope: Scope,
        today: Option<Date>,
        _upto: Applicability,
    ) -> Fixed {
        let w = Workspace::single(file.clone(), knowledge, scope, today);
        Fixed { text: file.text().to_owned(), made: 0, left: self.check(&w, 0), converged: true }
    }
}
