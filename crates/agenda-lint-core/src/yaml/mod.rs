//! YAML with bounds and with places: the only module that knows the YAML reader.
//!
//! The reader needs quadratic time for nested brackets and gigabytes for aliases, so a scan of our
//! own stands before it (`scan`); and it speaks of scanners and tokens, so its messages are put
//! into a user's words (`explain`). Typed values whose places matter implement their own visitors
//! and refuse with [`refuse`]; `flatten`, `untagged` and `try_from` would lose the place.
//!
//! May use: `text`.

mod explain;
mod keys;
mod scan;

use std::fmt;

use serde::de::{DeserializeOwned, DeserializeSeed, Error};

use crate::text::Span;

pub use keys::{Key, Keys};

/// The longest config that is read, in bytes.
pub const CONFIG_LIMIT: usize = 256 * 1024;

/// The longest front matter that is read, in bytes.
pub const FRONT_MATTER_LIMIT: usize = 16 * 1024;

/// Why a YAML text could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YamlError {
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// Where, in bytes of the text; nowhere when the whole text is meant.
    pub span: Option<Span>,
    /// How to put it right.
    pub help: Option<String>,
}

impl YamlError {
    fn new(message: impl Into<String>, span: Span) -> Self {
        Self { message: message.into(), span: Some(span), help: None }
    }

    fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for YamlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for YamlError {}

/// Reads a value from a text of at most `limit` bytes; nothing at all reads as an empty mapping.
pub fn parse<T: DeserializeOwned>(text: &str, limit: usize) -> Result<T, YamlError> {
    parse_seed(std::marker::PhantomData::<T>, text, limit)
}

/// As [`parse`], into what `seed` makes of it: a value that is there already, for one.
pub fn parse_seed<'de, S: DeserializeSeed<'de>>(
    seed: S,
    text: &'de str,
    limit: usize,
) -> Result<S::Value, YamlError> {
    let keys = scan::scan(text, limit)?;
    let source = if keys.is_blank() { "{}" } else { text };
    let mut documents = serde_yaml::Deserializer::from_str(source);
    let Some(document) = documents.next() else {
        return Err(YamlError { message: "there is nothing to read".to_owned(), span: None, help: None });
    };
    seed.deserialize(document).map_err(|error| explain::explain(&error, text, &keys))
}

/// An error of a visitor of ours: what is wrong, and how to put it right (may be empty).
///
/// The words reach the user as they are.
pub fn refuse<E: Error>(message: impl fmt::Display, help: impl fmt::Display) -> E {
    E::custom(format_args!("{mark}{message}{mark}{help}{mark}", mark = explain::MARK))
}

/// The error for a name that is none of `names`: says which was probably meant.
///
/// `what` is what is named: `rule`, `key`.
pub fn unknown<'n, E, I>(what: &str, name: &str, names: I) -> E
where
    E: Error,
    I: IntoIterator<Item = &'n str> + Clone,
{
    refuse(format_args!("unknown {what} `{name}`"), explain::suggest(name, names))
}

/// The keys of a text with their places, in the order in which they stand.
///
/// Fails where [`parse`] would refuse the text before reading it.
pub fn keys(text: &str, limit: usize) -> Result<Keys, YamlError> {
    scan::scan(text, limit)
}

#[cfg(test)]
mod tests;
