//! Reads notes and writes them back; the only input and output of the crate.

mod attributes;
mod config;
mod git;
mod history;
mod notebook;
mod okrs;
mod read;
mod settings;
#[cfg_attr(not(unix), path = "no_signals.rs")]
mod signals;
mod temp;
mod walk;
mod write;

pub use config::{CONFIG_NAME, ConfigError, ConfigSource, Loaded, find_config, load_config};
pub use history::History;
pub use notebook::{notebook_key, notebook_key_of, notebook_of};
pub use okrs::load_okrs;
pub use read::{Identity, MAX_BYTES, ReadError, decode, read_note, shown};
pub use settings::{Project, Settings, Source, absolute};
pub use walk::{Listed, Listing, is_inside, list, list_notebook};
pub use write::{WriteError, create_folder, create_note, write_note};

/// What the system says, without the number of the error.
pub(crate) fn why(error: &std::io::Error) -> String {
    let text = error.to_string();
    match text.find(" (os error") {
        Some(end) => text[..end].to_lowercase(),
        None => text,
    }
}
