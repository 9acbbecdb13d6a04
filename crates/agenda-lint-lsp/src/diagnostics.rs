//! Findings, and what else there is to say of a document, as editors show it.

use agenda_lint_core::{
    config::ConfigFile,
    diagnostic::{Diagnostic as Finding, Severity},
    files::ConfigError,
    rules::RULES,
    text::Span,
    yaml::{self, CONFIG_LIMIT, YamlError},
};
use gen_lsp_types::{
    Code, CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag,
    Location, Range, Uri,
};

use crate::{convert::Lines, library::Unread};

/// Who speaks.
const SOURCE: &str = "agenda-lint";

/// How many findings of one document are shown.
const MOST: usize = 1000;

/// The findings in a document.
pub(crate) fn of_findings(uri: &str, lines: Lines<'_>, findings: &[Finding]) -> Vec<Diagnostic> {
    findings.iter().take(MOST).map(|finding| of_finding(uri, lines, finding)).collect()
}

/// A finding: the message, then how to put it right; what was recognised as places to look at.
pub(crate) fn of_finding(uri: &str, lines: Lines<'_>, finding: &Finding) -> Diagnostic {
    let related = finding.labels.iter().map(|label| DiagnosticRelatedInformation {
        location: Location { uri: Uri(uri.to_owned()), range: lines.range(label.span) },
        message: label.text.clone().into_owned(),
    });
    let related: Vec<_> = related.collect();
    let url = RULES.iter().find(|rule| rule.name == finding.rule).map(|rule| rule.url());
    let is_unused = finding.rule == "unused-suppression";
    Diagnostic {
        range: lines.range(finding.span),
        severity: Some(match finding.severity {
            Severity::Error => DiagnosticSeverity::Error,
            Severity::Warning => DiagnosticSeverity::Warning,
            Severity::Info => DiagnosticSeverity::Information,
        }),
        code: Some(Code::String(finding.rule.to_owned())),
        code_description: url.map(|url| CodeDescription { href: Uri(url) }),
        source: Some(SOURCE.to_owned()),
        message: with_help(&finding.message, finding.help.as_deref()).into(),
        tags: is_unused.then(|| vec![DiagnosticTag::Unnecessary]),
        related_information: (!related.is_empty()).then_some(related),
        data: None,
    }
}

/// Why a note is not judged; nothing if that is what the user wants.
pub(crate) fn of_unread(unread: &Unread) -> Vec<Diagnostic> {
    let message = match unread {
        Unread::Excluded => return Vec::new(),
        Unread::Text(error) => format!("this note cannot be read: {error}"),
        Unread::Settings(error) => {
            let place = error.error.span.map(|span| error.file.line_col(span.start()).line);
            let place = place.map_or_else(String::new, |line| format!(":{line}"));
            format!("the settings cannot be used: {}{place}: {}", error.file.name(), error.error)
        }
    };
    vec![problem(Range::default(), message)]
}

/// What is wrong with the text of a config, as far as the text alone tells.
pub(crate) fn of_config(text: &str, lines: Lines<'_>) -> Vec<Diagnostic> {
    let parsed: Result<ConfigFile, YamlError> = yaml::parse(text, CONFIG_LIMIT);
    parsed.err().map(|error| of_yaml(&error, lines)).into_iter().collect()
}

/// What is wrong with a config that was read from disk.
pub(crate) fn of_config_error(error: &ConfigError, lines: Lines<'_>) -> Diagnostic {
    of_yaml(&error.error, lines)
}

fn of_yaml(error: &YamlError, lines: Lines<'_>) -> Diagnostic {
    let range = lines.range(error.span.unwrap_or(Span::empty(0)));
    problem(range, with_help(&error.message, error.help.as_deref()))
}

fn problem(range: Range, message: String) -> Diagnostic {
    Diagnostic {
        range,
        severity: Some(DiagnosticSeverity::Error),
        source: Some(SOURCE.to_owned()),
        message: message.into(),
        ..Diagnostic::default()
    }
}

fn with_help(message: &str, help: Option<&str>) -> String {
    help.map_or_else(|| message.to_owned(), |help| format!("{message}\n\n{help}"))
}
