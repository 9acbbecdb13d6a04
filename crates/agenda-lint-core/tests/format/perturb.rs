//! Changes of style that leave the rendering as it is: what careless people do to a careful note.

use super::Dice;

type Change = fn(&str, &mut Dice) -> String;

/// Every way to write the same in another style.
pub(crate) const CHANGES: &[(&str, Change)] = &[
    ("other bullets", |text, dice| {
        let bullet = ["* ", "+ "][dice.roll(2)];
        lines(text, |line| with_mark(line, "- ", bullet))
    }),
    ("deep indents", |text, _| lines(text, |line| format!("{0}{0}{1}", indent(line), line.trim_start()))),
    ("tabs", |text, _| {
        lines(text, |line| format!("{}{}", "\t".repeat(indent(line).len() / 2), line.trim_start()))
    }),
    ("indented lists", |text, _| {
        lines(text, |line| if is_item(line) { format!(" {line}") } else { line.to_owned() })
    }),
    ("wide marks", |text, _| {
        let wide = lines(text, |line| format!("{0}{0}{1}", indent(line), line.trim_start()));
        lines(&wide, |line| with_mark(line, "- ", "-   "))
    }),
    ("any numbers", |text, dice| {
        let mut last = 0;
        lines(text, |line| match line.split_once(". ") {
            Some(("1", rest)) => {
                last = 1;
                format!("1. {rest}")
            }
            Some((number, rest)) if number.parse::<u32>().is_ok() => {
                last += 1 + dice.roll(5);
                format!("{last}. {rest}")
            }
            _ => line.to_owned(),
        })
    }),
    ("brackets after numbers", |text, _| {
        lines(text, |line| match line.split_once(". ") {
            Some((number, rest)) if number.trim_start().parse::<u32>().is_ok() => format!("{number}) {rest}"),
            _ => line.to_owned(),
        })
    }),
    ("underlined headings", |text, dice| {
        let length = 1 + dice.roll(9);
        lines(text, |line| match line.split_once(' ') {
            Some(("#", title)) => format!("{title}\n{}", "=".repeat(length)),
            Some(("##", title)) => format!("{title}\n{}", "-".repeat(length)),
            _ => line.to_owned(),
        })
    }),
    ("closing marks", |text, dice| {
        let length = 1 + dice.roll(6);
        headings(text, |marks, title| format!("{marks} {title} {}", "#".repeat(length)))
    }),
    ("wide headings", |text, dice| {
        let before = dice.roll(4);
        let blank = ["  ", "\t", "     "][dice.roll(3)];
        headings(text, |marks, title| format!("{}{marks}{blank}{title}", " ".repeat(before)))
    }),
    ("underscores", |text, _| text.replace("**", "__")),
    ("single underscores", |text, _| {
        lines(text, |line| {
            let mut parts = line.split("**").map(|part| part.replace('*', "_"));
            let first = parts.next().unwrap();
            parts.fold(first, |line, part| format!("{line}**{part}"))
        })
    }),
    ("blank lines", |text, dice| {
        let more = 1 + dice.roll(3);
        lines(text, |line| if line.is_empty() { "\n".repeat(more) } else { line.to_owned() })
    }),
    ("blank lines at both ends", |text, _| format!("\n\n{text}\n\n\n")),
    ("no blank line after headings", |text, _| {
        let mut after_heading = false;
        let mut out = String::new();
        for line in text.lines() {
            if !(after_heading && line.is_empty()) {
                out.push_str(line);
                out.push('\n');
            }
            after_heading = line.starts_with('#');
        }
        out
    }),
    ("trailing blanks", |text, dice| {
        let blank = [" ", "\t"][dice.roll(2)];
        lines(text, |line| if line.ends_with('\\') { line.to_owned() } else { format!("{line}{blank}") })
    }),
    ("breaks by blanks", |text, dice| {
        let blanks = " ".repeat(2 + dice.roll(4));
        lines(text, |line| line.strip_suffix('\\').map_or(line.to_owned(), |line| format!("{line}{blanks}")))
    }),
    ("narrow tables", |text, _| {
        lines(text, |line| if line.starts_with('|') { cells(line, "") } else { line.to_owned() })
    }),
    ("wide tables", |text, dice| {
        let blanks = " ".repeat(1 + dice.roll(5));
        lines(text, |line| if line.starts_with('|') { cells(line, &blanks) } else { line.to_owned() })
    }),
    ("bare tables", |text, _| {
        lines(text, |line| match line.strip_prefix("| ").and_then(|line| line.strip_suffix(" |")) {
            Some(cells) if cells.contains('|') => cells.to_owned(),
            _ => line.to_owned(),
        })
    }),
    ("tildes", |text, _| text.replace("```", "~~~")),
    ("long fences", |text, _| text.replace("```", "``````")),
    ("capital boxes", |text, _| text.replace("- [x]", "- [X]")),
    ("other breaks", |text, dice| {
        let other = ["***", "- - -", "_____", "*  *  *  *", "  ----"][dice.roll(5)];
        lines(text, |line| if line == "---" { other.to_owned() } else { line.to_owned() })
    }),
    ("narrow quotes", |text, _| {
        let mut is_callout = false;
        lines(text, |line| {
            is_callout = line.starts_with("> [!") || (is_callout && line.starts_with('>'));
            if is_callout { line.to_owned() } else { with_mark(line, "> ", ">") }
        })
    }),
    ("windows", |text, _| text.replace('\n', "\r\n")),
    ("no last line end", |text, _| text.trim_end().to_owned()),
    ("needless backslashes", |text, _| text.replace(". ", "\\. ").replace(", ", "\\, ")),
];

/// Each line changed by `change`.
fn lines(text: &str, mut change: impl FnMut(&str) -> String) -> String {
    let mut out = String::new();
    for line in text.lines() {
        out.push_str(&change(line));
        out.push('\n');
    }
    out
}

fn indent(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

fn is_item(line: &str) -> bool {
    line.trim_start().starts_with("- ")
}

fn with_mark(line: &str, old: &str, new: &str) -> String {
    let bare = line.trim_start();
    bare.strip_prefix(old).map_or(line.to_owned(), |rest| format!("{}{new}{rest}", indent(line)))
}

fn headings(text: &str, change: impl Fn(&str, &str) -> String) -> String {
    lines(text, |line| match line.split_once(' ') {
        Some((marks, title)) if marks.bytes().all(|byte| byte == b'#') => change(marks, title),
        _ => line.to_owned(),
    })
}

fn cells(row: &str, blanks: &str) -> String {
    let cells = row.trim_matches('|').replace("\\|", "\u{0}");
    let cells: Vec<_> = cells.split('|').map(|cell| format!("{blanks}{}{blanks}", cell.trim())).collect();
    format!("|{}|", cells.join("|")).replace('\u{0}', "\\|")
}
