use std::path::Path;

use super::*;
use crate::format::{Bullet, Wrap};
use crate::yaml::{CONFIG_LIMIT, YamlError, parse};

fn read(text: &str) -> Result<ConfigFile, YamlError> {
    parse(text, CONFIG_LIMIT)
}

#[test]
fn what_is_wrong_is_shown_where_it_stands() {
    for (marked, message, help) in [
        ("«meetng»: {}", "unknown key `meetng`", "`meeting`"),
        ("meeting:\n  length: «30»", "`30` is not a length of time", "`30m`"),
        ("meeting: {cadence: «fortnightly»}", "`fortnightly` is not a cadence", "weekly"),
        ("meeting: {order: «newest»}", "unknown value `newest`", "`newest-first`"),
        ("people:\n  manager: «''»", "`` is not the name of a person", "one line"),
        ("sections:\n  «advise»: [Help]", "unknown kind of section `advise`", "`advice`"),
        ("cues: {«atempt»: [x]}", "unknown signal `atempt`", "`attempt`"),
        ("cues: {attempt: [x, «/(/»]}", "this is no regular expression: unclosed group", "between slashes"),
        ("cues: {attempt: [«'/a{100000}/'»]}", "this pattern is too large", "between slashes"),
        ("preset: «strickt»", "unknown value `strickt`", "`strict`"),
        ("rules:\n  «buried-pint»: off", "unknown rule `buried-pint`", "`buried-point`"),
        ("rules:\n  buried-point: «loud»", "unknown value `loud`", "`off`"),
        ("rules:\n  buried-point: {options: {«wrods»: 3}}", "unknown key `wrods`", "`words`"),
        ("exclude: ['ok/**', «'a['»]", "is not a pattern of paths", ""),
        ("overrides:\n  - rules: {}", "`files` is missing", ""),
        ("notebooks: [{files: [kate, «'**'»]}]", "`**` does not say where the notebook begins", "`kate/**`"),
        (
            "notebooks:\n- files: kate\n  name: «kate.md»",
            "`kate.md` is not the name of a new note",
            "`{date}`",
        ),
        ("notebooks:\n- files: kate\n  «nmae»: x", "unknown key `nmae`", "`name`"),
        ("notebooks: [{name: '{date}.md'}]", "`files` is missing", ""),
        ("okrs: [{id: «'a b'»}]", "`a b` is not an id", "`O1`"),
        ("okrs:\n- id: O1\n  «titel»: x", "unknown key `titel`", "`title`"),
        ("format: {bullet: «'#'»}", "unknown value `#`", "`*`"),
        ("format:\n  «bulet»: '-'", "unknown key `bulet`", "`bullet`"),
        ("- 1", "expected", ""),
    ] {
        let text = marked.replace(['«', '»'], "");
        let error = read(&text).expect_err(&text);
        assert!(error.message.contains(message), "{text:?}: {error:?}");
        assert!(error.help.clone().unwrap_or_default().contains(help), "{text:?}: {error:?}");
        if let (Some(start), Some(end)) = (marked.find('«'), marked.find('»')) {
            let place = error.span.map(|span| &text[span.range()]);
            assert_eq!(place, Some(&text[start..end - '«'.len_utf8()]), "{text:?}: {error:?}");
        }
    }
}

#[test]
fn a_later_file_replaces_values_and_adds_names() {
    let mut config = Config::default();
    let base = "meeting: {length: 45m}\npeople: {manager: Kate Doe}\nsections: {advice: Stuck}\n\
                okrs: okrs.yaml\nexclude: [old]\nformat: {bullet: '*', wrap: sentence}";
    let own = "meeting: {updates: 5m}\nsections: {advice: [Help me], private: Mine}\nexclude: [tmp]\nformat: {bullet: '-'}";
    config.take(read(base).unwrap(), Path::new("/team"));
    config.take(read(own).unwrap(), Path::new("/team/sam"));
    assert_eq!((config.meeting.length, config.meeting.updates), (Minutes(45), Minutes(5)));
    assert_eq!(config.people.manager.clone().unwrap().0, "Kate Doe");
    assert_eq!(config.okrs.clone().unwrap().file().unwrap(), Path::new("/team/okrs.yaml"));
    assert_eq!((config.format.bullet, config.format.wrap), (Bullet::Hyphen, Wrap::Sentence));
    let names: Vec<_> = config.sections.values().flatten().collect();
    assert_eq!(names, ["Stuck", "Help me", "Mine"]);
    for (path, excluded) in
        [("/team/old/a.md", true), ("/team/sam/tmp/a.md", true), ("/team/tmp/a.md", false)]
    {
        assert_eq!(config.exclude.matches(Path::new(path)), excluded, "{path}");
    }
}

#[test]
fn the_schema_is_current() {
    snapbox::assert_data_eq!(schema(), snapbox::file!["../../../../docs/config.schema.json"].raw());
}

#[test]
fn a_key_with_nothing_behind_it_says_nothing() {
    for text in
        ["", "# all is commented out\n", "rules:\n  # buried-point: off\nmeeting:\nsections:\nexclude:\n"]
    {
        read(text).expect(text);
    }
}

#[test]
fn overrides_hold_for_their_files() {
    let mut config = Config::default();
    let text = "overrides:\n- {files: 'skip/**', rules: {buried-point: off}}\n- {files: '*.md', rules: {}}";
    config.take(read(text).unwrap(), Path::new("/notes"));
    assert_eq!(config.overrides_for(Path::new("/notes/skip/a.md")), [0, 1]);
    assert_eq!(config.overrides_for(Path::new("/notes/b.md")), [1]);
    assert_eq!(config.overrides_for(Path::new("/notes/b.txt")), Vec::<usize>::new());
}
