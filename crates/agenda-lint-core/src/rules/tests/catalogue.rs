//! What every rule says of itself: its documentation, its options, its file and its presets.

use std::path::Path;

use super::*;

#[test]
fn the_documentation_says_what_why_and_how() {
    for rule in RULES {
        let text = rule.markdown();
        let summary = rule.summary();
        assert!(
            summary.ends_with('.') && summary.len() < 160 && !summary.contains("##"),
            "{}: {summary}",
            rule.name
        );
        assert!(text.contains("\n## Why\n"), "{}: no reason is given", rule.name);
        assert!(text.find("\n## Why\n") < text.find("\n## Examples\n"), "{}: examples come last", rule.name);
        for kind in ["md,bad", "md,good"] {
            let count = blocks(rule).iter().filter(|block| block.info == kind).count();
            assert!(count >= 2, "{}: {count} blocks of kind {kind}", rule.name);
        }
        for option in options(rule) {
            let shown = blocks(rule)
                .iter()
                .any(|block| block.info == "yaml,options" && block.text.contains(&format!("{option}:")));
            assert!(shown, "{}: option `{option}` is never shown", rule.name);
        }
    }
}

/// The names of a rule's options, from the schema.
fn options(rule: &RuleMeta) -> Vec<String> {
    let schema = serde_json::to_value(schemars::schema_for!(RulesConfig)).unwrap();
    let of_rule = &schema["properties"][rule.name]["anyOf"][1]["properties"]["options"]["$ref"];
    let name =
        of_rule.as_str().and_then(|path| path.rsplit('/').next()).unwrap_or_else(|| panic!("{schema:#}"));
    let options = schema["$defs"][name]["properties"].as_object();
    options.map(|options| options.keys().cloned().collect()).unwrap_or_default()
}

#[test]
fn the_schema_names_every_rule_and_describes_every_option() {
    let schema = serde_json::to_value(schemars::schema_for!(RulesConfig)).unwrap();
    let named: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
    for rule in RULES {
        assert!(named.iter().any(|name| *name == rule.name), "{}", rule.name);
    }
    assert_eq!(named.len(), RULES.len());
    for (name, schema) in schema["$defs"].as_object().unwrap() {
        for (option, schema) in schema["properties"].as_object().into_iter().flatten() {
            assert!(
                schema["description"].is_string() && !schema["default"].is_null(),
                "{name}: {option}: {schema}"
            );
        }
    }
}

#[test]
fn rules_that_are_named_exist() {
    let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    for rule in RULES {
        let prose: String = rule.markdown().split("## Examples").next().unwrap().to_owned();
        let ticked = prose.split('`').skip(1).step_by(2);
        let looks_like_rule =
            |word: &&str| word.contains('-') && word.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        for word in ticked.filter(looks_like_rule).filter(|word| !word.starts_with('-')) {
            assert!(names.contains(&word), "{}: names `{word}`", rule.name);
        }
    }
}

#[test]
fn every_file_is_a_rule_under_its_own_name() {
    let listed: Vec<String> = RULES.iter().map(|rule| rule.name.replace('-', "_") + ".rs").collect();
    for (rule, file) in RULES.iter().zip(&listed) {
        assert!(
            Path::new(rule.file).ends_with(Path::new("rules").join(file)),
            "{} is in {}",
            rule.name,
            rule.file
        );
    }
    let helpers = ["active.rs", "context.rs", "declare.rs", "mod.rs", "setting.rs"];
    for entry in Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules").read_dir().unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(
            !name.contains('.') || helpers.contains(&&*name) || listed.contains(&name),
            "{name} is not listed"
        );
    }
}

#[test]
fn presets_differ_as_the_catalogue_says() {
    let on = |preset: Preset| RULES.iter().filter(|rule| preset.severity(rule).is_some()).count();
    let minimal: Vec<&str> =
        RULES.iter().filter(|rule| Preset::Minimal.severity(rule).is_some()).map(|rule| rule.name).collect();
    assert_eq!(
        minimal,
        [
            "leftover-template",
            "no-topics",
            "unknown-okr",
            "vague-advice",
            "unframed-advice",
            "invalid-date",
            "unused-suppression"
        ]
    );
    assert_eq!(on(Preset::Strict), RULES.len());
    assert_eq!(
        RULES.len() - on(Preset::Recommended),
        3,
        "update-without-outcome, unchecked-priorities and unshared-document are off"
    );
    assert!(RULES.iter().all(|rule| Preset::Strict.severity(rule) >= Some(Severity::Warning)));
}
