//! p
use agenda_lint_core::{
    format::{FormatConfig, format},
    syntax::{render, too_deep},
    text::{SourceFile, apply},
};
fn shown(f: &SourceFile) -> String {
    let t = f.text();
    let e = if t.is_empty() || t.ends_with('\n') { t.to_owned() } else { format!("{t}\n") };
    render(&f.with_text(e)).replace("\r\n", "\n").replace('\r', "\n")
}
fn letters(t: &str) -> String {
    t.chars().filter(|c| c.is_alphabetic()).map(|c| c.to_ascii_lowercase()).collect()
}
fn kind(t: &str) -> Option<(&'static str, String)> {
    let t2 = t.to_owned();
    let r = std::panic::catch_unwind(move || {
        let t = &t2[..];
        let f = SourceFile::new("a", t);
        let c = FormatConfig::default();
        if too_deep(&f).is_some() {
            return None;
        }
        let o = format(&f, &c);
        let a = f.with_text(o.text.clone());
        if shown(&f) != shown(&a) && render(&f) != render(&a) {
            return Some(("render", o.text));
        }
        if letters(f.text()) != letters(a.text()) {
            return Some(("letters", o.text));
        }
        if !o.edits.is_empty() && apply(f.text(), [&o.edits[..]]).0 != o.text {
            return Some(("edits", o.text));
        }
        let o2 = format(&a, &c);
        if o2.text != o.text || !o2.edits.is_empty() {
            return Some(("settle", o.text + "\n=>\n" + &o2.text));
        }
        if std::env::var("REF").is_ok() && !o.refused.is_empty() {
            return Some(("refused", format!("{:?}", o.refused)));
        }
        None
    });
    r.unwrap_or(Some(("panic", String::new())))
}
fn minimize(t: &str, k: &str) -> String {
    let mut cur: Vec<char> = t.chars().collect();
    let mut n = cur.len() / 2;
    while n >= 1 {
        let mut i = 0;
        while i < cur.len() {
            let mut c = cur.clone();
            c.drain(i..(i + n).min(c.len()));
            let s: String = c.iter().collect();
            if kind(&s).is_some_and(|x| x.0 == k) { cur = c } else { i += n }
        }
        n /= 2;
    }
    cur.iter().collect()
}
struct D(u64);
impl D {
    fn r(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 33) as usize) % n
    }
}
fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    let a: Vec<String> = std::env::args().collect();
    if a[1] != "hunt" {
        for p in &a[1..] {
            let b = std::fs::read(p).unwrap();
            let t = String::from_utf8_lossy(&b).into_owned();
            match kind(&t) {
                None => println!("{p}: ok"),
                Some((k, o)) => {
                    let m = minimize(&t, k);
                    println!("{p}: {k}\n{o:?}\nMIN {m:?}\n => {:?}", kind(&m).unwrap().1)
                }
            }
        }
        return;
    }
    let ex: Vec<String> = std::fs::read_dir("/tmp/fz/seeds")
        .unwrap()
        .map(|e| std::fs::read_to_string(e.unwrap().path()).unwrap())
        .collect();
    let toks = [
        "- ",
        "* ",
        "+ ",
        "1. ",
        "2) ",
        "> ",
        ">",
        "\t",
        "  ",
        "    ",
        "\n",
        "\n\n",
        "#",
        " #",
        "===\n",
        "---\n",
        "***",
        "_",
        "*",
        "**",
        "`",
        "```\n",
        "~~~\n",
        "|",
        "| a | b |\n|-|-|\n",
        "\\",
        "[x]: /u\n",
        "[ ] ",
        "[^1]: ",
        "<!--",
        "-->",
        "<div>\n",
        "a",
        "b c",
        "&amp;",
        "\r",
        "\r\n",
        "  \n",
        "\\\n",
        "$",
        "{{",
        "}}",
        "<%",
        "[[",
        "]]",
        "é",
        "\u{a0}",
        "_____",
    ];
    let seed: u64 = a[2].parse().unwrap();
    let n: usize = a[3].parse().unwrap();
    let mut seen = 0;
    let mut counts = std::collections::HashMap::new();
    for i in 0..n {
        let mut d = D((seed + i as u64 + 1).wrapping_mul(0x9e3779b97f4a7c15));
        let mut t = String::new();
        let kinds = d.r(4);
        if kinds == 0 {
            for _ in 0..d.r(30) {
                t.push_str(toks[d.r(toks.len())]);
            }
        } else {
            for _ in 0..1 + d.r(3) {
                t.push_str(&ex[d.r(ex.len())]);
            }
            for _ in 0..d.r(8) {
                let mut at = d.r(t.len() + 1);
                while !t.is_char_boundary(at) {
                    at -= 1
                }
                match d.r(3) {
                    0 => t.insert_str(at, toks[d.r(toks.len())]),
                    1 => {
                        let mut e = (at + 1 + d.r(6)).min(t.len());
                        while !t.is_char_boundary(e) {
                            e += 1
                        }
                        t.replace_range(at..e, "")
                    }
                    _ => {
                        let mut e = (at + 1 + d.r(20)).min(t.len());
                        while !t.is_char_boundary(e) {
                            e += 1
                        }
                        let s = t[at..e].to_owned();
                        let mut w = d.r(t.len() + 1);
                        while !t.is_char_boundary(w) {
                            w -= 1
                        }
                        t.insert_str(w, &s)
                    }
                }
            }
        }
        if let Some((k, _)) = kind(&t) {
            *counts.entry(k).or_insert(0) += 1;
            seen += 1;
            if seen <= a[4].parse().unwrap() {
                let m = minimize(&t, k);
                println!("{i} {k}: {m:?}\n   => {:?}", kind(&m).unwrap().1);
            }
        }
    }
    println!("{n} cases: {counts:?}");
}
