//! Names of months and weekdays in the languages that notes come in.

use std::borrow::Cow;

use crate::text::is_one_of;

/// English month names, January first.
const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Weekday names, Monday first; a row per language and length.
const WEEKDAYS: [[&str; 7]; 8] = [
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
    ["mon", "tues", "weds", "thur", "fri", "sat", "sun"],
    ["mon", "tues", "wed", "thurs", "fri", "sat", "sun"],
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"],
    ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    ["segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo"],
];

/// Names of months and their usual short forms, January first, all in lower case.
///
/// Dutch, Italian and the Scandinavian languages are here so that their months do not pass for
/// misspelt English ones.
#[rustfmt::skip]
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "janvier", "janv", "januar", "jänner", "jän", "januari", "gennaio", "enero", "ene", "janeiro"],
    &["february", "feb", "febr", "février", "fevrier", "févr", "fév", "februar", "februari", "febbraio", "febrero",
        "fevereiro", "fev"],
    &["march", "mar", "mars", "märz", "maerz", "mär", "mrz", "maart", "marzo", "março", "marco"],
    &["april", "apr", "avril", "avr", "aprile", "abril", "abr"],
    &["may", "mai", "mei", "maj", "maggio", "mayo", "maio"],
    &["june", "jun", "juin", "juni", "giugno", "junio", "junho"],
    &["july", "jul", "juillet", "juil", "juli", "luglio", "julio", "julho"],
    &["august", "aug", "août", "aout", "augustus", "augusti", "agosto", "ago"],
    &["september", "sep", "sept", "septembre", "settembre", "septiembre", "setiembre", "setembro", "set"],
    &["october", "oct", "octobre", "oktober", "okt", "ottobre", "octubre", "outubro", "out"],
    &["november", "nov", "novembre", "noviembre", "novembro"],
    &["december", "dec", "décembre", "decembre", "déc", "dezember", "dez", "dicembre", "diciembre", "dic",
        "dezembro", "desember"],
];

/// The month, 1 to 12, that `word` names in full or in a usual short form, whatever its case.
pub(super) fn month(word: &str) -> Option<i8> {
    let months = if (3..=LONGEST).contains(&word.len()) { months_like(word.as_bytes()) } else { &[] };
    if months.is_empty() {
        return None;
    }
    let mut memory = [0; LONGEST];
    let word = lower(word, &mut memory);
    let is_one = |month: &&u8| MONTHS[usize::from(**month) - 1].iter().any(|name| is_same(name, &word));
    months.iter().find(is_one).and_then(|&month| i8::try_from(month).ok())
}

/// The length of the longest words that are looked at, in bytes.
const LONGEST: usize = 12;

/// A word of at most [`LONGEST`] bytes in lower case, in `memory` if it needs a copy; hardly any needs one of its own.
fn lower<'w>(word: &'w str, memory: &'w mut [u8; LONGEST]) -> Cow<'w, [u8]> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        Cow::Borrowed(word.as_bytes())
    } else if word.is_ascii() {
        let lower = &mut memory[..word.len()];
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        Cow::Borrowed(lower)
    } else {
        Cow::Owned(word.to_lowercase().into_bytes())
    }
}

/// Whether a word is a name; nearly always the length or the first letter tells that it is not.
fn is_same(name: &str, word: &[u8]) -> bool {
    let name = name.as_bytes();
    name.len() == word.len() && name[0] == word[0] && name == word
}

/// The months of which a name begins with the first two letters of a word: most words begin as none does.
fn months_like(word: &[u8]) -> &'static [u8] {
    let [first, second, ..] = word else { return &[] };
    match (first | 0x20, second | 0x20) {
        (b'e', b'n') | (b'g', b'e') | (b'j', b'a' | 0x80..) => &[1],
        (b'f', b'e' | 0x80..) => &[2],
        (b'm', b'r' | 0x80..) => &[3],
        (b'm', b'a' | b'e') => &[3, 5],
        (b'a', b'b' | b'p' | b'v') => &[4],
        (b'g', b'i') => &[6],
        (b'j', b'u') => &[6, 7],
        (b'l', b'u') => &[7],
        (b'a', b'g' | b'o' | b'u') => &[8],
        (b's', b'e') => &[9],
        (b'o', b'c' | b'k' | b't' | b'u') => &[10],
        (b'n', b'o') => &[11],
        (b'd', b'e' | b'i' | 0x80..) => &[12],
        _ => &[],
    }
}

/// Whether a month's name is also a common word, so that it needs a capital, an ordinal or a year
/// to be read as a month.
pub(super) fn is_common_word(word: &str) -> bool {
    matches!(word, "may" | "march" | "mar" | "mars" | "mai" | "set" | "out" | "ago" | "jun" | "mei" | "marco")
}

/// Words after which a number counts something and is no day: `OKR 2 March review`.
pub(super) fn is_counter(word: &str) -> bool {
    const COUNTERS: [&str; 26] = [
        "okr",
        "kr",
        "o",
        "goal",
        "objective",
        "sprint",
        "phase",
        "version",
        "release",
        "v",
        "step",
        "part",
        "item",
        "topic",
        "section",
        "issue",
        "no",
        "nr",
        "room",
        "level",
        "chapter",
        "round",
        "episode",
        "q",
        "top",
        "p",
    ];
    is_one_of(word, &COUNTERS)
}

/// The English month that a word of five letters or more, which names none, is a slip of the pen for.
///
/// Long names may be two slips away; a name of five letters only when letters were swapped or
/// doubled, since `Match` and `Marsh` are words of their own.
pub(super) fn misspelt_month(word: &str) -> Option<(i8, &'static str)> {
    if !(5..=12).contains(&word.len()) || !word.is_ascii() {
        return None;
    }
    let begins_alike = |name: &str| name.as_bytes()[0].eq_ignore_ascii_case(&word.as_bytes()[0]);
    for (number, name) in (1_i8..).zip(ENGLISH).filter(|(_, name)| begins_alike(name)) {
        let (written, meant) = (letters(word), letters(name));
        // Each slip brings in one letter at most, and loses one.
        if (written & !meant).count_ones() > 2 || (meant & !written).count_ones() > 2 {
            continue;
        }
        let slips = strsim::osa_distance(&word.to_ascii_lowercase(), &name.to_ascii_lowercase());
        let near = match name.len() {
            7.. => slips <= 2,
            6 => slips <= 1,
            4 | 5 => slips <= 1 && written == meant,
            _ => false,
        };
        if near {
            return Some((number, name));
        }
    }
    None
}

/// The letters of a word as a set, whatever their case: equal for words that differ by a swap or a doubling.
fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |letters, letter| letters | 1 << (letter & 31))
}

/// Whether a word is a weekday in two letters, English or German, beside a date that is all there is: `Mo 2/3`.
pub(super) fn is_short_weekday(word: &str) -> bool {
    ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "Di", "Mi", "Do", "So"].contains(&word)
}

/// The weekday that `word` names: the row of names it comes from, and its index from Monday.
pub(super) fn weekday(word: &str) -> Option<(&'static [&'static str; 7], usize)> {
    if !(3..=10).contains(&word.len()) {
        return None;
    }
    if !matches!(
        word.as_bytes()[0] | 0x20,
        b'd' | b'f' | b'j' | b'l' | b'm' | b'q' | b's' | b't' | b'v' | b'w'
    ) {
        return None;
    }
    let mut memory = [0; LONGEST];
    let word = lower(word, &mut memory);
    WEEKDAYS.iter().find_map(|row| row.iter().position(|name| is_same(name, &word)).map(|index| (row, index)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_wrong_letters_in_a_long_name_are_slips() {
        for (number, name) in (1..).zip(ENGLISH).filter(|(_, name)| name.len() >= 7) {
            for at in 1..name.len() - 1 {
                let written = format!("{}x{}q", &name[..at], &name[at + 1..name.len() - 1]);
                assert_eq!(misspelt_month(&written), Some((number, name)), "{written}");
            }
        }
    }

    #[test]
    fn every_name_of_a_month_is_known_in_every_case() {
        for (number, names) in (1..).zip(MONTHS) {
            for name in names {
                assert_eq!(month(name), Some(number), "{name}");
                assert_eq!(month(&name.to_uppercase()), Some(number), "{name}");
            }
        }
    }
}
