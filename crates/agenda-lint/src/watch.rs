//! `check --watch`: lints again whenever a note or a setting changes.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{self, Receiver, RecvTimeoutError},
    },
    time::{Duration, Instant},
};

use agenda_lint_core::{
    config::{Okrs, Selection},
    files::{self, CONFIG_NAME, Loaded},
};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher, event::ModifyKind};

use crate::{
    Failure, Outcome,
    args::{CheckArgs, Global},
    check, fail,
    output::{Console, Style, escape},
    settings::settings,
};

/// How long nothing must happen before notes are read: a save is many events, and one of an editor
/// that renames is a moment without the file.
const QUIET: Duration = Duration::from_millis(80);

/// How long to wait for that, where something else happens all the time.
const LONGEST: Duration = Duration::from_secs(1);

/// Takes what a terminal shows away, and goes to its first line.
const CLEAR: &str = "\u{1b}[2J\u{1b}[H";

/// Lints until the user ends it. An interrupt has its usual effect: no note is left half written, and
/// shells see what they see of every program that was interrupted.
pub(crate) fn run(
    args: &CheckArgs,
    global: &Global,
    style: Style,
    console: &mut Console,
) -> Result<Outcome, Failure> {
    if args.files.named.iter().any(|path| path == Path::new("-")) {
        return Err(Failure::Message("standard input cannot be watched; name files or folders".to_owned()));
    }
    let mut watch = Watch::new()?;
    // What changes from here on is noticed, also while notes are read.
    let mut inputs = watch.inputs(args, global, console);
    let mut first = true;
    loop {
        if style.clears {
            console.print_raw(CLEAR)?;
        }
        match check::run(args, global, style, console) {
            Ok(_) => {}
            Err(Failure::Output(error)) => return Err(error.into()),
            // A setting can be put right while we wait; a flag cannot.
            Err(Failure::Message(message)) if first => return Err(Failure::Message(message)),
            Err(failure) => drop(fail(&failure, style, console)),
        }
        console.flush()?;
        console.note("watching; Ctrl-C ends it");
        inputs = watch.change(inputs, args, global, console)?;
        first = false;
    }
}

/// What a run reads.
#[derive(Debug, Default)]
struct Inputs {
    /// The folders in which something may change.
    folders: BTreeSet<PathBuf>,
    /// The files that were there.
    files: BTreeSet<PathBuf>,
}

impl Inputs {
    fn find(args: &CheckArgs, global: &Global) -> Self {
        let mut inputs = Self::default();
        let mut settings = settings(global, Selection::default());
        let here = [PathBuf::from(".")];
        let named = if args.files.named.is_empty() { &here[..] } else { &args.files.named };
        let listing = files::list(named);
        for note in &listing.notes {
            let may_be_excluded = !note.named || args.files.force_exclude;
            let project = settings.project(&note.path).ok().filter(|_| may_be_excluded);
            if project.is_none_or(|project| !settings.is_excluded(&project, &note.path)) {
                inputs.add(&note.path);
            }
        }
        // What was named and is not there may come.
        let files = named.iter().filter(|path| !path.is_dir());
        files.clone().chain(&args.baseline).chain(&global.config).for_each(|path| inputs.add(path));
        let mut configs: Vec<Arc<Loaded>> = Vec::new();
        for path in listing.folders.iter().map(|folder| folder.join("*")).chain(files.cloned()) {
            inputs.add_ways_up(&path);
            match settings.project(&path) {
                Ok(project) if configs.iter().any(|known| Arc::ptr_eq(known, &project.loaded)) => {}
                Ok(project) => configs.push(project.loaded),
                // What is wrong with it the run itself tells.
                Err(error) => inputs.add(Path::new(error.file.name())),
            }
        }
        for config in &configs {
            inputs.add_config(config);
        }
        inputs.add_folders(&listing.folders);
        inputs
    }

    /// Adds a file, by its own name and by that of the file it links to.
    fn add(&mut self, path: &Path) {
        let own = real_folder(path).zip(path.file_name()).map(|(folder, name)| folder.join(name));
        for path in own.into_iter().chain(fs::canonicalize(path)) {
            self.folders.extend(path.parent().map(Path::to_owned));
            self.files.insert(path);
        }
    }

    fn add_folders(&mut self, folders: &[PathBuf]) {
        self.folders.extend(folders.iter().filter_map(|folder| fs::canonicalize(folder).ok()));
    }

    /// Adds the folders up to the root of the repository: settings may come to be there.
    fn add_ways_up(&mut self, path: &Path) {
        let Some(folder) = real_folder(path) else { return };
        if let Some(root) = folder.ancestors().find(|up| up.join(".git").exists()) {
            self.folders.extend(folder.ancestors().take_while(|up| up.starts_with(root)).map(Path::to_owned));
        }
    }

    /// Adds the files of a config and what they name.
    fn add_config(&mut self, config: &Loaded) {
        for source in &config.sources {
            self.add(&source.folder.join(Path::new(source.file.name()).file_name().unwrap_or_default()));
        }
        if let Some(Okrs::File(path)) = &config.config.okrs {
            self.add(path);
        }
        for notebook in &config.config.notebooks {
            let listing = files::list_notebook(notebook, &config.root);
            listing.notes.iter().for_each(|note| self.add(&note.path));
            self.add_folders(&listing.folders);
        }
    }

    /// Whether a path is one of these, or tells what is left out.
    fn hold(&self, path: &Path) -> bool {
        let names = [CONFIG_NAME, ".gitignore", ".ignore"];
        self.files.contains(path) || names.iter().any(|name| path.ends_with(name))
    }
}

/// The folder that a path lies in, without links.
fn real_folder(path: &Path) -> Option<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    fs::canonicalize(folder.unwrap_or(Path::new("."))).ok()
}

/// Tells what happens in folders.
#[derive(Debug)]
struct Watch {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    followed: BTreeSet<PathBuf>,
}

impl Watch {
    fn new() -> Result<Self, Failure> {
        let (sender, events) = mpsc::channel();
        let watcher = notify::recommended_watcher(sender);
        let watcher =
            watcher.map_err(|error| Failure::Message(format!("changes cannot be watched: {error}")))?;
        Ok(Self { watcher, events, followed: BTreeSet::new() })
    }

    /// What a run will read, followed.
    fn inputs(&mut self, args: &CheckArgs, global: &Global, console: &mut Console) -> Inputs {
        loop {
            let inputs = Inputs::find(args, global);
            // In a folder not followed so far something may have come meanwhile.
            if !self.follow(&inputs.folders, console) {
                return inputs;
            }
        }
    }

    /// Follows these folders, each by itself, since what is ignored is not looked into. Whether any of
    /// them is new.
    fn follow(&mut self, folders: &BTreeSet<PathBuf>, console: &mut Console) -> bool {
        for folder in self.followed.difference(folders) {
            // A folder that is gone is followed no more.
            drop(self.watcher.unwatch(folder));
        }
        self.followed.retain(|folder| folders.contains(folder));
        let mut any = false;
        for folder in folders {
            if !self.followed.insert(folder.clone()) {
                continue;
            }
            any = true;
            if let Err(error) = self.watcher.watch(folder, RecursiveMode::NonRecursive) {
                console.complain(&format!("{}: not watched: {error}", escape::path(folder)));
            }
        }
        any
    }

    /// Waits until anything changes that a run reads: what the next one will read.
    fn change(
        &mut self,
        mut inputs: Inputs,
        args: &CheckArgs,
        global: &Global,
        console: &mut Console,
    ) -> Result<Inputs, Failure> {
        loop {
            let touched = self.touched()?;
            let before = std::mem::replace(&mut inputs, self.inputs(args, global, console));
            let is_read = |path: &PathBuf| before.hold(path) || inputs.hold(path);
            if before.files != inputs.files || touched.is_none_or(|paths| paths.iter().any(is_read)) {
                return Ok(inputs);
            }
        }
    }

    /// Waits for a change, and then for the end of it: the paths touched, or none where too much
    /// happened to be told.
    fn touched(&mut self) -> Result<Option<BTreeSet<PathBuf>>, Failure> {
        let mut touched = Some(BTreeSet::new());
        let mut since: Option<Instant> = None;
        loop {
            let event = match since {
                None => self.events.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(since) if since.elapsed() > LONGEST => Err(RecvTimeoutError::Timeout),
                Some(_) => self.events.recv_timeout(QUIET),
            };
            match event {
                Ok(Ok(event)) if event.need_rescan() => touched = None,
                Ok(Ok(event)) if matches!(event.kind, EventKind::Access(_)) => continue,
                Ok(Ok(event)) => {
                    self.forget(&event);
                    if let Some(touched) = &mut touched {
                        touched.extend(event.paths);
                    }
                }
                // What it was about we do not know.
                Ok(Err(_)) => touched = None,
                Err(RecvTimeoutError::Timeout) => return Ok(touched),
                Err(RecvTimeoutError::Disconnected) => {
                    return Err(Failure::Message("the system tells no more of changes".to_owned()));
                }
            }
            since.get_or_insert_with(Instant::now);
        }
    }

    /// A folder that was taken away or renamed has to be followed anew, should there be one again.
    fn forget(&mut self, event: &Event) {
        if matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))) {
            for path in &event.paths {
                if self.followed.remove(path) {
                    drop(self.watcher.unwatch(path));
                }
            }
        }
    }
}
