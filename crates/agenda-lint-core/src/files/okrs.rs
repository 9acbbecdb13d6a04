//! Reads the objectives that a config keeps in a file of their own.

use std::{fs, path::Path, sync::Arc};

use super::{
    ConfigError, ConfigSource, Loaded,
    read::{read_text, shown},
    why,
};
use crate::{
    analysis::{Analysis, Knowledge, Scope, registry::Registry},
    config::{Objective, OkrFile, Okrs},
    syntax,
    text::SourceFile,
    yaml::{self, CONFIG_LIMIT, YamlError},
};

/// The objectives of the file that a config names; none if it names no file.
///
/// The file is YAML or, by its ending, Markdown. It lies inside of the config's repository: a config
/// from elsewhere makes nobody read anything else.
pub fn load_okrs(loaded: &Loaded) -> Result<Option<Registry>, ConfigError> {
    let Some(Okrs::File(path)) = &loaded.config.okrs else { return Ok(None) };
    let names = |source: &&ConfigSource| source.keys.find(&["okrs"]).is_some();
    let Some(source) = loaded.sources.iter().rfind(names) else { return Ok(None) };
    let written = path.strip_prefix(&source.folder).unwrap_or(path);
    let problem = |problem: String| {
        let message = format!("cannot read the objectives in `{}`: {problem}", shown(written));
        let error = YamlError { message, span: source.keys.find(&["okrs"]), help: None };
        ConfigError { file: source.file.clone(), error }
    };
    let target = fs::canonicalize(path).map_err(|error| problem(why(&error)))?;
    if !fs::canonicalize(&loaded.root).is_ok_and(|root| target.starts_with(root)) {
        return Err(problem("it lies outside of the repository".to_owned()));
    }
    let text = read_text(&target).map_err(|error| problem(error.to_string()))?;
    let name = Path::new(source.file.name()).with_file_name("").join(written);
    let file = SourceFile::new(shown(&name), text.text().to_owned());
    let is_markdown = path.extension().is_some_and(|extension| extension == "md" || extension == "markdown");
    let registry = if is_markdown { of_markdown(file, problem)? } else { of_yaml(file)? };
    Ok(Some(registry))
}

fn of_yaml(file: SourceFile) -> Result<Registry, ConfigError> {
    match yaml::parse::<OkrFile>(file.text(), CONFIG_LIMIT) {
        Ok(list) => Ok(Registry::new(list.objectives.iter().map(Objective::known).collect())),
        Err(error) => Err(ConfigError { file, error }),
    }
}

fn of_markdown(file: SourceFile, problem: impl Fn(String) -> ConfigError) -> Result<Registry, ConfigError> {
    if syntax::too_deep(&file).is_some() {
        return Err(problem("it is nested too deeply".to_owned()));
    }
    let analysis = Analysis::new(file, &Arc::new(Knowledge::default()), Scope::All(None));
    let found = analysis.okrs();
    if found.is_empty() {
        let help =
            "it lists no objectives: write a heading `OKRs`, below it `## O1: …` with bullets `- KR1: …`";
        return Err(problem(help.to_owned()));
    }
    Ok(found.clone())
}
