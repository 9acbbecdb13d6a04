//! The options of the commands that show or continue a notebook.

use std::path::PathBuf;

use clap::Args as ClapArgs;
use jiff::civil::Date;

use super::{ActionsFormat, InspectFormat, MessageFormat, ReportFormat, ScopeArgs, TodayArgs, date};

#[derive(Debug, ClapArgs)]
pub(crate) struct NewArgs {
    /// The notebook: its file, its folder, or a file to begin [default: the current folder].
    pub file: Option<PathBuf>,
    /// The day of the meeting [default: by cadence from the latest one].
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub date: Option<Date>,
    /// With whom it is held.
    #[arg(long, value_name = "NAME")]
    pub with: Option<String>,
    /// Write the meeting by this template, in minijinja's language.
    #[arg(long, value_name = "FILE")]
    pub template: Option<PathBuf>,
    /// Print the meeting, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub today: TodayArgs,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ShareArgs {
    /// The notebook: its file or its folder [default: the current folder].
    pub file: Option<PathBuf>,
    /// The form of the message.
    #[arg(long, value_enum, default_value_t)]
    pub format: MessageFormat,
    #[command(flatten)]
    pub today: TodayArgs,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ActionsArgs {
    /// The folder, or a single notebook.
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// How to write them.
    #[arg(long, value_enum, default_value_t)]
    pub format: ActionsFormat,
    #[command(flatten)]
    pub today: TodayArgs,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ReportArgs {
    /// The folder, or a single notebook.
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// How to write it.
    #[arg(long, value_enum, default_value_t)]
    pub format: ReportFormat,
    #[command(flatten)]
    pub today: TodayArgs,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct InspectArgs {
    /// The note, or `-` for standard input.
    pub path: PathBuf,
    /// The name that standard input goes by.
    #[arg(long, value_name = "PATH")]
    pub stdin_filename: Option<PathBuf>,
    /// How to write it.
    #[arg(long, value_enum, default_value_t)]
    pub format: InspectFormat,
    #[command(flatten)]
    pub scope: ScopeArgs,
}
