//! GitHub Actions as its runner sets the surroundings.

use crate::{
    VAGUE,
    support::{Folder, agenda_lint, output},
};

#[test]
fn github_actions_gets_annotations_and_a_page() {
    let folder = Folder::new("actions");
    folder.write("notes.md", VAGUE);
    let page = folder.path().join("page.md");
    let run = |args: &str| {
        let mut command = agenda_lint(folder.path(), args);
        output(command.env("GITHUB_ACTIONS", "true").env("GITHUB_STEP_SUMMARY", &page))
    };
    let (status, found, _) = run("notes.md");
    assert_eq!(status, 1);
    let annotation = "::warning title=agenda-lint (vague-advice),file=notes.md,line=5,endLine=5,col=3,";
    assert!(found.starts_with(annotation), "{found}");
    let text = folder.read("page.md");
    assert!(
        text.starts_with("### agenda-lint\n\n1 file: 1 warning") && text.contains("| notes\\.md:5 |"),
        "{text}"
    );
    assert!(!run("--format concise notes.md").1.contains("::warning"), "what was asked for holds");
    assert_eq!(folder.read("page.md"), text, "the page is for the format `github`");
}
