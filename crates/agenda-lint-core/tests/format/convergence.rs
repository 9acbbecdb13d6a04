//! It does format: careful notes in a careless style come back as they were.

use std::{fs, path::Path};

use agenda_lint_core::{
    format::{FormatConfig, format},
    syntax::render,
};

use super::{Dice, checked, file, perturb::CHANGES};

const VARIANTS: u64 = 1_000;

/// The careful notes: our own, and each of the examples in its form.
fn canonical() -> Vec<String> {
    let core = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut notes = Vec::new();
    for folder in [core.join("tests/format/notes"), core.join("../../examples")] {
        let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        for path in paths.iter().filter(|path| path.extension().is_some_and(|end| end == "md")) {
            let text = fs::read_to_string(path).unwrap();
            let formatted = checked(&text).unwrap();
            assert!(formatted.refused.is_empty(), "{}: refused {:?}", path.display(), formatted.refused);
            notes.push(formatted.text);
        }
    }
    notes
}

#[test]
fn our_own_notes_have_their_form() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/format/notes");
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        assert_eq!(checked(&text).unwrap().text, text);
    }
}

#[test]
fn careless_variants_come_back() {
    let notes = canonical();
    let mut dice = Dice::new(7);
    let mut made = 0;
    let mut astray = Vec::new();
    while made < VARIANTS {
        let note = &notes[dice.roll(notes.len())];
        let Some((names, variant)) = variant(note, &mut dice) else { continue };
        made += 1;
        let formatted = format(&file(&variant), &FormatConfig::default());
        assert!(formatted.refused.is_empty(), "{names:?}: refused {:?}\n{variant}", formatted.refused);
        if formatted.text.replace("\r\n", "\n") != *note {
            astray.push(format!("{names:?}:\n{}", first_difference(note, &formatted.text)));
        }
    }
    let limit = usize::try_from(VARIANTS / 100).unwrap();
    assert!(
        astray.len() <= limit,
        "{} of {VARIANTS}:\n{}",
        astray.len(),
        astray[..9.min(astray.len())].join("\n")
    );
}

/// The note after one to four changes of style, if they do leave the rendering as it is.
fn variant(note: &str, dice: &mut Dice) -> Option<(Vec<&'static str>, String)> {
    let (front_matter, body) = match note.strip_prefix("---\n").and_then(|rest| rest.find("\n---\n")) {
        Some(length) => note.split_at("---\n".len() + length + "\n---\n".len()),
        None => ("", note),
    };
    let mut variant = body.to_owned();
    let mut names = Vec::new();
    for _ in 0..=dice.roll(4) {
        let (name, change) = CHANGES[dice.roll(CHANGES.len())];
        let changed = change(&variant, dice);
        let same = |text: &str| render(&file(&text.replace("\r\n", "\n"))).trim_end().to_owned();
        if changed != variant && same(&changed) == same(body) {
            variant = changed;
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| (names, format!("{front_matter}{variant}")))
}

fn first_difference(wanted: &str, got: &str) -> String {
    let pair = wanted.lines().zip(got.lines()).find(|(wanted, got)| wanted != got);
    format!("{pair:?}")
}
