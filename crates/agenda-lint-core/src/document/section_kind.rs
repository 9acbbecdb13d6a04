//! Which heading means which section.
//!
//! The names stand in `sections.yaml`; a config adds to them.

use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::trim;

use super::heading_name::{first_word, is_owner, normalise, normalise_into, plain_first_word, without_owner};

/// What a section is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum SectionKind {
    /// What was done, and how it goes.
    Updates,
    /// What to talk about, of any kind.
    Discussion,
    /// Where help is needed: advice, blockers, decisions.
    Advice,
    /// The writer's own development.
    Career,
    /// Where the team or the product should go.
    Strategy,
    /// Who does what by when.
    Actions,
    /// What was said.
    Notes,
    /// What was decided.
    Decisions,
    /// Feedback, given or wanted.
    Feedback,
    /// How people are.
    Personal,
    /// Objectives and key results.
    Okrs,
    /// Anything else.
    Other,
}

impl SectionKind {
    /// Every kind.
    pub const ALL: [Self; 12] = [
        Self::Updates,
        Self::Discussion,
        Self::Advice,
        Self::Career,
        Self::Strategy,
        Self::Actions,
        Self::Notes,
        Self::Decisions,
        Self::Feedback,
        Self::Personal,
        Self::Okrs,
        Self::Other,
    ];

    /// Whether what stands in such a section is news or to be talked about.
    pub(crate) fn holds_topics(self) -> bool {
        use SectionKind::{Advice, Career, Discussion, Strategy, Updates};
        matches!(self, Updates | Discussion | Advice | Career | Strategy)
    }

    /// The kind as configs and reports write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Updates => "updates",
            Self::Discussion => "discussion",
            Self::Advice => "advice",
            Self::Career => "career",
            Self::Strategy => "strategy",
            Self::Actions => "actions",
            Self::Notes => "notes",
            Self::Decisions => "decisions",
            Self::Feedback => "feedback",
            Self::Personal => "personal",
            Self::Okrs => "okrs",
            Self::Other => "other",
        }
    }
}

/// What a heading's words mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Section(SectionKind),
    /// A form to copy.
    Template,
    /// Not for other eyes.
    Private,
    /// A table of contents.
    Contents,
}

impl Meaning {
    /// Whether only an agenda has what is named so.
    pub(super) fn is_of_agenda(self) -> bool {
        matches!(self, Self::Section(kind) if kind.holds_topics())
    }
}

/// The names of sections: the built-in ones, and those a config adds.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    added: Names<String>,
}

/// Names with what they mean.
#[derive(Clone, Debug)]
struct Names<S> {
    meanings: FxHashMap<S, Meaning>,
    /// The words that they begin with: most lines are told from all names by their first.
    openings: FxHashSet<S>,
}

impl<S> Default for Names<S> {
    fn default() -> Self {
        Self { meanings: FxHashMap::default(), openings: FxHashSet::default() }
    }
}

static BUILT_IN: LazyLock<Names<&str>> = LazyLock::new(|| read(include_str!("sections.yaml")));

/// The forms of the built-in file: a kind, then its names as a list, each on a line and as
/// [`normalise`] gives it.
fn read(yaml: &'static str) -> Names<&'static str> {
    let mut meaning = Meaning::Section(SectionKind::Other);
    let mut names = Names {
        meanings: FxHashMap::with_capacity_and_hasher(512, FxBuildHasher),
        openings: FxHashSet::with_capacity_and_hasher(256, FxBuildHasher),
    };
    for line in yaml.lines() {
        if let Some(name) = line.strip_prefix("  - ") {
            let name = name.trim_matches('"');
            names.meanings.insert(name, meaning);
            names.openings.insert(first_word(name));
        } else if let Some(kind) = line.strip_suffix(':') {
            meaning = match kind {
                "template" => Meaning::Template,
                "private" => Meaning::Private,
                "contents" => Meaning::Contents,
                _ => Meaning::Section(
                    SectionKind::ALL.into_iter().find(|k| k.name() == kind).unwrap_or(SectionKind::Other),
                ),
            };
        }
    }
    names
}

impl Vocabulary {
    /// Adds a name for a kind of section.
    pub fn add(&mut self, kind: SectionKind, name: &str) {
        self.insert(name, Meaning::Section(kind));
    }

    /// Adds a name for sections that are not for other eyes.
    pub fn add_private(&mut self, name: &str) {
        self.insert(name, Meaning::Private);
    }

    fn insert(&mut self, name: &str, meaning: Meaning) {
        let name = normalise(name);
        self.added.openings.insert(first_word(&name).to_owned());
        self.added.meanings.insert(name, meaning);
    }

    /// What a heading means; none if it names nothing known. `name` is memory to work in.
    pub(super) fn look_up(&self, heading: &str, name: &mut String) -> Option<Meaning> {
        if heading.len() > 120 {
            return None;
        }
        // Most headings are names as they stand, and most other lines begin as no name does.
        name.clear();
        name.push_str(heading);
        name.make_ascii_lowercase();
        if let Some(meaning) = self.whole(name) {
            return Some(meaning);
        }
        let may_begin = plain_first_word(name).is_none_or(|word| self.opens(word));
        let known = (may_begin && self.may_be_known(heading, name)).then(|| {
            let bare = without_owner(name);
            self.whole(name)
                .or_else(|| self.whole(bare?))
                .or_else(|| self.opening(name))
                .or_else(|| self.opening(bare?))
        });
        known.flatten().or_else(|| self.joined(heading, name))
    }

    /// Makes `name` of a heading, and tells whether it begins as a known name does.
    fn may_be_known(&self, heading: &str, name: &mut String) -> bool {
        normalise_into(heading, name, |name| self.opens(first_word(name)))
    }

    /// Whether a known name begins with a word, or may stand behind it.
    fn opens(&self, word: &str) -> bool {
        BUILT_IN.openings.contains(word) || self.added.openings.contains(word) || is_owner(word)
    }

    fn whole(&self, name: &str) -> Option<Meaning> {
        self.added.meanings.get(name).or_else(|| BUILT_IN.meanings.get(name)).copied()
    }

    /// A known name of at least two words, and then only what says when or from whom.
    fn opening(&self, name: &str) -> Option<Meaning> {
        memchr::memrchr_iter(b' ', name.as_bytes()).find_map(|end| {
            let (head, tail) = name.split_at(end);
            let meaning = self.whole(head)?;
            let long = head.split(' ').count() >= 3;
            let tail = tail.trim_start();
            let says_when = TAILS.iter().any(|word| {
                tail.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            });
            (long || says_when).then_some(meaning)
        })
    }

    /// Names joined by `/`, `&`, `,` or "and": the first that is known.
    fn joined(&self, heading: &str, name: &mut String) -> Option<Meaning> {
        let is_joint = |c: char| matches!(c, '/' | '&' | ',' | '+' | '|' | '–' | '—' | ':');
        // All joints but "and" are one of these or begin with the last.
        let may_join = |byte: u8| matches!(byte, b'/' | b'&' | b',' | b'+' | b'|' | b':' | 0xe2);
        let has_and = heading.as_bytes().windows(5).any(|part| part == b" and ");
        // Without a way out of the loop, many bytes are looked at in one step.
        let has_joint = || heading.bytes().fold(false, |any, byte| any | may_join(byte));
        if !(has_and || has_joint()) || heading.split_whitespace().nth(7).is_some() {
            return None;
        }
        let mut look_up = |part: &str| {
            let part = trim(part);
            if part.is_empty() || !self.may_be_known(part, name) {
                return None;
            }
            self.whole(name).or_else(|| self.whole(without_owner(name)?))
        };
        let mut parts = heading.split(is_joint);
        if has_and {
            parts.find_map(|part| part.split(" and ").find_map(&mut look_up))
        } else {
            parts.find_map(look_up)
        }
    }
}

/// How a name may go on: when, from whom, about what time.
const TAILS: [&str; 14] = [
    "this", "last", "since", "from", "for", "to", "today", "in", "with", "of", "next", "until", "and",
    "so far",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn look_up(vocabulary: &Vocabulary, heading: &str) -> Option<Meaning> {
        vocabulary.look_up(heading, &mut String::new())
    }

    #[test]
    fn headings_are_known_by_their_words() {
        let kinds = [
            ("Updates", SectionKind::Updates),
            ("🎯 2. Updates (10 min)", SectionKind::Updates),
            (":rocket: My updates this week", SectionKind::Updates),
            ("1/ Advice", SectionKind::Advice),
            ("Where do you need help from Kirstie?", SectionKind::Advice),
            ("What did you achieve since last time?", SectionKind::Updates),
            ("Blockers & risks", SectionKind::Advice),
            ("Career and growth", SectionKind::Career),
            ("Sam's action items:", SectionKind::Actions),
            ("Entwicklung", SectionKind::Career),
            ("OKRs", SectionKind::Okrs),
        ];
        for (heading, kind) in kinds {
            assert_eq!(look_up(&Vocabulary::default(), heading), Some(Meaning::Section(kind)), "{heading}");
        }
        for (name, meaning) in &BUILT_IN.meanings {
            for heading in [format!("🎯 2. {name} (10 min)"), format!("My {name}"), format!("{name}!")] {
                assert_eq!(look_up(&Vocabulary::default(), &heading), Some(*meaning), "{heading}");
            }
        }
        for heading in
            ["Kubernetes", "The big update to the pricing page and its consequences", "", "🎉", "Actionable"]
        {
            assert_eq!(look_up(&Vocabulary::default(), heading), None, "{heading}");
        }
    }

    #[test]
    fn a_config_adds_names() {
        let mut vocabulary = Vocabulary::default();
        vocabulary.add(SectionKind::Advice, "Where I'm stuck");
        assert_eq!(look_up(&vocabulary, "where I’m stuck?"), Some(Meaning::Section(SectionKind::Advice)));
    }

    #[test]
    fn the_names_are_yaml_that_any_reader_reads_alike() {
        let yaml = include_str!("sections.yaml");
        let lists: std::collections::BTreeMap<String, Vec<String>> = serde_yaml::from_str(yaml).unwrap();
        let names: usize = lists.values().map(Vec::len).sum();
        assert_eq!(read(yaml).meanings.len(), names, "a name stands twice, or is not read");
        for name in lists.values().flatten() {
            assert_eq!(&normalise(name), name);
        }
        for kind in lists.keys() {
            let known = SectionKind::ALL.iter().any(|k| k.name() == kind);
            assert!(known || ["template", "private", "contents"].contains(&kind.as_str()), "{kind}");
        }
    }
}
