//! Which rules run, and how much their findings matter.

use super::Config;
use crate::{
    diagnostic::Severity,
    rules::{Active, Group, Level, RULES, RuleMeta},
};

/// Which of the rules the user asked for in one run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    only: Vec<&'static str>,
    without: Vec<&'static str>,
}

impl Selection {
    /// Only these rules, without those; each is a rule's name, a group's, or `all`. Nothing to
    /// select selects what the config does. Fails with the first name that is none.
    pub fn new<'n>(only: &'n [String], without: &'n [String]) -> Result<Self, &'n str> {
        let rules = |names: &'n [String]| {
            names.iter().try_fold(Vec::new(), |mut rules, name| {
                let before = rules.len();
                let named = |rule: &RuleMeta| {
                    rule.name == name || rule.group.name() == name || name.eq_ignore_ascii_case("all")
                };
                rules.extend(RULES.iter().filter(|rule| named(rule)).map(|rule| rule.name));
                let is_group = Group::ALL.iter().any(|group| group.name() == name);
                if rules.len() > before || is_group { Ok(rules) } else { Err(name.as_str()) }
            })
        };
        Ok(Self { only: rules(only)?, without: rules(without)? })
    }
}

impl Config {
    /// The rules that run, each with its severity and options.
    pub fn active_rules(&self) -> Vec<Active> {
        self.rules.active(|rule, level| self.severity(rule, level))
    }

    /// How much a rule's findings matter, from the level that the config gives it; none if it does
    /// not run. A rule that was asked for by name runs even where its preset has it off.
    fn severity(&self, rule: &RuleMeta, level: Option<Level>) -> Option<Severity> {
        let Selection { only, without } = &self.selection;
        let asked_for = only.contains(&rule.name);
        if without.contains(&rule.name) || !(only.is_empty() || asked_for) {
            return None;
        }
        let severity = match level {
            Some(level) => level.severity(),
            None => self.preset.severity(rule),
        };
        let least = || rule.severity.unwrap_or(Severity::Warning);
        severity.or_else(|| asked_for.then(least))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_selected_runs() {
        let rule = RULES.iter().find(|rule| rule.severity.is_none()).expect("a rule that is off by default");
        let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
        for (only, without, expected) in [
            (names(&[]), names(&[]), None),
            (names(&[rule.name]), names(&[]), Some(Severity::Warning)),
            (names(&[rule.group.name()]), names(&[]), Some(Severity::Warning)),
            (names(&["ALL"]), names(&[rule.name]), None),
        ] {
            let selection = Selection::new(&only, &without).unwrap();
            let config = Config { selection, ..Config::default() };
            assert_eq!(config.severity(rule, None), expected, "{only:?} {without:?}");
        }
        assert_eq!(Selection::new(&names(&["nope"]), &[]).unwrap_err(), "nope");
    }
}
