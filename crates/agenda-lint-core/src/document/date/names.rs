//! Names of months and weekdays in the languages that notes come in.

use std::borrow::Cow;

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

/// The month, 1 to 12, that `word` names in full or in a usual short form, whatever its case.
///
/// Dutch, Italian and the Scandinavian languages are here so that their months do not pass for
/// misspelt English ones.
pub(super) fn month(word: &str) -> Option<i8> {
    if !(3..=12).contains(&word.len()) {
        return None;
    }
    // No other letter begins the name of a month, and most words end here.
    if !matches!(word.as_bytes()[0] | 0x20, b'a' | b'd'..=b'j' | b'l'..=b'o' | b's') {
        return None;
    }
    // The names are short, and words in lower case need no copy.
    let is_lower = word.bytes().all(|byte| byte.is_ascii_lowercase());
    let lower = if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
    Some(match &*lower {
        "january" | "jan" | "janvier" | "janv" | "januar" | "jänner" | "jän" | "januari" | "gennaio"
        | "enero" | "ene" | "janeiro" => 1,
        "february" | "feb" | "febr" | "février" | "fevrier" | "févr" | "fév" | "februar" | "februari"
        | "febbraio" | "febrero" | "fevereiro" | "fev" => 2,
        "march" | "mar" | "mars" | "märz" | "maerz" | "mär" | "mrz" | "maart" | "marzo" | "março"
        | "marco" => 3,
        "april" | "apr" | "avril" | "avr" | "aprile" | "abril" | "abr" => 4,
        "may" | "mai" | "mei" | "maj" | "maggio" | "mayo" | "maio" => 5,
        "june" | "jun" | "juin" | "juni" | "giugno" | "junio" | "junho" => 6,
        "july" | "jul" | "juillet" | "juil" | "juli" | "luglio" | "julio" | "julho" => 7,
        "august" | "aug" | "août" | "aout" | "augustus" | "augusti" | "agosto" | "ago" => 8,
        "september" | "sep" | "sept" | "septembre" | "settembre" | "septiembre" | "setiembre"
        | "setembro" | "set" => 9,
        "october" | "oct" | "octobre" | "oktober" | "okt" | "ottobre" | "octubre" | "outubro" | "out" => 10,
        "november" | "nov" | "novembre" | "noviembre" | "novembro" => 11,
        "december" | "dec" | "décembre" | "decembre" | "déc" | "dezember" | "dez" | "dicembre"
        | "diciembre" | "dic" | "dezembro" | "desember" => 12,
        _ => return None,
    })
}

/// Whether a month's name is also a common word, so that it needs a capital, an ordinal or a year
/// to be read as a month.
pub(super) fn is_common_word(word: &str) -> bool {
    matches!(word, "may" | "march" | "mar" | "mars" | "mai" | "set" | "out" | "ago" | "jun" | "mei" | "marco")
}

/// The English month that a word of five letters or more is a slip of the pen for.
///
/// Long names may be two slips away; a name of five letters only when letters were swapped or
/// doubled, since `Match` and `Marsh` are words of their own.
pub(super) fn misspelt_month(word: &str) -> Option<(i8, &'static str)> {
    if !(5..=12).contains(&word.len()) || !word.is_ascii() || month(word).is_some() {
        return None;
    }
    let written = word.to_ascii_lowercase();
    for (number, name) in (1_i8..).zip(ENGLISH) {
        if !name.as_bytes()[0].eq_ignore_ascii_case(&written.as_bytes()[0]) {
            continue;
        }
        let meant = name.to_ascii_lowercase();
        let slips = strsim::osa_distance(&written, &meant);
        let near = match meant.len() {
            7.. => slips <= 2,
            6 => slips <= 1,
            4 | 5 => slips <= 1 && (letters(&written) == letters(&meant)),
            _ => false,
        };
        if near {
            return Some((number, name));
        }
    }
    None
}

/// The letters of a word in order, each once: equal for words that differ by a swap or a doubling.
fn letters(word: &str) -> Vec<u8> {
    let mut letters = word.as_bytes().to_vec();
    letters.sort_unstable();
    letters.dedup();
    letters
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
    let lower = word.to_lowercase();
    WEEKDAYS.iter().find_map(|row| row.iter().position(|name| *name == lower).map(|index| (row, index)))
}
