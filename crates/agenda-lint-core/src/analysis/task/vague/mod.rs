//! Whether an action has no end that anybody could observe.

mod phrase;

use std::borrow::Cow;

use phrase::{drifts, is_loose_phrase, is_some_effort, wants_more};

use super::{
    class::{self, Class, is_deed, is_past, third_person},
    words::Words,
};

/// Whether the action that the tokens at `core` make up has no observable end.
///
/// `core` are words; it leaves out markers, owner and due time; `is_dated` and `is_owned` tell whether
/// they were there.
pub(super) fn is_vague(
    words: &Words<'_>,
    core: &[usize],
    is_dated: bool,
    is_owned: bool,
    is_done: bool,
) -> bool {
    const HANDED: [&str; 12] = [
        "summary", "report", "plan", "deck", "memo", "brief", "paper", "proposal", "protocol", "results",
        "findings", "list",
    ];
    let core = past_openings(words, core);
    let Some(&head) = core.first() else { return true };
    if is_measured(words, core) || names_second_step(words, core) {
        return false;
    }
    let verb = base(words, head, is_owned);
    let classes = if *verb == *words.lower(head) { words.classes(head) } else { class::classes(&verb) };
    let has = |class: Class| classes & class.bit() != 0;
    let rest = &core[1..];
    // "research summary to Bo": what somebody will hold in their hands.
    if matches!(&*verb, "research" | "support" | "design")
        && rest.first().is_some_and(|&next| words.is_any(next, &HANDED))
    {
        return !is_dated && !is_owned;
    }
    let is_solved = || rest.first().is_some_and(|&next| is_solved(&verb, words.lower(next)));
    if is_done && tells_deed(words, core, classes) || is_solved() {
        return false;
    }
    if let Some(known) = trial(words, &verb, rest).or_else(|| talk(words, core, &verb, classes, is_dated)) {
        return known;
    }
    let is_loose = || has(Class::Endless) && is_loose_phrase(words, &verb, rest);
    if wants_more(words, &verb, rest) || has(Class::Vague) || is_loose() || is_some_effort(words, core) {
        return true;
    }
    if drifts(words, &verb, core) {
        return true;
    }
    if (!has(Class::Verb) || has(Class::Topic)) && (is_empty_noun(words, core) || is_in_general(words, core))
    {
        return true;
    }
    let unknown_verb =
        rest.first().is_some_and(|&next| words.is_any(next, &["the", "a", "an", "my", "our", "your"]));
    // `We're ordering gloves`
    let is_busy = head > 0
        && words.is_any(head - 1, &["'m", "'re", "am", "are", "is"])
        && class::gerund(words.lower(head)) & Class::Verb.bit() != 0;
    if is_busy || has(Class::Verb) && !is_compound(words, core) || unknown_verb {
        return rest.is_empty() && !is_dated && !is_owned;
    }
    is_bare_noun(words, core, is_dated)
}

/// Of a verb of trying or watching, whether the action is vague; None where its other words tell.
fn trial(words: &Words<'_>, verb: &str, rest: &[usize]) -> Option<bool> {
    let &next = rest.first()?;
    let tries = matches!(verb, "try" | "aim" | "attempt" | "start" | "begin" | "continue" | "keep" | "plan");
    if tries && (words.is_any(next, &["to"]) || words.lower(next).ends_with("ing")) {
        return Some(true);
    }
    if verb == "watch" && rest.last().is_some_and(|&last| words.is_any(last, &["thing", "stuff", "space"])) {
        return Some(true);
    }
    // `Try the new checklist`: an experiment with a thing is an event.
    let watches = matches!(verb, "try" | "see" | "watch" | "observe" | "learn");
    (watches && rest.len() > 2 && has_article(words, rest))
        .then(|| verb == "see" && words.is_any(next, &["how", "what", "if", "whether"]))
}

/// The words from the verb on, without what says nothing of it, and without a label before an endless one.
///
/// `Parking: look into permits`
fn past_openings<'c>(words: &Words<'_>, core: &'c [usize]) -> &'c [usize] {
    // The words of a label at the most.
    const LABEL: usize = 4;
    let opens = |at: &&usize| {
        let before_verb = || words.lower(**at).ends_with("ly") && words.is_verb(**at + 1);
        let does =
            || words.is_any(**at, &["do", "does", "did"]) && words.is_any(**at + 1, &["the", "my", "our"]);
        let is_whole = || words.is_any(**at + 1, &["a", "an", "another"]) || does();
        (is_opening(words, **at) || before_verb()) && !is_whole()
    };
    let core = &core[core.iter().take_while(opens).count()..];
    let is_verb = |at: usize| words.has(at, Class::Verb) && !words.has(at, Class::Topic);
    let is_head = |at: usize| {
        words.is_mark(at - 1, ":") && words.has_any(at, &[Class::Vague, Class::Endless]) && !is_verb(at)
            || words.is_mark(at - 1, ".,–—") && words.is_verb(at) && words.is_word(at + 1)
    };
    // `Study days: check the rules`: what stands before a colon is no verb, whatever it may be elsewhere.
    let behind_colon = |at: usize| words.is_mark(at - 1, ":") && is_verb(at) && words.is_word(at + 1);
    let mut labels = core.iter().take(1 + LABEL).skip(1);
    if let Some(label) = labels.position(|&at| behind_colon(at)) {
        return &core[label + 1..];
    }
    let labelled = core.iter().take(1 + LABEL).skip(1).position(|&at| is_head(at));
    match labelled {
        Some(label) if !is_verb(core[0]) => &core[label + 1..],
        _ => core,
    }
}

/// The verb at `head` in its base form: after an owner who is its subject it may stand in the third person.
fn base<'w>(words: &Words<'w>, head: usize, is_owned: bool) -> Cow<'w, str> {
    let verb = words.lower(head);
    // `had a think`
    if verb == "had" && words.is_any(head + 1, &["a", "another", "some"]) {
        return Cow::Borrowed("have");
    }
    let is_predicate = is_owned && head > 0 && words.is_word(head - 1) && !words.is_verb(head);
    match is_predicate.then(|| third_person(verb)).flatten() {
        Some(base) => Cow::Owned(base),
        None => Cow::Borrowed(verb),
    }
}

/// Verbs without an end to which the word behind them gives one.
fn is_solved(verb: &str, next: &str) -> bool {
    matches!((verb, next), ("look" | "touch", "up") | ("work", "out"))
}

/// Of a done action: `booked the van`, `key cabinet labelled`.
fn tells_deed(words: &Words<'_>, core: &[usize], head: u32) -> bool {
    let is_order = head & Class::bits(&[Class::Verb, Class::Vague, Class::Talk, Class::Endless]) != 0;
    let told = if is_order { &core[..1] } else { core };
    told.iter().any(|&at| is_deed(words.lower(at))) || is_moved(words, told)
}

/// `lamp off`, `bins out`: where the thing then is.
fn is_moved(words: &Words<'_>, core: &[usize]) -> bool {
    let places = ["off", "up", "in", "out", "back", "away", "gone", "ready", "live", "through"];
    core.len() > 1 && core.last().is_some_and(|&last| words.is_any(last, &places))
}

/// `rota stuff`, `budget thoughts`, `stakeholder management re cycle lanes`: a noun that names no thing.
fn is_empty_noun(words: &Words<'_>, core: &[usize]) -> bool {
    const EMPTY: [&str; 17] = [
        "angle",
        "aspects",
        "atmosphere",
        "culture",
        "dynamics",
        "mood",
        "stuff",
        "thing",
        "things",
        "thoughts",
        "ideas",
        "mgmt",
        "management",
        "matters",
        "situation",
        "bits",
        "topics",
    ];
    let names = |&&at: &&usize| {
        (!words.has(at, Class::Function) || words.is_any(at, &EMPTY)) && !words.is_any(at, &["re"])
    };
    core.len() > 1
        && core.iter().take_while(names).last().is_some_and(|&noun| {
            words.is_any(noun, &EMPTY) || class::is(&["~-", words.lower(noun)].concat(), Class::Loose)
        })
}

/// `general direction of the shop`, `access to the yard, in general`.
fn is_in_general(words: &Words<'_>, core: &[usize]) -> bool {
    words.is_any(core[0], &["general", "overall"])
        || core.last().is_some_and(|&last| words.is_any(last, &["general", "generally", "overall"]))
}

/// `Budget chat`, `budget 2027`: a verb that is a noun here.
fn is_compound(words: &Words<'_>, core: &[usize]) -> bool {
    let ends = |at: usize| core.get(at).is_none_or(|&at| words.has(at, Class::Function));
    words.has(core[0], Class::Topic)
        && core.get(1).is_some_and(|&next| words.has(next, Class::Talk) || is_year(words.lower(next)))
        && ends(2)
}

/// A noun phrase says what will exist only when it is more than a label.
fn is_bare_noun(words: &Words<'_>, core: &[usize], is_dated: bool) -> bool {
    let names = |&&at: &&usize| !words.has(at, Class::Function) && !is_year(words.lower(at));
    let content = core.iter().filter(names).count();
    // `holiday cover`: what ends a phrase is its noun.
    let has_second_verb = core[..core.len() - 1]
        .iter()
        .skip(1)
        .any(|&at| words.has(at, Class::Verb) && !words.has(at, Class::Topic));
    let wants_more = words.is_any(core[0], &["more", "less", "better", "fewer"]);
    let is_state = core.len() > 1 && core.last().is_some_and(|&last| words.lower(last).ends_with("ed"))
        || is_moved(words, core);
    // "Yes or no on the rental by Friday": what somebody will say.
    let is_answer = words.is_any(core[0], &["yes", "yes/no", "ok", "okay"]) && is_dated && core.len() > 2;
    let is_open = !is_dated && !has_second_verb && !is_state;
    // `tariff strategy with purchasing`, `Bo and the corner shop`
    let is_party = |at: usize| words.has_any(at, &[Class::Role, Class::Name, Class::Topic]);
    let is_company = |&at: &usize| words.is_any(at, &["with", "w/"]) && is_party(at + 1);
    let subject = core.iter().position(is_company).unwrap_or(core.len());
    let is_pair = matches!(core, [_, and, article, _] | [_, and, article, _, _]
        if words.is_any(*and, &["and"]) && words.has(*article, Class::Function));
    // `comms around the tills`
    let is_about = core.len() <= 5
        && words.has(core[0], Class::Topic)
        && core.get(1).is_some_and(|&at| words.is_any(at, &["around", "re", "regarding"]));
    wants_more
        || is_about && is_open
        || content <= 1 && !is_answer
        || is_open && (content == 2 && core.len() <= 3 || subject == 2 && core.len() <= 4 || is_pair)
}

/// Words before the verb.
fn is_opening(words: &Words<'_>, at: usize) -> bool {
    words.has(at, Class::Auxiliary) || words.is_any(at, &["to", "do"])
}

/// For a verb of talking, whether it is vague: an event names both whom one talks to and of what.
fn talk(words: &Words<'_>, core: &[usize], verb: &str, classes: u32, is_dated: bool) -> Option<bool> {
    let next = core.get(1).map_or("", |&at| words.lower(at));
    let phrase = matches!(
        (verb, next),
        ("catch" | "follow" | "meet" | "link", "up")
            | ("sit", "down")
            | ("touch", "base")
            | ("reach", "out")
            | ("check" | "loop", "in")
            | ("circle", "back")
    );
    // `have a chat`
    let noun = core.get(2).filter(|_| verb == "have" && matches!(next, "a" | "another"));
    let has_talk = noun.is_some_and(|&noun| {
        words.has(noun, Class::Talk) || words.is_any(noun, &["word", "conversation", "call", "meeting"])
    });
    let talks = classes & Class::Talk.bit() != 0 && classes & Class::Verb.bit() == 0;
    if !phrase && !talks && !has_talk {
        return None;
    }
    if matches!(next, "more" | "further" | "often") {
        return Some(true);
    }
    let after = &core[1 + usize::from(phrase) + 2 * usize::from(has_talk)..];
    let has = |prepositions: &[&str]| after.iter().position(|&at| words.is_any(at, prepositions));
    let person = has(&["with", "w/", "to"]);
    let subject = has(&["on", "about", "re", "regarding", "whether", "how", "over"]).is_some()
        || verb == "discuss" && person.is_some_and(|at| at > 0);
    // `circle back with Ana about the pump`
    let again = phrase && matches!(verb, "circle" | "touch") && !is_dated;
    Some(again || !(person.is_some() && subject))
}

fn has_article(words: &Words<'_>, rest: &[usize]) -> bool {
    words.is_any(rest[0], &["the", "a", "an", "this", "that", "our", "my", "out"])
}

/// A number that is no time gives an end: `to 80%`, `three quotes`. A year gives none, nor does a number that
/// names something: `stairs 2`.
fn is_measured(words: &Words<'_>, core: &[usize]) -> bool {
    let is_number = |at: usize| {
        let word = words.lower(at);
        let named = || at > 0 && words.is_any(at - 1, &["the"]);
        word.starts_with(|first: char| first.is_ascii_digit())
            && !word.contains(':')
            && !is_year(word)
            && !named()
            && !is_name(words, at)
    };
    core.iter().any(|&at| words.has(at, Class::Number) || words.has(at, Class::Timely) && is_number(at))
}

/// Whether the number at `at` belongs to the noun before it and counts nothing behind it.
fn is_name(words: &Words<'_>, at: usize) -> bool {
    let is_plain = words.lower(at).bytes().all(|byte| byte.is_ascii_digit());
    let is_order = |at: usize| words.has(at, Class::Verb) && !words.has(at, Class::Topic);
    let names = at > 1 && words.is_word(at - 1) && !is_order(at - 1);
    let small = [Class::Function, Class::Preposition, Class::Lead, Class::Auxiliary];
    let counts = words.is_mark(at + 1, "%€$£") || words.is_word(at + 1) && !words.has_any(at + 1, &small);
    // `an eye on 318`
    let is_place = || words.is_any(at - 1, &["on", "about", "re", "with", "at", "in", "of"]);
    is_plain && names && !counts && (!words.has_any(at - 1, &small) || is_place())
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.parse::<u16>().is_ok()
}

/// `… and send a summary`, `… → bought one`: the second step can be seen to be done.
fn names_second_step(words: &Words<'_>, core: &[usize]) -> bool {
    core.windows(2).any(|pair| {
        let mark = pair[1].saturating_sub(1);
        let joined = || words.is_any(pair[0], &["and", "then"]) || words.is_mark(mark, ",;+→");
        // `and note the date`
        let acts = || {
            !words.has(pair[1], Class::Topic)
                || words.is_any(pair[1] + 1, &["the", "a", "it", "them", "back"])
        };
        words.has(pair[1], Class::Verb) && acts() && joined()
            || words.is_mark(mark, "→➜⇒") && is_past(words.lower(pair[1]))
    })
}
