//! What stands under the cursor: a goal's title, what was recognised in a topic, a rule's reasons.

use std::fmt::Write as _;

use agenda_lint_core::{
    analysis::{Action, Analysis, Topic},
    diagnostic::Diagnostic as Finding,
    engine::Privacy,
    language::Signal,
    rules::{RULES, RuleMeta},
    text::Span,
};

use crate::library::Reading;

/// How many characters of the writer's words are quoted.
const QUOTED: usize = 60;

/// What there is to say at byte `offset`, as Markdown, and of which words; none if there is nothing.
pub(crate) fn hover(reading: Reading<'_>, offset: usize) -> Option<(String, Span)> {
    let analysis = reading.analysis();
    let holds = |span: Span| span.start() <= offset && offset <= span.end();
    let privacy = Privacy::new(analysis);
    let topic = analysis.topics().find(|topic| holds(topic.span()) && !privacy.touches(topic.span()));
    let goal = topic.and_then(|topic| {
        let okr = topic.okrs().iter().find(|okr| holds(okr.span))?;
        Some((goal(analysis, okr.id.as_deref()?)?, okr.span))
    });
    if goal.is_some() {
        return goal;
    }
    let findings = reading.findings();
    let nearest =
        findings.iter().filter(|finding| holds(finding.span)).min_by_key(|finding| finding.span.len());
    let recognised = topic.filter(|topic| topic.is_judged()).map(|topic| recognised(analysis, topic));
    match (nearest, topic) {
        (Some(finding), _) => {
            let about = recognised.map(|text| text + "\n---\n\n").unwrap_or_default();
            Some((about + &rule(finding)?, finding.span))
        }
        (None, Some(topic)) => Some((recognised?, topic.span())),
        (None, None) => None,
    }
}

/// The title of a goal, and of the objective that a key result belongs to.
fn goal(analysis: &Analysis, id: &str) -> Option<String> {
    let registry = analysis.okrs();
    let goal = registry.resolve(id)?;
    let objective = registry.objectives().get(goal.objective)?;
    let mut text = String::new();
    if let Some(key_result) = goal.key_result.and_then(|index| objective.key_results.get(index)) {
        let _ = writeln!(text, "**{}** {}\n", registry.id(goal), plain(&key_result.title));
    }
    let _ = write!(text, "**{}** {}", plain(&objective.id), plain(&objective.title));
    let more = [&objective.owner, &objective.period].into_iter().flatten().map(|more| plain(more));
    let more: Vec<String> = more.collect();
    if !more.is_empty() {
        let _ = write!(text, " ({})", more.join(", "));
    }
    Some(text)
}

/// What was recognised in a topic: what it is, each part with the words that say it, its tasks.
fn recognised(analysis: &Analysis, topic: Topic<'_>) -> String {
    let mut text = format!("Read as: **{}**\n\n", topic.kind().name());
    for signal in Signal::ALL {
        let words: Vec<String> =
            topic.signals().all(signal).map(|span| quoted(analysis.file.slice(span))).collect();
        if !words.is_empty() {
            let _ = writeln!(text, "- {}: {}", signal.name().replace('_', " "), words.join(", "));
        }
    }
    for (_, action) in topic.tasks() {
        text.push_str(&task(action));
    }
    text
}

fn task(action: &Action) -> String {
    let owner = action.owner.as_ref().map_or_else(|| "nobody".to_owned(), |(name, _)| quoted(name));
    let due = action.due.as_ref().map_or_else(
        || "no date".to_owned(),
        |due| due.date().map_or_else(|| quoted(&due.text), |date| date.to_string()),
    );
    format!("- task: {owner}, {due}{}\n", if action.done { ", done" } else { "" })
}

/// A rule's name and its documentation.
fn rule(finding: &Finding) -> Option<String> {
    let meta = RULES.iter().find(|meta| meta.name == finding.rule)?;
    Some(format!("### {}\n\n{}", meta.name, documentation(meta)))
}

/// The documentation of a rule, with its examples marked as editors know them.
pub(crate) fn documentation(rule: &RuleMeta) -> String {
    let mut text = String::new();
    for line in rule.markdown().lines() {
        let fence = line.trim_start_matches('`');
        let ticks = &line[..line.len() - fence.len()];
        match fence.split_once(',') {
            Some((language, rest)) if ticks.len() >= 3 => {
                let verdict = rest.split(',').find(|word| ["bad", "good", "fixed"].contains(word));
                if let Some(verdict) = verdict {
                    let _ = writeln!(text, "_{verdict}:_\n");
                }
                let _ = writeln!(text, "{ticks}{language}");
            }
            _ => {
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    text
}

/// The writer's words as code, on one line, so that nothing in them is markup.
fn quoted(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ").replace('`', "'");
    let mut short: String = words.chars().take(QUOTED).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    format!("`{short}`")
}

/// A text in which nothing is markup.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_punctuation() && !matches!(c, '.' | ',' | '-' | '\'' | '%') {
            plain.push('\\');
        }
        plain.push(if c.is_control() { ' ' } else { c });
    }
    plain
}
