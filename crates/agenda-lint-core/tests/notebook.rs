//! A notebook of a year: what is known of it is found, in one file or in many.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::{collections::BTreeMap, sync::Arc};

use agenda_lint_core::{
    analysis::{Analysis, Scope, Workspace, notebook},
    config::{Config, ConfigFile, OkrFile, Okrs},
    diagnostic::Diagnostic,
    engine::Linter,
    text::SourceFile,
    yaml,
};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 3, 2);
const NOTEBOOK: &str = include_str!("../../../examples/notebook.md");

/// The settings of the examples, the objectives read in.
fn config() -> Config {
    let okrs: OkrFile = yaml::parse(include_str!("../../../examples/okrs.yaml"), usize::MAX).unwrap();
    let text = include_str!("../../../examples/.agenda-lint.yaml");
    let file: ConfigFile = yaml::parse(text, usize::MAX).unwrap();
    let mut config = Config::default();
    config.take(file, "examples".as_ref());
    config.okrs = Some(Okrs::List(okrs.objectives));
    config
}

/// The findings in each file, with the day of the meeting that they stand in.
fn check(files: &[(String, String)], scope: Scope) -> Vec<(String, Diagnostic)> {
    let config = config();
    let knowledge = Arc::new(config.knowledge());
    let read = |(name, text): &(String, String)| {
        ((), Analysis::new(SourceFile::new(name.as_str(), text.as_str()), &knowledge, scope))
    };
    let mut notebooks = notebook::by_people(files.iter().map(read).collect());
    assert_eq!(notebooks.len(), 1);
    let files = notebooks.remove(0).into_iter().map(|((), file)| file).collect();
    let workspace = Workspace::notebook(files, scope, Some(TODAY), |_| false);
    let linter = Linter::new(config.active_rules());
    let found = (0..workspace.files.len()).flat_map(|index| {
        let document = &workspace.files[index].document;
        let day = |finding: &Diagnostic| {
            let meeting = document.meetings.iter().find(|meeting| meeting.span.contains(finding.span));
            meeting
                .and_then(agenda_lint_core::document::Meeting::day)
                .map_or("-".to_owned(), |day| day.to_string())
        };
        linter
            .check(&workspace, index)
            .into_iter()
            .map(move |finding| (day(&finding), finding))
            .collect::<Vec<_>>()
    });
    found.collect()
}

fn rolling() -> Vec<(String, String)> {
    vec![("notebook.md".to_owned(), NOTEBOOK.to_owned())]
}

/// The same meetings, one file each.
fn split() -> Vec<(String, String)> {
    let mut files = BTreeMap::new();
    for part in NOTEBOOK.split("\n### ").skip(1) {
        let heading = part.lines().next().unwrap().trim_start_matches("Date: ");
        if let Ok(day) = Date::strptime("%d %B %Y", heading) {
            files.insert(format!("1-1s/{day} Sam and Kate.md"), format!("### {part}\n"));
        }
    }
    assert_eq!(files.len(), 24);
    files.into_iter().collect()
}

#[test]
fn the_example_notebook_gives_what_is_known_of_it() {
    let found: Vec<String> = check(&rolling(), Scope::Next(Some(TODAY)))
        .iter()
        .map(|(day, finding)| format!("{} {day}: {}", finding.rule, finding.message))
        .collect();
    let expected = [
        ("unlisted-meeting", "-", "16 February 2026"),
        ("dead-anchor", "-", "18-august-2025"),
        ("neglected-okr", "2026-03-02", "`O3`"),
        ("no-career-topic", "2026-03-02", "24 November 2025"),
        ("stale-action", "2026-03-02", "on call for the rota import"),
        ("overdue-action", "2026-03-02", "interview notes from Whitby"),
        ("dropped-action", "2026-02-16", "ask Farah which agencies"),
        ("cadence-gap", "2025-09-01", "42 days"),
        ("meeting-without-notes", "2025-06-23", "no notes"),
    ];
    for ((rule, day, words), found) in expected.iter().zip(&found) {
        assert!(
            found.starts_with(&format!("{rule} {day}: ")) && found.contains(words),
            "{rule}, {words}: {found}"
        );
    }
    assert_eq!(found.len(), expected.len(), "{found:#?}");
}

/// Apart from the table of contents, which only a rolling file has.
#[test]
fn one_file_a_meeting_gives_the_same_findings() {
    let told = |found: Vec<(String, Diagnostic)>| {
        let mut told: Vec<String> = found
            .into_iter()
            .filter(|(_, finding)| !["unlisted-meeting", "dead-anchor"].contains(&finding.rule))
            .map(|(_, finding)| format!("{}: {}", finding.rule, finding.message))
            .collect();
        told.sort();
        told
    };
    for scope in [Scope::Next(Some(TODAY)), Scope::All(None)] {
        assert_eq!(told(check(&rolling(), scope)), told(check(&split(), scope)), "{scope:?}");
    }
}

#[test]
fn a_table_of_contents_that_was_never_right_is_one_finding() {
    let days = ["2 March", "16 February", "2 February", "19 January"];
    let links = days.map(|day| format!("- [{day} 2026](#meeting-{})\n", day.replace(' ', "-")));
    let meetings = days.map(|day| format!("\n## {day} 2026\n\n- a\n"));
    // The first one leads where it should but for its case.
    let links = links.concat().replacen("#meeting-2-March", "#2-March-2026", 1);
    let text = ["[Ours](#ours)\n", &links, "\n## Ours\n\n- a\n", &meetings.concat()].concat();
    let found = check(&[("a.md".to_owned(), text)], Scope::Next(Some(TODAY)));
    let dead: Vec<_> = found.iter().filter(|(_, finding)| finding.rule == "dead-anchor").collect();
    let [(_, finding)] = dead.as_slice() else { panic!("{dead:#?}") };
    assert_eq!(
        finding.message,
        "no heading has the anchor `#meeting-16-February`, nor those of 2 more lines"
    );
    assert_eq!(finding.fix.as_ref().map(|fix| fix.edits.len()), Some(3));
}
