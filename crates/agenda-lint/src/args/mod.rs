//! The command line.

mod choice;
mod notebook;

use std::{ffi::OsString, path::PathBuf};

use clap::{Args as ClapArgs, Parser, Subcommand};
use jiff::civil::Date;

use crate::output::{Color, Format};

pub(crate) use choice::{ActionsFormat, FailOn, InspectFormat, MessageFormat, ReportFormat};
pub(crate) use notebook::{ActionsArgs, InspectArgs, NewArgs, ReportArgs, ShareArgs};

/// A linter and formatter for the notes of one-on-ones with your manager.
///
/// `agenda-lint notes.md` is short for `agenda-lint check notes.md`.
#[derive(Debug, Parser)]
#[command(name = "agenda-lint", version = env!("AGENDA_LINT_VERSION"), disable_help_subcommand = true)]
#[command(override_usage = "agenda-lint [check] [OPTIONS] [PATH]...\n       agenda-lint <COMMAND> …")]
#[command(after_help = "Exit status: 0 nothing found, 1 something was found, 2 the run itself failed.")]
pub(crate) struct Args {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub global: Global,
}

/// What holds for every command.
#[derive(Debug, ClapArgs)]
pub(crate) struct Global {
    /// Take the settings from this file, not from the nearest `.agenda-lint.yaml`.
    #[arg(long, value_name = "FILE", global = true, conflicts_with = "no_config")]
    pub config: Option<PathBuf>,
    /// Take no settings from any file.
    #[arg(long, global = true)]
    pub no_config: bool,
    /// When to colour.
    #[arg(
        long,
        value_name = "WHEN",
        global = true,
        default_value_t,
        value_enum,
        hide_possible_values = false
    )]
    pub color: Color,
    /// Print findings only.
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Say more of the run.
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    pub verbose: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Lint notes (the default command).
    Check(CheckArgs),
    /// Format notes in place.
    Fmt(FmtArgs),
    /// Print what a rule wants, why, examples and options.
    Explain {
        /// The rule's name.
        rule: String,
    },
    /// List all rules.
    Rules,
    /// Print the meetings, sections and items of a note, with what was recognised.
    Inspect(InspectArgs),
    /// Write the next meeting into a notebook, with what is open carried over.
    New(NewArgs),
    /// Print the next agenda as a message to send.
    Share(ShareArgs),
    /// List the open actions of all notebooks, by owner and due date.
    Actions(ActionsArgs),
    /// Tell how notebooks fare: cadence, notes, career, objectives, actions.
    Report(ReportArgs),
    /// Write a commented config, an OKR file and a first agenda; never over a file.
    Init {
        /// Where to write them.
        #[arg(default_value = ".")]
        folder: PathBuf,
    },
    /// Serve an editor: the language server, on standard input and output.
    Server(ServerArgs),
    /// Show the settings.
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Print a completion script.
    Completions {
        /// For which shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page.
    Man,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ConfigCommand {
    /// Print the JSON Schema of `.agenda-lint.yaml`.
    Schema,
    /// Print the settings in force for a path, and where each comes from.
    Show {
        /// A note or a folder.
        #[arg(default_value = ".")]
        path: PathBuf,
    },
}

/// Which files.
#[derive(Debug, ClapArgs)]
pub(crate) struct Paths {
    /// Files, folders, or `-` for standard input [default: the current folder].
    #[arg(value_name = "PATH")]
    pub named: Vec<PathBuf>,
    /// The name that standard input goes by, for its settings and its findings.
    #[arg(long, value_name = "PATH")]
    pub stdin_filename: Option<PathBuf>,
    /// Leave out what the settings exclude, even if it is named here.
    #[arg(long)]
    pub force_exclude: bool,
    /// How many files to read at once [default: one for each processor].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub files: Paths,
    /// Make the fixes that keep the meaning.
    #[arg(long, help_heading = "Fixes")]
    pub fix: bool,
    /// Make the fixes that add or move text, too.
    #[arg(long, help_heading = "Fixes")]
    pub unsafe_fixes: bool,
    /// Print what the fixes would change, and write nothing.
    #[arg(long, help_heading = "Fixes")]
    pub diff: bool,
    /// How to write findings [default: full; github in GitHub Actions].
    #[arg(long, value_enum, help_heading = "Output")]
    pub format: Option<Format>,
    /// Print how often each rule spoke, not the findings.
    #[arg(long, help_heading = "Output")]
    pub statistics: bool,
    /// Stay, and lint again whenever a note or a setting changes; Ctrl-C ends it.
    #[arg(long, conflicts_with = "write_baseline", help_heading = "Output")]
    pub watch: bool,
    /// Fail on findings of this severity and above.
    #[arg(long, value_name = "SEVERITY", value_enum, default_value_t, help_heading = "Output")]
    pub fail_on: FailOn,
    /// Let be what this file knows.
    #[arg(long, value_name = "FILE", help_heading = "Baseline")]
    pub baseline: Option<PathBuf>,
    /// Write all findings to a baseline, and print none [default file: that of `--baseline`, or
    /// `.agenda-lint-baseline.json`].
    #[arg(
        long,
        value_name = "FILE",
        num_args = 0..=1,
        require_equals = true,
        conflicts_with_all = ["statistics", "diff"],
        help_heading = "Baseline"
    )]
    #[expect(clippy::option_option, reason = "the option may be absent, and so may its value")]
    pub write_baseline: Option<Option<PathBuf>>,
    /// Run these rules only (names or groups, comma-separated).
    #[arg(long, value_name = "RULES", value_delimiter = ',', help_heading = "Rules")]
    pub select: Vec<String>,
    /// Leave these rules out (names or groups, comma-separated).
    #[arg(long, value_name = "RULES", value_delimiter = ',', help_heading = "Rules")]
    pub ignore: Vec<String>,
    #[command(flatten)]
    pub scope: ScopeArgs,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct FmtArgs {
    #[command(flatten)]
    pub files: Paths,
    /// Write nothing; fail if a note would change.
    #[arg(long)]
    pub check: bool,
    /// Write nothing; print what would change, and fail if anything would.
    #[arg(long)]
    pub diff: bool,
}

#[derive(Clone, Copy, Debug, ClapArgs)]
pub(crate) struct ServerArgs {
    #[command(flatten)]
    pub scope: ScopeArgs,
    /// Accepted, for editors that say so: there is no other way to talk.
    #[arg(long, hide = true)]
    pub stdio: bool,
}

/// Which meetings, and seen from which day.
#[derive(Clone, Copy, Debug, ClapArgs)]
pub(crate) struct ScopeArgs {
    /// Judge every meeting, not the next one only.
    #[arg(long, help_heading = "Rules")]
    pub all_meetings: bool,
    /// The day against which dates are held [default: the clock's].
    #[arg(long, value_name = "YYYY-MM-DD", env = "AGENDA_LINT_TODAY", hide_env_values = true, value_parser = date, help_heading = "Rules")]
    pub today: Option<Date>,
}

/// The day that a command holds for today.
#[derive(Clone, Copy, Debug, ClapArgs)]
pub(crate) struct TodayArgs {
    /// The day against which dates are held [default: the clock's].
    #[arg(long, value_name = "YYYY-MM-DD", env = "AGENDA_LINT_TODAY", value_parser = date)]
    pub today: Option<Date>,
}

fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write a day as YYYY-MM-DD".to_owned())
}

/// Puts `check` before arguments that name no command.
pub(crate) fn with_default_command(args: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    const WITH_VALUE: [&str; 2] = ["--config", "--color"];
    const OF_PROGRAM: [&str; 4] = ["-h", "--help", "-V", "--version"];
    let mut args: Vec<OsString> = args.into_iter().collect();
    let mut at = 1;
    while let Some(arg) = args.get(at) {
        let name = arg.to_string_lossy();
        if OF_PROGRAM.contains(&&*name) || is_command(&name) {
            return args;
        }
        if name == "--" || !name.starts_with('-') {
            break;
        }
        at += if WITH_VALUE.contains(&&*name) { 2 } else { 1 };
    }
    args.insert(1.min(args.len()), "check".into());
    args
}

fn is_command(name: &str) -> bool {
    <Command as Subcommand>::has_subcommand(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_is_the_default_command() {
        for (given, expected) in [
            ("", "check"),
            ("notes.md", "check notes.md"),
            ("check notes.md", "check notes.md"),
            ("--color never notes.md", "check --color never notes.md"),
            ("--color never rules", "--color never rules"),
            ("-q explain x", "-q explain x"),
            ("--help", "--help"),
            ("-- check", "check -- check"),
            ("-", "check -"),
        ] {
            let args = std::iter::once("agenda-lint").chain(given.split_whitespace()).map(OsString::from);
            let found: Vec<String> =
                with_default_command(args).into_iter().map(|arg| arg.into_string().unwrap()).collect();
            assert_eq!(found[1..].join(" "), expected, "{given}");
        }
    }

    #[test]
    fn the_command_line_is_well_formed() {
        <Args as clap::CommandFactory>::command().debug_assert();
    }
}
