//! Writes the lexicon as tables in Rust, for `lexicon.rs` to take in.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;

use crate::cues::{Choice, Cue, Step, glances, second, seconds};
use crate::hash::{glance, hash_word, pair};
use crate::likeness::Likeness;
use crate::stem;
use crate::words::{Classes, Words};

/// The groups of topics that cues are of.
const GROUPS: [&str; 5] = ["Any", "Advice", "Update", "Career", "Strategy"];

/// The tables as a Rust file.
pub(crate) fn write(mut words: Words, mut cues: Vec<Cue>, likeness: &Likeness) -> String {
    for cue in &cues {
        words.add(&cue.first, &Classes::new(), &[]);
    }
    cues.sort_by_key(|cue| (hash_word(&cue.first), cue.group));
    let mut tables = Tables::default();
    tables.sense(&Classes::new(), false);
    let mut rows = vec!["Row { seconds: [0; GROUPS], open: [0; GROUPS + 1] }".to_owned()];
    let (mut row_of, mut open, mut paired) = (BTreeMap::new(), Vec::new(), BTreeMap::new());
    for row in cues.chunk_by(|one, other| one.first == other.first) {
        let (told, untold): (Vec<&Cue>, Vec<&Cue>) = row.iter().partition(|cue| seconds(&cue.rest).is_some());
        let mut seconds = [0; GROUPS.len()];
        for cue in told {
            for (word, told) in tables.told(cue) {
                for group in looked_for_in(cue) {
                    seconds[group] |= glance(word);
                }
                paired.entry((rows.len(), word)).or_insert_with(Vec::new).push(told);
            }
        }
        let mut ends = vec![open.len()];
        for group in 0..GROUPS.len() {
            let looked_for = untold.iter().filter(|cue| looked_for_in(cue).contains(&group));
            open.extend(looked_for.map(|cue| tables.open(cue)));
            ends.push(open.len());
        }
        row_of.insert(hash_word(&row[0].first), rows.len());
        rows.push(format!("Row {{ seconds: {seconds:?}, open: {ends:?} }}"));
    }
    let mut told = Vec::new();
    let pairs = paired.into_iter().map(|((row, second), cues)| {
        let from = told.len();
        told.extend(cues);
        let cues = (from, told.len());
        let key = u16::try_from(row).map_or(0, |row| pair(row, second));
        (key, format!("Pair {{ row: {row}, second: {second}, cues: {cues:?} }}"))
    });
    let pairs = place(pairs.collect(), "NO_PAIR");
    let slots = words.into_all().into_iter().map(|(hash, word, classes)| {
        let row = row_of.get(&hash).copied().unwrap_or(0);
        let plural = stem::is_plural(word.as_bytes()) || classes.contains("pronoun");
        let sense = tables.sense(&classes, plural && !classes.is_empty());
        (hash, format!("Slot {{ hash: {hash}, sense: {sense}, cues: {row} }}"))
    });
    let slots = place(slots.collect(), "FREE");
    let senses = tables.senses.iter().map(|(set, plural)| {
        let set = classes(set);
        format!("Sense {{ classes: {set}, plural: {plural} }}")
    });
    let senses = senses.collect();
    let numbers = tables.words.iter().map(u32::to_string).collect();
    [
        table("SLOTS", "Slot", slots),
        table("SENSES", "Sense", senses),
        table("ROWS", "Row", rows),
        table("OPEN", "Open", open),
        table("PAIRS", "Pair", pairs),
        table("CUES", "Cue", told),
        table("STEPS", "Step", tables.steps),
        table("WORDS", "u32", numbers),
        keys("KEYS", &likeness.keys()),
        keys("ALIKE", &likeness.alike),
        openings("OPENINGS", &likeness.openings()),
        table("LIGHT", "u32", likeness.light.iter().map(u32::to_string).collect()),
    ]
    .concat()
}

/// The groups in which a cue is looked for: those of any topic in each.
fn looked_for_in(cue: &Cue) -> Range<usize> {
    if cue.group == 0 { 0..GROUPS.len() } else { cue.group..cue.group + 1 }
}

/// A table of keys by hash.
fn keys(name: &str, keys: &BTreeMap<u32, u32>) -> String {
    let rows = keys.iter().map(|(hash, key)| (*hash, format!("({hash}, {key})"))).collect();
    table(name, "(u32, u32)", place(rows, "(0, 0)"))
}

/// A table of the letters that the words of a key begin with, sorted by key.
fn openings(name: &str, openings: &BTreeMap<u32, BTreeSet<[u8; 2]>>) -> String {
    let rows = openings.iter().map(|(key, openings)| format!("({key}, &{openings:?})"));
    let rows = rows.map(|row| row.replace('{', "[").replace('}', "]"));
    table(name, "(u32, &[[u8; 2]])", rows.collect())
}

/// What the tables of words and cues point at.
#[derive(Default)]
struct Tables {
    /// What words can be, and whether they are plurals.
    senses: Vec<(Classes, bool)>,
    steps: Vec<String>,
    words: Vec<u32>,
    known: BTreeMap<Vec<Step>, usize>,
}

impl Tables {
    /// The number of what words of these classes, plurals or not, are told to be.
    fn sense(&mut self, classes: &Classes, plural: bool) -> usize {
        let number = self.senses.iter().position(|known| (&known.0, known.1) == (classes, plural));
        number.unwrap_or_else(|| {
            self.senses.push((classes.clone(), plural));
            self.senses.len() - 1
        })
    }

    /// A cue under each of the words that it can go on with.
    fn told(&mut self, cue: &Cue) -> impl Iterator<Item = (u32, String)> + use<> {
        let (words, known) = seconds(&cue.rest).unwrap_or_default();
        let told = self.cue(cue, known);
        words.into_iter().map(move |word| (word, told.clone()))
    }

    /// A cue that goes on with a class or a gap, or does not go on.
    fn open(&mut self, cue: &Cue) -> String {
        let (words, set, gapped) = second(&cue.rest);
        let (cue, set) = (self.cue(cue, 0), classes(&set));
        format!("Open {{ cue: {cue}, words: {words}, classes: {set}, gapped: {gapped} }}")
    }

    /// A cue without its first word and `known` steps.
    fn cue(&mut self, cue: &Cue, known: usize) -> String {
        let rest = &cue.rest[known..];
        let from = self.steps(rest);
        let (to, role, weight, group) = (from + rest.len(), spelt(&cue.role), cue.weight, GROUPS[cue.group]);
        let told = format!("role: Role::{role}, weight: {weight}, group: Group::{group}");
        format!("Cue {{ {told}, known: {known}, rest: ({from}, {to}) }}")
    }

    /// The place of these steps.
    fn steps(&mut self, steps: &[Step]) -> usize {
        if let Some(known) = self.known.get(steps) {
            return *known;
        }
        let from = self.steps.len();
        for step in steps {
            let (kind, choice) = match step {
                Step::One(choice) => ("One", choice.clone()),
                Step::Optional(choice) => ("Optional", choice.clone()),
                Step::Gap => ("Gap", Choice::default()),
            };
            let (first, set) = (self.words.len(), classes(&choice.classes));
            let bits = glances(&choice.words);
            self.words.extend(choice.words);
            let words = (first, self.words.len());
            let at = format!("words: {words:?}, glance: {bits}");
            self.steps.push(format!("Step {{ kind: Kind::{kind}, {at}, classes: {set} }}"));
        }
        self.known.insert(steps.to_vec(), from);
        from
    }
}

/// A set of classes in Rust.
fn classes(names: &BTreeSet<String>) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("Class::{}", spelt(name))).collect();
    format!("Classes::of(&[{}])", names.join(", "))
}

/// Rows at the places that their hashes give, or behind these where they are taken; `free` where none is.
pub(crate) fn place(rows: Vec<(u32, String)>, free: &str) -> Vec<String> {
    let size = (rows.len() * 3).next_power_of_two();
    let mut slots = vec![None; size];
    for (hash, row) in rows {
        assert_ne!(hash, 0, "the hash of a free slot");
        let home = hash as usize >> (32 - size.trailing_zeros());
        let Some(place) = (0..size).map(|step| (home + step) % size).find(|at| slots[*at].is_none()) else {
            panic!("the table is full")
        };
        slots[place] = Some(row);
    }
    slots.into_iter().map(|slot| slot.unwrap_or_else(|| free.to_owned())).collect()
}

/// A name as the code spells it: `no_problem` is `NoProblem`.
pub(crate) fn spelt(name: &str) -> String {
    let part = |part: &str| part[..1].to_ascii_uppercase() + &part[1..];
    name.split('_').filter(|of| !of.is_empty()).map(part).collect()
}

/// A table in Rust.
pub(crate) fn table(name: &str, of: &str, rows: Vec<String>) -> String {
    let mut text = format!("static {name}: [{of}; {}] = [\n", rows.len());
    for row in rows {
        let _ = writeln!(text, "    {row},");
    }
    text + "];\n"
}
