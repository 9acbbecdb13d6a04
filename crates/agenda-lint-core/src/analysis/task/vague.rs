//! Whether an action has no end that anybody could observe.

use super::{class::Class, words::Words};

/// Whether the action that the tokens at `core` make up has no observable end.
///
/// `core` are words; it leaves out markers, owner and due time; `is_dated` and `is_owned` tell whether
/// they were there.
pub(super) fn is_vague(words: &Words<'_>, core: &[usize], is_dated: bool, is_owned: bool) -> bool {
    let opens = |at: &&usize| is_opening(words, **at) && !words.is_any(**at + 1, &["a"]);
    let core = &core[core.iter().take_while(opens).count()..];
    let Some(&head) = core.first() else { return true };
    if is_measured(words, core) || names_second_step(words, core) {
        return false;
    }
    let verb = words.lower(head);
    let rest = &core[1..];
    let tries = matches!(verb, "try" | "aim" | "attempt" | "start" | "begin" | "continue" | "keep" | "plan");
    if tries
        && rest.first().is_some_and(|&next| words.is_any(next, &["to"]) || words.lower(next).ends_with("ing"))
    {
        return true;
    }
    // `Try the new checklist`: an experiment with a thing is an event.
    if matches!(verb, "try" | "see" | "watch" | "observe" | "learn")
        && rest.len() > 2
        && has_article(words, rest)
    {
        return verb == "see" && words.is_any(rest[0], &["how", "what", "if", "whether"]);
    }
    if let Some(talk) = talk(words, core) {
        return talk;
    }
    let wants_more =
        rest.first().is_some_and(|&next| words.is_any(next, &["more", "less", "better", "fewer"]));
    if wants_more || is_loose_phrase(words, core) || words.has(head, Class::Vague) {
        return true;
    }
    let unknown_verb =
        rest.first().is_some_and(|&next| words.is_any(next, &["the", "a", "an", "my", "our", "your"]));
    if words.has(head, Class::Verb) || unknown_verb {
        return rest.is_empty() && !is_dated && !is_owned;
    }
    is_bare_noun(words, core, is_dated)
}

/// A noun phrase says what will exist only when it is more than a label.
fn is_bare_noun(words: &Words<'_>, core: &[usize], is_dated: bool) -> bool {
    let content = core.iter().filter(|&&at| !words.has(at, Class::Function)).count();
    let has_second_verb =
        core.iter().skip(1).any(|&at| words.has(at, Class::Verb) && !words.has(at, Class::Topic));
    let wants_more = words.is_any(core[0], &["more", "less", "better", "fewer"]);
    wants_more || content <= 1 || content == 2 && !is_dated && !has_second_verb && core.len() <= 3
}

/// Words before the verb.
fn is_opening(words: &Words<'_>, at: usize) -> bool {
    words.has(at, Class::Auxiliary) || words.is_any(at, &["to", "do"])
}

/// `look into`, `figure out`: no end, although the verb alone may have one.
fn is_loose_phrase(words: &Words<'_>, core: &[usize]) -> bool {
    let word = |index: usize| core.get(index).map_or("", |&at| words.lower(at));
    core.first().is_some_and(|&head| words.is_loose(head, word(1)))
}

/// For a verb of talking, whether it is vague: an event names both whom one talks to and of what.
fn talk(words: &Words<'_>, core: &[usize]) -> Option<bool> {
    let word = |index: usize| core.get(index).map_or("", |&at| words.lower(at));
    let phrase = matches!(
        (word(0), word(1)),
        ("catch" | "follow" | "meet" | "link", "up")
            | ("touch", "base")
            | ("check" | "loop", "in")
            | ("circle", "back")
    );
    let talks = core.first().is_some_and(|&at| words.has(at, Class::Talk) && !words.has(at, Class::Verb));
    if !phrase && !talks {
        return None;
    }
    let after = &core[1 + usize::from(phrase)..];
    let has = |prepositions: &[&str]| after.iter().position(|&at| words.is_any(at, prepositions));
    let person = has(&["with", "w/", "to"]);
    let subject = has(&["on", "about", "re", "regarding", "whether", "how", "over"]).is_some()
        || word(0) == "discuss" && person.is_some_and(|at| at > 0);
    Some(!(person.is_some() && subject))
}

fn has_article(words: &Words<'_>, rest: &[usize]) -> bool {
    words.is_any(rest[0], &["the", "a", "an", "this", "that", "our", "my", "out"])
}

/// A number that is no time gives an end: `to 80%`, `three quotes`.
fn is_measured(words: &Words<'_>, core: &[usize]) -> bool {
    let is_number = |at: usize| {
        let word = words.lower(at);
        let named = || at > 0 && words.is_any(at - 1, &["the"]);
        word.starts_with(|first: char| first.is_ascii_digit()) && !word.contains(':') && !named()
    };
    core.iter().any(|&at| words.has(at, Class::Number) || words.has(at, Class::Timely) && is_number(at))
}

/// `… and send a summary`: the second step can be seen to be done.
fn names_second_step(words: &Words<'_>, core: &[usize]) -> bool {
    core.windows(2).any(|pair| {
        let joined =
            || words.is_any(pair[0], &["and", "then"]) || words.is_mark(pair[1].saturating_sub(1), ",;+→");
        words.has(pair[1], Class::Verb) && !words.has(pair[1], Class::Topic) && joined()
    })
}
