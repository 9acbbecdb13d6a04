//! Front matter: nothing but the blanks at the ends of its lines.

use super::{proposal::Pass, walk::Walk};

impl Walk<'_> {
    /// Trims the lines before line `body`, unless a block of literal text might want its blanks.
    pub(super) fn front_matter(&mut self, body: usize) {
        let lines = (0..body).map(|line| self.file.line(line).trim_end());
        let is_literal = |line: &str| {
            let header = line.trim_end_matches(|c: char| matches!(c, '+' | '-') || c.is_ascii_digit());
            header.ends_with(['|', '>', '"', '\''])
        };
        if !self.config.front_matter.is_on() || lines.clone().any(is_literal) {
            return;
        }
        for line in 0..body {
            let (start, end) = (self.line_start(line), self.line_end(line));
            let length = self.text[start..end].trim_end_matches([' ', '\t']).len();
            self.out.replace(Pass::FrontMatter, start + length, end, "");
        }
    }
}
