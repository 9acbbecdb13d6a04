//! The meetings of two people in time, in one file or in many.

use std::{cell::OnceCell, ops::Range};

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::{
    document::{FrontMatter, Meeting, date},
    text::SourceFile,
};

use super::{Analysis, timeline};

/// A meeting's place in a workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The file, as an index into the workspace's files.
    pub file: usize,
    /// The meeting, as an index into the document's meetings.
    pub meeting: usize,
}

/// The meetings of one relation, the oldest first. Forms to fill in and meetings whose day is not
/// certain are left out.
#[derive(Debug, Default)]
pub struct Notebook {
    meetings: Vec<(Date, Place)>,
    positions: FxHashMap<Place, usize>,
    usual_gap: OnceCell<u32>,
}

impl Notebook {
    pub(super) fn of(files: &[Analysis]) -> Self {
        let mut meetings = Vec::new();
        let daily = is_daily(files);
        for (file, analysis) in files.iter().enumerate() {
            if daily && !analysis.document.one_on_one {
                continue;
            }
            let places = timeline::dated(&analysis.document);
            meetings.extend(places.map(|(day, meeting)| (day, Place { file, meeting })));
        }
        // Stable: of several meetings on one day the order within a file stays.
        meetings.sort_by_key(|(day, _)| *day);
        let positions = meetings.iter().enumerate().map(|(at, (_, place))| (*place, at)).collect();
        Self { meetings, positions, usual_gap: OnceCell::new() }
    }

    /// The meetings with their days, the oldest first.
    pub fn meetings(&self) -> &[(Date, Place)] {
        &self.meetings
    }

    /// The days between each meeting and the one before it, with the place of the later one in
    /// [`Notebook::meetings`].
    pub fn gaps(&self) -> impl DoubleEndedIterator<Item = (u32, usize)> {
        let days = |at: usize| (self.meetings[at].0 - self.meetings[at - 1].0).get_days();
        (1..self.meetings.len()).map(move |at| (u32::try_from(days(at)).unwrap_or_default(), at))
    }

    /// The median of the gaps, in days; those of several meetings on one day left out.
    pub fn usual_gap(&self) -> u32 {
        *self.usual_gap.get_or_init(|| {
            let mut gaps: Vec<u32> = self.gaps().map(|(days, _)| days).filter(|&days| days > 0).collect();
            gaps.sort_unstable();
            gaps.get(gaps.len().saturating_sub(1) / 2).copied().unwrap_or_default()
        })
    }

    /// Where in [`Notebook::meetings`] a meeting stands; none if its day is not certain.
    pub fn position(&self, place: Place) -> Option<usize> {
        self.positions.get(&place).copied()
    }

    /// The meetings of the days from `from` to `to`, both included.
    pub fn between(&self, from: Date, to: Date) -> Range<usize> {
        let start = self.meetings.partition_point(|(day, _)| *day < from);
        let end = self.meetings.partition_point(|(day, _)| *day <= to);
        start..end.max(start)
    }
}

/// What the path of a file says of the notebook it belongs to: files with equal keys may be one.
/// None for a file that stands alone.
///
/// One file a meeting carries the meeting's day, week or month in its name; what is left of the name
/// and the folder without folders that are dates tell the notebook.
pub fn path_key(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once(['/', '\\']).unwrap_or(("", path));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let dated = date::in_file_name(stem)?;
    let rest = [&stem[..dated.span.start], &stem[dated.span.end..]];
    let rest: String = rest.concat().chars().filter(|c| c.is_alphanumeric()).collect();
    Some(key(folder, &rest))
}

/// The key of a file that says in its front matter whose meeting it was, and when, rather than in its
/// name: that of the files in its folder that are named by their day alone. `head` is the front matter of
/// the file at `path`.
pub fn front_matter_key(path: &str, head: &str) -> Option<String> {
    // Most name no day, which is soon seen.
    if !head.as_bytes().windows(4).any(|part| part.eq_ignore_ascii_case(b"date")) {
        return None;
    }
    let front_matter = FrontMatter::of(&SourceFile::new(path, head));
    front_matter.date().as_ref().and_then(timeline::certain)?;
    let (folder, _) = path.rsplit_once(['/', '\\']).unwrap_or_default();
    (!people(&front_matter).is_empty()).then(|| key(folder, ""))
}

/// A folder without those that are dates, and what is left of a name.
fn key(folder: &str, name: &str) -> String {
    let folder: Vec<&str> = folder.split(['/', '\\']).filter(|part| !is_period(part)).collect();
    format!("{}/{}", folder.join("/"), name.to_lowercase())
}

/// Whether a folder's name is a date or part of one, such as `2026` or `2026-03`.
pub fn is_period(folder: &str) -> bool {
    !folder.is_empty() && folder.chars().all(|c| c.is_ascii_digit() || "-_.".contains(c))
}

/// A path with `{date}` where its name carries a day written as `2026-03-02`.
pub fn dated_name(path: &str) -> Option<String> {
    let start = path.rfind(['/', '\\']).map_or(0, |at| at + 1);
    let dated = date::in_file_name(&path[start..])?;
    let span = start + dated.span.start..start + dated.span.end;
    let day = dated.date?.to_string();
    (path[span.clone()] == day).then(|| format!("{}{{date}}{}", &path[..span.start], &path[span.end..]))
}

/// Parts files whose paths have one key by the people that their front matter names. A file that
/// names nobody joins the others if all of them name the same.
pub fn by_people<T>(files: Vec<(T, Analysis)>) -> Vec<Vec<(T, Analysis)>> {
    if files.len() == 1 {
        return vec![files];
    }
    let mut named: Vec<Vec<String>> =
        files.iter().map(|(_, file)| people(&file.document.front_matter)).collect();
    let of_files = named.clone();
    named.retain(|people| !people.is_empty());
    named.sort();
    named.dedup();
    let sole = if let [sole] = named.as_slice() { sole.clone() } else { Vec::new() };
    let mut groups: Vec<Vec<(T, Analysis)>> = Vec::new();
    let mut known: FxHashMap<Vec<String>, usize> = FxHashMap::default();
    for (file, people) in files.into_iter().zip(of_files) {
        let people = if people.is_empty() { sole.clone() } else { people };
        let group = *known.entry(people).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[group].push(file);
    }
    groups
}

/// Whether some of these files are notes of whole days: those without a one-on-one are no meetings.
pub(super) fn is_daily(files: &[Analysis]) -> bool {
    files.iter().any(|file| file.document.daily)
}

/// How many days should lie between two meetings, by the front matter or else by the config.
pub fn planned_cadence(analysis: &Analysis) -> u32 {
    let written = analysis.document.front_matter.value(&["cadence"]).map(str::to_lowercase);
    match written.as_deref() {
        Some("weekly") => 7,
        Some("biweekly" | "bi-weekly" | "fortnightly") => 14,
        Some("monthly") => 30,
        _ => analysis.knowledge().plan.cadence,
    }
}

/// Whom the front matter names, in lower case and in order.
fn people(yaml: &FrontMatter) -> Vec<String> {
    const KEYS: [&str; 5] = ["report", "manager", "with", "attendees", "participants"];
    let mut people: Vec<String> =
        KEYS.iter().flat_map(|key| yaml.values(key)).map(|name| name.trim().to_lowercase()).collect();
    people.sort();
    people.dedup();
    people
}

/// The meeting at a place.
pub(super) fn meeting(files: &[Analysis], place: Place) -> &Meeting {
    &files[place.file].document.meetings[place.meeting]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_notebook_have_one_key() {
        for (one, other) in [
            ("2026-03-02 1on1.md", "2026-03-16 1on1.md"),
            ("1-1s/kate/2026-03-02.md", "1-1s/kate/2026-03-16.md"),
            ("kate/2025/2025-12-22.md", "kate/2026/2026-01-05.md"),
            ("Kate 2 March 2026.md", "Kate 16 March 2026.md"),
        ] {
            assert!(path_key(one).is_some() && path_key(one) == path_key(other), "{one}, {other}");
        }
        for (one, other) in [
            ("kate/2026-03-02.md", "noor/2026-03-02.md"),
            ("2026-03-02 Kate.md", "2026-03-02 Noor.md"),
            ("2026-03-02.md", "notebook.md"),
        ] {
            assert_ne!(path_key(one), path_key(other), "{one}, {other}");
        }
        assert_eq!(path_key("notes/kate.md"), None);
    }
}
