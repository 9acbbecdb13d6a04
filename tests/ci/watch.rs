//! `--watch`, played as an editor and a user play it.

use std::{
    fs,
    io::{BufRead, BufReader, Read},
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread,
    time::Duration,
};

use crate::{
    VAGUE,
    support::{Folder, agenda_lint},
};

/// The program as it watches, and the lines that it says.
pub(crate) struct Watching(Child, Receiver<String>);

impl Watching {
    fn begin(folder: &Folder, args: &str) -> Self {
        Self::of(&mut agenda_lint(folder.path(), &format!("--watch --format concise {args}")))
    }

    pub(crate) fn of(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (sender, lines) = channel();
        let streams: [Box<dyn Read + Send>; 2] =
            [Box::new(child.stdout.take().unwrap()), Box::new(child.stderr.take().unwrap())];
        for stream in streams {
            let sender = sender.clone();
            thread::spawn(move || {
                for line in BufReader::new(stream).lines() {
                    let _ = sender.send(line.unwrap());
                }
            });
        }
        Self(child, lines)
    }

    /// Waits for a run that says this, and returns all of what it says.
    pub(crate) fn until(&self, part: &str) -> String {
        let mut said = String::new();
        loop {
            let line = self.1.recv_timeout(Duration::from_secs(60));
            let line = line.unwrap_or_else(|_| panic!("{part}: not said in {said}"));
            said += &(line.clone() + "\n");
            if line.starts_with("watching") {
                said += &self.rest();
                if said.contains(part) {
                    return said;
                }
                said.clear();
            }
        }
    }

    /// What else is said before all is quiet: the two streams need not come in order.
    fn rest(&self) -> String {
        let line = || self.1.recv_timeout(Duration::from_millis(400)).ok();
        std::iter::from_fn(line).map(|line| line + "\n").collect()
    }

    /// Interrupts this process alone: the signal that ended it, when all that it started has ended.
    #[cfg(unix)]
    pub(crate) fn interrupt(mut self) -> Option<i32> {
        let status = Command::new("kill").args(["-INT", &self.0.id().to_string()]).status().unwrap();
        assert!(status.success());
        let rest = self.1.recv_timeout(Duration::from_secs(60));
        assert_eq!(rest, Err(RecvTimeoutError::Disconnected), "something is still there");
        std::os::unix::process::ExitStatusExt::signal(&self.0.wait().unwrap())
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

const HIRING: &str = "## 2026-03-02\n\n### Advice\n\n- Any advice on hiring?\n";

#[test]
fn every_way_to_change_a_note_is_noticed() {
    let folder = Folder::new("watch");
    folder.write("notes.md", VAGUE);
    folder.write(".gitignore", "old/\nscratch.md\n");
    folder.write("old/notes.md", VAGUE);
    let watching = Watching::begin(&folder, ".");
    let said = watching.until("notes.md:5:3");
    assert!(said.contains("1 file: 1 warning"), "{said}");
    assert!(!said.contains('\u{1b}'), "a pipe is not cleared: {said}");

    folder.write("notes.md", HIRING);
    watching.until("hiring");

    // As editors do who never leave a note half written.
    folder.write(".notes.md.swp", VAGUE);
    fs::rename(folder.path().join(".notes.md.swp"), folder.path().join("notes.md")).unwrap();
    watching.until("workshops");

    folder.write("kate/2026/next.md", VAGUE);
    watching.until("kate/2026/next.md:5:3");
    folder.write("kate/2026/next.md", HIRING);
    watching.until("hiring");

    folder.write("scratch.md", VAGUE);
    folder.write("old/notes.md", HIRING);
    folder.write("notes.txt", HIRING);
    assert_eq!(watching.rest(), "", "nothing of this is linted");

    // A folder that goes and comes back at once is another one.
    fs::remove_dir_all(folder.path().join("kate")).unwrap();
    folder.write("kate/back.md", VAGUE);
    watching.until("kate/back.md");
    folder.write("kate/back.md", HIRING);
    watching.until("hiring");
    fs::remove_dir_all(folder.path().join("kate")).unwrap();
    watching.until("1 file: ");
}

#[test]
fn settings_may_come_break_and_be_mended() {
    let folder = Folder::new("watch-settings");
    folder.write("sub/notes.md", VAGUE);
    let watching = Watching::begin(&folder, "sub/notes.md");
    watching.until("1 warning");
    folder.write("base.yaml", "rules: {vague-advice: error}\n");
    folder.write(".agenda-lint.yaml", "extends: base.yaml\n");
    watching.until("1 error");
    folder.write("base.yaml", "rules: {vage-advice: off}\n");
    watching.until("vage-advice");
    folder.write("base.yaml", "rules: {vague-advice: error}\n");
    watching.until("1 error");
}

#[test]
fn what_settings_name_is_watched_wherever_it_lies() {
    let folder = Folder::new("watch-named");
    folder.write(".agenda-lint.yaml", "okrs: goals/okrs.yaml\nnotebooks:\n- files: [notes, kate]\n");
    folder.write("goals/okrs.yaml", "objectives: []\n");
    folder.write("kate/a.md", VAGUE);
    folder.write("notes/a.md", VAGUE);
    let watching = Watching::begin(&folder, "notes");
    watching.until("1 warning");
    folder.write("goals/okrs.yaml", "objectives: [{id: O1}\n");
    watching.until("okrs.yaml");
    folder.write("goals/okrs.yaml", "objectives: [{id: O1}]\n");
    watching.until("1 warning");
    folder.write("kate/b.md", VAGUE);
    watching.until("warning");
}

#[test]
fn standard_input_is_not_watched() {
    let (status, _, said) = Folder::new("watch-stdin").run("--watch -");
    assert_eq!((status, said.trim_end()), (2, "standard input cannot be watched; name files or folders"));
}

#[test]
#[cfg(unix)]
fn an_interrupt_ends_it() {
    let folder = Folder::new("watch-end");
    folder.write("notes.md", VAGUE);
    let watching = Watching::begin(&folder, "notes.md");
    watching.until("1 warning");
    assert_eq!(watching.interrupt(), Some(2));
}
