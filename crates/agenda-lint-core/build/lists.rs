//! Word lists kept as text, as tables of the classes that a word belongs to.

use crate::tables::{place, spelt, table};
use crate::words::{Classes, Words};

/// Makes a table of word lists: `[class]` lines begin a list, `#` lines are remarks, white space parts words.
pub(crate) fn write(text: &str) -> String {
    let mut words = Words::default();
    let mut class = Classes::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(name) => class = Classes::from([name.to_owned()]),
            None => line.split_ascii_whitespace().for_each(|word| words.add(word, &class, &[])),
        }
    }
    let rows = words.into_all().into_iter().map(|(hash, _, classes)| {
        let bits: Vec<String> = classes.iter().map(|name| format!("Class::{}.bit()", spelt(name))).collect();
        (hash, format!("({hash}, {})", bits.join(" | ")))
    });
    table("WORDS", "(u32, u32)", place(rows.collect(), "(0, 0)"))
}
