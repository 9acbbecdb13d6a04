//! Meetings, sections and items.
//!
//! May use: `text`, `syntax`.

mod answer;
mod build;
mod contents;
mod daily;
pub mod date;
mod dates;
mod front_matter;
mod heading_name;
mod heading_says;
mod items;
mod marks;
mod model;
mod numbered_days;
mod own_kind;
mod paragraphs;
mod plain_list;
mod properties;
mod reply;
mod section_kind;
mod sides;
mod signature;
mod spans;
pub mod template;
mod years;

pub use build::Conventions;
pub use contents::{Contents, Entry, anchors};
pub use front_matter::FrontMatter;
pub use model::{Author, Document, Heading, Item, Meeting, MeetingDate, Section};
pub(crate) use plain_list::{apart, is_line};
pub use reply::People;
pub use section_kind::{SectionKind, Vocabulary};

#[cfg(test)]
mod tests;
