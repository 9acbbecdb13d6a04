//! Every rule's documentation holds: its examples are run, its fixes made, its claims checked.

mod catalogue;

use std::sync::Arc;

use jiff::civil::DateTime;

use super::*;
use crate::{
    analysis::{Knowledge, Scope as Meetings, Workspace},
    diagnostic::{Applicability, Diagnostic},
    engine::Linter,
    syntax::Tree,
    text::{SourceFile, apply},
};

/// The day on which the examples are read.
const TODAY: &str = "2026-03-02";

/// A fenced block of a rule's documentation.
struct Block {
    info: String,
    text: String,
    /// When its lines were written.
    written: Option<DateTime>,
}

fn blocks(rule: &RuleMeta) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for line in rule.markdown().lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(info)) => {
                let (info, written) = info.split_once(",written=").unwrap_or((info, ""));
                open =
                    Some(Block { info: info.to_owned(), text: String::new(), written: written.parse().ok() });
            }
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some(block), None) => block.text += &(line.to_owned() + "\n"),
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "{}: a block is never closed", rule.name);
    blocks
}

/// The rules as they run on the examples: all of them, with the options given to one.
fn rules(rule: &RuleMeta, options: Option<&str>) -> Vec<Active> {
    let config = options.map_or_else(RulesConfig::default, |options| {
        let indented: String = options.lines().flat_map(|line| ["    ", line, "\n"]).collect();
        serde_yaml::from_str(&format!("{}:\n  options:\n{indented}", rule.name))
            .unwrap_or_else(|error| panic!("{}: {error}", rule.name))
    });
    config.active(|meta, _| Some(meta.severity.unwrap_or(Severity::Warning)))
}

/// What the rules find.
fn check(rules: Vec<Active>, text: &str) -> Vec<Diagnostic> {
    check_written(rules, text, None)
}

/// What the rules find in a text whose lines were all written at a time.
fn check_written(rules: Vec<Active>, text: &str, written: Option<DateTime>) -> Vec<Diagnostic> {
    let knowledge = Arc::new(Knowledge::default());
    let today = Some(TODAY.parse().unwrap());
    let file = SourceFile::new("notes.md", text);
    let mut workspace = Workspace::single(file, &knowledge, Meetings::Next(today), today);
    workspace.files[0].set_written((0..text.len()).zip(written.into_iter().cycle()));
    Linter::new(rules).check(&workspace, 0)
}

fn of<'f>(found: &'f [Diagnostic], rule: &RuleMeta) -> Vec<&'f Diagnostic> {
    found.iter().filter(|finding| finding.rule == rule.name).collect()
}

#[test]
fn a_bad_example_has_one_finding_and_a_good_one_none() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let mut options = None;
        for block in blocks(rule) {
            let expected = match block.info.as_str() {
                "yaml,options" => {
                    options = Some(block.text);
                    continue;
                }
                "md,bad" => 1,
                "md,good" => 0,
                "md,fixed" => continue,
                other => panic!("{}: a block of kind `{other}`", rule.name),
            };
            let found = check_written(rules(rule, options.as_deref()), &block.text, block.written);
            let own = of(&found, rule);
            for finding in &own {
                assert_finding_is_well_formed(finding, &block.text);
            }
            if own.len() != expected {
                wrong.push(format!(
                    "{}: {} findings in\n{}{}",
                    rule.name,
                    own.len(),
                    block.text,
                    shown(&found)
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Findings a line each.
fn shown(found: &[Diagnostic]) -> String {
    found.iter().flat_map(|finding| ["  ", finding.rule, ": ", &finding.message, "\n"]).collect()
}

/// Messages are lower case, without a full stop; places are on the text they speak of.
fn assert_finding_is_well_formed(finding: &Diagnostic, text: &str) {
    let message = &finding.message;
    assert!(!message.starts_with(char::is_uppercase) && !message.ends_with('.'), "{message}");
    assert!(finding.help.as_ref().is_some_and(|help| !help.ends_with('.')), "{message}: {:?}", finding.help);
    for span in finding.labels.iter().map(|label| label.span).chain([finding.span]) {
        assert!(!span.is_empty() && text.get(span.range()).is_some(), "{message}: {span:?}");
    }
}

#[test]
fn a_fix_mends_its_finding_and_makes_no_other() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let blocks = blocks(rule);
        let mut kind = FixKind::None;
        for (index, block) in blocks.iter().enumerate().filter(|(_, block)| block.info == "md,bad") {
            let options = blocks[..index].iter().rfind(|block| block.info == "yaml,options");
            let rules = || rules(rule, options.map(|block| block.text.as_str()));
            let before = check(rules(), &block.text);
            let fix = of(&before, rule).first().and_then(|finding| finding.fix.clone());
            let expected = blocks.get(index + 1).filter(|next| next.info == "md,fixed");
            let Some(fix) = fix else {
                if expected.is_some() {
                    wrong.push(format!("{}: no fix for\n{}", rule.name, block.text));
                }
                continue;
            };
            kind = if fix.applicability == Applicability::Safe { FixKind::Safe } else { FixKind::Unsafe };
            let (text, made) = apply(&block.text, [&fix.edits[..]]);
            assert_eq!(made, [0], "{}: the edits overlap", rule.name);
            if expected.is_some_and(|expected| expected.text != text) {
                wrong.push(format!("{}: is fixed to\n{text}", rule.name));
            }
            let left = left_over(rule, &before, &check(rules(), &text));
            if !left.is_empty() {
                wrong.push(format!("{}: after its fix, in\n{text}{left}", rule.name));
            }
        }
        if kind != rule.fix {
            wrong.push(format!("{}: its examples have fixes of kind {kind:?}", rule.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What a fix should have ended or not begun. Slots to fill in leave their finding, but offer no
/// second fix.
fn left_over(rule: &RuleMeta, before: &[Diagnostic], after: &[Diagnostic]) -> String {
    let is_wrong = |finding: &&Diagnostic| {
        if finding.rule == rule.name {
            rule.group != Group::Advice || finding.fix.is_some()
        } else {
            before.iter().all(|old| old.rule != finding.rule)
        }
    };
    shown(&after.iter().filter(is_wrong).cloned().collect::<Vec<_>>())
}

/// An agenda as the essays want it, in other words than theirs.
const GOOD: &str = "\
## 2026-03-02

### Updates (10 min)

- Kicked off the self-serve import (OKR 2), which should unlock 300 new users
- Aligned with Tomasz on the hiring plan for the spring
- I'm concerned that the data migration (OKR 1) slips past April. What's the best forum to raise this in?

### Discussion (20 min)

#### Advice

- Working with customer success
  - In the last two launches they heard of the changes on the day itself. They feel passed over, and our tickets double.
  - I invited them to the weekly planning and sent them a summary, but hardly anybody comes.
  - How would you win them over?

#### Career

- I would like to move to the manager path next year. I talked to Ines and Tomasz about how they made the change, and
  wrote a [plan](https://docs.example.com/plan).
  - Are there items missing?
  - Which one would you start with?

#### Strategy

- I think we should go after care at home. It is a $10B opportunity if we can capture 10 % of it: [the
  case](https://docs.example.com/case).
  - Does this fit where the company wants to go?
  - Who else should review it?
";

#[test]
fn a_good_agenda_is_left_in_peace() {
    let rules = RulesConfig::default().active(|meta, _| Preset::Recommended.severity(meta));
    let found = check(rules, GOOD);
    assert!(found.is_empty(), "{}", shown(&found));
}

#[test]
fn skeletons_follow_the_style_of_the_file() {
    for (text, fixed) in [
        ("* Any advice on X?\n", "* Any advice on X?\n  * Situation:\n  * Problem:\n  * Tried:\n"),
        ("1. Any advice on X?\n", "1. Any advice on X?\n   - Situation:\n   - Problem:\n   - Tried:\n"),
        ("-\tAny advice on X?", "-\tAny advice on X?\n\t-\tSituation:\n\t-\tProblem:\n\t-\tTried:"),
        ("- Any advice on X?\r\n", "- Any advice on X?\r\n  - Situation:\r\n  - Problem:\r\n  - Tried:\r\n"),
        ("- [ ] Any advice on X?\n", "- [ ] Any advice on X?\n  - Situation:\n  - Problem:\n  - Tried:\n"),
        (
            "- Any advice on X?\n  - problem:\n- None\n",
            "- Any advice on X?\n  - problem:\n  - Situation:\n  - Tried:\n- None\n",
        ),
        (
            "* Any advice on X?\n    + AM: I will think\n",
            "* Any advice on X?\n    + Situation:\n    + Problem:\n    + Tried:\n    + AM: I will think\n",
        ),
        ("Any advice on X?\n", "Any advice on X?\n"),
        ("| topic |\n|---|\n| Any advice on X? |\n", "| topic |\n|---|\n| Any advice on X? |\n"),
    ] {
        let newline = if text.contains('\r') { "\r\n" } else { "\n" };
        let head = format!("## 2026-03-02{newline}### Advice{newline}");
        let text = format!("{head}{text}");
        let found = check(rules(&vague_advice::VagueAdvice::META, None), &text);
        let found = of(&found, &vague_advice::VagueAdvice::META);
        assert_eq!(found.len(), 1, "{text}");
        let edits = found[0].fix.as_ref().map(|fix| &fix.edits[..]);
        assert_eq!(apply(&text, edits).0, format!("{head}{fixed}"));
    }
}

/// Wherever an example's text ends or is cut, no rule panics, and every place is in the text.
#[test]
fn no_rule_minds_a_text_that_is_cut_short() {
    let all = || RulesConfig::default().active(|_, _| Some(Severity::Warning));
    for rule in RULES {
        for block in blocks(rule) {
            let lines: Vec<&str> = block.text.split_inclusive('\n').collect();
            for cut in 0..lines.len() {
                let text = lines[..cut].concat() + "é";
                for finding in check(all(), &text) {
                    assert_finding_is_well_formed(&finding, &text);
                    let edits = finding.fix.map(|fix| fix.edits).unwrap_or_default();
                    let (fixed, _) = apply(&text, [&edits[..]]);
                    let _ = Tree::parse(&SourceFile::new("notes.md", fixed));
                }
            }
        }
    }
}
