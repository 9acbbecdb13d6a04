//! The characters and colours of frames.

use anstyle::{AnsiColor, Style as Ansi};
use miette::Severity;

use super::Style;

/// How frames look.
#[derive(Debug)]
pub(super) struct Theme {
    /// The columns a line of text may have.
    pub width: usize,
    /// What begins the message of an error, a warning, and an advice.
    signs: [&'static str; 3],
    severities: [Paint; 3],
    /// What begins the further lines of their messages.
    bars: [String; 3],
    pub help: Paint,
    pub head: Paint,
    pub number: Paint,
    /// The colours of underlines, in turn.
    pub marks: [Paint; 3],
    /// Left of the lines of a text.
    pub bar: &'static str,
    /// Left of what stands beneath a line.
    pub gap: &'static str,
    pub top: &'static str,
    pub bottom: &'static str,
    /// What underlines [`Theme::REACH`] columns, and what does so above a label.
    pub underline: String,
    pub joint: &'static str,
    /// What points at a place without characters.
    pub point: &'static str,
    /// What leads to a label.
    pub corner: &'static str,
}

/// What turns a colour on, and off.
#[derive(Debug)]
pub(super) struct Paint {
    pub on: String,
    pub off: &'static str,
}

impl Theme {
    /// How many columns are drawn at once.
    pub(super) const REACH: usize = 64;

    pub(super) fn new(style: Style) -> Self {
        let paint = |ansi: Ansi| {
            let on = if style.color { ansi.render().to_string() } else { String::new() };
            Paint { on, off: if style.color { "\u{1b}[0m" } else { "" } }
        };
        let color = |color: AnsiColor| paint(color.on_default());
        let bold = |color: AnsiColor| paint(color.on_default().bold());
        let pick = |unicode, ascii| if style.unicode { unicode } else { ascii };
        let bar = pick("│", "|");
        let severities = [AnsiColor::Red, AnsiColor::Yellow, AnsiColor::Cyan].map(color);
        Self {
            width: style.width,
            signs: if style.unicode { ["×", "⚠", "☞"] } else { ["x", "!", ">"] },
            bars: severities.each_ref().map(|paint| format!("  {}{bar}{} ", paint.on, paint.off)),
            severities,
            help: color(AnsiColor::Cyan),
            head: paint(AnsiColor::Cyan.on_default().underline().bold()),
            number: paint(Ansi::new().dimmed()),
            marks: [AnsiColor::Magenta, AnsiColor::Yellow, AnsiColor::Green].map(bold),
            bar,
            gap: pick("·", ":"),
            top: pick("╭─[", ",-["),
            bottom: pick("╰────", "`----"),
            underline: pick("─", "^").repeat(Self::REACH),
            joint: pick("┬", "|"),
            point: pick("▲", "^"),
            corner: pick("╰── ", "`-- "),
        }
    }

    /// The sign of a severity, its colour, and what begins the further lines of its message.
    pub(super) fn severity(&self, severity: Option<Severity>) -> (&'static str, &Paint, &str) {
        let index = match severity {
            Some(Severity::Error) | None => 0,
            Some(Severity::Warning) => 1,
            Some(Severity::Advice) => 2,
        };
        (self.signs[index], &self.severities[index], &self.bars[index])
    }
}
