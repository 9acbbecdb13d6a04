//! What the program does where CI runs it, and what the programs say of it that others wrote.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a test of the whole program sets its own scene, and says what it skips"
)]

mod baseline;
mod clients;
mod editors;
mod github;
mod hooks;
mod packages;
mod support;
mod watch;

/// A note with one finding.
const VAGUE: &str = "## 2026-03-02\n\n### Advice\n\n- Any advice on running workshops?\n";
