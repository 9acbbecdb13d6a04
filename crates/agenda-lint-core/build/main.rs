//! Makes tables of the lexicon's YAML and of word lists, so that a program that starts has its words at hand.
//!
//! A class or role that the YAML names and the code does not know stops the build: the tables name them as the
//! code spells them.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a build script reads and writes files, and prints for cargo"
)]

#[path = "../src/language/hash.rs"]
mod hash;
#[path = "../src/language/stem.rs"]
mod stem;
#[path = "../src/language/strict_yaml.rs"]
mod strict_yaml;

mod cues;
mod likeness;
mod lists;
mod tables;
mod verbs;
mod weights;
mod words;

use std::{env, fs, io, path::Path};

/// The lexicon's files, and which topics their cues are of: the row of `Group` in `cue/mod.rs`.
const FILES: [(&str, usize); 12] = [
    ("words", 0),
    ("verbs", 0),
    ("trends", 0),
    ("growth", 0),
    ("cues_ask", 0),
    ("cues_kind", 0),
    ("cues_advice", 1),
    ("cues_update", 2),
    ("cues_career", 3),
    ("cues_strategy", 4),
    ("likeness", 0),
    ("weights", 0),
];

/// Word lists kept as text, and the file that is made of each.
const LISTS: [(&str, &str); 2] =
    [("src/analysis/okr/words.txt", "okr_words.rs"), ("src/analysis/task/words.txt", "task_words.rs")];

fn main() -> io::Result<()> {
    let folder = Path::new("src/language/lexicon");
    println!("cargo::rerun-if-changed={}", folder.display());
    let (mut words, mut cues, mut likeness) =
        (words::Words::default(), Vec::new(), likeness::Likeness::default());
    let mut weights = weights::Weights::default();
    for (name, group) in FILES {
        let file = fs::read_to_string(folder.join(name).with_extension("yaml"))?;
        for entry in strict_yaml::entries(&file) {
            match entry.section {
                "cues" => cues.extend(cues::parse(&entry, group)),
                "alike" | "light" => likeness.take(&entry),
                section if weights::Weights::has(section) => weights.take(&entry),
                "irregular" => {
                    likeness.take_irregular(&entry);
                    words.take(&entry);
                }
                _ => words.take(&entry),
            }
        }
    }
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets no OUT_DIR"))?;
    let out = Path::new(&out);
    for (list, made) in LISTS {
        println!("cargo::rerun-if-changed={list}");
        fs::write(out.join(made), lists::write(&fs::read_to_string(list)?))?;
    }
    fs::write(out.join("lexicon.rs"), tables::write(words, cues, &likeness) + &weights.write())
}
