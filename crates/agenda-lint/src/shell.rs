//! What shells and manuals need of the command line.

use std::io;

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use crate::{Failure, Outcome, args::Args, output::Console};

/// Prints a completion script.
pub(crate) fn completions(shell: clap_complete::Shell, console: &mut Console) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "agenda-lint", &mut script);
    print(&script, console)
}

/// Prints the manual page, in the form that `man -l -` reads: one page, with a section for each command.
pub(crate) fn man(console: &mut Console) -> Result<Outcome, Failure> {
    // The version is named without its commit, so that the page changes with the program only.
    let mut program = Args::command().version(env!("CARGO_PKG_VERSION"));
    program.build();
    let mut page = Vec::new();
    let man = Man::new(program.clone()).date("");
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    for command in program.get_subcommands() {
        section(command, &mut page)?;
        for command in command.get_subcommands() {
            section(command, &mut page)?;
        }
    }
    man.render_extra_section(&mut page)?;
    print(&page, console)
}

/// The section of a command; the options that every command has stand in the program's own.
fn section(command: &Command, page: &mut Vec<u8>) -> io::Result<()> {
    let name = command.get_bin_name().unwrap_or_default().to_uppercase();
    let own = |arg: clap::Arg| {
        let everywhere = arg.is_global_set() || arg.get_id() == "help";
        arg.hide(everywhere)
    };
    let man = Man::new(command.clone().mut_args(own));
    let mut text = Vec::new();
    man.render_description_section(&mut text)?;
    man.render_synopsis_section(&mut text)?;
    man.render_options_section(&mut text)?;
    let text = String::from_utf8_lossy(&text).replace(".SH DESCRIPTION\n", "").replace("\n.SH ", "\n.SS ");
    page.extend(format!(".SH \"{}\"\n{text}", name.replace('-', "\\-")).bytes());
    Ok(())
}

fn print(text: &[u8], console: &mut Console) -> Result<Outcome, Failure> {
    console.print_raw(&String::from_utf8_lossy(text))?;
    Ok(Outcome::Clean)
}
