//! When lines of a note were first committed, from the objects of its repository alone.
//!
//! A repository may be hostile: only commands that read objects by explicit names are called, with
//! every setting that names a program overridden, and a `git` found by its absolute path.

use std::{
    collections::HashMap,
    env,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use jiff::civil::DateTime;
use rustc_hash::FxHashSet;

/// How many versions of a file are looked at.
const MOST_VERSIONS: &str = "--max-count=200";

/// Settings that no repository may change: what git runs, and where it looks.
const SETTINGS: [&str; 12] = [
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.attributesFile=/dev/null",
    "core.sshCommand=false",
    "core.pager=cat",
    "core.alternateRefsCommand=true",
    "diff.external=",
    "log.showSignature=false",
    "gpg.program=false",
    "credential.helper=",
    "protocol.allow=never",
    "safe.bareRepository=explicit",
];

const VARIABLES: [(&str, &str); 8] = [
    ("GIT_CONFIG_NOSYSTEM", "1"),
    ("GIT_CONFIG_GLOBAL", if cfg!(windows) { "NUL" } else { "/dev/null" }),
    ("GIT_TERMINAL_PROMPT", "0"),
    ("GIT_OPTIONAL_LOCKS", "0"),
    ("GIT_NO_LAZY_FETCH", "1"),
    ("GIT_NO_REPLACE_OBJECTS", "1"),
    ("GIT_LITERAL_PATHSPECS", "1"),
    ("LC_ALL", "C"),
];

/// Whether a note may have a history: it belongs to a repository.
pub(super) fn has_repository(path: &Path) -> bool {
    repository(path).is_some()
}

/// For each of `lines`, when a version of the note at `path` first held it, by the clock of whoever
/// wrote it; none for one that is not committed yet.
///
/// None at all where nothing can be known: no repository, no `git`, a shallow clone, a note that was
/// never committed.
pub(super) fn first_committed(path: &Path, lines: &[&str]) -> Option<Vec<Option<DateTime>>> {
    let repository = repository(path)?;
    let inside = relative(&repository.root, &std::path::absolute(path).ok()?)?;
    if !repository.tracked.contains(&inside) {
        return None;
    }
    let log =
        ["log", "--no-show-signature", "--follow", "--name-only", "-z", MOST_VERSIONS, "--format=%H %aI"];
    let log = git(&repository.root, &[&log[..], &["HEAD", "--", &inside]].concat())?;
    let wanted: Vec<String> = lines.iter().map(|line| plain(line)).collect();
    let mut found: Vec<Option<DateTime>> = vec![None; lines.len()];
    let mut open: Vec<usize> = (0..lines.len()).collect();
    let mut versions = log.split_terminator('\0').peekable();
    let mut called = inside.as_str();
    while let Some(version) = versions.next() {
        // What the note was called then; a merge does not say.
        called = versions.next_if(|next| next.starts_with('\n')).map_or(called, |name| &name[1..]);
        let (commit, written) = version.split_once(' ')?;
        let is_hash = commit.len() >= 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
        // The clock of the writer: what follows is its distance from Greenwich.
        let written = written.get(.."2026-03-02T10:00:00".len())?.parse().ok()?;
        if !is_hash {
            return None;
        }
        // A commit that takes the note away has no such blob.
        let Some(text) = git(&repository.root, &["cat-file", "blob", &format!("{commit}:{called}")]) else {
            continue;
        };
        let held: FxHashSet<String> = text.lines().map(plain).collect();
        open.retain(|&line| held.contains(&wanted[line]));
        for &line in &open {
            found[line] = Some(written);
        }
        if open.is_empty() {
            break;
        }
    }
    Some(found)
}

/// A line without marks, so that a new bullet or a bold word makes no new line of it.
fn plain(line: &str) -> String {
    line.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A repository whose history is all there.
#[derive(Debug)]
struct Repository {
    root: PathBuf,
    /// The files of its latest commit.
    tracked: FxHashSet<String>,
}

/// The repository that each folder belongs to, where it was looked for.
type Known = HashMap<PathBuf, Option<Arc<Repository>>>;

/// The repository that a note belongs to; each folder is looked at once.
fn repository(note: &Path) -> Option<Arc<Repository>> {
    static KNOWN: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = note.parent()?;
    if let Some(repository) = known.get(folder) {
        return repository.clone();
    }
    let repository = repository_of(std::path::absolute(note).ok()?.parent()?, &mut known);
    known.insert(folder.to_owned(), repository.clone());
    repository
}

fn repository_of(folder: &Path, known: &mut Known) -> Option<Arc<Repository>> {
    if let Some(repository) = known.get(folder) {
        return repository.clone();
    }
    let repository = if super::config::is_repository(folder) {
        open(folder).map(Arc::new)
    } else {
        folder.parent().and_then(|parent| repository_of(parent, known))
    };
    known.insert(folder.to_owned(), repository.clone());
    repository
}

fn open(root: &Path) -> Option<Repository> {
    let shallow = git(root, &["rev-parse", "--is-shallow-repository"])?;
    if shallow.trim() != "false" {
        return None;
    }
    let tracked = git(root, &["ls-tree", "-r", "-z", "--name-only", "--full-tree", "HEAD"])?;
    let tracked = tracked.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect();
    Some(Repository { root: root.to_owned(), tracked })
}

/// The path of a file inside of its repository, with `/` between its parts.
fn relative(root: &Path, file: &Path) -> Option<String> {
    let parts = file.strip_prefix(root).ok()?.components();
    let parts: Option<Vec<&str>> = parts.map(|part| part.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}

/// What git says; none where it fails.
fn git(root: &Path, args: &[&str]) -> Option<String> {
    let program = PROGRAM.as_ref()?;
    let mut command = Command::new(program);
    command.env_clear().stdin(Stdio::null()).stderr(Stdio::null()).current_dir(root);
    command.envs(VARIABLES);
    for kept in ["PATH", "SYSTEMROOT"] {
        command.envs(env::var_os(kept).map(|value| (kept, value)));
    }
    command.args(["--no-pager", "--no-optional-locks"]);
    for setting in SETTINGS {
        command.args(["-c", setting]);
    }
    let output = command.args(args).output().ok()?;
    if !output.status.success() {
        return None;
    }
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The `git` that a shell would run, were it to look at absolute folders only, and never here.
static PROGRAM: LazyLock<Option<PathBuf>> = LazyLock::new(|| {
    let here = env::current_dir().ok();
    let name = if cfg!(windows) { "git.exe" } else { "git" };
    let path = env::var_os("PATH")?;
    let mut folders =
        env::split_paths(&path).filter(|folder| folder.is_absolute() && Some(folder) != here.as_ref());
    folders.find_map(|folder| Some(folder.join(name)).filter(|program| program.is_file()))
});
