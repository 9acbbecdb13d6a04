//! What shells and manuals need of the command line.

use clap::CommandFactory;

use crate::{Failure, Outcome, args::Args, output::Console};

/// Prints a completion script.
pub(crate) fn completions(shell: clap_complete::Shell, console: &mut Console) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "agenda-lint", &mut script);
    print(&script, console)
}

/// Prints the manual page, in the form that `man -l -` reads.
pub(crate) fn man(console: &mut Console) -> Result<Outcome, Failure> {
    let mut page = Vec::new();
    let date = String::new();
    clap_mangen::Man::new(Args::command()).date(date).render(&mut page)?;
    print(&page, console)
}

fn print(text: &[u8], console: &mut Console) -> Result<Outcome, Failure> {
    console.print_raw(&String::from_utf8_lossy(text))?;
    Ok(Outcome::Clean)
}
