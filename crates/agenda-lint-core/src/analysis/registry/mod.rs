//! The objectives and key results that are known, and what a reference means among them.

mod words;

use std::{collections::BTreeSet, ops::Range};

use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::okr::{Naming, Reference};
use words::{each_telling_word, is_enough, telling_words};

/// What an `okrs.yaml` file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OkrFile {
    /// The objectives, in the order they are shown.
    pub objectives: Vec<Objective>,
}

/// An objective and its key results.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Objective {
    /// How updates refer to it, such as `O1`.
    pub id: String,
    /// What it is about.
    #[serde(default)]
    pub title: String,
    /// Who answers for it.
    #[serde(default)]
    pub owner: Option<String>,
    /// The time it is for, such as `2026-Q1`.
    #[serde(default)]
    pub period: Option<String>,
    /// Other names that updates use for it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// How one sees that it is reached.
    #[serde(default)]
    pub key_results: Vec<KeyResult>,
}

/// A key result of an objective.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct KeyResult {
    /// How updates refer to it within its objective, such as `KR1`.
    pub id: String,
    /// What it measures.
    #[serde(default)]
    pub title: String,
    /// Other names that updates use for it.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// All known objectives, ready to be looked up.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    objectives: Vec<Objective>,
    /// Every id in its normal form, with the goal it names.
    ids: FxHashMap<String, Goal>,
    /// Each goal's titles and aliases as sets of telling words.
    names: Vec<Name>,
    /// A telling word, and the names that hold it.
    index: FxHashMap<String, Vec<usize>>,
}

/// An objective, or one of its key results: indices into [`Registry::objectives`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Goal {
    /// The objective.
    pub objective: usize,
    /// The key result among the objective's own; None for the objective itself.
    pub key_result: Option<usize>,
}

#[derive(Clone, Debug)]
struct Name {
    goal: Goal,
    words: BTreeSet<String>,
}

impl Registry {
    /// A registry of `objectives`. Of two goals with one id, the first counts.
    pub fn new(objectives: Vec<Objective>) -> Self {
        let mut registry = Self { objectives, ..Self::default() };
        for objective in 0..registry.objectives.len() {
            registry.enter(Goal { objective, key_result: None });
            for key_result in 0..registry.objectives[objective].key_results.len() {
                registry.enter(Goal { objective, key_result: Some(key_result) });
            }
        }
        registry
    }

    /// The objectives, in order.
    pub fn objectives(&self) -> &[Objective] {
        &self.objectives
    }

    /// Whether nothing is known, so that no id can be called unknown.
    pub fn is_empty(&self) -> bool {
        self.objectives.is_empty()
    }

    /// The goal's id as references are normalised to: `O1`, `O1.KR2`.
    pub fn id(&self, goal: Goal) -> String {
        let Some(objective) = self.objectives.get(goal.objective) else { return String::new() };
        let own = normal_id(&objective.id);
        match goal.key_result.and_then(|index| objective.key_results.get(index)) {
            Some(key_result) => within(&own, &normal_id(&key_result.id)),
            None => own,
        }
    }

    /// The goal that a normalised id or a name in words means; None when it is not known.
    ///
    /// A bare `KR2` is known when one objective alone has it. A name is known when its telling words
    /// are those of one title or alias.
    pub fn resolve(&self, id: &str) -> Option<Goal> {
        if let Some(goal) = self.ids.get(&normal_id(id)) {
            return Some(*goal);
        }
        let words = telling_words(id);
        if words.is_empty() {
            return None;
        }
        let mut fitting = self.names.iter().filter(|name| words.is_subset(&name.words));
        let first = fitting.next()?;
        fitting.all(|other| other.goal.objective == first.goal.objective).then_some(first.goal)
    }

    /// The ids nearest to an unknown one, the nearest first; at most three.
    pub fn nearest(&self, id: &str) -> Vec<String> {
        let wanted = normal_id(id);
        let mut near: Vec<(usize, String)> = self
            .ids
            .values()
            .collect::<BTreeSet<_>>()
            .into_iter()
            .map(|goal| {
                let id = self.id(*goal);
                (strsim::osa_distance(&wanted, &id), id)
            })
            .filter(|(distance, _)| *distance <= 2)
            .collect();
        near.sort();
        near.into_iter().take(3).map(|(_, id)| id).collect()
    }

    /// References by title or alias: `the IPLD explorer supports 3 formats OKR` and a phrase that
    /// holds most of a title's telling words.
    pub fn mentions(&self, text: &str) -> Vec<Reference> {
        if self.names.is_empty() {
            return Vec::new();
        }
        let mut seen: FxHashMap<usize, (BTreeSet<&str>, Range<usize>)> = FxHashMap::default();
        each_telling_word(text, |word, range| {
            let Some((word, names)) = self.index.get_key_value(word) else { return };
            for &name in names {
                let (words, span) = seen.entry(name).or_insert_with(|| (BTreeSet::new(), range.clone()));
                words.insert(word);
                span.end = range.end;
            }
        });
        let mut goals: Vec<(Goal, Range<usize>)> = seen
            .into_iter()
            .filter(|(name, (words, _))| is_enough(words.len(), self.names[*name].words.len()))
            .map(|(name, (_, span))| (self.names[name].goal, span))
            .collect();
        goals.sort_by_key(|(goal, span)| (span.start, *goal));
        goals.dedup_by_key(|(goal, _)| *goal);
        goals
            .into_iter()
            .map(|(goal, span)| Reference { id: Some(self.id(goal)), span, naming: Naming::Name })
            .collect()
    }

    fn enter(&mut self, goal: Goal) {
        let id = self.id(goal);
        let objective = &self.objectives[goal.objective];
        let key_result = goal.key_result.and_then(|index| objective.key_results.get(index));
        let names: Vec<String> = match key_result {
            Some(key_result) => {
                std::iter::once(&key_result.title).chain(&key_result.aliases).cloned().collect()
            }
            None => std::iter::once(&objective.title).chain(&objective.aliases).cloned().collect(),
        };
        let bare = key_result.map(|key_result| normal_id(&key_result.id));
        self.ids.entry(id).or_insert(goal);
        if let Some(bare) = bare {
            self.enter_bare(bare, goal);
        }
        for name in names {
            let words = telling_words(&name);
            if words.is_empty() {
                continue;
            }
            for word in &words {
                self.index.entry(word.clone()).or_default().push(self.names.len());
            }
            self.names.push(Name { goal, words });
        }
    }

    /// `KR2` alone means something only while one objective has it.
    fn enter_bare(&mut self, bare: String, goal: Goal) {
        match self.ids.get(&bare) {
            Some(other) if other.objective != goal.objective => {
                self.ids.remove(&bare);
            }
            Some(_) => {}
            None => {
                self.ids.insert(bare, goal);
            }
        }
    }
}

/// An id as references are normalised to: `okr 2`, `Objective-2` and `o2` are `O2`; `kr 1.3` is `O1.KR3`.
/// What follows no such form stays as it is, in upper case.
pub fn normal_id(id: &str) -> String {
    let found = super::okr::references(id);
    if let [Reference { id: Some(normal), naming: Naming::Id, .. }] = found.as_slice() {
        return normal.clone();
    }
    id.trim().to_uppercase()
}

/// A key result's id under its objective's, unless it names the objective itself.
fn within(objective: &str, key_result: &str) -> String {
    if key_result.contains('.') { key_result.to_owned() } else { format!("{objective}.{key_result}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn registry() -> Registry {
        let key_result = |id: &str, title: &str, alias: &str| KeyResult {
            id: id.to_owned(),
            title: title.to_owned(),
            aliases: vec![alias.to_owned()],
        };
        Registry::new(vec![
            Objective {
                id: "O1".into(),
                title: "Keep the customers we win".into(),
                aliases: vec!["Retention".into()],
                key_results: vec![
                    key_result("KR1", "Monthly churn under 2%", "churn"),
                    key_result("KR2", "Explorer supports three exotic formats", ""),
                ],
                ..Objective::default()
            },
            Objective {
                id: "okr 2".into(),
                title: "Cut the cost to serve".into(),
                key_results: vec![key_result("KR1", "Tickets per account under 1.5", "")],
                ..Objective::default()
            },
        ])
    }

    #[test]
    fn ids_and_names_resolve_to_goals() {
        let registry = registry();
        let shown = |id: &str| registry.resolve(id).map_or("-".to_owned(), |goal| registry.id(goal));
        for (id, wanted) in [
            ("O1", "O1"),
            ("O2", "O2"),
            ("O1.KR2", "O1.KR2"),
            ("KR2", "O1.KR2"),
            ("KR1", "-"),
            ("O3", "-"),
            ("retention", "O1"),
            ("churn", "O1.KR1"),
            ("weather", "-"),
        ] {
            assert_eq!(shown(id), wanted, "{id}");
        }
    }

    #[test]
    fn an_unknown_id_has_near_ones() {
        assert_eq!(registry().nearest("O3"), ["O1", "O2"]);
        assert_eq!(registry().nearest("O1.KR3")[..2], ["O1.KR1", "O1.KR2"]);
        assert!(registry().nearest("weather").is_empty());
    }

    #[test]
    fn titles_are_found_by_most_of_their_words() {
        let registry = registry();
        let shown =
            |text: &str| registry.mentions(text).into_iter().filter_map(|found| found.id).collect::<Vec<_>>();
        assert_eq!(shown("I take a shot at explorer supporting exotic formats"), ["O1.KR2"]);
        assert_eq!(shown("Churn is down"), ["O1.KR1"]);
        assert!(shown("We explore formats of the offsite").is_empty());
        let text = "Now it costs less to serve";
        assert_eq!(&text[registry.mentions(text)[0].span.clone()], "costs less to serve");
    }
}
