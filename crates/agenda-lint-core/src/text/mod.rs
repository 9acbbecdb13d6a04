//! Bytes, lines and edits; knows no Markdown.

mod edit;
mod source;
mod span;
mod words;

pub use edit::{Edit, apply};
pub use source::{LineCol, SourceFile};
pub use span::Span;

pub(crate) use words::{Words, has_words, opens, plain_letters};

/// `text` without white space around it: as [`str::trim`], and at once where there is none.
pub fn trim(text: &str) -> &str {
    let is_visible = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    let ends = [text.as_bytes().first(), text.as_bytes().last()];
    if ends.into_iter().all(is_visible) { text } else { text.trim() }
}

/// The first line of `text`, without its end: as that of [`str::lines`], and empty where there is none.
pub fn first_line(text: &str) -> &str {
    match memchr::memchr(b'\n', text.as_bytes()) {
        Some(end) => text[..end].strip_suffix('\r').unwrap_or(&text[..end]),
        None => text,
    }
}

/// The longest beginning of `text` of at most `bytes` bytes that ends between two characters.
pub fn clip(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Whether a word is one of those known, in letters of either case; what is not ASCII counts as it stands.
pub(crate) fn is_one_of(word: &str, known: &[&str]) -> bool {
    known.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Writes a text in lower case over what `lower` holds, so that many words are told in one memory.
pub(crate) fn lower_case(text: &str, lower: &mut String) {
    lower.clear();
    if text.is_ascii() {
        lower.push_str(text);
        lower.make_ascii_lowercase();
    } else {
        lower.push_str(&text.to_lowercase());
    }
}

/// Where a piece that was cut from a text begins in it, in bytes.
pub(crate) fn offset_in(whole: &str, piece: &str) -> usize {
    piece.as_ptr() as usize - whole.as_ptr() as usize
}

#[cfg(test)]
mod tests {
    use super::{first_line, trim};

    #[test]
    fn the_first_line_is_that_of_the_library() {
        for text in ["", "a", "a\nb", "a\r\nb", "a\r", "\n", "\r\n"] {
            assert_eq!(first_line(text), text.lines().next().unwrap_or_default(), "{text:?}");
        }
    }

    #[test]
    fn white_space_of_every_kind_is_trimmed() {
        for text in ["", " ", "a", " a", "a\n", "\u{a0}é\u{2003}", "é", "a b", "a\u{3000}"] {
            assert_eq!(trim(text), text.trim(), "{text:?}");
        }
    }
}
