//! Comments that silence rules.

use crate::{
    syntax::Tree,
    text::{SourceFile, Span, offset_in},
};

/// What a comment silences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Findings that begin in these bytes.
    Bytes(Span),
    /// The whole file.
    File,
}

/// A rule that a comment names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The name as written.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

/// A comment that silences rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    /// The comment, from `<!--` to `-->`.
    pub comment: Span,
    /// What it silences.
    pub extent: Extent,
    /// The rules it names; none means all.
    pub rules: Vec<Target>,
}

impl Suppression {
    /// The first byte at which it silences.
    fn start(&self) -> usize {
        match self.extent {
            Extent::File => 0,
            Extent::Bytes(span) => span.start(),
        }
    }

    /// Whether it silences a finding of `rule` that begins at byte `offset`.
    pub fn covers(&self, rule: &str, offset: usize) -> bool {
        let here = match self.extent {
            Extent::File => true,
            Extent::Bytes(span) => span.start() <= offset && offset <= span.end(),
        };
        here && (self.rules.is_empty() || self.rules.iter().any(|target| target.name == rule))
    }
}

/// The comments that silence a finding of `rule` which begins at byte `offset`, each with its place among `all`. `reach` is what
/// [`reach`] gave for them.
pub(super) fn silencing<'a>(
    all: &'a [Suppression],
    reach: &'a [usize],
    rule: &'a str,
    offset: usize,
) -> impl Iterator<Item = usize> + 'a {
    let behind = all.partition_point(|suppression| suppression.start() <= offset);
    let near = (0..behind).rev().take_while(move |&at| reach[at] >= offset);
    near.filter(move |&at| all[at].covers(rule, offset))
}

/// How far each comment, or one before it, silences: those of single lines need not be asked about places far behind them.
pub(super) fn reach(all: &[Suppression]) -> Vec<usize> {
    let ends = all.iter().map(|suppression| match suppression.extent {
        Extent::File => usize::MAX,
        Extent::Bytes(span) => span.end(),
    });
    ends.scan(0, |most, end| {
        *most = end.max(*most);
        Some(*most)
    })
    .collect()
}

/// Finds the comments in a file's HTML: what stands in code silences nothing.
pub(super) fn read(file: &SourceFile, tree: &Tree) -> Vec<Suppression> {
    let html = tree.html().iter().filter(|&&span| file.slice(span).contains("agenda-lint-"));
    let mut found = Vec::new();
    let mut open: Vec<Suppression> = Vec::new();
    for comment in html.flat_map(|&span| comments(file, span)) {
        read_one(file, comment, &mut found, &mut open);
    }
    // What is never enabled again stays disabled up to the end.
    found.extend(open.into_iter().map(|mut suppression| {
        suppression.extent = Extent::Bytes(Span::new(suppression.comment.start(), file.text().len()));
        suppression
    }));
    found.sort_by_key(|suppression| (suppression.start(), suppression.comment));
    found
}

/// The comments inside a piece of HTML.
fn comments(file: &SourceFile, html: Span) -> Vec<Span> {
    let text = file.slice(html);
    let mut spans = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find("<!--").map(|at| from + at)
        && let Some(end) = text[start..].find("-->").map(|at| start + at + 3)
    {
        spans.push(Span::new(html.start() + start, html.start() + end));
        from = end;
    }
    spans
}

fn read_one(file: &SourceFile, comment: Span, found: &mut Vec<Suppression>, open: &mut Vec<Suppression>) {
    let inner = file.slice(comment).trim_start_matches("<!--").trim_end_matches("-->");
    let order = inner.split(" -- ").next().unwrap_or(inner);
    let mut words = order.split_whitespace().filter(|word| *word != "--");
    let Some(verb) = words.next().and_then(|word| word.strip_prefix("agenda-lint-")) else { return };
    let rules: Vec<Target> = words
        .flat_map(|word| word.split(','))
        .filter(|word| !word.is_empty())
        .map(|word| {
            let at = offset_in(file.text(), word);
            Target { name: word.to_owned(), span: Span::new(at, at + word.len()) }
        })
        .collect();
    let extent = match verb {
        "disable-line" => line(file, comment, 0),
        "disable-next-line" => next_line(file, comment),
        "disable-file" => Extent::File,
        "disable" => {
            open.push(Suppression { comment, extent: Extent::File, rules });
            return;
        }
        "enable" => return enable(comment, &rules, found, open),
        _ => return,
    };
    found.push(Suppression { comment, extent, rules });
}

/// Ends what was disabled: all of it, or the named rules only.
fn enable(comment: Span, rules: &[Target], found: &mut Vec<Suppression>, open: &mut Vec<Suppression>) {
    let named = |target: &Target| rules.iter().any(|rule| rule.name == target.name);
    for mut suppression in std::mem::take(open) {
        let extent = Extent::Bytes(Span::new(suppression.comment.start(), comment.start()));
        if rules.is_empty() || (!suppression.rules.is_empty() && suppression.rules.iter().all(named)) {
            suppression.extent = extent;
            found.push(suppression);
        } else {
            let (ended, left): (Vec<_>, Vec<_>) = suppression.rules.into_iter().partition(named);
            if !ended.is_empty() {
                found.push(Suppression { comment: suppression.comment, extent, rules: ended });
            }
            open.push(Suppression { comment: suppression.comment, extent: Extent::File, rules: left });
        }
    }
}

fn line(file: &SourceFile, comment: Span, below: usize) -> Extent {
    let line = file.line_span(file.line_index(comment.end().saturating_sub(1)) + below);
    Extent::Bytes(Span::new(line.start(), line.end().saturating_sub(1).max(line.start())))
}

/// The next line that is not blank.
fn next_line(file: &SourceFile, comment: Span) -> Extent {
    let here = file.line_index(comment.end().saturating_sub(1));
    let below =
        (1..file.line_count().saturating_sub(here)).find(|&below| !file.line(here + below).trim().is_empty());
    line(file, comment, below.unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let file = SourceFile::new("a.md", text);
        let tree = Tree::parse(&file);
        let show = |suppression: Suppression| {
            let names: Vec<_> = suppression.rules.iter().map(|target| target.name.as_str()).collect();
            let covered = match suppression.extent {
                Extent::File => "file".to_owned(),
                Extent::Bytes(span) => format!("{:?}", file.slice(span)),
            };
            format!("{}: {covered}", names.join(" "))
        };
        read(&file, &tree).into_iter().map(show).collect()
    }

    #[test]
    fn each_form_silences_its_lines() {
        assert_eq!(
            shown("- a <!-- agenda-lint-disable-line x y -- why -->\n- b\n"),
            [r#"x y: "- a <!-- agenda-lint-disable-line x y -- why -->""#]
        );
        assert_eq!(shown("<!-- agenda-lint-disable-next-line -->\n\n- b\n- c\n"), [r#": "- b""#]);
        assert_eq!(shown("<!-- agenda-lint-disable-file x -->\na\n"), ["x: file"]);
        assert_eq!(
            shown("<!-- agenda-lint-disable x y -->\n\n- b\n\n<!-- agenda-lint-enable x -->\n\n- c\n"),
            [
                r#"x: "<!-- agenda-lint-disable x y -->\n\n- b\n\n""#,
                r#"y: "<!-- agenda-lint-disable x y -->\n\n- b\n\n<!-- agenda-lint-enable x -->\n\n- c\n""#
            ]
        );
    }

    #[test]
    fn code_silences_nothing() {
        assert!(
            shown("`<!-- agenda-lint-disable-file -->`\n\n```\n<!-- agenda-lint-disable-file -->\n```\n")
                .is_empty()
        );
    }
}
