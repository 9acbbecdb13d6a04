//! Facts that several rules need, computed once.

pub mod task;
