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
    signs: [String; 3],
    /// What begins the further lines of their messages.
    bars: [String; 3],
    /// What begins the help.
    pub help: String,
    /// What stands before the name and the place in the head of a frame.
    pub head: Indented,
    /// What stands after them.
    pub head_end: String,
    /// What stands before the number of a line, and between it and the text.
    pub number: [String; 2],
    /// The colours of underlines, in turn.
    marks: [Paint; 3],
    /// What leads past a line of marks to a label further down.
    pub bar: &'static str,
    /// Left of what stands beneath a line.
    pub gap: Indented,
    /// The last line of a frame.
    pub bottom: Indented,
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

/// As many blanks as are drawn at once.
pub(super) const BLANKS: &str = match std::str::from_utf8(&[b' '; Theme::REACH]) {
    Ok(blanks) => blanks,
    Err(_) => "",
};

/// What is drawn after blanks.
#[derive(Debug)]
pub(super) struct Indented(String);

impl Indented {
    fn new(text: &str) -> Self {
        Self(format!("{BLANKS}{text}"))
    }

    /// It, after so many blanks; at most [`Theme::REACH`].
    pub(super) fn after(&self, blanks: usize) -> &str {
        &self.0[Theme::REACH - blanks.min(Theme::REACH)..]
    }
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
        let help = color(AnsiColor::Cyan);
        let head = paint(AnsiColor::Cyan.on_default().underline().bold());
        let number = paint(Ansi::new().dimmed());
        let severities = [AnsiColor::Red, AnsiColor::Yellow, AnsiColor::Cyan].map(color);
        let signs = if style.unicode { ["×", "⚠", "☞"] } else { ["x", "!", ">"] };
        let before = |paint: &Paint, sign: &str| format!("  {}{sign}{} ", paint.on, paint.off);
        Self {
            width: style.width,
            signs: std::array::from_fn(|index| before(&severities[index], signs[index])),
            bars: severities.each_ref().map(|paint| before(paint, bar)),
            help: format!("{}  help: {}", help.on, help.off),
            head: Indented::new(&format!("{}{}", pick("╭─[", ",-["), head.on)),
            head_end: format!("{}]\n", head.off),
            number: [format!(" {}", number.on), format!("{} {bar} ", number.off)],
            marks: [AnsiColor::Magenta, AnsiColor::Yellow, AnsiColor::Green].map(bold),
            bar,
            gap: Indented::new(pick("· ", ": ")),
            bottom: Indented::new(pick("╰────\n", "`----\n")),
            underline: pick("─", "^").repeat(Self::REACH),
            joint: pick("┬", "|"),
            point: pick("▲", "^"),
            corner: pick("╰── ", "`-- "),
        }
    }

    /// The colour of the underline of the place at `index` in its frame.
    pub(super) fn mark(&self, index: usize) -> &Paint {
        &self.marks[index % self.marks.len()]
    }

    /// What begins the message of a finding, and what begins the further lines of it.
    pub(super) fn severity(&self, severity: Option<Severity>) -> (&str, &str) {
        let index = match severity {
            Some(Severity::Error) | None => 0,
            Some(Severity::Warning) => 1,
            Some(Severity::Advice) => 2,
        };
        (&self.signs[index], &self.bars[index])
    }
}
