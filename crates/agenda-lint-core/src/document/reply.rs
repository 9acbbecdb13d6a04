//! Lines that somebody else wrote: `KW: …`, `[AM] …`, `Kate: …`.

use std::cell::OnceCell;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    FrontMatter,
    signature::{LONGEST_INITIALS, Signature, is_initials},
};

/// Who takes part, as far as the config, the front matter and the document say.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// The person whose notes these are.
    pub report: Option<String>,
    /// The person they report to.
    pub manager: Option<String>,
    /// Everybody else who is named.
    pub others: Vec<String>,
}

/// Tells replies from the writer's own lines, for one document.
pub(super) struct Voices<'a> {
    people: &'a People,
    yaml: &'a FrontMatter,
    /// Whom the title names besides the writer.
    named: &'a [&'a str],
    /// All signatures, so that one that is used twice is known as one.
    signatures: &'a [Signature<'a>],
    /// The signatures that stand where answers do.
    answering: &'a FxHashSet<&'a str>,
    /// Names and initials of the writer, in lower case.
    writer: Vec<String>,
    /// Names and initials of other people, in lower case.
    others: OnceCell<FxHashSet<String>>,
    /// What may be initials and opened a nested line with a colon, in lower case, and how often.
    openings: OnceCell<FxHashMap<String, usize>>,
    /// What may be initials and opened another line so, and how often.
    labels: OnceCell<FxHashMap<&'a str, usize>>,
}

impl<'a> Voices<'a> {
    pub(super) fn new(
        people: &'a People,
        yaml: &'a FrontMatter,
        named: &'a [&'a str],
        signatures: &'a [Signature<'a>],
        answering: &'a FxHashSet<&'a str>,
    ) -> Self {
        let writer = writer(people, yaml);
        let (others, openings, labels) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Self { people, yaml, named, signatures, answering, writer, others, openings, labels }
    }

    fn others(&self) -> &FxHashSet<String> {
        self.others.get_or_init(|| {
            let Self { people, yaml, .. } = self;
            let manager = manager(people, yaml);
            let others = people.others.iter().map(String::as_str);
            let others = others.chain(yaml.values("attendees")).chain(yaml.values("participants"));
            let others = others.flat_map(forms).chain(manager);
            others.filter(|form| !self.writer.contains(form)).collect()
        })
    }

    /// How often what may be initials opened a nested line with a colon or in brackets.
    fn openings(&self) -> &FxHashMap<String, usize> {
        let is_plain =
            |heard: &&Signature<'_>| heard.nested && heard.with_colon && heard.name.len() <= LONGEST_INITIALS;
        self.openings.get_or_init(|| {
            let mut openings = FxHashMap::default();
            for heard in self.signatures.iter().filter(is_plain) {
                *openings.entry(heard.name.to_lowercase()).or_default() += 1;
            }
            openings
        })
    }

    fn heard(&self, name: &str) -> usize {
        self.openings().get(&name.to_lowercase()).copied().unwrap_or_default()
    }

    /// Whether a name is one of the others': by config or front matter, or as the title has it.
    fn is_other(&self, name: &str) -> bool {
        let first = name.split(' ').next().unwrap_or_default();
        self.others().contains(&name.to_lowercase()) || self.named.contains(&first)
    }

    /// Whether a letter is how somebody else signs: they are known to begin with it, or it is the only one that opens
    /// several lines and no label of a form (`S: … P: … A: … Q: …`).
    fn is_others_letter(&self, letter: &str) -> bool {
        let lower = letter.to_lowercase();
        let letters =
            || self.openings().iter().filter(|(name, count)| name.chars().count() == 1 && **count > 1);
        self.others().iter().any(|name| name.starts_with(&lower))
            || self.named.iter().any(|name| name.to_lowercase().starts_with(&lower))
            || !matches!(letter, "A" | "B" | "N" | "O" | "P" | "Q" | "S" | "T")
                && self.heard(letter) > 1
                && letters().count() == 1
    }

    /// Whether two initials open several bullets with a colon, begin as somebody does whom the title names, stand where
    /// answers do, and are the only ones that do: `KT: …` in `Check-ins with Karen`. Others are labels: `SEO: …`, `SRE: …`.
    fn are_initials_of_named(&self, initials: &str) -> bool {
        const OFTEN: usize = 3;
        let begins = |name: &str| name.chars().next() == initials.chars().next();
        initials.chars().count() == 2
            && self.named.iter().any(|name| begins(name))
            && self.labels().get(initials).is_some_and(|&count| count >= OFTEN)
            && self.labels().keys().filter(|name| begins(name)).nth(1).is_none()
            && self.answering.contains(initials)
    }

    /// How often what may be initials opened a line that nests in none with a colon.
    fn labels(&self) -> &FxHashMap<&'a str, usize> {
        self.labels.get_or_init(|| {
            let mut labels = FxHashMap::default();
            for heard in self.signatures.iter().filter(|heard| !heard.nested && heard.with_colon) {
                *labels.entry(heard.name()).or_default() += 1;
            }
            labels
        })
    }

    /// Who signed a nested line, if somebody other than the writer did.
    pub(super) fn reply<'l>(&self, signature: &'l Signature<'_>) -> Option<&'l str> {
        let Signature { name, with_colon, nested } = signature;
        if self.names_writer(name) {
            return None;
        }
        let is_reply = match name.chars().count() {
            1 => *with_colon && self.is_others_letter(name),
            // At the top of a section `FE: …` may be a label.
            _ if is_initials(name) => {
                *nested && *with_colon
                    || self.is_other(name)
                    || self.heard(name) > 0
                    || *with_colon && self.are_initials_of_named(name)
            }
            _ => *with_colon && self.is_other(name),
        };
        is_reply.then_some(name)
    }

    /// Whether it is plainly the writer's own signature.
    pub(super) fn is_writer(&self, signature: &Signature<'_>) -> bool {
        signature.with_colon && self.names_writer(&signature.name)
    }

    fn names_writer(&self, name: &str) -> bool {
        let is_ascii = name.is_ascii();
        let is_form = |form: &String| {
            if is_ascii { form.eq_ignore_ascii_case(name) } else { *form == name.to_lowercase() }
        };
        self.writer.iter().any(is_form)
    }
}

/// The names and initials of the writer, in lower case.
pub(super) fn writer(people: &People, yaml: &FrontMatter) -> Vec<String> {
    let report = people.report.as_deref().or_else(|| yaml.value(&["report", "author", "owner"]));
    report.into_iter().flat_map(forms).collect()
}

/// Those of the writer's manager.
pub(super) fn manager(people: &People, yaml: &FrontMatter) -> Vec<String> {
    let manager = people.manager.as_deref().or_else(|| yaml.value(&["manager", "with"]));
    manager.into_iter().flat_map(forms).collect()
}

/// A person's names as they may be signed: whole, first name, initials.
fn forms(name: &str) -> impl Iterator<Item = String> {
    let name = name.trim().trim_start_matches('@');
    let first = name.split_whitespace().next().unwrap_or_default();
    let initials: String = name.split([' ', '-']).filter_map(|part| part.chars().next()).collect();
    let initials = if initials.chars().count() >= 2 { initials } else { String::new() };
    [name.to_lowercase(), first.to_lowercase(), initials.to_lowercase()]
        .into_iter()
        .filter(|form| !form.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Who replies in a line, in a document that holds `others` besides.
    fn reply(line: &str, others: &[&str]) -> Option<String> {
        let people = People {
            report: Some("Sam Lee".to_owned()),
            manager: Some("Kate Doe".to_owned()),
            others: vec!["Ana".to_owned()],
        };
        let yaml = FrontMatter::default();
        let signatures: Vec<_> =
            others.iter().filter_map(|line| Signature::of((*line).into(), true)).collect();
        let answering = FxHashSet::default();
        let voices = Voices::new(&people, &yaml, &["Jonas"], &signatures, &answering);
        voices.reply(&Signature::of(line.into(), true)?).map(str::to_owned)
    }

    #[test]
    fn somebody_elses_signature_makes_a_reply() {
        for (line, name) in [
            ("KW: I'll take a look by 9 May", "KW"),
            ("[AM] fine with me", "AM"),
            ("Kate: ask Tom first", "Kate"),
            ("Kate Doe: ask Tom first", "Kate Doe"),
            ("KD 👀 On it!", "KD"),
            ("RB is on it", "RB"),
            ("@kate: yes", ""),
            ("Action for KW: find the form", "KW"),
            ("Ana: yes", "Ana"),
            ("KD : oui", "KD"),
            ("Jonas: yes", "Jonas"),
            ("K: yes", "K"),
            ("[K] yes", "K"),
            ("J: yes", "J"),
            ("W: yes", "W"),
            ("[W] yes", "W"),
        ] {
            let name = Some(name).filter(|name| !name.is_empty());
            assert_eq!(reply(line, &["RB: sure", "W: no", "W: and no"]).as_deref(), name, "{line}");
        }
    }

    #[test]
    fn at_the_top_capitals_may_be_a_label() {
        let (people, yaml) = (People::default(), FrontMatter::default());
        let nested = [Signature::of("RB: sure".into(), true).unwrap()];
        let answering = FxHashSet::default();
        let voices = Voices::new(&people, &yaml, &[], &nested, &answering);
        let reply = |line: &'static str| {
            let signature = Signature::of(line.into(), false).unwrap();
            voices.reply(&signature).map(str::to_owned)
        };
        assert_eq!(reply("RB: fine with me").as_deref(), Some("RB"));
        assert_eq!(reply("SEO: traffic fell"), None);
    }

    #[test]
    fn labels_and_the_writer_are_no_reply() {
        for line in [
            "Problem: nobody reads it",
            "SL: done",
            "Sam: done",
            "OKR: two",
            "KR helped me",
            "PM hiring is slow",
            "Kate asked me",
            "FYI: x",
            "Tried: y",
            "Ola: done",
            "S: since March",
            "Q: who decides?",
            "P: nobody reads it",
            "W: yes",
            "O: yes",
            "T: restarted it",
            "[x] done",
        ] {
            assert_eq!(
                reply(line, &["Problem: x", "Problem: y", "W: no", "P: a", "P: b", "T: a", "T: b"]),
                None,
                "{line}"
            );
        }
    }
}
