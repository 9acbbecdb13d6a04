//! What belongs to one-on-ones: one form for dates, actions, sections and the table of contents.
//!
//! These passes change what a reader sees, so they are made only when asked for, and each has a
//! check of its own: the notes as they are understood before and after may differ only as meant.

mod actions;
mod check;
mod contents;
mod dates;
mod sections;

use std::sync::Arc;

use crate::{
    analysis::{Analysis, Knowledge, Scope},
    text::SourceFile,
};

use super::{
    Refusal,
    config::{Dates, FormatConfig},
    proposal::Pass,
};

use check::Freedom;

/// Makes the new text of a file, or nothing where there is nothing to do.
type Rewrite = fn(&Analysis) -> Option<String>;

/// The notes after the passes that `config` asks for, and those that would have changed more than
/// they are meant to.
pub(super) fn rewrite(
    file: &SourceFile,
    config: &FormatConfig,
    knowledge: &Arc<Knowledge>,
) -> (SourceFile, Vec<Refusal>) {
    let passes: [(Pass, bool, Freedom, Rewrite); 4] = [
        (Pass::Dates, config.dates == Dates::Iso, Freedom::None, dates::rewrite),
        (Pass::Actions, config.actions.is_on(), Freedom::Wording, actions::rewrite),
        (Pass::Sections, config.sections.is_on(), Freedom::Order, sections::rewrite),
        (Pass::Contents, config.contents.is_on(), Freedom::None, contents::rewrite),
    ];
    let mut file = file.clone();
    let mut refused = Vec::new();
    for (pass, _, freedom, rewrite) in passes.into_iter().filter(|(_, is_on, ..)| *is_on) {
        let before = Analysis::new(file.clone(), knowledge, Scope::All(None));
        let Some(text) = rewrite(&before) else { continue };
        let after = Analysis::new(file.with_text(text), knowledge, Scope::All(None));
        if check::says_the_same(&before, &after, freedom) {
            file = after.file;
        } else {
            refused.push(Refusal { pass, span: file.span() });
        }
    }
    (file, refused)
}

/// Whether any of these passes is asked for.
pub(super) fn are_wanted(config: &FormatConfig) -> bool {
    config.dates == Dates::Iso
        || [config.actions, config.sections, config.contents].iter().any(|on| on.is_on())
}
