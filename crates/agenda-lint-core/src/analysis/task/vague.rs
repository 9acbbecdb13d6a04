//! Whether an action has no end that anybody could observe.

use std::borrow::Cow;

use super::{
    class::{self, Class, gerund, is_deed, is_past, third_person},
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
    let core = past_openings(words, core);
    let Some(&head) = core.first() else { return true };
    if is_measured(words, core) || names_second_step(words, core) {
        return false;
    }
    let verb = base(words, head, is_owned);
    let classes = match &verb {
        Cow::Borrowed(_) => words.classes(head),
        Cow::Owned(base) => class::classes(base),
    };
    let has = |class: Class| classes & class.bit() != 0;
    let rest = &core[1..];
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
    if drifts(words, core) {
        return true;
    }
    if !has(Class::Verb) && (is_empty_noun(words, core) || is_in_general(words, core)) {
        return true;
    }
    let unknown_verb =
        rest.first().is_some_and(|&next| words.is_any(next, &["the", "a", "an", "my", "our", "your"]));
    if has(Class::Verb) && !is_compound(words, core) || unknown_verb {
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
        (is_opening(words, **at) || before_verb()) && !words.is_any(**at + 1, &["a", "an", "another"])
    };
    let core = &core[core.iter().take_while(opens).count()..];
    let is_verb = |at: usize| words.has(at, Class::Verb) && !words.has(at, Class::Topic);
    let labelled = core.iter().take(1 + LABEL).skip(1).position(|&at| {
        words.is_mark(at - 1, ":") && words.has_any(at, &[Class::Vague, Class::Endless]) && !is_verb(at)
    });
    match labelled {
        Some(label) if !is_verb(core[0]) => &core[label + 1..],
        _ => core,
    }
}

/// The verb at `head` in its base form: after an owner who is its subject it may stand in the third person.
fn base<'w>(words: &Words<'w>, head: usize, is_owned: bool) -> Cow<'w, str> {
    let verb = words.lower(head);
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
    told.iter().any(|&at| is_deed(words.lower(at)))
}

/// What one makes things that one cannot measure.
const EASIER: [&str; 14] = [
    "nicer",
    "easier",
    "clearer",
    "smoother",
    "faster",
    "simpler",
    "safer",
    "leaner",
    "calmer",
    "happier",
    "friendlier",
    "tidier",
    "quicker",
    "stronger",
];

/// `get more sleep`, `walk the floor more`, `make Fridays nicer`.
fn wants_more(words: &Words<'_>, verb: &str, rest: &[usize]) -> bool {
    let is_more =
        |at: usize| words.is_any(at, &["more", "less", "better", "fewer", "faster", "harder", "often"]);
    // `report more regularly`
    let often =
        |pair: &[usize]| words.is_any(pair[0], &["more", "less"]) && words.lower(pair[1]).ends_with("ly");
    rest.first().is_some_and(|&next| is_more(next))
        || rest.windows(2).any(often)
        || verb == "make"
            && rest
                .last()
                .is_some_and(|&last| words.lower(last).ends_with("er") && EASIER.contains(&words.lower(last)))
        || matches!(rest, [.., noun, last] if is_more(*last) && !words.has(*noun, Class::Function))
}

/// `fix the atmosphere in the kitchen`, `clarify responsibilities`: what the verb would change cannot be seen.
fn is_abstract(words: &Words<'_>, rest: &[usize]) -> bool {
    let article = rest.first().is_some_and(|&at| words.has(at, Class::Function));
    let phrase = rest[usize::from(article)..].iter().take_while(|&&at| !words.has(at, Class::Function));
    phrase.last().is_some_and(|&noun| class::is(&["~-", words.lower(noun)].concat(), Class::Loose))
}

/// `get everybody on the same page`, `take it to the next level`, `help a bit`: how the phrase ends takes its end away.
fn drifts(words: &Words<'_>, core: &[usize]) -> bool {
    core.windows(2).any(|pair| {
        let ended = (words.lower(pair[0]), words.lower(pair[1]));
        matches!(
            ended,
            ("same", "page" | "wavelength" | "direction" | "footing")
                | ("next", "level" | "gear")
                | ("loose", "ends")
                | ("the", "most" | "box")
                | ("big" | "bigger", "picture")
                | ("right", "track" | "direction")
                | ("going", "forward")
                | ("where", "needed" | "possible")
                | ("as", "needed")
                | ("in", "mind" | "shape")
                | ("under", "control")
                | ("off", "ground")
                | ("up", "speed" | "scratch")
        )
    }) || matches!(core, [.., some, bit] if words.is_any(*some, &["a"]) && words.is_any(*bit, &["bit", "little"]))
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
    let names = |&&at: &&usize| !words.has(at, Class::Function) && !words.is_any(at, &["re"]);
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

/// `some thinking on shifts`, `something with Bram`, `ideas for the fete`.
fn is_some_effort(words: &Words<'_>, core: &[usize]) -> bool {
    if words.is_any(core[0], &["something", "anything", "stuff", "sth"]) {
        return !words.is_any(core[0] + 1, &["to"]);
    }
    let open = ["eyes", "ideas", "thoughts", "steps", "movement", "traction", "momentum", "clarity"];
    if words.is_any(core[0], &open) {
        return !core.iter().any(|&at| words.is_any(at, &["to"]));
    }
    let amount =
        core.iter().take_while(|&&at| words.is_any(at, &["some", "a", "bit", "little", "of", "more"]));
    let Some(&effort) = core.get(amount.count()).filter(|&&at| at != core[0]) else { return false };
    let endless = Class::bits(&[Class::Vague, Class::Endless, Class::Talk]);
    gerund(words.lower(effort)) & endless != 0
        || words.is_any(effort, &["thought", "thoughts", "effort", "attention", "reflection", "work", "love"])
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
    let has_second_verb =
        core.iter().skip(1).any(|&at| words.has(at, Class::Verb) && !words.has(at, Class::Topic));
    let wants_more = words.is_any(core[0], &["more", "less", "better", "fewer"]);
    let is_state = core.len() > 1 && core.last().is_some_and(|&last| words.lower(last).ends_with("ed"));
    wants_more
        || content <= 1
        || content == 2 && !is_dated && !has_second_verb && !is_state && core.len() <= 3
}

/// Words before the verb.
fn is_opening(words: &Words<'_>, at: usize) -> bool {
    words.has(at, Class::Auxiliary) || words.is_any(at, &["to", "do"])
}

/// `look into`, `get the ball rolling`, `sort the yard out`: no end, although the verb alone may have one.
fn is_loose_phrase(words: &Words<'_>, verb: &str, rest: &[usize]) -> bool {
    // As far behind an article as an adjective and a noun reach.
    const REACH: usize = 4;
    let is_listed = |parts: [&str; 2]| class::is(&[verb, parts[0], parts[1]].concat(), Class::Loose);
    let Some(&next) = rest.first() else { return false };
    if is_listed(["-", "*"]) || is_listed(["-", words.lower(next)]) {
        return true;
    }
    if is_listed(["-", "~"]) && is_abstract(words, rest) {
        return true;
    }
    let is_own = words.is_any(next, &["my", "our", "your", "his", "her", "their"]);
    let is_some = words.is_any(next, &["some", "more", "any"]);
    let has_article = words.has(next, Class::Function) || words.is_any(next, &["things"]);
    let objects = if has_article { &rest[1..rest.len().min(REACH)] } else { &[] };
    let is_object = |&at: &usize| {
        let object = words.lower(at);
        if words.has(at, Class::Function) {
            return false;
        }
        // `take a step back`, but `a step stool`
        let is_described = words.is_word(at + 1)
            && !words.has_any(at + 1, &[Class::Function, Class::Lead])
            && !words.is_any(at + 1, &["back", "forward", "up", "out"]);
        is_own && is_listed(["-one's-", object])
            || !is_described && (is_listed(["-a-", object]) || is_some && is_listed(["-", object]))
    };
    // `simplify things`
    if words.is_any(next, &["things", "stuff"]) {
        return true;
    }
    let is_split = || {
        rest.last().is_some_and(|&last| verb == "sort" && words.is_any(last, &["out"]))
            // `get the choir going again`
            || verb == "get"
                && rest.iter().rev().take(2).any(|&at| words.is_any(at, &["going", "moving", "rolling", "flowing"]))
            // `drive the topic of pay forward`
            || matches!(verb, "push" | "drive" | "take" | "carry")
                && rest.last().is_some_and(|&last| words.is_any(last, &["forward"]))
            || verb == "put" && rest.last().is_some_and(|&last| words.is_any(last, &["first"]))
            // `kick some ideas around`
            || matches!(verb, "kick" | "bat" | "throw" | "toss")
                && rest.iter().any(|&at| words.is_any(at, &["around"]))
    };
    objects.iter().any(is_object) || is_split()
}

/// For a verb of talking, whether it is vague: an event names both whom one talks to and of what.
fn talk(words: &Words<'_>, core: &[usize], verb: &str, classes: u32, is_dated: bool) -> Option<bool> {
    let next = core.get(1).map_or("", |&at| words.lower(at));
    let phrase = matches!(
        (verb, next),
        ("catch" | "follow" | "meet" | "link", "up")
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
    let names = at > 1 && words.is_word(at - 1) && !words.is_verb(at - 1);
    let small = [Class::Function, Class::Preposition, Class::Lead, Class::Auxiliary];
    let counts = words.is_mark(at + 1, "%€$£") || words.is_word(at + 1) && !words.has_any(at + 1, &small);
    is_plain && names && !words.has_any(at - 1, &small) && !counts
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
        let acts =
            || !words.has(pair[1], Class::Topic) || words.is_any(pair[1] + 1, &["the", "a", "it", "them"]);
        words.has(pair[1], Class::Verb) && acts() && joined()
            || words.is_mark(mark, "→➜⇒") && is_past(words.lower(pair[1]))
    })
}
