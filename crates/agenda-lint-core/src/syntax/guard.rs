//! What stands before the parser, so that no text can make it slow.
//!
//! The parser needs time in proportion to the depth of its containers for each line that continues
//! a paragraph; a bound on the depth, found by looking at the lines alone, keeps it linear.

use std::borrow::Cow;

use crate::text::SourceFile;

use super::front_matter;

/// How deep quotes and lists may be nested.
pub const MAX_DEPTH: usize = 64;

/// A line that opens more containers than [`MAX_DEPTH`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooDeep {
    /// The byte offset of the line's start.
    pub offset: usize,
}

/// Where a file is nested too deeply to be read, if it is; found without reading its Markdown: the
/// first line that might open a container deeper than [`MAX_DEPTH`].
///
/// A line opens at most one container for each marker it begins with, inside at most one for every
/// two columns of indentation.
pub fn too_deep(file: &SourceFile) -> Option<TooDeep> {
    let body = front_matter::split(file).map_or(0, |(_, body)| body);
    too_deep_from(file, body)
}

/// As [`too_deep`], for what stands from byte `body` on.
pub(super) fn too_deep_from(file: &SourceFile, body: usize) -> Option<TooDeep> {
    let bytes = file.text().as_bytes();
    let deep = |&offset: &usize| opens_at_length(bytes, offset) && line_depth(&bytes[offset..]) > MAX_DEPTH;
    file.line_starts_from(body).find(deep).map(|offset| TooDeep { offset })
}

/// Whether the line at `offset` may open more containers than [`MAX_DEPTH`]. No byte opens more than two
/// (a tab is four columns), so that many reach far into the line; nearly every line has words there.
fn opens_at_length(bytes: &[u8], offset: usize) -> bool {
    // Letters are told by the first comparison.
    let is_marker =
        |byte: &u8| *byte <= b'>' && matches!(byte, b'\t' | b' ' | b'>' | b')'..=b'.' | b'0'..=b'9');
    let at = |part: usize| bytes.get(offset + MAX_DEPTH / part).is_some_and(is_marker);
    at(4) && at(2) && bytes.len() - offset > MAX_DEPTH
}

fn line_depth(line: &[u8]) -> usize {
    let mut columns = 0_usize;
    let mut markers = 0;
    let mut at = 0;
    let mut only_dashes = true;
    while let Some(&byte) = line.get(at) {
        match byte {
            b' ' => columns += 1,
            b'\t' => columns += 4,
            b'>' => {
                markers += 1;
                only_dashes = false;
            }
            b'-' | b'+' | b'*' if matches!(line.get(at + 1), None | Some(b' ' | b'\t' | b'\n' | b'\r')) => {
                markers += 1;
            }
            b'0'..=b'9' => {
                let digits = line[at..].iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
                if !matches!(line.get(at + digits), Some(b'.' | b')')) {
                    only_dashes = false;
                    break;
                }
                at += digits;
                markers += 1;
                only_dashes = false;
            }
            b'\n' | b'\r' => break,
            _ => {
                only_dashes = false;
                break;
            }
        }
        at += 1;
    }
    // Blanks after a marker are counted once as indentation and once in the marker itself; since a
    // marker is at least two columns wide, only what exceeds that can hide further containers.
    let hidden = columns.saturating_sub(markers) / 2;
    if markers == 0 || (only_dashes && markers >= 3) { 0 } else { markers + hidden }
}

/// The text as the parser is given it: a lone carriage return becomes a line feed, which the parser
/// reads in linear time. The length stays, so offsets stay true.
pub(super) fn without_lone_returns(text: &str) -> Cow<'_, str> {
    let is_lone = |at: usize| text.as_bytes().get(at + 1) != Some(&b'\n');
    if !memchr::memchr_iter(b'\r', text.as_bytes()).any(is_lone) {
        return Cow::Borrowed(text);
    }
    let copy = text.char_indices().map(|(at, c)| if c == '\r' && is_lone(at) { '\n' } else { c });
    Cow::Owned(copy.collect())
}
