//! What the program does where CI runs it, and what the programs say of it that others wrote.

mod baseline;
mod clients;
mod github;
mod hooks;
mod support;

/// A note with one finding.
const VAGUE: &str = "## 2026-03-02\n\n### Advice\n\n- Any advice on running workshops?\n";
