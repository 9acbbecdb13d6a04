//! Reads a note, and remembers which file it was.

use std::{
    fmt,
    fs::{File, Metadata, OpenOptions},
    io::{self, Read},
    path::Path,
    str::Utf8Error,
};

use crate::{
    syntax,
    text::{LineCol, SourceFile},
    yaml::FRONT_MATTER_LIMIT,
};

/// How many bytes a note may have: a ten-year notebook passes, a disk image does not.
pub const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// Why a note was not read. Shown after the file's name: "not valid UTF-8 at byte 12 (line 2)".
#[derive(Debug)]
pub enum ReadError {
    /// The system said no.
    Io(io::Error),
    /// A folder, a pipe, a device.
    NotAFile,
    /// More than [`MAX_BYTES`].
    TooLarge,
    /// A zero byte stands in it.
    Binary {
        /// Where the first zero byte stands.
        offset: usize,
    },
    /// It begins with the mark of another encoding.
    OtherEncoding(&'static str),
    /// Some bytes are no UTF-8.
    NotUtf8 {
        /// The first byte that is wrong.
        offset: usize,
        /// Its line, from 1.
        line: usize,
    },
    /// Lists or quotes are nested deeper than the parser may go.
    TooDeep {
        /// The first such line, from 1.
        line: usize,
    },
    /// Somebody wrote to it meanwhile.
    Changed,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => f.write_str(&super::why(error)),
            Self::NotAFile => f.write_str("not a regular file"),
            Self::TooLarge => write!(f, "more than {} MiB", MAX_BYTES / (1024 * 1024)),
            Self::Binary { offset } => write!(f, "a binary file, it seems: byte {offset} is zero"),
            Self::OtherEncoding(name) => write!(f, "{name} text; convert it to UTF-8"),
            Self::NotUtf8 { offset, line } => write!(f, "not valid UTF-8 at byte {offset} (line {line})"),
            Self::TooDeep { line } => {
                write!(f, "nested too deeply at line {line} (limit {})", syntax::MAX_DEPTH)
            }
            Self::Changed => f.write_str("changed while it was read; run again"),
        }
    }
}

impl std::error::Error for ReadError {}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Which file was read, and what it held, so that nobody's later edit is overwritten.
#[derive(Clone, Debug)]
pub struct Identity {
    stat: Stat,
    held: SourceFile,
}

impl Identity {
    /// Whether the open `file` is still the one that was read, with the same bytes in it.
    pub(super) fn still_holds(&self, file: &File) -> io::Result<bool> {
        if Stat::of(&file.metadata()?) != self.stat {
            return Ok(false);
        }
        // The clock of a file system ticks slowly enough to miss a quick edit of equal length.
        let mut bytes = Vec::new();
        file.take(self.stat.size + 1).read_to_end(&mut bytes)?;
        Ok(bytes == self.held.with_bom(self.held.text()).as_bytes())
    }
}

/// What the system says of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stat {
    size: u64,
    modified: Option<std::time::SystemTime>,
    #[cfg(unix)]
    place: (u64, u64),
}

impl Stat {
    fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        use std::os::unix::fs::MetadataExt;
        Self {
            size: metadata.len(),
            modified: metadata.modified().ok(),
            #[cfg(unix)]
            place: (metadata.dev(), metadata.ino()),
        }
    }
}

/// Reads the note at `path`, following symbolic links; never waits for a pipe, never guesses at
/// an encoding.
pub fn read_note(path: &Path) -> Result<(SourceFile, Identity), ReadError> {
    let (stat, bytes) = read_bytes(path)?;
    let file = decode(&shown(path), bytes)?;
    Ok((file.clone(), Identity { stat, held: file }))
}

/// The front matter of the note at `path` and nothing of what follows; none where there is none. What
/// cannot be read is told when the note itself is.
pub(super) fn read_front_matter(path: &Path) -> Option<String> {
    const MARK: &[u8] = b"---";
    let mut file = open(path).ok()?;
    if !file.metadata().ok()?.is_file() {
        return None;
    }
    let mut mark = [0; MARK.len()];
    file.read_exact(&mut mark).ok().filter(|()| mark == MARK)?;
    let mut bytes = Vec::with_capacity(FRONT_MATTER_LIMIT);
    bytes.extend(mark);
    file.take((FRONT_MATTER_LIMIT - MARK.len()) as u64).read_to_end(&mut bytes).ok()?;
    // The end may lie within a character; what follows front matter may be no text at all.
    let is_text = |error: Utf8Error| str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
    let text = str::from_utf8(&bytes).unwrap_or_else(is_text);
    front_matter(text).map(str::to_owned)
}

/// The front matter that a text begins with, its marks included.
pub(super) fn front_matter(text: &str) -> Option<&str> {
    let mut lines = text.split_inclusive('\n');
    let mut end = lines.next().filter(|line| line.trim_end() == "---")?.len();
    let closing = lines.find(|line| {
        end += line.len();
        matches!(line.trim_end(), "---" | "...")
    });
    closing.map(|_| &text[..end])
}

/// Reads a file that is no note, a config for one, as strictly.
pub(super) fn read_text(path: &Path) -> Result<SourceFile, ReadError> {
    let (_, bytes) = read_bytes(path)?;
    decode_text(&shown(path), bytes)
}

fn read_bytes(path: &Path) -> Result<(Stat, Vec<u8>), ReadError> {
    let file = open(path)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(ReadError::NotAFile);
    }
    if metadata.len() > MAX_BYTES {
        return Err(ReadError::TooLarge);
    }
    let stat = Stat::of(&metadata);
    let mut bytes = Vec::with_capacity(usize::try_from(stat.size).unwrap_or_default() + 1);
    (&file).take(stat.size + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 != stat.size {
        return Err(ReadError::Changed);
    }
    Ok((stat, bytes))
}

/// The file named `name` that holds `bytes`; for text that comes from elsewhere than a file.
pub fn decode(name: &str, bytes: Vec<u8>) -> Result<SourceFile, ReadError> {
    let file = decode_text(name, bytes)?;
    if let Some(found) = syntax::too_deep(&file) {
        let LineCol { line, .. } = file.line_col(found.offset);
        return Err(ReadError::TooDeep { line });
    }
    Ok(file)
}

fn decode_text(name: &str, bytes: Vec<u8>) -> Result<SourceFile, ReadError> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(ReadError::TooLarge);
    }
    if bytes.starts_with(&[0xff, 0xfe, 0, 0]) || bytes.starts_with(&[0, 0, 0xfe, 0xff]) {
        return Err(ReadError::OtherEncoding("UTF-32"));
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(ReadError::OtherEncoding("UTF-16"));
    }
    if let Some(offset) = memchr::memchr(0, &bytes) {
        return Err(ReadError::Binary { offset });
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let line = memchr::memchr_iter(b'\n', &error.as_bytes()[..offset]).count() + 1;
        ReadError::NotUtf8 { offset, line }
    })?;
    Ok(SourceFile::new(name, text))
}

/// Opens a file to read it. A pipe without a writer would block an ordinary open for ever.
pub(super) fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(libc::O_NONBLOCK | libc::O_NOCTTY);
    }
    options.open(path)
}

/// A path as people are shown it: with `/` between its parts.
pub fn shown(path: &Path) -> String {
    let short = path.strip_prefix(".").ok().filter(|rest| !rest.as_os_str().is_empty());
    let text = short.unwrap_or(path).to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}
