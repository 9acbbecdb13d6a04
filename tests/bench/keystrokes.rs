//! How long a keystroke takes from the editor to the findings it leads to, and what ten thousand of
//! them leave behind.
//!
//! `cargo bench --bench keystrokes` starts the server and types into a note over the protocol: each
//! letter is sent as an editor sends it, and the clock stops when the diagnostics of that very version
//! have come. The pause that the server makes before it judges is part of the time.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a bench makes the files that it measures, and fails by panicking"
)]

use std::{
    env, fs,
    io::{self, Write},
    path::PathBuf,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

#[expect(dead_code, reason = "a test asks for more than a bench does")]
#[path = "../server/client.rs"]
mod client;
#[expect(dead_code, reason = "the other bench measures other notes, too")]
mod corpus;

use client::{Client, uri};

/// What is typed, letter by letter, and taken back again.
const WORDS: &str = " Since the March release the 😀 import fails; I asked Noor. What would you try?";

/// How many letters are typed into each note.
const LETTERS: i32 = 300;

/// How many are typed to see what they leave behind.
const MANY: i32 = 10_000;

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "{:<58}{:>8}{:>8}{:>8}{:>8}",
        "milliseconds a keystroke", "mean", "median", "99 %", "most"
    )?;
    let alone = |text: String| vec![("notes.md".to_owned(), text)];
    let long = alone(corpus::notebook(200_000));
    measure(&mut out, "one meeting of 5 KB", &[], &alone(corpus::judged()))?;
    measure(&mut out, "notebook of 200 KB, the next meeting judged", &[], &long)?;
    measure(&mut out, "notebook of 200 KB, all meetings judged", &["--all-meetings"], &long)?;
    measure(&mut out, "notebook of 100 files, 380 KB", &[], &corpus::notebooks(1))?;
    measure(&mut out, "notebook of 2 MB, the next meeting judged", &[], &alone(corpus::notebook(2_000_000)))?;

    let (mut typist, folder) = Typist::start("many", &[], &long);
    for letters in [LETTERS, MANY] {
        typist.type_letters(letters);
        writeln!(out, "{:>7} KB of memory after {} keystrokes", typist.client.memory(), typist.version - 1)?;
    }
    drop(typist);
    fs::remove_dir_all(folder)
}

fn measure(out: &mut impl Write, what: &str, args: &[&str], notes: &[(String, String)]) -> io::Result<()> {
    let (mut typist, folder) = Typist::start("one", args, notes);
    let mut times = typist.type_letters(LETTERS);
    times.sort();
    let mean = times.iter().sum::<Duration>() / u32::try_from(times.len()).unwrap();
    write!(out, "{what:<58}")?;
    for time in [mean, times[times.len() / 2], times[times.len() * 99 / 100], times[times.len() - 1]] {
        write!(out, "{:>8.1}", time.as_secs_f64() * 1000.0)?;
    }
    writeln!(out)?;
    drop(typist);
    fs::remove_dir_all(folder)
}

/// The line of a topic of the next meeting: of a notebook with the newest meeting first, the last one
/// that is not over on the client's day.
fn place_to_type(text: &str) -> Option<usize> {
    let lines: Vec<&str> = text.lines().collect();
    let is_ahead = |line: &&str| line.trim_start_matches('#').trim_start() >= "2026-03-02";
    let is_meeting = |line: &&str| line.starts_with('#') && line.contains("# 20");
    let meeting = lines.iter().rposition(|line| is_meeting(line) && is_ahead(line))?;
    let advice = meeting + lines[meeting..].iter().position(|line| line.ends_with("# Advice"))?;
    Some(advice + lines[advice..].iter().position(|line| line.starts_with(['-', '*']))?)
}

/// Somebody who types at the end of a topic of the next meeting.
struct Typist {
    client: Client,
    uri: String,
    version: i32,
    line: usize,
    /// Where the line ends, in UTF-16 units.
    end: usize,
    /// The letters that were typed and not taken back yet.
    typed: Vec<char>,
}

impl Typist {
    /// The notes lie on disk, the newest first; the one of the next meeting is opened.
    fn start(name: &str, args: &[&str], notes: &[(String, String)]) -> (Self, PathBuf) {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("keystrokes-{name}"));
        for (name, text) in notes {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let places = notes.iter().rev().map(|(name, text)| (name, text, place_to_type(text)));
        let (name, text, line) = places.into_iter().find(|(.., line)| line.is_some()).unwrap();
        let line = line.unwrap();
        let mut client = Client::start_with(&folder, args, json!({}));
        let uri = uri(&folder.join(name));
        client.open(&uri, text);
        client.diagnostics_of(&uri, 1);
        let end = text.lines().nth(line).unwrap().encode_utf16().count();
        (Self { client, uri, version: 1, line, end, typed: Vec::new() }, folder)
    }

    /// Types letters and takes them back, each once the one before it was answered.
    fn type_letters(&mut self, count: i32) -> Vec<Duration> {
        let mut times = Vec::new();
        for _ in 0..count {
            let change = self.stroke();
            self.version += 1;
            let start = Instant::now();
            self.client.change(&self.uri, self.version, json!([change]));
            self.client.diagnostics_of(&self.uri, self.version);
            times.push(start.elapsed());
        }
        times
    }

    /// The next letter of the words or, once they are complete, the last one taken back.
    fn stroke(&mut self) -> Value {
        let length = WORDS.chars().count();
        let stroke = usize::try_from(self.version - 1).unwrap() % (2 * length);
        let place = |character: usize| json!({"line": self.line, "character": character});
        let width = |typed: &[char]| typed.iter().map(|c| c.len_utf16()).sum::<usize>();
        let end = self.end + width(&self.typed);
        if let Some(letter) = WORDS.chars().nth(stroke) {
            self.typed.push(letter);
            json!({"range": {"start": place(end), "end": place(end)}, "text": letter.to_string()})
        } else {
            let last = self.typed.pop().map_or(0, char::len_utf16);
            json!({"range": {"start": place(end - last), "end": place(end)}, "text": ""})
        }
    }
}
