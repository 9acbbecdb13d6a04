//! Facts that several rules need, computed once.

mod lexicon;
pub mod okr;
pub mod okr_list;
pub mod registry;
pub mod task;
