//! Reads notes and writes them back; the only input and output of the crate.

mod attributes;
mod read;
#[cfg_attr(not(unix), path = "no_signals.rs")]
mod signals;
mod temp;
mod write;

pub use read::{Identity, MAX_BYTES, ReadError, decode, read_note};
pub use write::{WriteError, create_note, write_note};
