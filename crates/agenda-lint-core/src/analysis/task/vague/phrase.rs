//! Phrases that take the end of an action away, whatever its verb.

use super::super::{
    class::{self, Class, gerund},
    words::Words,
};

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
pub(super) fn wants_more(words: &Words<'_>, verb: &str, rest: &[usize]) -> bool {
    // Nouns that end as adverbs do.
    const NOUNS: [&str; 8] =
        ["reply", "supply", "family", "assembly", "anomaly", "monopoly", "rally", "ally"];
    let is_more = |at: usize| {
        words.is_any(at, &["more", "less", "better", "fewer", "faster", "harder", "often", "sooner"])
    };
    // `report more regularly`
    let often = |pair: &[usize]| {
        words.is_any(pair[0], &["more", "less"])
            && words.lower(pair[1]).ends_with("ly")
            && !NOUNS.contains(&words.lower(pair[1]))
    };
    // `order more paper`: what is bought is there.
    let buys = matches!(
        verb,
        "order" | "buy" | "print" | "book" | "request" | "purchase" | "borrow" | "pack" | "bake"
    );
    rest.first().is_some_and(|&next| is_more(next) && !(buys && rest.len() > 1))
        || rest.windows(2).any(often)
        || verb == "make" && rest.last().is_some_and(|&last| EASIER.contains(&words.lower(last)))
        || matches!(rest, [.., noun, last] if is_more(*last) && !words.has(*noun, Class::Function))
}

/// `fix the atmosphere in the kitchen`, `clarify responsibilities`: what the verb would change cannot be seen.
fn is_abstract(words: &Words<'_>, rest: &[usize]) -> bool {
    let article = rest.first().is_some_and(|&at| words.has(at, Class::Function));
    let phrase = rest[usize::from(article)..].iter().take_while(|&&at| !words.has(at, Class::Function));
    phrase.last().is_some_and(|&noun| class::is(&["~-", words.lower(noun)].concat(), Class::Loose))
}

/// `get everybody on the same page`, `take it to the next level`, `help a bit`: how the phrase ends takes its end away.
pub(super) fn drifts(words: &Words<'_>, verb: &str, core: &[usize]) -> bool {
    let aligns = matches!(verb, "get" | "be" | "keep" | "bring" | "stay" | "come");
    let said = |at: usize| core.get(at).map_or("", |&at| words.lower(at));
    let ends = |at: usize| {
        let next = || said(at + 1);
        let rises = || said(at + 2) == "next" && matches!(said(at + 3), "level" | "gear");
        match said(at) {
            "loose" => next() == "ends",
            "bigger" => next() == "picture",
            "right" => matches!(next(), "track" | "direction"),
            "going" => next() == "forward",
            "as" => next() == "needed",
            "in" => matches!(next(), "mind" | "shape"),
            "under" => next() == "control",
            "by" => next() == "ear",
            "with" => matches!(next(), "something" | "anything"),
            "where" => {
                matches!(next(), "needed" | "possible")
                    || matches!(next(), "are" | "do") && said(at + 2) == "we"
            }
            "how" => matches!(next(), "are" | "do") && said(at + 2) == "we",
            "outside" => next() == "the" && said(at + 2) == "box",
            "make" => next() == "the" && said(at + 2) == "most",
            "half" => next() == "an" && matches!(said(at + 2), "eye" | "ear"),
            "round" | "around" => next() == "the" && said(at + 2) == "table",
            "same" => aligns && at > 0 && matches!(next(), "page" | "wavelength" | "direction" | "footing"),
            "down" | "back" => verb == "cut" && next() == "on",
            "into" => rises(),
            "to" => {
                matches!(next(), "speed" | "scratch")
                    || verb == "get" && next() == "grips"
                    || aligns && next() == "the" && said(at + 2) == "bottom"
                    || rises()
            }
            _ => false,
        }
    };
    (0..core.len()).any(ends)
        || matches!(core, [.., some, bit] if words.is_any(*some, &["a"]) && words.is_any(*bit, &["bit", "little", "think"]))
}

/// `look into`, `get the ball rolling`, `sort the yard out`: no end, although the verb alone may have one.
pub(super) fn is_loose_phrase(words: &Words<'_>, verb: &str, rest: &[usize]) -> bool {
    // As far behind an article as an adjective and a noun reach.
    const REACH: usize = 4;
    let is_listed = |parts: [&str; 2]| class::is(&[verb, parts[0], parts[1]].concat(), Class::Loose);
    let Some(&next) = rest.first() else { return false };
    // `review how many came`
    let counts = words.is_any(next, &["how"])
        && rest.get(1).is_some_and(|&at| words.is_any(at, &["many", "much", "long", "far"]));
    if is_listed(["-", "*"]) || is_listed(["-", words.lower(next)]) && !counts {
        return true;
    }
    // `sort things`
    if words.is_any(next, &["things", "stuff"]) || is_listed(["-", "~"]) && is_abstract(words, rest) {
        return true;
    }
    let is_own = words.is_any(next, &["my", "our", "your", "his", "her", "their"]);
    let is_some = words.is_any(next, &["some", "more", "any"]);
    // `give Ana a hand`
    let is_somebody = words.has(next, Class::Name)
        || words.is_any(next, &["them", "him", "her", "us"])
        || words.written(next).starts_with(char::is_uppercase);
    let behind = usize::from(is_somebody && rest.get(1).is_some_and(|&at| words.is_any(at, &["a", "an"])));
    let has_article = words.has(rest[behind], Class::Function);
    let objects = if has_article { &rest[behind + 1..rest.len().min(behind + REACH)] } else { &[] };
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
    let is_split = || {
        rest.last().is_some_and(|&last| verb == "sort" && words.is_any(last, &["out"]))
            // `drive the topic of pay forward`
            || matches!(verb, "push" | "drive" | "take" | "carry")
                && rest.last().is_some_and(|&last| words.is_any(last, &["forward", "along"]))
            // `sound Ana out on nights`, `pick Ana's brains`
            || matches!(verb, "sound" | "suss" | "feel") && rest.iter().any(|&at| words.is_any(at, &["out"]))
            || verb == "pick" && rest.iter().any(|&at| words.is_any(at, &["brain", "brains"]))
            || verb == "put" && rest.last().is_some_and(|&last| words.is_any(last, &["first"]))
            // `kick some ideas around`
            || matches!(verb, "kick" | "bat" | "throw" | "toss")
                && rest.iter().any(|&at| words.is_any(at, &["around"]))
    };
    objects.iter().any(is_object) || is_split()
}

/// `some thinking on shifts`, `something with Bram`, `ideas for the fete`.
pub(super) fn is_some_effort(words: &Words<'_>, core: &[usize]) -> bool {
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
