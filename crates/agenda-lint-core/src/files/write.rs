//! Writes a note so that at any moment its file holds the old text or the new one, whole.

use std::{
    fmt,
    fs::{self, File, Metadata},
    io::{self, Write},
    path::{Path, PathBuf},
};

use super::{
    attributes,
    read::{Identity, open},
    signals::Writing,
    temp::Temp,
};

/// Why a note was not written; its file is as it was.
#[derive(Debug)]
pub enum WriteError {
    /// The system said no.
    Io(io::Error),
    /// Somebody wrote to it, or removed it, since it was read.
    Changed,
    /// A link that leads out of its repository, or out of its folder where there is none.
    Outside(PathBuf),
    /// The file has other names, and replacing it would part them.
    HardLinked,
    /// Nobody may write to the file.
    ReadOnly,
    /// The new file could not be given the owner, the group or an attribute of the old one.
    Attributes(io::Error),
    /// There is a file already.
    Exists,
    /// A signal came.
    Interrupted,
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(f, "not written: {error}"),
            Self::Changed => f.write_str("not written: it changed meanwhile; run again"),
            Self::Outside(target) => {
                write!(
                    f,
                    "not written: the link leads outside, to {}; name that file itself",
                    target.display()
                )
            }
            Self::HardLinked => f.write_str(
                "not written: the file has a second name (a hard link) that would keep the old text",
            ),
            Self::ReadOnly => f.write_str("not written: the file is read-only"),
            Self::Attributes(error) => {
                write!(f, "not written: its owner or attributes cannot be kept: {error}")
            }
            Self::Exists => f.write_str("not written: the file exists"),
            Self::Interrupted => f.write_str("not written: interrupted"),
        }
    }
}

impl std::error::Error for WriteError {}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::AlreadyExists => Self::Exists,
            _ => Self::Io(error),
        }
    }
}

/// Puts `text` (with the byte-order mark, if it has one) in the place of the note at `path`, which
/// was read as `identity`.
///
/// The file is replaced as a whole; it keeps its mode, owner, group and attributes, and a symbolic
/// link keeps pointing to it. Nothing is written over an edit that somebody made since.
pub fn write_note(path: &Path, identity: &Identity, text: &str) -> Result<(), WriteError> {
    let writing = Writing::begin();
    let target = resolve(path)?;
    let note = open(&target).map_err(gone)?;
    let metadata = note.metadata()?;
    refuse_unsafe(&metadata)?;

    let folder = parent(&target);
    let mut temp = Temp::create(folder)?;
    temp.file.write_all(text.as_bytes())?;
    attributes::copy(&note, &metadata, &temp.file).map_err(WriteError::Attributes)?;
    temp.file.sync_all()?;

    if writing.is_interrupted() {
        return Err(WriteError::Interrupted);
    }
    if !identity.still_holds(&open(&target).map_err(gone)?)? {
        return Err(WriteError::Changed);
    }
    temp.replace(&target)?;
    sync_folder(folder)?;
    Ok(())
}

/// Makes the folder that a note is to lie in, with those above it.
pub fn create_folder(note: &Path) -> Result<(), WriteError> {
    Ok(fs::create_dir_all(parent(note))?)
}

/// Writes a note that does not exist yet, readable by its owner alone; never over anything.
pub fn create_note(path: &Path, text: &str) -> Result<(), WriteError> {
    let writing = Writing::begin();
    let folder = parent(path);
    let mut temp = Temp::create(folder)?;
    temp.file.write_all(text.as_bytes())?;
    temp.file.sync_all()?;
    if writing.is_interrupted() {
        return Err(WriteError::Interrupted);
    }
    temp.place_new(path)?;
    sync_folder(folder)?;
    Ok(())
}

fn gone(error: io::Error) -> WriteError {
    match error.kind() {
        io::ErrorKind::NotFound => WriteError::Changed,
        _ => WriteError::Io(error),
    }
}

/// The file itself, where `path` is a link; refused if that lies outside of the link's surroundings.
fn resolve(path: &Path) -> Result<PathBuf, WriteError> {
    if !fs::symlink_metadata(path).map_err(gone)?.is_symlink() {
        return Ok(path.to_owned());
    }
    let target = fs::canonicalize(path).map_err(gone)?;
    let folder = fs::canonicalize(parent(path))?;
    let repository = folder.ancestors().find(|folder| folder.join(".git").exists());
    if target.starts_with(repository.unwrap_or(&folder)) {
        Ok(target)
    } else {
        Err(WriteError::Outside(target))
    }
}

fn parent(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn refuse_unsafe(metadata: &Metadata) -> Result<(), WriteError> {
    if !metadata.is_file() {
        return Err(WriteError::Changed);
    }
    if metadata.permissions().readonly() {
        return Err(WriteError::ReadOnly);
    }
    #[cfg(unix)]
    if std::os::unix::fs::MetadataExt::nlink(metadata) > 1 {
        return Err(WriteError::HardLinked);
    }
    Ok(())
}

/// A rename is safe from a power cut once its folder is on the disk.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
