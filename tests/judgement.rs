//! How well topics are read: labelled sets under `tests/judgement/`, as the whole program reads them.
//!
//! The test fails where a label's F1 falls below its floor in `floors.json`, and where the table in
//! `docs/judgement.md` is out of date; `SNAPSHOTS=overwrite` writes the table. `JUDGEMENT_MISSES=problem` prints the
//! topics that went wrong on one label.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test reads its data, prints its table and fails by panicking"
)]

mod kept_table;

use std::{
    collections::BTreeMap,
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use agenda_lint_core::{
    analysis::{Scope, Topic, Workspace},
    engine::Linter,
    language::Signal,
    rules::{Preset, RulesConfig},
    text::SourceFile,
};
use serde_json::{Value, json};

/// The kinds of sets, with the heading that their topics stand under.
const KINDS: [(&str, &str); 5] = [
    ("advice", "Advice"),
    ("updates", "Updates"),
    ("career", "Career planning"),
    ("strategy", "Strategy"),
    ("actions", "Action items"),
];
/// What is shown of `advice` beside its labels: all three parts, and an advice rule that speaks.
const VERDICTS: [&str; 2] = ["well_framed", "flagged"];
const ADVICE_RULES: [&str; 3] = ["vague-advice", "unframed-advice", "untried-advice"];

#[test]
fn topics_are_read_as_a_careful_colleague_would() {
    let floors: BTreeMap<String, BTreeMap<String, f64>> =
        serde_json::from_str(&fs::read_to_string(folder().join("floors.json")).unwrap()).unwrap();
    let mut table =
        String::from("| set | label | precision | recall | F1 | topics |\n|---|---|---|---|---|---|\n");
    let mut fallen = Vec::new();
    for (name, heading, set) in sets() {
        for (label, score) in judge(&set, heading) {
            let (precision, recall, f1) = score.figures();
            let count = score.hits + score.missed;
            writeln!(table, "| {name} | {label} | {precision:.2} | {recall:.2} | {f1:.2} | {count} |")
                .unwrap();
            let floor = floors.get(&name).and_then(|set| set.get(&label)).copied().unwrap_or(0.0);
            if f1 < floor {
                fallen.push(format!("{name} {label}: F1 {f1:.3}, floor {floor}"));
            }
        }
    }
    println!("{table}");
    assert!(fallen.is_empty(), "below the floor:\n{}", fallen.join("\n"));
    kept_table::keep("table", &table);
}

/// People are called away in the middle of a line.
#[test]
fn a_topic_that_breaks_off_is_read_without_a_fault() {
    const EACH: usize = 10;
    for (_, heading, set) in sets() {
        for topic in set.lines().step_by(EACH) {
            let topic: Value = serde_json::from_str(topic).unwrap();
            let text = topic["text"].as_str().unwrap();
            for (end, _) in text.match_indices([' ', '\n']) {
                read(&text[..end], heading);
            }
        }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/judgement")
}

/// The sets: their names, the headings that their topics stand under, and the topics, one a line.
fn sets() -> Vec<(String, &'static str, String)> {
    let mut paths: Vec<_> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "jsonl"));
    paths.sort();
    let set = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let heading = KINDS.iter().find(|(kind, _)| name.starts_with(kind)).unwrap().1;
        (name, heading, fs::read_to_string(&path).unwrap())
    };
    paths.into_iter().map(set).collect()
}

/// How often a label was found where it stands, where it does not, and not where it does.
#[derive(Clone, Copy, Default)]
struct Score {
    hits: usize,
    false_alarms: usize,
    missed: usize,
}

impl Score {
    #[expect(clippy::cast_precision_loss, reason = "a set has a few hundred topics")]
    fn figures(self) -> (f64, f64, f64) {
        let part = |whole: usize| if whole == 0 { 0.0 } else { self.hits as f64 / whole as f64 };
        let (precision, recall) = (part(self.hits + self.false_alarms), part(self.hits + self.missed));
        let f1 = if self.hits == 0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) };
        (precision, recall, f1)
    }
}

/// The score of each label of a set.
fn judge(set: &str, heading: &str) -> Vec<(String, Score)> {
    let topics: Vec<Value> = set.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let misses = env::var("JUDGEMENT_MISSES").unwrap_or_default();
    let mut labels: Vec<String> = topics[0]["labels"].as_object().unwrap().keys().cloned().collect();
    if heading == "Advice" {
        labels.extend(VERDICTS.map(str::to_owned));
    }
    let mut scores = vec![Score::default(); labels.len()];
    for topic in &topics {
        let text = topic["text"].as_str().unwrap();
        let seen = read(text, heading);
        for (label, score) in labels.iter().zip(&mut scores) {
            let wanted = match label.as_str() {
                "well_framed" => topic["well_framed"].clone(),
                "flagged" => json!(!topic["well_framed"].as_bool().unwrap()),
                _ => topic["labels"][label].clone(),
            };
            if count(score, &wanted, &seen[label]) && *label == misses {
                println!("{}: wanted {wanted}, got {}\n{text}\n", topic["id"], seen[label]);
            }
        }
    }
    labels.into_iter().zip(scores).collect()
}

/// Counts what was found of one label; says whether it went wrong.
fn count(score: &mut Score, wanted: &Value, seen: &Value) -> bool {
    let entries = |value: &Value| match value {
        Value::Array(ids) => ids.iter().map(|id| id.as_str().unwrap().to_lowercase()).collect(),
        Value::String(text) => vec![text.trim().to_lowercase()],
        Value::Bool(true) => vec![String::new()],
        _ => Vec::new(),
    };
    let (wanted, seen): (Vec<String>, Vec<String>) = (entries(wanted), entries(seen));
    let hits = wanted.iter().filter(|entry| seen.contains(entry)).count();
    score.hits += hits;
    score.missed += wanted.len() - hits;
    score.false_alarms += seen.len() - hits.min(seen.len());
    hits < wanted.len() || hits < seen.len()
}

/// What the program finds in a topic, by label.
fn read(text: &str, heading: &str) -> Value {
    let document = format!("# One-on-one\n\n## 2026-03-02\n\n### {heading}\n\n{}\n", text.trim_end());
    let today = "2026-03-02".parse().ok();
    let workspace =
        Workspace::single(SourceFile::new("notes.md", document), &Arc::default(), Scope::Next(today), today);
    let topics: Vec<Topic<'_>> = workspace.files[0].topics().collect();
    let has = |signal: Signal| topics.iter().any(|topic| topic.has(signal));
    let counted = |signal: Signal, topic: &Topic<'_>| topic.signals().all(signal).count();
    let task = topics.iter().map(|topic| topic.task(topic.item())).next();
    let okrs = || topics.iter().flat_map(|topic| topic.okrs());
    let mut ids: Vec<&str> = okrs().filter_map(|okr| okr.id.as_deref()).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut seen = json!({
        "okr_ref": okrs().next().is_some(),
        "okr_ids": ids,
        "derisk": has(Signal::Mitigation) || (has(Signal::Risk) || has(Signal::Blocker)) && has(Signal::Ask),
        "link": topics.iter().any(|topic| !topic.links().is_empty()),
        "ask_specific":
            topics.iter().any(|topic| counted(Signal::Ask, topic) > counted(Signal::VagueAsk, topic)),
        "owner": task.as_ref().and_then(|task| task.owner.as_ref()).map(|(owner, _)| owner),
        "due": task.as_ref().and_then(|task| task.due.as_ref()).map(|due| &due.text),
        "done": task.as_ref().is_some_and(|task| task.done),
        "vague": task.as_ref().is_some_and(|task| task.vague),
        "well_framed": has(Signal::Situation) && has(Signal::Problem) && has(Signal::Attempt),
        "flagged": heading == "Advice" && is_flagged(&workspace),
    });
    for signal in Signal::ALL {
        seen[signal.name()] = json!(has(signal));
    }
    seen
}

/// Whether a rule of advice speaks of the file.
fn is_flagged(workspace: &Workspace) -> bool {
    let linter = Linter::new(RulesConfig::default().active(|meta, _| Preset::Recommended.severity(meta)));
    linter.check(workspace, 0).iter().any(|finding| ADVICE_RULES.contains(&finding.rule))
}
