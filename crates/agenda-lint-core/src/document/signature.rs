//! What a line is signed with at its start: `KW: …`, `[AM] …`, `Kate Doe: …`.

use std::borrow::Cow;

/// What a line is signed with at its start.
#[derive(Debug)]
pub(super) struct Signature<'l> {
    pub(super) name: Cow<'l, str>,
    /// Whether a colon or brackets make it plain.
    pub(super) with_colon: bool,
    /// Whether the line nests in another.
    pub(super) nested: bool,
}

impl<'l> Signature<'l> {
    /// The signature of a line, if it may have one.
    pub(super) fn of(line: Cow<'l, str>, nested: bool) -> Option<Self> {
        let (name, with_colon) = match line {
            Cow::Borrowed(line) => signature(line).map(|(name, plain)| (Cow::Borrowed(name), plain)),
            Cow::Owned(line) => signature(&line).map(|(name, plain)| (Cow::Owned(name.to_owned()), plain)),
        }?;
        Some(Self { name, with_colon, nested })
    }

    /// As it is written.
    pub(super) fn name(&self) -> &str {
        &self.name
    }
}

/// The words of a signature, and whether a colon or brackets make it plain.
fn signature(line: &str) -> Option<(&str, bool)> {
    let line = line.trim_start();
    let order = if line.starts_with('A') {
        line.strip_prefix("Action for ").or_else(|| line.strip_prefix("ACTION for "))
    } else {
        None
    };
    let line = order.unwrap_or(line);
    if let Some(rest) = line.strip_prefix('[') {
        let (name, _) = rest.split_once(']')?;
        let is_letter = name.len() == 1 && name.starts_with(|c: char| c.is_ascii_uppercase());
        return (is_letter || is_initials(name)).then_some((name, true));
    }
    let line = line.strip_prefix('@').unwrap_or(line);
    if !line.starts_with(|c: char| c.is_uppercase() && c.is_alphanumeric()) {
        return None;
    }
    let plain = line.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '-' | '.');
    let end = line[plain..].find(|c| !is_name(c)).map_or(line.len(), |end| plain + end);
    let (name, rest) = line.split_at(end);
    // French writes a blank before the colon.
    let is_blank = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}');
    if rest.trim_start_matches(is_blank).starts_with(':') {
        return Some((name, true));
    }
    // Two names: `Kate Doe: …`.
    if let Some(second) = rest.strip_prefix(' ')
        && second.starts_with(char::is_uppercase)
        && let Some((last, _)) = second.split_once(':')
        && last.chars().all(char::is_alphabetic)
    {
        return Some((&line[..end + 1 + last.len()], true));
    }
    is_initials(name).then_some((name, false))
}

/// The most bytes that three letters take.
pub(super) const LONGEST_INITIALS: usize = 12;

/// Two or three capital letters that are not a known abbreviation.
pub(super) fn is_initials(word: &str) -> bool {
    // Most words go on with a small letter.
    !word.as_bytes().get(1).is_some_and(u8::is_ascii_lowercase)
        && word.len() <= LONGEST_INITIALS
        && (2..=3).contains(&word.chars().count())
        && word.chars().all(|c| c.is_alphabetic() && c.is_uppercase())
        && !is_abbreviation(word.as_bytes())
}

/// Whether two or three capital letters are no initials.
#[rustfmt::skip]
fn is_abbreviation(word: &[u8]) -> bool {
    matches!(
        word,
        b"ADR" | b"AI" | b"AOB" | b"API" | b"ARR" | b"ASK" | b"AWS" | b"CD" | b"CEO" | b"CFO" | b"CI" | b"CPO"
            | b"CTO" | b"DB" | b"DM" | b"EM" | b"ETA" | b"EU" | b"FYI" | b"GCP" | b"HR" | b"IC" | b"IT" | b"KPI"
            | b"KR" | b"LT" | b"ML" | b"MRR" | b"MVP" | b"NB" | b"NPS" | b"OK" | b"OKR" | b"OOO" | b"PM"
            | b"POC" | b"PR" | b"PS" | b"PTO" | b"QA" | b"RE" | b"RFC" | b"ROI" | b"SLA" | b"SQL" | b"SSO" | b"ST"
            | b"TBC" | b"TBD" | b"TL" | b"UI" | b"UK" | b"US" | b"UX" | b"VP" | b"WHY" | b"WIP"
    )
}
