//! The template of a meeting, filled in.
//!
//! It may come with a repository that nobody has looked at, so it ends soon and in little memory,
//! whatever it says.

use std::io;

use minijinja::{Environment, ErrorKind, UndefinedBehavior, Value, syntax::SyntaxConfig};

/// How many steps a template may take.
const STEPS: u64 = 100_000;

/// How many bytes it may write.
const LONGEST: usize = 1024 * 1024;

/// A template with its values, or why it cannot be used.
pub(super) fn fill(template: &str, values: Value) -> Result<String, String> {
    check(template)?;
    let mut jinja = Environment::new();
    jinja.set_undefined_behavior(UndefinedBehavior::Strict);
    jinja.set_fuel(Some(STEPS));
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    jinja.set_syntax(syntax.unwrap_or_default());
    let mut page = Page::default();
    let filled = jinja
        .template_from_str(template)
        .and_then(|template| template.render_captured_to(values, &mut page).map(drop));
    match filled {
        Ok(()) => String::from_utf8(page.text).map_err(|error| error.to_string()),
        Err(_) if page.full => Err(format!("it writes more than {} KiB", LONGEST / 1024)),
        Err(error) if error.kind() == ErrorKind::OutOfFuel => Err("it does not come to an end".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

/// Refuses what grows a text within a template: forty doublings would fill any memory, in few steps.
///
/// A tag goes from its braces to the first `}`. What could hide another end of it is refused, too.
fn check(template: &str) -> Result<(), String> {
    let mut rest = template;
    while let Some(start) = [rest.find("{{"), rest.find("{%")].into_iter().flatten().min() {
        let tag = &rest[start + 2..];
        let tag = &tag[..tag.find('}').unwrap_or(tag.len())];
        let refused = |what: &str| {
            let before = &template[..template.len() - rest.len() + start];
            let line = before.matches('\n').count() + 1;
            Err(format!("line {line}: {what} is more than a template may do"))
        };
        if let Some(mark) = tag.find(['~', '+', '*', '\\', '{']) {
            return refused(&format!("`{}` in braces", &tag[mark..=mark]));
        }
        let mut words = tag.split(|c: char| !c.is_alphanumeric());
        if let Some(word) = words.find(|word| ["endset", "recursive"].contains(word)) {
            return refused(&format!("`{word}`"));
        }
        if is_quote_open(tag) {
            return refused("`}` in quotes");
        }
        rest = &rest[start + 2 + tag.len()..];
    }
    Ok(())
}

fn is_quote_open(tag: &str) -> bool {
    let quote = |open: Option<char>, c: char| match open {
        Some(quote) if quote == c => None,
        None if c == '"' || c == '\'' => Some(c),
        open => open,
    };
    tag.chars().fold(None, quote).is_some()
}

/// What a template has written.
#[derive(Default)]
struct Page {
    text: Vec<u8>,
    full: bool,
}

impl io::Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.text.len() + bytes.len() > LONGEST {
            self.full = true;
            return Err(io::ErrorKind::OutOfMemory.into());
        }
        self.text.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use minijinja::context;

    use super::*;

    fn filled(template: &str) -> Result<String, String> {
        let topics: Vec<String> = (0..200).map(|number| format!("topic {number}")).collect();
        fill(template, context! { date => "2026-03-02", topics => topics, long => "a".repeat(10_000) })
    }

    #[test]
    fn a_template_says_what_it_likes_within_bounds() {
        for (template, text) in [
            ("* {{ date }} + ~ {# it's #}", "* 2026-03-02 + ~ "),
            ("{% if topics[0] == 'topic 0' %}\n# {{ topics[0] }}\n{% endif %}", "# topic 0\n"),
            ("{% set day = date %}{{- day -}}", "2026-03-02"),
        ] {
            assert_eq!(filled(template).as_deref(), Ok(text), "{template}");
        }
    }

    #[test]
    fn a_template_comes_to_an_end() {
        let loops = |inner: &str, depth: usize| {
            format!("{}{inner}{}", "{% for a in topics %}".repeat(depth), "{% endfor %}".repeat(depth))
        };
        for (template, why) in [
            (loops("", 4), "it does not come to an end"),
            (loops("{{ long }}", 1), "it writes more than 1024 KiB"),
            (
                "a\n{% set a = date ~ date %}".to_owned(),
                "line 2: `~` in braces is more than a template may do",
            ),
            ("{{ date * 99999999 }}".to_owned(), "line 1: `*` in braces is more than a template may do"),
            (
                "{% set a %}{{ date }}{{ date }}{% endset %}".to_owned(),
                "line 1: `endset` is more than a template may do",
            ),
            (
                "{# {{ #}{% set a = {'a': date ~ date} %}".to_owned(),
                "line 1: `{` in braces is more than a template may do",
            ),
            ("{{ '}' ~ date }}".to_owned(), "line 1: `}` in quotes is more than a template may do"),
        ] {
            assert_eq!(filled(&template), Err(why.to_owned()), "{template}");
        }
        for template in
            ["{{ nothing }}", "{{", "{% if %}", "{% include 'a' %}", "{{ date|upper }}", &"{{(".repeat(9999)]
        {
            assert!(filled(template).is_err(), "{template}");
        }
    }
}
