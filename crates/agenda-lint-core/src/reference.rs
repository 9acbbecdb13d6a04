//! The rules page, made from the rules themselves.
//!
//! May use: `rules`, `diagnostic`.

use std::fmt::Write as _;

use crate::{
    diagnostic::Severity,
    rules::{FixKind, Group, RULES, Reads, RuleMeta, Scope},
};

/// The page that describes every rule, as `docs/rules.md` has it.
pub fn rules_page() -> String {
    let mut page = String::from(
        "# The rules\n\n\
         <!-- Made from the rules themselves: `SNAPSHOTS=overwrite cargo test` writes it anew. -->\n\n\
         The severity is that of the preset `recommended`. `minimal` keeps the rules marked •; `strict` has them all, \
         with no severity below `warning`. `agenda-lint explain RULE` prints one of them.\n",
    );
    for group in Group::ALL {
        let _ = write!(
            page,
            "\n## {}\n\n| rule | severity | fix | what it asks for |\n|---|---|---|---|\n",
            title(group)
        );
        for rule in of(group) {
            let mark = if rule.minimal { " •" } else { "" };
            let (name, severity, fix) = (rule.name, severity(rule), fix(rule.fix));
            let _ = writeln!(page, "| [`{name}`](#{name}) | {severity}{mark} | {fix} | {} |", rule.summary());
        }
    }
    for rule in Group::ALL.into_iter().flat_map(of) {
        let _ = write!(page, "\n## {}\n\n{}\n\n{}", rule.name, facts(rule), below_heading(&rule.markdown()));
    }
    page
}

fn of(group: Group) -> impl Iterator<Item = &'static RuleMeta> {
    RULES.iter().copied().filter(move |rule| rule.group == group)
}

fn title(group: Group) -> String {
    let name = group.name();
    format!("{}{}", name[..1].to_uppercase(), &name[1..])
}

fn severity(rule: &RuleMeta) -> &'static str {
    rule.severity.map_or("off", Severity::name)
}

fn fix(kind: FixKind) -> &'static str {
    match kind {
        FixKind::None => "",
        FixKind::Safe => "`--fix`",
        FixKind::Unsafe => "`--unsafe-fixes`",
    }
}

/// One line with what is known of a rule.
fn facts(rule: &RuleMeta) -> String {
    let reads = match rule.reads {
        Reads::Agenda => "the next meeting",
        Reads::All => "every meeting",
    };
    let scope = match rule.scope {
        Scope::File => "",
        Scope::Notebook => " of the notebook",
    };
    format!("{} · {} · reads {reads}{scope} · since {}", rule.group.name(), severity(rule), rule.since)
}

/// The documentation with its headings one level further down.
fn below_heading(markdown: &str) -> String {
    let mut in_code = false;
    markdown.lines().fold(String::new(), |mut page, line| {
        in_code ^= line.starts_with("```");
        if !in_code && line.starts_with('#') {
            page.push('#');
        }
        page + line + "\n"
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_rules_page_is_current() {
        snapbox::assert_data_eq!(super::rules_page(), snapbox::file!["../../../docs/rules.md"].raw());
    }
}
