//! SARIF 2.1.0, as code scanning services read it.

use agenda_lint_core::{
    diagnostic::{Diagnostic, Fix, Severity},
    rules::{RULES, RuleMeta},
    text::{SourceFile, Span},
};
use serde_json::{Value, json};

use super::{Checked, Mark, json, mark::uri};

pub(super) const TAIL: &str = "]}]}\n";

/// Everything before the first result.
pub(super) fn head() -> String {
    let rules: Vec<Value> = RULES.iter().map(|rule| described(rule)).collect();
    let driver = json!({
        "name": "agenda-lint",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "informationUri": env!("CARGO_PKG_REPOSITORY"),
        "rules": rules,
    });
    let schema = "https://json.schemastore.org/sarif-2.1.0.json";
    format!(
        "{{\"$schema\": \"{schema}\",\n \"version\": \"2.1.0\",\n \"runs\": [{{\n \"tool\": {{\"driver\": {}}},\n \
         \"columnKind\": \"unicodeCodePoints\",\n \"results\": [",
        json::write(&driver)
    )
}

fn described(rule: &RuleMeta) -> Value {
    json!({
        "id": rule.name,
        "name": pascal_case(rule.name),
        "shortDescription": {"text": rule.summary()},
        "help": {"text": rule.summary(), "markdown": rule.markdown()},
        "helpUri": rule.url(),
        "defaultConfiguration": {
            "level": level(rule.severity.unwrap_or(Severity::Warning)),
            "enabled": rule.severity.is_some(),
        },
        "properties": {"tags": [rule.group.name()]},
    })
}

/// The findings of a file as members of a list.
pub(super) fn file(checked: &Checked) -> String {
    json::list(checked.marked().map(|(finding, mark)| result(checked, &finding, mark)))
}

fn result(checked: &Checked, finding: &Diagnostic, mark: &Mark) -> Value {
    let file = &checked.file;
    let place = |span: Span| json!({"artifactLocation": artifact(checked), "region": region(file, span)});
    let labels = finding.labels.iter().enumerate();
    let labels: Vec<Value> = labels
        .map(|(id, label)| {
            json!({"id": id, "physicalLocation": place(label.span), "message": {"text": label.text}})
        })
        .collect();
    let mut result = json!({
        "ruleId": finding.rule,
        "ruleIndex": RULES.iter().position(|rule| rule.name == finding.rule),
        "level": level(finding.severity),
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": place(finding.span)}],
        "relatedLocations": labels,
        "partialFingerprints": {"agendaLint/v1": mark.print()},
    });
    if let Some(fix) = &finding.fix {
        result["fixes"] = json!([change(checked, fix)]);
    }
    result
}

fn change(checked: &Checked, fix: &Fix) -> Value {
    let edits = fix.edits.iter().map(|edit| {
        json!({
            "deletedRegion": region(&checked.file, edit.span),
            "insertedContent": {"text": edit.text},
        })
    });
    json!({
        "description": {"text": fix.title},
        "artifactChanges": [{
            "artifactLocation": artifact(checked),
            "replacements": edits.collect::<Vec<_>>(),
        }],
    })
}

fn artifact(checked: &Checked) -> Value {
    let path = &checked.marks.path;
    if path.is_absolute() {
        return json!({"uri": format!("file://{}", uri(path))});
    }
    json!({"uri": uri(path), "uriBaseId": "%SRCROOT%"})
}

fn region(file: &SourceFile, span: Span) -> Value {
    let (start, end) = (file.line_col(span.start()), file.line_col(span.end()));
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// `vague-advice` as `VagueAdvice`.
fn pascal_case(name: &str) -> String {
    name.split('-').flat_map(|word| [word[..1].to_uppercase(), word[1..].to_owned()]).collect()
}
