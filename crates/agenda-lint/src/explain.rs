//! The rules, in words.

use agenda_lint_core::{
    nearest::nearest,
    rules::{FixKind, Group, RULES, RuleMeta},
};

use crate::{Failure, Outcome, output::Console};

/// Prints what a rule wants, why, examples and options.
pub(crate) fn one(name: &str, console: &mut Console) -> Result<Outcome, Failure> {
    let Some(rule) = RULES.iter().find(|rule| rule.name == name) else {
        return Err(Failure::Message(unknown(name)));
    };
    let level = rule.severity.map_or("off", |severity| severity.name());
    let facts =
        format!("group `{}`, default `{level}`{}, since {}", rule.group.name(), fix(rule), rule.since);
    console.print(&format!("# {}\n\n{facts}\n\n{}\n", rule.name, rule.markdown().trim()))?;
    Ok(Outcome::Clean)
}

/// Lists all rules by their groups.
pub(crate) fn all(console: &mut Console) -> Result<Outcome, Failure> {
    let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    for group in Group::ALL {
        let mut rules = RULES.iter().filter(|rule| rule.group == group).peekable();
        if rules.peek().is_none() {
            continue;
        }
        console.print(&format!("{}\n", group.name()))?;
        for rule in rules {
            let level = rule.severity.map_or("off", |severity| severity.name());
            console.print(&format!("  {:<width$}  {level:<7}  {}\n", rule.name, rule.summary()))?;
        }
        console.print("\n")?;
    }
    console.print("`agenda-lint explain RULE` says why, with examples and options\n")?;
    Ok(Outcome::Clean)
}

/// What is said of a name that is no rule's.
pub(crate) fn unknown(name: &str) -> String {
    let names = RULES.iter().map(|rule| rule.name).chain(Group::ALL.iter().map(|group| group.name()));
    let help = match nearest(name, names) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`agenda-lint rules` lists them all".to_owned(),
    };
    format!("unknown rule `{name}`; {help}")
}

fn fix(rule: &RuleMeta) -> &'static str {
    match rule.fix {
        FixKind::None => "",
        FixKind::Safe => ", `--fix` mends it",
        FixKind::Unsafe => ", `--unsafe-fixes` helps with it",
    }
}
