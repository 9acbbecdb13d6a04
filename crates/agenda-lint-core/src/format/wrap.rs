//! Long lines: the lines of a paragraph end before column 80, or with their sentences.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use crate::{syntax::InlineKind, text::is_one_of};

use super::{
    config::Wrap,
    proposal::Pass,
    walk::{Leaf, Walk},
};

const COLUMNS: usize = 80;

/// Shortened words that end with a full stop and no sentence.
const SHORTENED: [&str; 14] = [
    "e.g.", "i.e.", "etc.", "vs.", "cf.", "mr.", "mrs.", "ms.", "dr.", "prof.", "no.", "approx.", "incl.",
    "ca.",
];

/// A place between two words.
struct Joint {
    /// The blanks there, or the line end with all that belongs to the lines around it.
    place: Range<usize>,
    /// The line end is shown.
    hard: bool,
}

impl Walk<'_> {
    /// Ends the lines of a paragraph where they should end. Says whether it could.
    pub(super) fn wrap(&mut self, leaf: Leaf) -> bool {
        let span = self.tree.block(leaf.id).span;
        let Some(joints) = self.joints(leaf) else { return false };
        let prefix = self.continuation();
        let mut column = prefix.width();
        let mut word_start = span.start();
        for (index, joint) in joints.iter().enumerate() {
            let word = &self.text[word_start..joint.place.start];
            let next_end = joints.get(index + 1).map_or(span.end(), |next| next.place.start);
            let next = &self.text[joint.place.end..next_end];
            column += word.width();
            let breaks = match self.config.wrap {
                _ if joint.hard => true,
                Wrap::Eighty => column + 1 + next.width() > COLUMNS,
                _ => ends_sentence(word) && begins_sentence(next),
            };
            let breaks = breaks && (joint.hard || (!begins_block(next) && !word.ends_with('\\')));
            let new = match (breaks, joint.hard) {
                (true, true) => format!("\\\n{prefix}"),
                (true, false) => format!("\n{prefix}"),
                (false, _) => " ".to_owned(),
            };
            self.out.replace(Pass::Wrap, joint.place.start, joint.place.end, &new);
            column = if breaks { prefix.width() } else { column + 1 };
            word_start = joint.place.end;
        }
        self.inlines(leaf.id);
        let end = self.line_end(leaf.last);
        self.out.replace(Pass::TrailingSpaces, span.end().min(end), end, "");
        true
    }

    /// The places between the words of a paragraph; none if a line ends inside code or a link.
    fn joints(&mut self, leaf: Leaf) -> Option<Vec<Joint>> {
        let mut joints = Vec::new();
        let mut closed_until = 0;
        let mut line = leaf.first;
        for inline in self.tree.inlines(leaf.id) {
            let (start, end) = (inline.span.start(), inline.span.end());
            match inline.kind {
                InlineKind::SoftBreak | InlineKind::HardBreak => {
                    if start < closed_until || self.is_protected(leaf.id, start) {
                        return None;
                    }
                    let (mut cursor, _) = self.continue_line(line + 1);
                    cursor.skip_blanks(usize::MAX);
                    line += 1;
                    let hard = inline.kind == InlineKind::HardBreak;
                    let text = self.text[..start].trim_end_matches([' ', '\t']).len();
                    joints.push(Joint { place: text..cursor.at, hard });
                }
                InlineKind::LinkStart | InlineKind::ImageStart => closed_until = closed_until.max(end),
                InlineKind::Text if start >= closed_until => self.spaces(leaf, start, end, &mut joints),
                _ => {}
            }
        }
        (line == leaf.last).then_some(joints)
    }

    /// The single spaces of a piece of text.
    fn spaces(&mut self, leaf: Leaf, start: usize, end: usize, joints: &mut Vec<Joint>) {
        let bytes = self.text.as_bytes();
        for at in memchr::memchr_iter(b' ', &bytes[start..end]).map(|at| start + at) {
            let is_single = |at: usize| !matches!(bytes.get(at), Some(b' ' | b'\t' | b'\n') | None);
            if at > start.saturating_sub(1)
                && at > 0
                && is_single(at - 1)
                && is_single(at + 1)
                && !self.is_protected(leaf.id, at)
            {
                joints.push(Joint { place: at..at + 1, hard: false });
            }
        }
    }
}

fn ends_sentence(word: &str) -> bool {
    let bare = word.trim_end_matches(['"', '\'', ')', ']', '*', '_', '”', '’']);
    let is_shortened = is_one_of(bare, &SHORTENED);
    let is_initial = bare.ends_with('.') && bare.chars().count() == 2;
    bare.ends_with(['.', '!', '?']) && !is_shortened && !is_initial
}

fn begins_sentence(word: &str) -> bool {
    let bare = word.trim_start_matches(['"', '\'', '(', '[', '*', '_', '“', '‘']);
    bare.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// Whether a line that begins with `word` might be no paragraph's line.
fn begins_block(word: &str) -> bool {
    let is_all = |marks: &[char]| word.chars().all(|c| marks.contains(&c));
    let digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = digits.len() < word.len() && matches!(digits, "." | ")");
    word.is_empty()
        || is_number
        || is_all(&['-', '+', '*', '_', '=', '#'])
        || word.starts_with(['>', '<', '|', ':'])
        || word.starts_with("```")
        || word.starts_with("~~~")
        || (word.starts_with('[') && word.contains("]:"))
}
