//! The command line of agenda-lint.

fn main() {}
