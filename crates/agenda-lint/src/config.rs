//! `config`: the schema, and the settings in force with where each comes from.

use std::{collections::BTreeMap, fmt::Write as _, path::Path};

use agenda_lint_core::{
    config::{self, Config, Okrs, Selection},
    files::{self, ConfigSource, Loaded},
    rules::RULES,
    yaml,
};
use serde_json::Value;

use crate::{
    Failure, Outcome,
    args::{ConfigCommand, Global},
    output::{Console, escape},
    settings::settings,
};

/// Runs the command.
pub(crate) fn run(
    command: &ConfigCommand,
    global: &Global,
    console: &mut Console,
) -> Result<Outcome, Failure> {
    match command {
        ConfigCommand::Schema => console.print_raw(&config::schema())?,
        ConfigCommand::Show { path } => {
            let mut settings = settings(global, Selection::default());
            let (loaded, config) = settings.config(path)?;
            console.print(&Page::new(&loaded).write(&config, path))?;
        }
    }
    Ok(Outcome::Clean)
}

/// Settings as YAML, with a comment behind each value that says where it comes from.
struct Page<'a> {
    loaded: &'a Loaded,
    /// What each file says, to show values that have no form of their own.
    values: Vec<Value>,
    lines: Vec<(String, String)>,
}

impl<'a> Page<'a> {
    fn new(loaded: &'a Loaded) -> Self {
        let read = |source: &ConfigSource| yaml::parse(source.file.text(), yaml::CONFIG_LIMIT);
        let values = loaded.sources.iter().map(|source| read(source).unwrap_or_default()).collect();
        Self { loaded, values, lines: Vec::new() }
    }

    fn write(mut self, config: &Config, path: &Path) -> String {
        let names: Vec<&str> = self.loaded.sources.iter().map(|source| source.file.name()).collect();
        let from = if names.is_empty() { "no config".to_owned() } else { names.join(", then ") };
        self.meeting_and_people(config);
        self.lists();
        self.value(&["preset"], &format!("{:?}", config.preset).to_lowercase());
        self.format(config);
        self.rules(config);

        let width = self.lines.iter().map(|(text, _)| text.chars().count()).max().unwrap_or_default().min(60);
        let mut page = format!("# in force for {}: {}\n", escape::path(path), escape::line(&from));
        for (text, origin) in &self.lines {
            // Writing to a string cannot fail.
            let _ = match origin.as_str() {
                "" => writeln!(page, "{}", escape::line(text)),
                origin => writeln!(page, "{:<width$}  # {}", escape::line(text), escape::line(origin)),
            };
        }
        page
    }

    fn meeting_and_people(&mut self, config: &Config) {
        let meeting = &config.meeting;
        self.heading("meeting:");
        self.value(&["meeting", "length"], &meeting.length.to_string());
        self.value(&["meeting", "updates"], &meeting.updates.to_string());
        self.value(&["meeting", "cadence"], &meeting.cadence.to_string());
        self.value(&["meeting", "lead-time"], &meeting.lead_time.to_string());
        self.value(&["meeting", "order"], meeting.order.name());
        if config.people.report.is_some() || config.people.manager.is_some() {
            self.heading("people:");
        }
        for (key, person) in [("report", &config.people.report), ("manager", &config.people.manager)] {
            if let Some(person) = person {
                self.value(&["people", key], &quoted(&person.0));
            }
        }
        match &config.okrs {
            Some(Okrs::File(path)) => {
                let path = path.strip_prefix(&self.loaded.root).unwrap_or(path);
                self.value(&["okrs"], &quoted(&files::shown(path)));
            }
            Some(Okrs::List(list)) => {
                self.value(&["okrs"], &serde_json::to_string(list).unwrap_or_default());
            }
            None => {}
        }
    }

    /// Values that add up: each file's own, in the order in which they are added.
    fn lists(&mut self) {
        for key in ["sections", "cues"] {
            if self.loaded.sources.iter().any(|source| source.keys.find(&[key]).is_some()) {
                self.heading(&format!("{key}:"));
            }
            for (source, value) in self.loaded.sources.iter().zip(&self.values) {
                for name in source.keys.under(&[key]) {
                    let value = value.get(key).and_then(|names| names.get(&name.name));
                    let text = format!("  {}: {}", name.name, value.unwrap_or(&Value::Null));
                    self.lines.push((text, place(source, name.span.start())));
                }
            }
        }
        for key in ["notebooks", "exclude", "overrides"] {
            for (source, value) in self.loaded.sources.iter().zip(&self.values) {
                if let (Some(span), Some(value)) = (source.keys.find(&[key]), value.get(key)) {
                    self.lines.push((format!("{key}: {value}"), place(source, span.start())));
                }
            }
        }
    }

    fn format(&mut self, config: &Config) {
        self.heading("format:");
        if let Ok(Value::Object(form)) = serde_json::to_value(&config.format) {
            for (key, value) in form {
                self.value(&["format", &key], &value.as_str().map_or(value.to_string(), quoted));
            }
        }
    }

    fn rules(&mut self, config: &Config) {
        let severities = |config: &Config| -> BTreeMap<&str, &str> {
            let active = config.active_rules();
            active.iter().map(|rule| (rule.meta.name, rule.severity.name())).collect()
        };
        let (here, without) = (severities(config), severities(&self.loaded.config));
        self.heading("rules:");
        for rule in RULES {
            let level = here.get(rule.name).copied().unwrap_or("off");
            let path = ["rules", rule.name];
            let options = self.options(rule.name);
            let text = match &options {
                Some((options, _)) => format!("  {}: {{severity: {level}, options: {options}}}", rule.name),
                None => format!("  {}: {level}", rule.name),
            };
            let overridden = here.get(rule.name) != without.get(rule.name);
            let origin = match self.origin(&path).or(options.map(|(_, place)| place)) {
                _ if overridden => self.origin(&["overrides", "rules", rule.name]),
                origin => origin,
            };
            self.lines.push((text, origin.unwrap_or_else(|| "preset".to_owned())));
        }
    }

    /// The options of a rule and where they stand, if a file gives any.
    fn options(&self, rule: &str) -> Option<(Value, String)> {
        let path = ["rules", rule, "options"];
        self.loaded.sources.iter().zip(&self.values).rev().find_map(|(source, value)| {
            let span = source.keys.find(&path)?;
            let value = path.iter().try_fold(value, |value, key| value.get(*key))?;
            Some((value.clone(), place(source, span.start())))
        })
    }

    fn heading(&mut self, text: &str) {
        self.lines.push((text.to_owned(), String::new()));
    }

    fn value(&mut self, path: &[&str], value: &str) {
        let Some((key, above)) = path.split_last() else { return };
        let origin = self.origin(path).unwrap_or_else(|| "default".to_owned());
        self.lines.push((format!("{}{key}: {value}", "  ".repeat(above.len())), origin));
    }

    /// The last place that sets a value.
    fn origin(&self, path: &[&str]) -> Option<String> {
        let mut sources = self.loaded.sources.iter().rev();
        sources.find_map(|source| Some(place(source, source.keys.find(path)?.start())))
    }
}

fn place(source: &ConfigSource, offset: usize) -> String {
    format!("{}:{}", source.file.name(), source.file.line_col(offset).line)
}

/// A text as YAML reads it back.
fn quoted(text: &str) -> String {
    let plain = text.starts_with(char::is_alphabetic)
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '.' | '/' | '-' | '_'));
    if plain { text.to_owned() } else { Value::from(text).to_string() }
}
