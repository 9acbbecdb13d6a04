//! Breaks lines at blanks.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Adds `text` and a line feed to `out`; each line but the first begins with `indent`, and none that
/// holds a blank has more than `width` columns after it.
///
/// What a line is indented by, and the bullet it begins with, stay free in the lines it is broken to.
pub(super) fn wrap(out: &mut String, text: &str, indent: &str, width: usize) {
    let mut next = Some(text).filter(|text| !text.is_empty());
    while let Some(text) = next.take() {
        let line = match memchr::memchr(b'\n', text.as_bytes()) {
            Some(end) => {
                next = Some(&text[end + 1..]).filter(|rest| !rest.is_empty());
                &text[..end]
            }
            None => text,
        };
        // Most lines fit.
        if line.len() <= width {
            out.push_str(line);
        } else {
            break_line(out, line, indent, width);
        }
        out.push('\n');
        if next.is_some() {
            out.push_str(indent);
        }
    }
}

/// Adds a line, broken where it is too long.
fn break_line(out: &mut String, line: &str, indent: &str, width: usize) {
    let hang = line.len() - line.trim_start_matches([' ', '-']).len();
    let mut rest = line;
    let mut from = hang;
    let mut room = width;
    while let Some((end, next)) = break_at(rest, from, room) {
        out.push_str(&rest[..end]);
        out.push('\n');
        out.push_str(indent);
        out.extend(std::iter::repeat_n(' ', hang));
        rest = &rest[next..];
        from = 0;
        room = width.saturating_sub(hang);
    }
    out.push_str(rest);
}

/// Where a line of more than `width` columns ends, and where the next one begins.
fn break_at(line: &str, from: usize, width: usize) -> Option<(usize, usize)> {
    // No character has more columns than bytes.
    if line.len() <= width {
        return None;
    }
    if line.is_ascii() {
        // The last blank that fits, or else the first.
        let fits = line.as_bytes()[..=width].iter().rposition(|&byte| byte == b' ').filter(|&at| at > from);
        let end = fits.or_else(|| Some(from + 1 + line.get(from + 1..)?.find(' ')?))?;
        return parted(line, end);
    }
    if line.width() <= width {
        return None;
    }
    let mut columns = 0;
    let mut end = None;
    for (at, c) in line.char_indices() {
        if c == ' ' && at > from && (columns <= width || end.is_none()) {
            end = Some(at);
        }
        columns += c.width().unwrap_or(0);
        if columns > width && end.is_some() {
            break;
        }
    }
    parted(line, end?)
}

/// The end of what stands before the blanks at `end`, and the beginning of what stands after them.
fn parted(line: &str, end: usize) -> Option<(usize, usize)> {
    let rest = line[end..].trim_start_matches(' ');
    (!rest.is_empty()).then(|| (line[..end].trim_end_matches(' ').len(), line.len() - rest.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_at_blanks() {
        for (text, expected) in [
            ("short", "short\n"),
            ("one two three four", "one two\n> three\n> four\n"),
            ("one  two  three", "one  two\n> three\n"),
            ("overlongword next one", "overlongword\n> next one\n"),
            ("next overlongword", "next\n> overlongword\n"),
            ("a:\n  - one two three", "a:\n>   - one\n>     two\n>     three\n"),
            ("日本 日本 日本", "日本\n> 日本\n> 日本\n"),
            ("exactly8 x", "exactly8\n> x\n"),
        ] {
            let mut out = String::new();
            wrap(&mut out, text, "> ", 8);
            assert_eq!(out, expected, "{text:?}");
        }
    }
}
