//! Whether an action's words say that it is done, or that it need not be, whether or not its box is ticked.

use super::{
    class::{Class, VERBS, third_person},
    due,
    state::{State, marked},
    words::Words,
};

/// Marks that tick something off.
pub(in crate::analysis) const TICKS: &str = "✅✔☑";

/// Whether the text says that the action is done: `✅`, `Done: …`, `… – done`, `… . Done.`, `DONE …`, or that it
/// shall not be: `… – cancelled`, `… no longer needed`.
pub(super) fn says_done(words: &Words<'_>, checked: Option<bool>) -> bool {
    if checked == Some(false) {
        return ends_done(words);
    }
    if is_needless(words) || marked(words).is_some_and(|(state, _)| state == State::Closed) {
        return true;
    }
    if is_reported(words) {
        return true;
    }
    if !words.hold_any(&[Class::Done, Class::Mark]) {
        return false;
    }
    (0..words.len()).any(|at| {
        if words.is_mark(at, TICKS) || words.is_any(at, &["heavy_check_mark", "white_check_mark"]) {
            return true;
        }
        if !words.has(at, Class::Done) {
            return false;
        }
        let opens = at == 0 || words.is_mark(at - 1, ".;:–—-([!,|→➜⇒>");
        let closes = at + 1 == words.len()
            || due::time_end(words, at + 1).is_some()
            || words.is_mark(at + 1, ".:–—-)]!,;|");
        opens && closes
    })
}

/// `guide for guests: done`, `guide for guests – done.`: said at the end and of all of it, though its box is not ticked.
fn ends_done(words: &Words<'_>) -> bool {
    let Some(at) = (2..words.len()).rfind(|&at| words.is_word(at)) else { return false };
    let parts = words.is_mark(at - 1, ":–—") || words.is_mark(at - 1, "-") && !words.is_tight(at);
    let is_part = |at: usize| {
        words.is_any(at, &["half", "nearly", "almost", "partly", "mostly"])
            || words.lower(at).parse::<u16>().is_ok()
    };
    words.is_any(at, &["done"])
        && parts
        && !is_part(at - 2)
        && !(0..at - 1).any(|at| words.has(at, Class::Done))
}

/// `I've paid the deposit`, `gloves: sent it on Monday`, `put them away. It is done`: what its writer tells as done.
fn is_reported(words: &Words<'_>) -> bool {
    const ENDS: [&str; 19] = [
        "sent",
        "paid",
        "booked",
        "ordered",
        "finished",
        "completed",
        "submitted",
        "posted",
        "handed",
        "uploaded",
        "signed",
        "shared",
        "filed",
        "printed",
        "delivered",
        "returned",
        "fixed",
        "closed",
        "updated",
    ];
    let opens = |at: usize| at == 0 || words.is_mark(at - 1, ".;:–—-!");
    let has = |at: usize| match words.lower(at) {
        "i've" | "we've" => Some(at + 1),
        "i" | "we" if words.is_any(at + 1, &["have", "'ve"]) => Some(at + 2),
        _ => None,
    };
    let ends = |at: usize| words.is_any(at, &ENDS);
    let told = |at: usize| {
        has(at).is_some_and(|verb| ends(verb) || words.is_any(verb, &["already"]) && ends(verb + 1))
            || ends(at) && words.is_any(at + 1, &["it", "them"])
            || words.is_any(at, &["it", "this", "that", "all"])
                && words.is_any(at + 1, &["is", "was"])
                && words.has(at + 2, Class::Done)
    };
    // "I've paid the deposit, the rest is due on Friday", "I've paid half of it": there is more to do.
    let goes_on = |at: usize| {
        words.is_mark(at, ",;–—") && words.is_word(at + 1)
            || words.is_any(
                at,
                &["half", "some", "rest", "other", "others", "second", "wrong", "attention", "but"],
            )
    };
    let is_whole = |at: usize| !(at + 1..words.len()).any(goes_on);
    (0..words.len()).any(|at| opens(at) && told(at) && is_whole(at))
}

/// `Bo – new sign not needed any more`, `sign no longer required`; but not `list the signs no longer needed`.
fn is_needless(words: &Words<'_>) -> bool {
    let is_need = |at: usize| words.is_any(at, &["needed", "required", "necessary", "relevant", "wanted"]);
    if words.is_any(0, &["no"]) && words.is_any(1, &["longer"]) && is_need(2) && words.is_mark(3, ":–—-,")
    {
        return true;
    }
    let mut at = words.len();
    while at > 0 && words.is_mark(at - 1, ".!)") {
        at -= 1;
    }
    let before = |count: usize| at.checked_sub(count).map_or("", |at| words.lower(at));
    let still = match (before(2), before(1)) {
        ("any", "more" | "longer") => 2,
        (_, "anymore") => 1,
        _ => 0,
    };
    let end = at - still;
    let Some(need) = end.checked_sub(1).filter(|&need| is_need(need)) else { return false };
    let Some(denied) = need.checked_sub(1) else { return false };
    let from = match words.lower(denied) {
        "longer" if denied > 0 && words.is_any(denied - 1, &["no"]) => denied - 1,
        "not" | "isn't" | "aren't" if still > 0 => denied,
        _ => return false,
    };
    let start = (0..from).rfind(|&at| !words.is_word(at)).map_or(0, |mark| mark + 1);
    let is_order = |at: usize| words.classes(at) & VERBS != 0 && !words.has(at, Class::Topic);
    let acts = |at: usize| third_person(words.lower(at)).is_some() && !words.has(at, Class::Topic);
    let is_told = is_order(start) || start + 2 < from && acts(start + 1);
    start == from || !is_told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::task::words::Cutter;

    #[test]
    fn what_is_said_to_be_done_or_needless_is_done() {
        for (text, done) in [
            ("Bo – new sign not needed any more", true),
            ("new sign no longer needed.", true),
            ("No longer needed: new sign", true),
            ("new sign: no longer required", true),
            ("new sign – cancelled", true),
            ("Dropped: new sign", true),
            ("I've paid the deposit", true),
            ("gloves: sent it on Monday", true),
            ("put them away. It is done already", true),
            ("I have asked her twice", false),
            ("I've paid the deposit, Bo pays the rest", false),
            ("I've paid half of the fee", false),
            ("say whether it is done", false),
            ("new sign -> done 23.01.", true),
            ("new sign -> open", false),
            ("Collect the signs no longer needed", false),
            ("Bo collects signs not needed any more", false),
            ("say why the sign is not needed", false),
            ("find out who cancelled", false),
            ("lamp does not work any more", false),
        ] {
            assert_eq!(says_done(&Cutter::default().cut(text), None), done, "{text}");
        }
    }

    #[test]
    fn what_is_said_to_be_done_needs_no_tick() {
        for (text, done) in [
            ("guide for guests: done", true),
            ("guide for guests - done.", true),
            ("guide for guests – done, handout to come", false),
            ("guide for guests: done by Friday", false),
            ("guide for guests: half: done", false),
            ("3 of 5: done", false),
            ("definition of done: done", false),
            ("columns: to do → doing → done", false),
            ("say when the guide is done", false),
            ("Done: guide for guests", false),
        ] {
            assert_eq!(says_done(&Cutter::default().cut(text), Some(false)), done, "{text}");
        }
    }
}
