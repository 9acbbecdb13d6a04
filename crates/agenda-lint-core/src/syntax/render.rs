//! What a reader sees.

use crate::text::SourceFile;

use super::{front_matter, guard, parse};

/// The document as HTML, without its front matter.
///
/// Two documents that render alike read alike, apart from what HTML does not show: front matter,
/// definitions of unused links, and the surplus cells of a table's row.
pub fn render(file: &SourceFile) -> String {
    let body = front_matter::split(file).map_or(0, |(_, body)| body);
    let text = guard::without_lone_returns(&file.text()[body..]);
    let mut html = String::with_capacity(text.len() * 3 / 2);
    pulldown_cmark::html::push_html(&mut html, parse::parser(&text));
    html
}
