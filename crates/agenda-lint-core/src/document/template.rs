//! Slots to fill in: what a form holds before anybody has written into it.

use std::ops::Range;

use crate::text::{is_one_of, trim};

/// Words that stand for what is to be written.
const PHRASES: [&str; 12] = [
    "yyyy-mm-dd",
    "yyyy/mm/dd",
    "dd-mm-yyyy",
    "dd/mm/yyyy",
    "mm/dd/yyyy",
    "dd month yyyy",
    "insert date of meeting",
    "insert date",
    "insert text here",
    "replace this text",
    "replace me",
    "lorem ipsum dolor",
];

/// The length of the shortest of them, such as `replace me`.
const SHORTEST: usize = 10;

/// Brackets that hold what a program or a person is to fill in.
const BRACKETS: [(&[u8; 2], &[u8; 2]); 3] = [(b"{{", b"}}"), (b"<%", b"%>"), (b"{%", b"%}")];

/// Words that say, standing alone, that something is still to come.
const ALONE: [&str; 6] = ["todo", "tbd", "tbc", "xxx", "...", "…"];

/// What Confluence puts into a task without words.
const PROMPT: &str = "Type your task here";

/// The longest line that is looked at: a slot is short.
pub(super) const LONGEST: usize = 160;

/// Whether a line is nothing but slots, perhaps behind a label of at most three words (`Owner: [name]`).
pub fn is_slot(text: &str) -> bool {
    let text = trim(text);
    text.len() <= LONGEST && is_slot_parted(text, memchr::memchr(b':', text.as_bytes()))
}

/// As [`is_slot`], for a text without white space around it whose first colon, as far as slots can reach,
/// is known.
pub(super) fn is_slot_parted(text: &str, colon: Option<usize>) -> bool {
    if text.is_empty() || text.len() > LONGEST {
        return false;
    }
    let whole = are_slots(text);
    match colon {
        Some(at) if text[at..].starts_with(": ") => {
            let behind = are_slots(trim(&text[at + 2..]));
            // The words before the colon are counted only where that makes a difference.
            let is_label = || text[..at].split_whitespace().nth(3).is_none();
            if behind == whole || is_label() { behind } else { whole }
        }
        _ => whole,
    }
}

/// Whether words are nothing but slots.
fn are_slots(words: &str) -> bool {
    // Neither letters nor digits stand before a slot, so the first of them or of the brackets tells.
    let tells = |byte: u8| byte.is_ascii_alphanumeric() || b"[{<".contains(&byte) || !byte.is_ascii();
    match words.bytes().position(tells).map(|at| &words.as_bytes()[at..]) {
        None => is_alone(words),
        Some([b'T' | b't' | b'X' | b'x', second, ..]) => match second | 0x20 {
            b'b' | b'o' | b'x' => is_alone(words),
            b'y' => is_prompt(words),
            _ => false,
        },
        Some(rest) if rest[0].is_ascii_alphanumeric() => may_open_phrase(rest) && is_only_slots(words),
        _ => is_alone(words) || is_only_slots(words),
    }
}

/// The prompt as it stands in an empty task, with what it explains behind it.
fn is_prompt(words: &str) -> bool {
    let opening = words.get(..PROMPT.len()).filter(|opening| opening.eq_ignore_ascii_case(PROMPT));
    opening.is_some_and(|opening| matches!(&words.as_bytes()[opening.len()..], [] | [b',', ..]))
}

/// `TBD` and the like, or `____` to write on.
fn is_alone(words: &str) -> bool {
    let bare =
        words.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | '-' | '–' | '—' | '*'));
    bare.len() <= 4 && ALONE.iter().any(|word| words == *word || bare.eq_ignore_ascii_case(word))
        || is_ruled(bare)
}

/// `____` to write on.
fn is_ruled(text: &str) -> bool {
    text.len() >= 3 && text.chars().all(|c| c == '_')
}

/// A cheap look, before the real one, whether one of [`PHRASES`] may stand at the start.
fn may_open_phrase(text: &[u8]) -> bool {
    let opening = text.first_chunk().map(|opening: &[u8; 4]| opening.map(|byte| byte | 0x20));
    opening.is_some_and(|opening| {
        matches!(&opening, b"yyyy" | b"dd-m" | b"dd/m" | b"mm/d" | b"dd m" | b"inse" | b"repl" | b"lore")
    })
}

/// Whether nothing remains when every slot is taken out.
fn is_only_slots(text: &str) -> bool {
    let mut rest = text;
    let mut any = false;
    while let Some(slot) = find_slot(rest).or_else(|| bracketed(rest)) {
        let between = &rest[..slot.start];
        if between.chars().any(char::is_alphanumeric) {
            return false;
        }
        any = true;
        rest = &rest[slot.end..];
    }
    any && !rest.chars().any(char::is_alphanumeric)
}

/// The first slot that is one wherever it stands: `{{date}}`, `<% %>`, `YYYY-MM-DD`, `INSERT DATE`.
pub fn find_slot(text: &str) -> Option<Range<usize>> {
    if !may_hold_slot(text) {
        return None;
    }
    let bytes = text.as_bytes();
    let find = |pair: &[u8; 2], from: usize| {
        let starts = memchr::memchr_iter(pair[0], &bytes[from..]).map(|at| from + at);
        starts.into_iter().find(|&at| bytes.get(at + 1) == Some(&pair[1]) && !is_marker(&bytes[at..]))
    };
    let in_brackets = BRACKETS.iter().filter_map(|(open, close)| {
        let start = find(open, 0)?;
        Some(start..find(close, start)? + close.len())
    });
    in_brackets.chain(phrase(bytes)).min_by_key(|slot| slot.start)
}

/// Whether brackets hold what an outliner makes of them: `{{[[TODO]]}}` is a task box, `{{embed ((65f1))}}` stands elsewhere.
fn is_marker(text: &[u8]) -> bool {
    const MARKERS: [&[u8]; 10] = [
        b"{{[[",
        b"{{TODO}}",
        b"{{DONE}}",
        b"{{embed ",
        b"{{query ",
        b"{{renderer ",
        b"{{video ",
        b"{{youtube ",
        b"{{tweet ",
        b"{{cloze ",
    ];
    MARKERS.iter().any(|marker| text.starts_with(marker))
}

/// The first of [`PHRASES`] in a text that begins a word.
fn phrase(text: &[u8]) -> Option<Range<usize>> {
    if text.len() < SHORTEST || !may_hold_phrase(text) {
        return None;
    }
    let mut from = 0;
    while let Some(at) = (from..text.len()).find(|&at| may_open_phrase(&text[at..])) {
        let opens = |phrase: &&&str| {
            text[at..].get(..phrase.len()).is_some_and(|here| here.eq_ignore_ascii_case(phrase.as_bytes()))
        };
        let found = PHRASES.iter().find(opens);
        if let Some(phrase) = found.filter(|_| at == 0 || !text[at - 1].is_ascii_alphanumeric()) {
            return Some(at..at + phrase.len());
        }
        from = at + found.map_or(1, |phrase| phrase.len());
    }
    None
}

/// A cheap look, before the real one, whether [`find_slot`] may find something in a text or in a part of it.
pub fn may_hold_slot(text: &str) -> bool {
    memchr::memchr2(b'{', b'<', text.as_bytes()).is_some()
        || text.len() >= SHORTEST && may_hold_phrase(text.as_bytes())
}

/// Whether letters stand anywhere of which each of [`PHRASES`] has some, and hardly any other text: `yy`,
/// `inse`, `ipsu` or `r·pl`. Without a way out of the loop, many places are looked at in one step.
fn may_hold_phrase(text: &[u8]) -> bool {
    let ends = [text.get(1..), text.get(2..), text.get(3..)];
    let [Some(second), Some(third), Some(fourth)] = ends else { return false };
    let places = text.iter().zip(second).zip(third).zip(fourth);
    places.fold(false, |any, (((first, second), third), fourth)| {
        let is = |byte: &u8, letter: u8| byte | 0x20 == letter;
        let dates = is(first, b'y') & is(second, b'y');
        let insert = is(first, b'i') & is(second, b'n') & is(third, b's') & is(fourth, b'e');
        let ipsum = is(first, b'i') & is(second, b'p') & is(third, b's') & is(fourth, b'u');
        let replace = is(first, b'r') & is(third, b'p') & is(fourth, b'l');
        any | dates | insert | ipsum | replace
    })
}

/// `[Topic]` and `<topic>` at the start of what is left: a few words that are no link, box or tag.
fn bracketed(text: &str) -> Option<Range<usize>> {
    let start = memchr::memchr2(b'[', b'<', text.as_bytes())?;
    let close = if text[start..].starts_with('[') { ']' } else { '>' };
    let end = start + text[start..].find(close)? + 1;
    let inner = &text[start + 1..end - 1];
    let is_prose = inner.chars().any(char::is_alphabetic)
        && inner.split_whitespace().count() <= 8
        && !inner.contains(['/', '@', '=', '#', '!'])
        && !inner.starts_with('[') // `[[a wikilink]]`
        && !is_timestamp(inner)
        && !is_one_of(inner, &TAGS)
        && inner.chars().filter(char::is_ascii_uppercase).count() < inner.len().max(2);
    is_prose.then_some(start..end)
}

/// HTML that stands among words, such as `<br>`.
const TAGS: [&str; 16] = [
    "br", "hr", "p", "b", "i", "u", "s", "em", "strong", "sub", "sup", "kbd", "mark", "small", "span", "div",
];

/// `2026-03-04 Wed 12:40`: a program has filled it in.
fn is_timestamp(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4 && text[digits..].starts_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_slots_is_told_from_a_line_of_words() {
        for slot in [
            "[Topic]",
            "{{date}}",
            "<% tp.date.now() %>",
            "YYYY-MM-DD",
            "Date: [INSERT DATE OF MEETING]",
            "____",
            "TODO",
            "TBD",
            "<topic>",
            "Owner: [name]",
            "[Name] - [What]",
            "[Topic]: [details]",
            "...",
            "Replace this text",
            "Type your task here, using \"@\" to assign to a user and \"//\" to select a due date",
        ] {
            assert!(is_slot(slot), "{slot}");
        }
        for phrase in PHRASES {
            assert!(is_slot(phrase) && is_slot(&format!("When: {}!", phrase.to_uppercase())), "{phrase}");
        }
        for words in [
            "Insert the key and turn it",
            "All of our teams: [names]",
            "Owner: Kate [draft]",
            "[ACTION] Sam and Kate to discuss the budget",
            "TODO list for the release is in the wiki",
            "Budget",
            "owner TBD",
            "Type your task here: Ana sends the deck",
            "",
            "[x] done",
            "a < b and b > c",
            "Roadmap [draft] is ready",
            "[1]",
            "SCHEDULED: <2026-03-04 Wed 12:40>",
            "<br><br>",
            "← [[2026-02-20 Kate]] | [[Notes]] | →",
        ] {
            assert!(!is_slot(words), "{words}");
        }
    }

    #[test]
    fn a_slot_inside_a_line_is_found() {
        assert_eq!(find_slot("Meeting on YYYY-MM-DD at ten"), Some(11..21));
        assert_eq!(find_slot("Hi {{name}}, {{date}}"), Some(3..11));
        assert_eq!(find_slot("{a {%b%} é {{c}}"), Some(3..8));
        assert_eq!(find_slot("{{[[TODO]]}} {{DONE}} call {{name}}"), Some(27..35));
        assert_eq!(find_slot("XYYYY-MM-DD or YYYY-MM-DD"), Some(15..25));
        assert_eq!(find_slot("<%>"), Some(0..3));
        for words in
            ["{{embed ((65f1-a2))}}", "{{query (todo TODO)}}", "éa {{ open", "XYYYY-MM-DD", "Insert the date"]
        {
            assert_eq!(find_slot(words), None, "{words}");
        }
    }

    #[test]
    fn every_phrase_passes_the_cheap_look() {
        for phrase in PHRASES {
            assert!(may_hold_slot(phrase) && may_hold_slot(&phrase.to_uppercase()), "{phrase}");
        }
        assert!(!may_hold_slot("More than a line by me, if only to relay it: say yes, insist, or explain."));
    }
}
