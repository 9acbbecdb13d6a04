//! Reads the Markdown notes of one-on-ones, judges them by rules and formats them.
//!
//! The modules stand in reading order; each may use only those above it:
//!
//! 0. [`text`]: bytes, lines and edits.
//! 1. [`syntax`]: Markdown as a flat tree of blocks.
//! 2. [`document`]: meetings, sections and items.
//! 3. [`language`]: English as data, and the reader of it; beside the two above.
//! 4. [`analysis`]: facts that several rules need.
//!    Beside it [`notebook`]: reports, messages and what the next meeting takes over.
//! 5. [`diagnostic`]: what a rule reports.
//! 6. [`rules`]: one file a rule.
//! 7. [`config`]: what a user may set.
//! 8. [`engine`]: which findings count, and their fixes.
//!    [`format`](mod@format), beside rules, gives a note its form and uses 0 to 4 only.
//! 9. [`files`]: reads notes and writes them back; the only input and output.

pub mod analysis;
pub mod config;
pub mod diagnostic;
pub mod document;
pub mod engine;
pub mod files;
pub mod format;
pub mod language;
pub mod nearest;
pub mod notebook;
pub mod reference;
pub mod rules;
pub mod syntax;
pub mod text;
pub mod yaml;
