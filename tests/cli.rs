//! The command line, as transcripts of what a user types and reads.

#[test]
fn transcripts_hold() {
    let cases = trycmd::TestCases::new();
    // Neither the clock nor the settings around this repository have a say.
    cases.env("NO_COLOR", "1").env("AGENDA_LINT_TODAY", "2026-03-02").env("GITHUB_ACTIONS", "");
    cases.case("tests/cmd/*.trycmd").case("README.md");
}
