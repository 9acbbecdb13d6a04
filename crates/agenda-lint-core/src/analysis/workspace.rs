//! All files, and what is known before one is read.

use std::sync::Arc;

use jiff::civil::Date;

use crate::{document::Conventions, language::UserCues, text::SourceFile};

use super::{Analysis, Scope, okr::Registry};

/// What is known before a file is read: from the config and from the objectives it names.
#[derive(Debug, Default)]
pub struct Knowledge {
    /// Names of sections and of people.
    pub conventions: Conventions,
    /// The user's own cues.
    pub cues: UserCues,
    /// The objectives and key results.
    pub okrs: Registry,
}

/// The files of a run.
#[derive(Debug)]
pub struct Workspace {
    /// The files.
    pub files: Vec<Analysis>,
    /// The day against which dates are held; none makes rules about today silent.
    pub today: Option<Date>,
    /// Whether the files are all there is, so that rules across meetings may speak.
    pub whole: bool,
}

impl Workspace {
    /// A workspace of one file, which says nothing of other files.
    pub fn single(file: SourceFile, knowledge: &Arc<Knowledge>, scope: Scope, today: Option<Date>) -> Self {
        Self { files: vec![Analysis::new(file, knowledge, scope)], today, whole: false }
    }
}
