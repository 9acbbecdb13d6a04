//! A file that exists only until it takes its note's place.

use std::{
    collections::HashSet,
    ffi::OsStr,
    fs::{self, File, OpenOptions, TryLockError},
    hash::{BuildHasher, Hasher, RandomState},
    io,
    path::{Path, PathBuf},
    sync::{LazyLock, Mutex, PoisonError},
};

/// Hidden, no `.md`, and short, so that a note whose name is as long as can be still has room.
const PREFIX: &str = ".agenda-lint-";
const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
const RANDOM_LETTERS: usize = 6;
const ATTEMPTS: usize = 16;

/// A temporary file, readable by its owner alone and locked; removed when it is dropped.
pub(super) struct Temp {
    pub(super) file: File,
    path: PathBuf,
    placed: bool,
}

impl Temp {
    /// Creates one in `folder`, where the note is.
    pub(super) fn create(folder: &Path) -> io::Result<Self> {
        sweep_once(folder);
        for _ in 0..ATTEMPTS {
            let path = folder.join(random_name());
            match options().open(&path) {
                Ok(file) => {
                    let temp = Self { file, path, placed: false };
                    // Between its creation and its lock, another run may have swept it away. Where
                    // there are no locks, no run ever does.
                    let is_taken = matches!(temp.file.try_lock(), Err(TryLockError::WouldBlock));
                    if !is_taken && temp.path.try_exists()? {
                        return Ok(temp);
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::Error::other("no temporary file could be made"))
    }

    /// Moves the file to `path`, over what is there.
    pub(super) fn replace(mut self, path: &Path) -> io::Result<()> {
        fs::rename(&self.path, path)?;
        self.placed = true;
        Ok(())
    }

    /// Moves the file to `path`, unless something is there.
    pub(super) fn place_new(mut self, path: &Path) -> io::Result<()> {
        match fs::hard_link(&self.path, path) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            // Some file systems have no links.
            Err(_) if path.try_exists()? => Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => {
                fs::rename(&self.path, path)?;
                self.placed = true;
                Ok(())
            }
        }
    }
}

impl Drop for Temp {
    fn drop(&mut self) {
        if !self.placed {
            drop(fs::remove_file(&self.path));
        }
    }
}

fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

fn random_name() -> String {
    let mut bits = RandomState::new().build_hasher().finish();
    let mut name = String::from(PREFIX);
    for _ in 0..RANDOM_LETTERS {
        name.push(char::from(LETTERS[(bits % 32) as usize]));
        bits /= 32;
    }
    name
}

/// Removes what a killed run left in `folder`; looks at each folder once.
fn sweep_once(folder: &Path) {
    static SWEPT: LazyLock<Mutex<HashSet<PathBuf>>> = LazyLock::new(Mutex::default);
    let is_new = SWEPT.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.to_owned());
    if is_new && let Ok(entries) = fs::read_dir(folder) {
        for entry in entries.flatten().filter(|entry| is_temp(&entry.file_name())) {
            drop(remove_if_dead(&entry));
        }
    }
}

fn is_temp(name: &OsStr) -> bool {
    let random = name.to_str().and_then(|name| name.strip_prefix(PREFIX));
    random.is_some_and(|random| {
        random.len() == RANDOM_LETTERS && random.bytes().all(|byte| LETTERS.contains(&byte))
    })
}

/// The lock of a living owner is held; that of a dead one was let go by the system.
fn remove_if_dead(entry: &fs::DirEntry) -> io::Result<()> {
    if entry.file_type()?.is_file() {
        let file = OpenOptions::new().write(true).open(entry.path())?;
        if file.try_lock().is_ok() {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
