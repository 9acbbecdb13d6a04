//! What an ask is about, in the writer's own words.

use super::Words;
use crate::text::{first_line, is_one_of};

/// Words after which the subject stands: "advice on X".
const BEFORE: [&str; 29] = [
    "advice on how to",
    "advice on",
    "advice about",
    "advice for",
    "advice with",
    "advice regarding",
    "thoughts on",
    "thoughts about",
    "opinion on",
    "opinion about",
    "view on",
    "views on",
    "guidance on",
    "guidance about",
    "guidance with",
    "tips on",
    "tips for",
    "input on",
    "ideas on",
    "ideas for",
    "suggestions on how to",
    "suggestions on",
    "suggestions for",
    "help with",
    "help on",
    "chat about",
    "talk about",
    "talk through",
    "discuss",
];

/// Words that make what follows a dash, a colon or a comma an ask: "X – any thoughts?".
static ASKS: Words<'_> = Words::new(&[
    "advice",
    "thoughts",
    "ideas",
    "tips",
    "guidance",
    "suggestions",
    "opinion",
    "input",
    "help",
    "wdyt",
]);

/// Words that make a sentence of what stands before an ask: "The rota is full. Any advice?".
static SENTENCE: Words<'_> = Words::new(&[
    "is", "are", "was", "were", "isn't", "aren't", "has", "have", "had", "does", "doesn't", "do", "don't",
    "did", "didn't", "can", "can't", "will", "won't", "i", "i'm", "we", "we're", "they", "he", "she", "it's",
    "keeps", "gets", "says",
]);

/// Words that point at something without naming it.
const POINTERS: [&str; 6] = ["this", "that", "it", "these", "those", "them"];

/// The longest subject that still reads well in a sentence.
const MOST_WORDS: usize = 8;

/// What a topic is about: what it asks about or, of a few words, the words themselves.
pub(in crate::rules) fn subject(text: &str) -> Option<&str> {
    asks_about(text).or_else(|| trimmed(whole(opening(text))?))
}

/// What an ask is about, if its words say so plainly: "stakeholder management" in "Do you have
/// advice on stakeholder management?".
pub(in crate::rules) fn asks_about(text: &str) -> Option<&str> {
    let line = opening(text);
    trimmed(after_ask(line).or_else(|| before_ask(line))?)
}

/// The first line without a label.
fn opening(text: &str) -> &str {
    let line = first_line(text).trim();
    line.strip_prefix("Advice: ").or_else(|| line.strip_prefix("ADVICE ")).unwrap_or(line)
}

fn trimmed(subject: &str) -> Option<&str> {
    let marks = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':' | ',' | '*' | '→' | '•');
    let subject = subject.trim_matches(marks);
    let names = !subject.is_empty() && !is_one_of(subject, &POINTERS);
    (names && subject.split_whitespace().nth(MOST_WORDS).is_none()).then_some(subject)
}

fn after_ask(line: &str) -> Option<&str> {
    let rest = &line[cue_end(line)?..];
    let end = rest.find(['?', '!', ';', '(', '–', '—']).unwrap_or(rest.len());
    let sentence = rest[..end].split(". ").next().unwrap_or_default();
    Some(sentence.trim_end_matches('.'))
}

/// Where the last of [`BEFORE`] ends that a blank follows. Only where a cue stands first does it count.
fn cue_end(line: &str) -> Option<usize> {
    static CUES: Words<'_> = Words::new(&BEFORE);
    let bytes = line.as_bytes();
    let mut last = None;
    CUES.any_word(line, |start, end| {
        // Of each cue, only where it stands first.
        let is_first = || !Words::new(&[&line[start..end]]).stand_in(&line[..end - 1]);
        if matches!(bytes.get(end), Some(b' ' | b':')) && is_first() {
            last = last.max(Some(end));
        }
        false
    });
    last
}

fn before_ask(line: &str) -> Option<&str> {
    let bytes = line.as_bytes();
    let mark = memchr::memrchr3(b':', b',', b'.', bytes);
    let hyphen = memchr::memrchr_iter(b'-', bytes).find(|&at| line[..at].ends_with(char::is_whitespace));
    // The first byte of either dash.
    let dash = memchr::memrchr_iter(0xe2, bytes).find(|&at| line[at..].starts_with(['–', '—']));
    let at = mark.max(hyphen).max(dash)?;
    (ASKS.stand_in(&line[at..]) && !SENTENCE.stand_alone_in(&line[..at])).then(|| &line[..at])
}

/// A few words without a verb to speak of are the subject themselves.
fn whole(line: &str) -> Option<&str> {
    (line.split_whitespace().nth(5).is_none() && !line.contains('?') && !SENTENCE.stand_alone_in(line))
        .then(|| line.trim_end_matches(['.', '!']))
}

#[cfg(test)]
mod tests {
    use super::{BEFORE, cue_end, subject};

    #[test]
    fn every_cue_is_seen() {
        for cue in BEFORE {
            assert_eq!(cue_end(&format!("Any {} x", cue.to_uppercase())), Some(4 + cue.len()), "{cue}");
        }
    }

    #[test]
    fn the_subject_is_in_the_words_of_the_ask() {
        for (ask, about) in [
            ("Do you have advice on stakeholder management?", Some("stakeholder management")),
            ("Advice: any advice on running workshops? Thanks", Some("running workshops")),
            ("ADVICE Delegation", Some("Delegation")),
            ("Prioritisation – thoughts?", Some("Prioritisation")),
            ("Computer vision toolkit - any advice?", Some("Computer vision toolkit")),
            ("Guidance on the data-sharing form", Some("the data-sharing form")),
            ("Suggestions on how to say no.", Some("say no")),
            ("comms", Some("comms")),
            ("→ Branding: thoughts?", Some("Branding")),
            ("Let's chat about the offsite", Some("the offsite")),
            ("Well-being of the team: any tips?", Some("Well-being of the team")),
            ("What would you do if two people both wanted the same thing?", None),
            ("Why?", None),
            ("THOUGHTS ON the offsite", Some("the offsite")),
            ("Discuss hiring, and help with onboarding (soon)", Some("onboarding")),
            ("Nonadvice on x is no advice on y of ten words or more than the eight", None),
            ("Ideas – or ideas for the offsite – ideas for lunch", Some("the offsite")),
            ("Advice onboarding", Some("Advice onboarding")),
            ("Thoughts on this?", None),
            ("The rota is full. Any advice?", None),
            ("Rota, the island one, any advice?", Some("Rota, the island one")),
            ("", None),
        ] {
            assert_eq!(subject(ask), about, "{ask}");
        }
    }
}
