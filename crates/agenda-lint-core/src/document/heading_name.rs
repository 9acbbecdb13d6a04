//! The name of a heading: its words without what only adorns them.

/// A name without whose section it is, which says nothing of what it is for; none if it does not say.
pub(super) fn without_owner(name: &str) -> Option<&str> {
    let (first, rest) = name.split_once(' ')?;
    Some(rest).filter(|rest| is_owner(first) && !rest.is_empty())
}

/// Whether a word says whose or which section it is.
pub(super) fn is_owner(word: &str) -> bool {
    matches!(
        word,
        "my" | "your"
            | "our"
            | "their"
            | "his"
            | "her"
            | "the"
            | "team"
            | "weekly"
            | "key"
            | "any"
            | "other"
            | "new"
    ) || word.ends_with("'s")
        || word.ends_with("’s")
}

pub(super) fn first_word(name: &str) -> &str {
    &name[..name.bytes().position(|byte| byte == b' ').unwrap_or(name.len())]
}

/// The first word of a heading, where that is told without making a name of it: letters and digits of ASCII that nothing
/// joins to others.
pub(super) fn plain_first_word(heading: &str) -> Option<&str> {
    let bytes = heading.as_bytes();
    let end = bytes.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(bytes.len());
    let ends = matches!(bytes.get(end), None | Some(b' ' | b',' | b':' | b'.' | b'?' | b'!' | b'/'));
    (ends && bytes.first()?.is_ascii_alphabetic()).then(|| &heading[..end])
}

/// A heading's words without emoji, numbering, brackets and punctuation, in lower case.
pub(super) fn normalise(heading: &str) -> String {
    let mut name = String::with_capacity(heading.len());
    normalise_into(heading, &mut name, |_| true);
    name
}

/// As [`normalise`], into `name`: all of it, and true, if `goes_on` says so of what its first words give;
/// less, and false, if not.
pub(super) fn normalise_into(heading: &str, name: &mut String, goes_on: impl Fn(&str) -> bool) -> bool {
    name.clear();
    if let Some(plain) = plain(heading) {
        name.push_str(plain);
        name.make_ascii_lowercase();
        return goes_on(name);
    }
    let mut depth = 0_usize;
    for word in heading.split_whitespace() {
        if is_number(word) && name.is_empty() || is_shortcode(word) {
            continue;
        }
        let start = name.len();
        push_word(word, name, &mut depth);
        name[start..].make_ascii_lowercase();
        if start == 0 && !name.is_empty() && !goes_on(without_dashes(name)) {
            return false;
        }
    }
    name.truncate(without_dashes(name).len());
    !name.is_empty() || goes_on(name)
}

/// A heading without the mark at its end, if nothing else adorns it: words with a blank, an apostrophe or a hyphen between
/// each two, as most are.
fn plain(heading: &str) -> Option<&str> {
    let plain = heading.trim_end_matches(['?', ':', '!', '.']);
    let bytes = plain.as_bytes();
    let is_one = |byte: u8| byte.is_ascii_alphanumeric();
    let goes_on = |pair: &[u8]| is_one(pair[0]) || b" '-".contains(&pair[0]) && is_one(pair[1]);
    let is_framed = bytes.first()?.is_ascii_alphabetic() && is_one(*bytes.last()?);
    (is_framed && bytes.windows(2).all(goes_on)).then_some(plain)
}

fn without_dashes(name: &str) -> &str {
    name.trim_end_matches('-').trim_end()
}

/// Adds what of one of a heading's words stands outside of brackets, of which `depth` are open.
fn push_word(word: &str, name: &mut String, depth: &mut usize) {
    // What a word begins with is taken at once, up to the first mark or foreign letter.
    let is_plain = |byte: u8| *depth == 0 && byte.is_ascii_alphanumeric();
    let plain = word.bytes().position(|byte| !is_plain(byte)).unwrap_or(word.len());
    if plain > 0 && !name.is_empty() {
        name.push(' ');
    }
    name.push_str(&word[..plain]);
    let mut started = plain > 0 || name.is_empty();
    for c in word[plain..].chars() {
        match c {
            '(' | '[' => *depth += 1,
            ')' | ']' => *depth = depth.saturating_sub(1),
            _ if *depth > 0 => {}
            _ if c.is_ascii_alphanumeric() && started => name.push(c),
            _ if c.is_alphanumeric() || matches!(c, '\'' | '’' | '-') => {
                if !started {
                    name.push(' ');
                    started = true;
                }
                name.extend(c.to_lowercase().map(|c| if c == '’' { '\'' } else { c }));
            }
            _ => started = name.is_empty(),
        }
    }
}

/// `1.`, `2)`, `3/` and `1.2` number a heading.
fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ')' | '/' | ':' | '-'))
}

/// `:rocket:` is an emoji.
fn is_shortcode(word: &str) -> bool {
    word.len() > 2 && word.starts_with(':') && word.ends_with(':') && !word.contains(' ')
}
