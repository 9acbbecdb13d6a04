//! Which notes a config joins to one notebook, and how a new meeting is named and begun there.

use std::{
    fmt,
    path::{Path, PathBuf},
};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, de};

use super::{Globs, NoteName, Patterns, Words, globs::PatternVisitor, values::is_note};
use crate::yaml::refuse;

/// A notebook as a config writes it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct NotebookFile {
    /// Its notes, relative to this file: folders, files, patterns that begin with a folder
    /// (`kate/**`), or `*.md` for the notes beside this file.
    pub files: NotebookFiles,
    /// The path of a new meeting's note, relative to this file (`kate/{date} 1on1.md`).
    #[serde(default)]
    pub name: Option<NoteName>,
    /// The template of a new meeting, relative to this file.
    #[serde(default)]
    pub template: Option<PathBuf>,
}

/// Where the notes of a notebook lie. Each pattern begins at the config's folder, with the name of a
/// folder or file, so that nothing else is ever searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotebookFiles(Vec<String>);

/// A notebook that a config names. Its paths are whole.
#[derive(Clone, Debug)]
pub struct Notebook {
    /// Where its notes are looked for.
    pub places: Vec<Place>,
    /// The path of a new meeting's note, with `{date}` for its day, if the config gives it.
    pub name: Option<PathBuf>,
    /// The template of a new meeting, if the config gives one.
    pub template: Option<PathBuf>,
    files: Globs,
}

/// Where notes are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// A file or a folder.
    pub path: PathBuf,
    /// Whether folders in it count, too.
    pub deep: bool,
}

impl Notebook {
    /// The notebook that a config in `folder` means.
    pub(super) fn new(file: NotebookFile, folder: &Path) -> Self {
        let mut files = Globs::default();
        files.add(folder, &Patterns::rooted(&file.files.0));
        Self {
            places: file.files.0.iter().map(|pattern| place(folder, pattern)).collect(),
            name: file.name.map(|name| folder.join(name.0)),
            template: file.template.map(|template| folder.join(template)),
            files,
        }
    }

    /// Whether the note at `path`, an absolute one, belongs to it.
    pub fn holds(&self, path: &Path) -> bool {
        self.files.matches(path)
    }
}

fn has_wildcard(part: &str) -> bool {
    part.contains(['*', '?', '[', '{', '\\'])
}

/// The longest path without wildcards that a pattern begins with.
fn place(folder: &Path, pattern: &str) -> Place {
    let parts: Vec<&str> = pattern.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    let plain: PathBuf = parts.iter().take_while(|part| !has_wildcard(part)).collect();
    let deep = !plain.as_os_str().is_empty();
    Place { path: if deep { folder.join(plain) } else { folder.to_owned() }, deep }
}

/// Whether a pattern says where it begins, so that it leads to no search of a whole disk.
fn is_bounded(pattern: &str) -> bool {
    let mut parts = pattern.split('/').filter(|part| !part.is_empty() && *part != ".");
    match (parts.next(), parts.next()) {
        (None, _) => false,
        (Some(first), None) => !has_wildcard(first) || is_note(first),
        (Some(first), Some(_)) => !has_wildcard(first),
    }
}

/// A pattern of a notebook, checked where it stands.
struct NotebookPattern(String);

impl<'de> Deserialize<'de> for NotebookPattern {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(NotebookPatternVisitor)
    }
}

struct NotebookPatternVisitor;

impl de::Visitor<'_> for NotebookPatternVisitor {
    type Value = NotebookPattern;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a folder, a file or a pattern of paths")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<NotebookPattern, E> {
        PatternVisitor.visit_str::<E>(text)?;
        if is_bounded(text) {
            return Ok(NotebookPattern(text.to_owned()));
        }
        let help = "name a folder, a file, or a pattern that begins with one: `kate`, `kate.md`, `kate/**`; \
                    `*.md` are the notes beside this file";
        Err(refuse(format_args!("`{text}` does not say where the notebook begins"), help))
    }
}

struct NotebookFilesVisitor;

impl<'de> de::Visitor<'de> for NotebookFilesVisitor {
    type Value = NotebookFiles;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of folders, files or patterns of paths")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<NotebookFiles, E> {
        Ok(NotebookFiles(vec![NotebookPatternVisitor.visit_str::<E>(text)?.0]))
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<NotebookFiles, A::Error> {
        let mut files = Vec::new();
        while let Some(NotebookPattern(pattern)) = seq.next_element()? {
            files.push(pattern);
        }
        Ok(NotebookFiles(files))
    }
}

impl<'de> Deserialize<'de> for NotebookFiles {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(NotebookFilesVisitor)
    }
}

impl JsonSchema for NotebookFiles {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "NotebookFiles".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<Words>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{CONFIG_LIMIT, parse};

    fn notebook(files: &str) -> Option<Notebook> {
        let file = parse::<NotebookFile>(&format!("files: {files}\n"), CONFIG_LIMIT).ok()?;
        Some(Notebook::new(file, Path::new("/home/sam")))
    }

    #[test]
    fn a_notebook_says_where_it_begins() {
        for (files, place, deep) in [
            ("kate", "/home/sam/kate", true),
            ("./kate/**", "/home/sam/kate", true),
            ("notes/kate.md", "/home/sam/notes/kate.md", true),
            ("'notes/*/kate.md'", "/home/sam/notes", true),
            ("'*.md'", "/home/sam", false),
        ] {
            let found = notebook(files).expect(files);
            assert_eq!(found.places, [Place { path: place.into(), deep }], "{files}");
        }
        for files in ["'**'", "'*'", "'**/*.md'", "'*/kate'", ".", "''", "../kate", "[kate, '**']"] {
            assert!(notebook(files).is_none(), "{files}");
        }
    }

    #[test]
    fn a_notebook_holds_what_its_patterns_match() {
        for (files, path, holds) in [
            ("kate", "/home/sam/kate/2026/a.md", true),
            ("kate", "/home/sam/team/kate/a.md", false),
            ("'*.md'", "/home/sam/a.md", true),
            ("'*.md'", "/home/sam/kate/a.md", false),
            ("'notes/* Kate.md'", "/home/sam/notes/2026-03-02 Kate.md", true),
            ("'notes/* Kate.md'", "/home/sam/notes/2026-03-02 Noor.md", false),
        ] {
            assert_eq!(notebook(files).expect(files).holds(Path::new(path)), holds, "{files} {path}");
        }
    }

    #[test]
    fn a_new_note_has_a_day_in_its_name_and_stays_inside() {
        for (name, good) in [
            ("kate/{date} 1on1.md", true),
            ("{date}.markdown", true),
            ("kate.md", false),
            ("{date}.txt", false),
            ("../{date}.md", false),
            ("/tmp/{date}.md", false),
        ] {
            assert_eq!(name.parse::<NoteName>().is_ok(), good, "{name}");
        }
    }
}
