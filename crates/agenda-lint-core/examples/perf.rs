//! p
#[path = "../../../tests/bench/corpus.rs"]
mod corpus;
use agenda_lint_core::{
    files::read_note,
    format::{FormatConfig, format},
};
use pulldown_cmark::*;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    match a[1].as_str() {
        "gen" => {
            std::fs::create_dir_all(&a[2]).unwrap();
            for i in 0..200 {
                std::fs::write(format!("{}/{i:04}.md", a[2]), corpus::note(i)).unwrap();
            }
            std::fs::create_dir_all(format!("{}-big", a[2])).unwrap();
            std::fs::write(format!("{}-big/a.md", a[2]), corpus::notebook(10_000_000)).unwrap();
            std::fs::write(format!("{}-big1.md", a[2]), corpus::notebook(1_000_000)).unwrap();
        }
        m => {
            let mut p: Vec<_> = if std::path::Path::new(&a[2]).is_dir() {
                std::fs::read_dir(&a[2]).unwrap().map(|e| e.unwrap().path()).collect()
            } else {
                vec![a[2].clone().into()]
            };
            p.sort();
            let c = FormatConfig::default();
            let (mut ch, mut re, mut bytes) = (0, 0, 0);
            for x in p {
                if m == "walk" {
                    let s = std::fs::read_to_string(x).unwrap();
                    let o = Options::ENABLE_TABLES
                        | Options::ENABLE_STRIKETHROUGH
                        | Options::ENABLE_TASKLISTS
                        | Options::ENABLE_FOOTNOTES;
                    for e in Parser::new_ext(&s, o).into_offset_iter() {
                        std::hint::black_box(e);
                    }
                } else {
                    let (f, _) = read_note(&x).unwrap();
                    bytes += f.text().len();
                    let o = format(&f, &c);
                    if !o.edits.is_empty() {
                        ch += 1
                    }
                    re += o.refused.len();
                    if m == "write" {
                        std::fs::write(&x, o.text).unwrap();
                    }
                }
            }
            eprintln!("changed {ch} refused {re} bytes {bytes}");
        }
    }
}
