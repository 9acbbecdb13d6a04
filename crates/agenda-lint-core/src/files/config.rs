//! Finds a config, and reads it with all that it extends.

use std::{
    fs,
    path::{Component, Path, PathBuf},
};

use super::read::{read_text, shown};
use crate::{
    config::{Config, ConfigFile},
    text::SourceFile,
    yaml::{self, CONFIG_LIMIT, Keys, YamlError},
};

/// The name of a config.
pub const CONFIG_NAME: &str = ".agenda-lint.yaml";

/// How long a chain of `extends` may be.
const MAX_CHAIN: usize = 8;

/// A config with all that it extends.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What holds.
    pub config: Config,
    /// The files that say it, the one that was named last.
    pub sources: Vec<ConfigSource>,
    /// The folder out of which nothing is read on a config's behalf.
    pub root: PathBuf,
}

/// A config file.
#[derive(Clone, Debug)]
pub struct ConfigSource {
    /// Its name and text.
    pub file: SourceFile,
    /// Where its keys stand.
    pub keys: Keys,
    /// The folder that it lies in: its paths are relative to it.
    pub folder: PathBuf,
}

/// Why a config cannot be used.
#[derive(Clone, Debug)]
pub struct ConfigError {
    /// The file; its text is empty where it could not be read.
    pub file: SourceFile,
    /// What is wrong with it, and where.
    pub error: YamlError,
}

impl Loaded {
    /// What holds in `folder` where no config does.
    pub fn none(folder: &Path) -> Self {
        Self { config: Config::default(), sources: Vec::new(), root: folder.to_owned() }
    }
}

/// The config nearest to `folder`, an absolute path: in it or above it, up to the root of the
/// repository or of the file system.
pub fn find_config(folder: &Path) -> Option<PathBuf> {
    for folder in folder.ancestors() {
        let config = folder.join(CONFIG_NAME);
        // Even what is no file is taken: to pass over it silently would change what is checked.
        if fs::symlink_metadata(&config).is_ok() {
            return Some(config);
        }
        if is_repository(folder) {
            return None;
        }
    }
    None
}

/// Reads the config at `path`, an absolute path, and all that it extends. `name` is what the user
/// is shown.
pub fn load_config(path: &Path, name: &Path) -> Result<Loaded, ConfigError> {
    let folder = path.parent().unwrap_or(path);
    let root = folder.ancestors().find(|folder| is_repository(folder)).unwrap_or(folder).to_owned();
    let mut loaded = Loaded { config: Config::default(), sources: Vec::new(), root };
    let mut chain: Vec<(PathBuf, ConfigSource, ConfigFile)> = Vec::new();
    let mut next = Some((path.to_owned(), name.to_owned()));
    while let Some((path, name)) = next.take() {
        let source = match (read(&path, &name), chain.last()) {
            (Err(Unreadable::Text(error)), _) => return Err(error),
            (Err(Unreadable::File(problem)), None) => return Err(unreadable(&name, &problem)),
            (Err(Unreadable::File(problem)), Some((_, last, parsed))) => {
                return Err(extends_error(last, parsed, &problem));
            }
            (Ok(source), _) => source,
        };
        let parsed: ConfigFile = yaml::parse(source.file.text(), CONFIG_LIMIT)
            .map_err(|error| ConfigError { file: source.file.clone(), error })?;
        if let Some(extended) = &parsed.extends {
            let at = |problem: String| extends_error(&source, &parsed, &problem);
            next = Some(extend(&loaded.root, &path, &name, extended).map_err(at)?);
        }
        chain.push((path, source, parsed));
        if let Some((next, _)) = &next {
            let (_, last, parsed) = &chain[chain.len() - 1];
            let again =
                chain.iter().any(|(path, ..)| fs::canonicalize(path).ok() == fs::canonicalize(next).ok());
            let problem = match chain.len() {
                _ if again => "it leads back to a config that extends it",
                MAX_CHAIN.. => "the chain of configs is longer than 8",
                _ => continue,
            };
            return Err(extends_error(last, parsed, problem));
        }
    }
    for (path, source, parsed) in chain.into_iter().rev() {
        loaded.config.take(parsed, path.parent().unwrap_or(&path));
        loaded.sources.push(source);
    }
    Ok(loaded)
}

/// The path and the shown name of the config that `path` extends, or what is wrong with it.
fn extend(root: &Path, path: &Path, name: &Path, extended: &Path) -> Result<(PathBuf, PathBuf), String> {
    let relative =
        extended.components().all(|part| !matches!(part, Component::RootDir | Component::Prefix(_)));
    if !relative || extended.to_string_lossy().contains("://") {
        return Err("it has to be a path relative to this file".to_owned());
    }
    let join = |from: &Path| from.parent().unwrap_or(Path::new("")).join(extended);
    let target = fs::canonicalize(join(path)).map_err(|error| super::why(&error))?;
    let inside = fs::canonicalize(root).is_ok_and(|root| target.starts_with(root));
    if !inside {
        return Err("it lies outside of the repository".to_owned());
    }
    Ok((join(path), join(name)))
}

fn extends_error(source: &ConfigSource, parsed: &ConfigFile, problem: &str) -> ConfigError {
    let extended = parsed.extends.as_deref().unwrap_or(Path::new(""));
    let message = format!("cannot extend `{}`: {problem}", extended.display());
    let error = YamlError { message, span: source.keys.find(&["extends"]), help: None };
    ConfigError { file: source.file.clone(), error }
}

/// Why a config was not read.
enum Unreadable {
    /// The file itself cannot be read.
    File(String),
    /// Its text is refused.
    Text(ConfigError),
}

fn unreadable(name: &Path, problem: &str) -> ConfigError {
    let message = format!("the config cannot be read: {problem}");
    let file = SourceFile::new(shown(name), "");
    ConfigError { file, error: YamlError { message, span: None, help: None } }
}

fn read(path: &Path, name: &Path) -> Result<ConfigSource, Unreadable> {
    let text = read_text(path).map_err(|error| Unreadable::File(error.to_string()))?;
    let file = SourceFile::new(shown(name), text.text().to_owned());
    match yaml::keys(file.text(), CONFIG_LIMIT) {
        Ok(keys) => Ok(ConfigSource { file, keys, folder: path.parent().unwrap_or(path).to_owned() }),
        Err(error) => Err(Unreadable::Text(ConfigError { file, error })),
    }
}

pub(super) fn is_repository(folder: &Path) -> bool {
    fs::symlink_metadata(folder.join(".git")).is_ok()
}
