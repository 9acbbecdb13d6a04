//! OKR lists that people keep in Markdown, read as objectives.

use super::{
    okr::{self, Naming},
    registry::{KeyResult, Objective},
};

/// A line of a document as a list of goals sees it.
#[derive(Clone, Copy, Debug)]
pub struct ListLine<'a> {
    /// The words, without marks; the cells of a row are parted by `|`.
    pub text: &'a str,
    /// How deep it stands: a heading's level, or ten and the depth of a bullet (10 for the outermost).
    /// A paragraph or a table row is 10 as well.
    pub depth: usize,
    /// Whether all its words are bold, as an objective's row in a table is.
    pub bold: bool,
}

/// The objectives that a list of lines tells of, in order; empty where it is no list of goals.
///
/// Read are headings, paragraphs and bullets such as `OKR 1: …`, `Objective 2 – …`, `Objectif 1 : …`,
/// `**Objective:** …`, with key results below them as `KR1: …`, `Key Result: …`, as what stands under
/// `Key results:`, or as rows under a bold row. What has no number is numbered in order.
pub fn objectives(lines: &[ListLine<'_>]) -> Vec<Objective> {
    let mut found: Vec<Objective> = Vec::new();
    let mut depth = 0;
    let mut in_results = false;
    for line in lines {
        if let Some((number, title)) = labelled(line.text, &OBJECTIVE_LABELS) {
            depth = line.depth;
            in_results = false;
            let id = format!("O{}", number.map_or(found.len() + 1, |number| number as usize));
            found.push(Objective { id, title: clean(title), ..Objective::default() });
            continue;
        }
        let Some(objective) = found.last_mut() else { continue };
        if let Some((number, title)) = labelled(line.text, &RESULT_LABELS) {
            if title.is_empty() && number.is_none() {
                in_results = true;
            } else {
                add(objective, number, title);
            }
        } else if line.depth < 10 && line.depth <= depth {
            in_results = false; // another heading ends the list
            depth = 0;
        } else if depth > 0 && in_results && line.depth >= 10 && !is_remark(line.text) {
            add(objective, None, line.text);
        }
    }
    if found.is_empty() { rows(lines) } else { found }
}

const OBJECTIVE_LABELS: [&str; 9] =
    ["okr", "objective", "objectif", "objetivo", "ziel", "obj.", "obj", "goal", "o"];
const RESULT_LABELS: [&str; 9] = [
    "key results",
    "key result",
    "krs",
    "kr",
    "résultats clés",
    "résultat clé",
    "resultados clave",
    "schlüsselergebnisse",
    "schlüsselergebnis",
];

/// The number and the rest of a line that opens with one of `labels`: `KR 1.2: …` gives 2.
fn labelled<'t>(text: &'t str, labels: &[&str]) -> Option<(Option<u32>, &'t str)> {
    let text = text.trim_start_matches(|first: char| !first.is_alphanumeric());
    let rest = labels.iter().find_map(|label| {
        let head = text.get(..label.len())?;
        (head.to_lowercase() == *label).then(|| &text[label.len()..])
    })?;
    let after = rest.trim_start_matches([' ', '#', '-']);
    let digits =
        after.len() - after.trim_start_matches(|next: char| next.is_ascii_digit() || next == '.').len();
    let number =
        after[..digits].trim_end_matches('.').rsplit('.').next().and_then(|number| number.parse().ok());
    let rest = if number.is_some() { &after[digits..] } else { rest };
    let title = rest.trim_start();
    let is_label = title.is_empty() || title.starts_with([':', '–', '—', '-', '.', '|', ')']);
    let title = title.trim_start_matches([':', '–', '—', '-', '.', '|', ')', ' ']);
    (is_label && (number.is_some() || rest.trim_start().starts_with([':', '–', '—']) || rest.is_empty()))
        .then_some((number, title))
}

fn add(objective: &mut Objective, number: Option<u32>, title: &str) {
    let number = number.map_or(objective.key_results.len() + 1, |number| number as usize);
    let key_result = KeyResult { id: format!("KR{number}"), title: clean(title), aliases: Vec::new() };
    objective.key_results.push(key_result);
}

/// A line about an objective that is no key result: `Status: at risk`, `Links:`.
fn is_remark(text: &str) -> bool {
    let label = text.split(':').next().unwrap_or_default().trim().to_lowercase();
    let remarks =
        ["status", "owner", "owners", "progress", "confidence", "notes", "note", "score", "due", "links"];
    text.trim_end().ends_with(':') || text.contains(':') && remarks.contains(&label.as_str())
}

/// A table without labels: each bold row is an objective, the rows under it are its key results.
fn rows(lines: &[ListLine<'_>]) -> Vec<Objective> {
    let mut found: Vec<Objective> = Vec::new();
    for line in lines.iter().filter(|line| line.text.contains('|')) {
        let first = line.text.split('|').map(str::trim).find(|cell| !cell.is_empty()).unwrap_or_default();
        if line.bold && !first.is_empty() {
            let id = format!("O{}", found.len() + 1);
            found.push(Objective { id, title: clean(first), ..Objective::default() });
        } else if let Some(objective) = found.last_mut().filter(|_| !first.is_empty()) {
            add(objective, None, first);
        }
    }
    found.retain(|objective| !objective.key_results.is_empty());
    found
}

/// A title without its result (`=> 80%`), its status and what a bracket at its end adds.
fn clean(title: &str) -> String {
    let title = title.split("=>").next().unwrap_or_default();
    let title = title.trim_end_matches(['\\', ' ']);
    let title = title.rsplit_once(" (").filter(|_| title.ends_with(')')).map_or(title, |(title, _)| title);
    title.trim_matches(|edge: char| !edge.is_alphanumeric() && !"%€$£\"')".contains(edge)).to_owned()
}

/// Whether a heading names a list of goals: `OKRs`, `Q3 goals`, `Objectives and key results`.
pub fn is_heading(text: &str) -> bool {
    let lower = text.to_lowercase();
    let plural = ["okrs", "objectives", "key results", "goals"].iter().any(|word| lower.contains(word));
    plural && !okr::references(text).iter().any(|found| found.naming == Naming::Id)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines from a sketch: `#` a heading, two spaces a level of bullets, `!` a bold row.
    fn read(sketch: &str) -> Vec<String> {
        let lines: Vec<ListLine<'_>> = sketch
            .lines()
            .map(|line| {
                let level = line.len() - line.trim_start_matches('#').len();
                let indent = (line.len() - line.trim_start().len()) / 2;
                let depth = if level > 0 { level } else { 10 + indent };
                let text = line.trim_start_matches(['#', ' ', '-', '!']);
                ListLine { text, depth, bold: line.starts_with('!') }
            })
            .collect();
        let shown = |objective: Objective| {
            let results =
                objective.key_results.iter().map(|result| format!("{} {}", result.id, result.title));
            std::iter::once(format!("{} {}", objective.id, objective.title))
                .chain(results)
                .collect::<Vec<_>>()
        };
        objectives(&lines).into_iter().flat_map(shown).collect()
    }

    #[test]
    fn lists_are_read_in_the_forms_people_keep() {
        for (sketch, wanted) in [
            (
                "# O1: Win\n- KR1: ten customers\n- KR2: 2% churn",
                vec!["O1 Win", "KR1 ten customers", "KR2 2% churn"],
            ),
            (
                "## OKR 1: Win\nKey Results:\n- ten customers (Week 2)\n- 2% churn\nStatus: At Risk\n## Notes\n- none",
                vec!["O1 Win", "KR1 ten customers", "KR2 2% churn"],
            ),
            ("Objective 2: Win\n- KR: ten customers => 12\\", vec!["O2 Win", "KR1 ten customers"]),
            (
                "- Objective: Win\n  - Key Result: ten\n- Objective: Stay\n  - Key Result: two",
                vec!["O1 Win", "KR1 ten", "O2 Stay", "KR1 two"],
            ),
            ("### Objectif 1 : Gagner\n- KR1 : dix clients", vec!["O1 Gagner", "KR1 dix clients"]),
            (
                "Item | Owner\n!Win | Ana\nten customers | Bo\n!Stay | Ana\ntwo | Cy",
                vec!["O1 Win", "KR1 ten customers", "O2 Stay", "KR1 two"],
            ),
            ("# Notes\n- Ordered the pens\n- Met Ana", vec![]),
        ] {
            assert_eq!(read(sketch), wanted, "{sketch}");
        }
    }
}
