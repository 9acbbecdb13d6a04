//! What `agenda-lint check` costs, as a ratio to a bare walk of the Markdown parser over the same files.
//!
//! `cargo bench --bench ratio` makes a corpus of invented notes, counts the instructions of both
//! programs with cachegrind (or, where valgrind is missing, takes the least CPU time of several
//! runs), and prints the ratios and the peak memory. `cargo bench --bench ratio -- notebooks` does so for
//! 200 to 20,000 files in notebooks.

#![expect(clippy::disallowed_methods, reason = "a bench makes the files that it measures")]

use std::{
    env, fs,
    hint::black_box,
    io::{self, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::Arc,
    time::Instant,
};

use agenda_lint_core::{
    analysis::{Analysis, Scope},
    text::SourceFile,
};
use pulldown_cmark::{Options, Parser};

mod corpus;

fn main() -> io::Result<()> {
    let args: Vec<String> = env::args().skip(1).collect();
    let inputs = match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["notebooks", ..] => series(),
        ["walk", path] => return walk(Path::new(path)),
        ["parse", path, times] => return repeat(path, times, parse),
        ["analyse", path, times] => return repeat(path, times, analyse),
        _ => inputs(),
    };
    let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("ratio");
    let _ = fs::remove_dir_all(&target);
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "{:<28}{:<10}{:>14}{:>16}{:>8}{:>10}",
        "input", "format", "bare walk", "agenda-lint", "ratio", "peak MB"
    )?;
    for (name, files) in inputs {
        let folder = target.join(name);
        for (path, text) in &files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap_or(&folder))?;
            fs::write(path, text)?;
        }
        let this = env::current_exe()?;
        let bare = cost(Command::new(this).arg("walk").arg(&folder))?;
        for format in ["full", "concise"] {
            let ours = || {
                let mut command = Command::new(env!("CARGO_BIN_EXE_agenda-lint"));
                command.args(["check", "--no-config", "--jobs", "1", "--today", "2026-03-02"]);
                command.args(["--format", format]).arg(&folder);
                command
            };
            let cost = cost(&mut ours())?;
            let (ratio, peak) = (cost / bare, peak(&mut ours()));
            writeln!(out, "{name:<28}{format:<10}{bare:>14.0}{cost:>16.0}{ratio:>8.2}{peak:>10}")?;
        }
    }
    analysis_alone(&target, &mut out)
}

/// The analysis of one file, all of whose items are judged, without start-up and output.
fn analysis_alone(target: &Path, out: &mut impl Write) -> io::Result<()> {
    let file = target.join("judged.md");
    fs::write(&file, corpus::judged())?;
    let per_run = |what: &str| -> io::Result<f64> {
        let of = |times: &str| cost(Command::new(env::current_exe()?).arg(what).arg(&file).arg(times));
        Ok((of("120")? - of("20")?) / 100.0)
    };
    let (bare, ours) = (per_run("parse")?, per_run("analyse")?);
    let beyond = (ours - bare) / bare;
    writeln!(
        out,
        "{:<38}{bare:>14.0}{ours:>16.0}{beyond:>8.2}  (analysis beyond the parse)",
        "5 KB, every item judged"
    )
}

fn repeat(path: &str, times: &str, run: impl Fn(&str)) -> io::Result<()> {
    let text = fs::read_to_string(path)?;
    for _ in 0..times.parse().unwrap_or(1) {
        run(&text);
    }
    Ok(())
}

fn parse(text: &str) {
    Parser::new_ext(text, dialect()).into_offset_iter().for_each(|event| drop(black_box(event)));
}

fn analyse(text: &str) {
    let file = SourceFile::new("notes.md", text);
    let analysis = Analysis::new(file, &Arc::default(), Scope::All(None));
    for topic in analysis.topics() {
        black_box(topic.kind());
    }
}

fn inputs() -> Vec<(&'static str, Vec<(String, String)>)> {
    let named = |(number, text): (usize, String)| (format!("{number:05}.md"), text);
    let notes = |count: u64| (0..count).map(corpus::note).enumerate().map(named).collect();
    vec![
        ("2,000 files of 2-6 KB", notes(2_000)),
        ("2,000 notes by people", by_people(2_000)),
        ("1,000 files, 10 notebooks", corpus::notebooks(10)),
        ("2,000 files, 20 notebooks", corpus::notebooks(20)),
        ("one 10 MB notebook", vec![("notebook.md".to_owned(), corpus::notebook(10_000_000))]),
        ("one small file", vec![("note.md".to_owned(), corpus::note(3))]),
    ]
}

/// The notes of 2-6 KB under `tests/whole_notes`, over and over: written by people for themselves, of whose lines few are judged.
fn by_people(count: usize) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/whole_notes");
    let names = (1..=20).map(|number| format!("{number:02}.md"));
    let paths = names.flat_map(|name| ["odd", "plain", "tools"].map(|set| folder.join(set).join(&name)));
    let texts = paths.filter_map(|path| fs::read_to_string(path).ok());
    let texts: Vec<String> = texts.filter(|text| (2_000..=6_000).contains(&text.len())).collect();
    (0..count).map(|at| (format!("{at:05}.md"), texts[at % texts.len()].clone())).collect()
}

/// Ten times and a hundred times as many notebooks: time and memory grow no faster.
fn series() -> Vec<(&'static str, Vec<(String, String)>)> {
    vec![
        ("200 files, 2 notebooks", corpus::notebooks(2)),
        ("2,000 files, 20 notebooks", corpus::notebooks(20)),
        ("20,000 files, 200 notebooks", corpus::notebooks(200)),
    ]
}

fn dialect() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
}

/// Reads and parses every file of a folder, and does nothing else.
fn walk(folder: &Path) -> io::Result<()> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            walk(&path)?;
        } else {
            parse(&fs::read_to_string(path)?);
        }
    }
    Ok(())
}

/// The instructions of a run; the least CPU time of seven runs, in microseconds, without valgrind.
fn cost(command: &mut Command) -> io::Result<f64> {
    let program = command.get_program().to_owned();
    let args: Vec<_> = command.get_args().map(ToOwned::to_owned).collect();
    let valgrind = Command::new("valgrind")
        .args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"])
        .arg(&program)
        .args(&args)
        .stdout(Stdio::null())
        .output();
    if let Ok(run) = valgrind {
        let report = String::from_utf8_lossy(&run.stderr).into_owned();
        let count = report
            .lines()
            .find_map(|line| line.split("I refs:").nth(1).or_else(|| line.split("I   refs:").nth(1)));
        let digits: String = count.unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
        return digits.parse().map_err(|_| io::Error::other(format!("cachegrind says: {report}")));
    }
    let mut least = f64::MAX;
    for _ in 0..7 {
        let start = Instant::now();
        command.stdout(Stdio::null()).status()?;
        least = least.min(start.elapsed().as_secs_f64() * 1e6);
    }
    Ok(least)
}

/// The most memory a run holds, in megabytes, where the system can tell.
fn peak(command: &mut Command) -> String {
    let program = command.get_program().to_owned();
    let args: Vec<_> = command.get_args().map(ToOwned::to_owned).collect();
    let script = "import resource,subprocess,sys; subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL); \
                  print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss//1024)";
    let run = Command::new("python3").arg("-c").arg(script).arg(program).args(args).output();
    run.ok().map_or("-".to_owned(), |run| String::from_utf8_lossy(&run.stdout).trim().to_owned())
}
