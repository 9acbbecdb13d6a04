//! The settings that the command line asks for.

use agenda_lint_core::{
    config::Selection,
    files::{Settings, Source},
};

use crate::args::Global;

/// Where the options say that settings come from.
pub(crate) fn source(global: &Global) -> Source {
    match (&global.config, global.no_config) {
        (Some(path), _) => Source::Given(path.clone()),
        (None, true) => Source::Nothing,
        (None, false) => Source::Nearest,
    }
}

/// The settings for a run of these options.
pub(crate) fn settings(global: &Global, selection: Selection) -> Settings {
    // In a folder that was removed, paths stay relative and match no pattern.
    let here = std::env::current_dir().unwrap_or_default();
    Settings::new(here, source(global), selection)
}
