//! p
use agenda_lint_core::{
    format::{FormatConfig, format},
    text::SourceFile,
};
use std::io::Read;
fn main() {
    let mut s = String::new();
    std::io::stdin().read_to_string(&mut s).unwrap();
    let f = SourceFile::new("-", s);
    let mut c = FormatConfig::default();
    for a in std::env::args().skip(1) {
        if let Some((k, v)) = a.split_once('=') {
            let y = format!("{k}: {v}");
            let n: FormatConfig = serde_yaml::from_str(&y).unwrap();
            if k == "wrap" { c.wrap = n.wrap } else { c = n }
        }
    }
    let o = format(&f, &c);
    print!("{}", o.text);
    for r in &o.refused {
        eprintln!("refused {r:?}");
    }
    let o2 = format(&f.with_text(o.text.clone()), &c);
    if o2.text != o.text {
        eprintln!("NOT IDEMPOTENT\n{}", o2.text);
    }
}
