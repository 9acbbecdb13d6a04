//! Patterns of paths, relative to the folder of the config that holds them.

use std::{
    borrow::Cow,
    fmt,
    path::{Path, PathBuf},
};

use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, de};

use super::Words;
use crate::yaml::refuse;

/// The longest pattern, in bytes.
const LONGEST: usize = 1024;

/// A list of patterns as a config writes it: `["archive/**", "*.draft.md"]`.
///
/// A pattern without a slash holds for a name in any folder, and a pattern that matches a folder
/// holds for all that is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patterns(Vec<String>);

/// Patterns, ready to be held against paths.
#[derive(Clone, Debug, Default)]
pub struct Globs {
    sets: Vec<(PathBuf, GlobSet)>,
}

impl Patterns {
    /// Patterns that all begin at the folder of their config.
    pub(super) fn rooted(patterns: &[String]) -> Self {
        Self(patterns.iter().map(|pattern| format!("/{}", pattern.trim_start_matches("./"))).collect())
    }

    /// The patterns as they are written.
    pub fn as_slice(&self) -> &[String] {
        &self.0
    }
}

impl Globs {
    /// Adds patterns that are relative to `folder`.
    pub fn add(&mut self, folder: &Path, patterns: &Patterns) {
        // That they can be compiled was seen when they were read.
        self.sets.push((folder.to_owned(), set(patterns).unwrap_or_default()));
    }

    /// Whether no path is matched.
    pub fn is_empty(&self) -> bool {
        self.sets.is_empty()
    }

    /// Whether `path` is matched; both it and the folders are absolute.
    pub fn matches(&self, path: &Path) -> bool {
        self.sets.iter().any(|(folder, set)| path.strip_prefix(folder).is_ok_and(|path| set.is_match(path)))
    }
}

fn set(patterns: &Patterns) -> Result<GlobSet, globset::Error> {
    let mut set = GlobSetBuilder::new();
    for pattern in &patterns.0 {
        for glob in compile(pattern)? {
            set.add(glob);
        }
    }
    set.build()
}

/// The globs of a pattern: of what it names, and of all that is in it.
fn compile(pattern: &str) -> Result<[Glob; 2], globset::Error> {
    let glob = |pattern: &str| GlobBuilder::new(pattern).literal_separator(true).build();
    let named = pattern.trim_end_matches('/').trim_start_matches("./");
    let rooted = match named.strip_prefix('/') {
        Some(rooted) => rooted.to_owned(),
        None if named.contains('/') => named.to_owned(),
        None => format!("**/{named}"),
    };
    Ok([glob(&rooted)?, glob(&format!("{rooted}/**"))?])
}

impl<'de> Deserialize<'de> for Patterns {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(PatternsVisitor)
    }
}

/// One pattern, checked where it stands.
pub(super) struct Pattern(String);

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(PatternVisitor)
    }
}

pub(super) struct PatternVisitor;

impl de::Visitor<'_> for PatternVisitor {
    type Value = Pattern;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a pattern of paths")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Pattern, E> {
        if text.split('/').any(|part| part == "..") {
            let help = "patterns are relative to the config's folder and hold inside it";
            return Err(refuse(format_args!("the pattern `{text}` leads out of the folder"), help));
        }
        let problem = match compile(text) {
            _ if text.trim().is_empty() => "it is empty".to_owned(),
            _ if text.len() > LONGEST => format!("it is longer than {LONGEST} bytes"),
            Err(error) => error.kind().to_string(),
            Ok(_) => return Ok(Pattern(text.to_owned())),
        };
        let shown: String = text.chars().take(60).collect();
        Err(refuse(format_args!("`{shown}` is not a pattern of paths: {problem}"), ""))
    }
}

struct PatternsVisitor;

impl<'de> de::Visitor<'de> for PatternsVisitor {
    type Value = Patterns;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of path patterns")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Patterns, E> {
        Ok(Patterns(vec![PatternVisitor.visit_str::<E>(text)?.0]))
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<Patterns, A::Error> {
        let mut patterns = Patterns::default();
        while let Some(Pattern(pattern)) = seq.next_element()? {
            patterns.0.push(pattern);
        }
        if set(&patterns).is_err() {
            return Err(refuse("these patterns are too many or too large together", ""));
        }
        Ok(patterns)
    }
}

impl JsonSchema for Patterns {
    fn schema_name() -> Cow<'static, str> {
        "Patterns".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<Words>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{CONFIG_LIMIT, parse};

    #[test]
    fn patterns_hold_below_their_folder() {
        let patterns: Patterns = parse("['archive/**', drafts, '*.tmp.md', /top.md]", CONFIG_LIMIT).unwrap();
        let mut globs = Globs::default();
        globs.add(Path::new("/notes"), &patterns);
        for (path, expected) in [
            ("/notes/archive/2024/a.md", true),
            ("/notes/sam/drafts/a.md", true),
            ("/notes/a.tmp.md", true),
            ("/notes/sam/a.tmp.md", true),
            ("/notes/top.md", true),
            ("/notes/sam/top.md", false),
            ("/notes/sam/archive/a.md", false),
            ("/other/archive/a.md", false),
        ] {
            assert_eq!(globs.matches(Path::new(path)), expected, "{path}");
        }
    }

    #[test]
    fn a_pattern_is_checked_when_it_is_read() {
        for text in ["['a[']", "['']", "['../x']"] {
            parse::<Patterns>(text, CONFIG_LIMIT).expect_err(text);
        }
    }
}
