//! p
use pulldown_cmark::*;
fn main() {
    let o = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_WIKILINKS;
    for s in ["1. \u{a0}#\n    -", "1. \u{a0}#\n"] {
        println!("=== {s:?}");
        let p = Parser::new_ext(s, o);
        for (k, v) in p.reference_definitions().iter() {
            println!("def {k} {:?}", v.span);
        }
        for (e, r) in p.into_offset_iter() {
            println!("{r:?} {e:?} {:?}", &s[r.clone()]);
        }
    }
}
