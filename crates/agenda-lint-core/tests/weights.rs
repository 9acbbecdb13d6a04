//! The weights of words in `src/language/lexicon/weights.yaml` are those that the labelled updates teach.
//!
//! Logistic regression over the words of the sets that the reader is developed on, never over those that are only scored.
//! `SNAPSHOTS=overwrite` writes the file; the build takes it in.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::cast_possible_truncation,
    reason = "a test may fail, reads its sets and writes what it learned; they are small"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    fmt::Write as _,
    fs,
    path::PathBuf,
};

use serde_json::Value;

/// What is learned.
const LABELS: [&str; 3] = ["outcome", "risk", "blocker"];
/// In how many updates a word must stand: what few said is nobody's habit.
const FEWEST: usize = 8;
/// How freely a weight may grow.
const FREEDOM: f64 = 0.4;
/// How often each weight is looked at.
const ROUNDS: usize = 40;

/// A set of updates: the words of each, and what it tells.
struct Lesson {
    words: Vec<String>,
    told: [bool; LABELS.len()],
}

fn core() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn lessons() -> Vec<Lesson> {
    let folder = core().join("../../tests/judgement");
    let name = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    // Of the plain ones half tell what they were written for, which is not how often people do.
    let teaches =
        |name: &str| name.starts_with("updates_") && !name.contains("kept") && !name.contains("plain");
    files.retain(|path| teaches(&name(path)));
    files.sort();
    let texts = files.iter().map(|path| fs::read_to_string(path).unwrap());
    let updates = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>());
    let lesson = |line: String| {
        let update: Value = serde_json::from_str(&line).unwrap();
        let told = LABELS.map(|label| update["labels"][label].as_bool());
        let words = words(update["text"].as_str().unwrap());
        Some(Lesson { words, told: [told[0]?, told[1]?, told[2]?] })
    };
    updates.filter_map(lesson).collect()
}

/// The words in lower case, numbers by what they count, and no address; names only where they begin a sentence.
fn words(text: &str) -> Vec<String> {
    let text = text.replace('’', "'").replace("n't", "nt").replace("](", " http");
    let (mut words, mut opens) = (Vec::new(), true);
    for piece in text.split_whitespace().filter(|piece| !piece.contains("http")) {
        for part in piece.split(|c: char| !c.is_alphanumeric() && !"'-%$£€.,:/".contains(c)) {
            let part = part.trim_matches(|c: char| "'-.,:/".contains(c));
            let Some(first) = part.chars().next() else { continue };
            if first.is_ascii_digit() || "$£€".contains(first) {
                words.push(figure(part).to_owned());
            } else {
                let parts =
                    part.split(['.', ',', ':', '/']).map(|word| word.split('\'').next().unwrap_or(word));
                let is_word = |word: &&str| {
                    let letters = word.chars().all(|c| c.is_ascii_alphabetic() || c == '-');
                    let named = !opens && *word != "I" && word.starts_with(char::is_uppercase);
                    letters && !named && !word.is_empty()
                };
                words.extend(parts.filter(is_word).map(str::to_lowercase));
            }
            opens = false;
        }
        opens |= piece.ends_with(['.', '?', '!', ':', '-', '*']);
    }
    words
}

fn figure(part: &str) -> &'static str {
    match () {
        () if !part.starts_with(|c: char| c.is_ascii_digit()) => "<money>",
        () if part.ends_with('%') => "<percent>",
        () => "<number>",
    }
}

/// The bias and the weight of each word for one label.
fn learn(lessons: &[Lesson], label: usize) -> (f64, BTreeMap<&str, f64>) {
    let mut standing: BTreeMap<&str, BTreeMap<usize, f64>> = BTreeMap::new();
    for (at, lesson) in lessons.iter().enumerate() {
        for word in &lesson.words {
            *standing.entry(word).or_default().entry(at).or_default() += 1.0;
        }
    }
    standing.retain(|_, places| places.len() >= FEWEST);
    let everywhere: BTreeMap<usize, f64> = (0..lessons.len()).map(|at| (at, 1.0)).collect();
    let mut odds = vec![0.0_f64; lessons.len()];
    let mut improve = |weight: &mut f64, places: &BTreeMap<usize, f64>, hold: f64| {
        let (mut slope, mut curve) = (*weight * hold, hold);
        for (&at, &times) in places {
            let likely = 1.0 / (1.0 + (-odds[at]).exp());
            slope += times * (likely - f64::from(u8::from(lessons[at].told[label])));
            curve += times * times * likely * (1.0 - likely);
        }
        let step = slope / curve;
        *weight -= step;
        for (&at, &times) in places {
            odds[at] -= step * times;
        }
    };
    let (mut bias, mut weights) = (0.0, BTreeMap::new());
    for _ in 0..ROUNDS {
        improve(&mut bias, &everywhere, 0.0);
        for (word, places) in &standing {
            improve(weights.entry(*word).or_insert(0.0), places, 1.0 / FREEDOM);
        }
    }
    (bias, weights)
}

fn tenths(weight: f64) -> i32 {
    (weight * 10.0).round() as i32
}

/// The file, and the same by label and word.
fn written(lessons: &[Lesson]) -> (String, BTreeMap<(String, String), i32>) {
    let mut file = String::from(
        "# How much each word of an update speaks for a result, a danger and a blocker, in tenths of a logit. Learned from the labelled\n\
         # updates by `SNAPSHOTS=overwrite cargo test -p agenda-lint-core --test weights`; not to be edited by hand.\n",
    );
    let mut all = BTreeMap::new();
    for (at, label) in LABELS.iter().enumerate() {
        let (bias, weights) = learn(lessons, at);
        let mut by_weight: BTreeMap<i32, BTreeSet<&str>> = BTreeMap::new();
        for (word, weight) in weights.into_iter().chain([("<bias>", bias)]) {
            if tenths(weight) != 0 {
                by_weight.entry(tenths(weight)).or_default().insert(word);
                all.insert(((*label).to_owned(), word.to_owned()), tenths(weight));
            }
        }
        writeln!(file, "{label}:").unwrap();
        for (weight, words) in by_weight.into_iter().rev() {
            writeln!(file, "  \"{weight:+}\":").unwrap();
            let mut line = String::from("    -");
            for word in words {
                if line.len() + word.len() > 118 {
                    writeln!(file, "{line}").unwrap();
                    line.truncate(5);
                }
                write!(line, " {word}").unwrap();
            }
            writeln!(file, "{line}").unwrap();
        }
    }
    (file, all)
}

#[test]
fn the_weights_of_words_are_those_that_the_sets_teach() {
    let (file, learned) = written(&lessons());
    let path = core().join("src/language/lexicon/weights.yaml");
    if env::var("SNAPSHOTS").is_ok_and(|mode| mode == "overwrite") {
        fs::write(path, file).unwrap();
        return;
    }
    let kept: BTreeMap<String, BTreeMap<String, Vec<String>>> =
        serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut kept: BTreeMap<(String, String), i32> = kept
        .iter()
        .flat_map(|(label, weights)| {
            let words =
                weights.iter().flat_map(|(weight, lines)| lines.iter().map(move |line| (weight, line)));
            words.flat_map(move |(weight, line)| {
                let weight: i32 = weight.parse().unwrap();
                line.split(' ').map(move |word| ((label.clone(), word.to_owned()), weight))
            })
        })
        .collect();
    // The last bit of a sum is not the same on every machine.
    let far = |(word, weight): (&(String, String), &i32)| {
        let before = kept.remove(word).unwrap_or(0);
        ((before - weight).abs() > 1).then(|| format!("{word:?}: {before}, learned {weight}"))
    };
    let mut far: Vec<String> = learned.iter().filter_map(far).collect();
    far.extend(
        kept.into_iter()
            .filter(|(_, weight)| weight.abs() > 1)
            .map(|(word, _)| format!("{word:?}: not learned")),
    );
    assert!(far.is_empty(), "run again with SNAPSHOTS=overwrite: {far:#?}");
}
