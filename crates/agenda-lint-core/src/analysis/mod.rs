//! Facts that several rules need, computed once.

mod lexicon;
pub mod okr;
pub mod task;
