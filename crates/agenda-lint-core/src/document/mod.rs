//! Meetings, sections and items.

pub mod date;
