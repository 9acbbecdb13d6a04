//! The keys of a text and where they stand: the reader knows no places.

use crate::text::Span;

/// A key of a mapping.
#[derive(Clone, Debug)]
pub struct Key {
    /// Its name as it is written, without quotes.
    pub name: String,
    /// Where it stands, quotes included.
    pub span: Span,
    /// The key whose value it stands in.
    pub(super) parent: Option<usize>,
}

/// The keys of a text, in the order in which they stand.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    pub(super) keys: Vec<Key>,
    /// Whether anything but comments and blanks stands there.
    pub(super) content: bool,
}

impl Keys {
    /// Where the key stands that `path` leads to, names from the outermost.
    pub fn find(&self, path: &[&str]) -> Option<Span> {
        let mut matching = self.keys.iter().filter(|key| self.leads(key, path));
        matching.next().map(|key| key.span)
    }

    /// The names of the keys directly under the key that `path` leads to.
    pub fn under<'a>(&'a self, path: &'a [&'a str]) -> impl Iterator<Item = &'a Key> {
        self.keys.iter().filter(move |key| match key.parent {
            Some(parent) => self.leads(&self.keys[parent], path),
            None => path.is_empty(),
        })
    }

    /// Whether the text holds comments and blanks only.
    pub fn is_blank(&self) -> bool {
        !self.content
    }

    fn leads(&self, key: &Key, path: &[&str]) -> bool {
        let Some((last, rest)) = path.split_last() else { return false };
        key.name == *last
            && match key.parent {
                Some(parent) => self.leads(&self.keys[parent], rest),
                None => rest.is_empty(),
            }
    }
}
