//! How the output looks: colours, width, and the characters of frames.

use std::{env, io, io::IsTerminal};

/// When to colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Everywhere.
    Always,
    /// Nowhere.
    Never,
}

/// How the output looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Style {
    /// Colours are used.
    pub color: bool,
    /// Frames are drawn with box characters rather than with ASCII.
    pub unicode: bool,
    /// The columns a line may have.
    pub width: usize,
    /// What was written can be taken away again.
    pub clears: bool,
}

/// The width where there is no terminal, so that files and tests always read alike.
const WIDTH: usize = 100;

impl Style {
    /// What standard output can bear. This is the one place that asks the environment for it.
    #[expect(clippy::disallowed_methods, reason = "the terminal's settings are in the environment")]
    pub(crate) fn detect(color: Color) -> Self {
        let set = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
        let terminal = io::stdout().is_terminal();
        let dumb = set("TERM").is_some_and(|term| term == "dumb");
        let color = match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto if set("NO_COLOR").is_some() => false,
            Color::Auto if set("CLICOLOR_FORCE").is_some_and(|value| value != "0") => true,
            Color::Auto => terminal && !dumb,
        };
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
        // In a pipe the output is UTF-8 whatever the terminal and the locale, as the notes are.
        let utf8 = locale.is_none_or(|locale| {
            let locale = locale.to_ascii_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        });
        let unicode = !terminal || (utf8 && !dumb);
        let width = terminal_size::terminal_size().filter(|_| terminal);
        let width = width.map_or(WIDTH, |(columns, _)| usize::from(columns.0).clamp(40, 140));
        Self { color, unicode, width, clears: terminal && !dumb }
    }

    /// The same on standard error, which may be a terminal where standard output is none.
    pub(crate) fn for_stderr(self) -> Self {
        Self { color: self.color && io::stderr().is_terminal(), ..self }
    }
}
