//! Whether an action is open, put off or done, or only a remark, as far as its words tell.

use super::{
    class::{Class, VERBS, third_person},
    due,
    words::Words,
};

/// How far an action is, by the word in capitals that outliners put before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Open,
    /// For later, or for somebody else to go on with: nobody owes a date for it.
    PutOff,
    /// Done, or not to be done any more.
    Closed,
}

/// `TODO paint it`, `{{[[DONE]]}} paint it`: the state that an action opens with, and the token behind it.
pub(super) fn marked(words: &Words<'_>) -> Option<(State, usize)> {
    // As deep as a page's name in braces, `{{[[TODO]]}}`.
    const DEPTH: usize = 4;
    // `[-] paint it`: boxes that say more than whether it is done.
    if words.is_mark(0, "[")
        && words.is_mark(2, "]")
        && let Some(mark) = words.mark(1)
    {
        let state = match mark {
            '/' | '!' | '?' => State::Open,
            '>' | '<' => State::PutOff,
            '-' => State::Closed,
            _ => return None,
        };
        return Some((state, 3));
    }
    let depth = (0..DEPTH).take_while(|&at| words.is_mark(at, "{[")).count();
    let state = match words.written(depth) {
        "TODO" | "DOING" | "NOW" | "STARTED" | "IN-PROGRESS" => State::Open,
        "LATER" | "WAITING" | "WAIT" | "HOLD" | "SOMEDAY" | "DEFERRED" => State::PutOff,
        "DONE" | "CANCELLED" | "CANCELED" => State::Closed,
        _ => return None,
    };
    let end = 2 * depth + 1;
    let is_closed = (depth + 1..end).all(|at| words.is_mark(at, "}]"));
    (is_closed && end < words.len()).then_some((state, end))
}

/// `#someday paint the fence`, `paint the fence, no rush`: whether the text opens or closes with words that no day is meant.
pub(super) fn takes_its_time(words: &Words<'_>) -> bool {
    let is_late = |at: usize| words.is_any(at, &["someday", "eventually", "whenever"]);
    let opens = is_late(0) && words.is_verb(1) || words.is_mark(0, "#") && is_late(1);
    let is_apart = |at: usize| at > 0 && words.is_mark(at - 1, ",;.(–—-");
    let ends = |end: usize| end >= words.len() || words.is_mark(end, ",;.)!");
    let closes = |at: usize| {
        let is_easy = words.is_any(at, &["no"]) && words.is_any(at + 1, &["rush", "hurry"]);
        is_apart(at) && (is_late(at) && ends(at + 1) || is_easy && ends(at + 2))
    };
    opens || (1..words.len()).any(closes)
}

/// `paint the fence → moved to May`, `paint the fence – postponed`: whether it is put off, by the word that an outliner puts
/// before it or by what is added behind it.
pub(super) fn is_put_off(words: &Words<'_>) -> bool {
    let is_moved = |at: usize| {
        words.is_any(at, &["postponed", "deferred", "parked"])
            || words.is_any(at, &["moved", "pushed", "shifted", "delayed"])
                && words.is_any(at + 1, &["to", "until", "till", "into", "by"])
    };
    marked(words).is_some_and(|(state, _)| state == State::PutOff)
        || (1..words.len()).any(|at| words.is_mark(at - 1, ";.(–—→>-") && is_moved(at))
}

/// Marks that tick something off.
pub(in crate::analysis) const TICKS: &str = "✅✔☑";

/// Whether the text says that the action is done: `✅`, `Done: …`, `… – done`, `… . Done.`, `DONE …`, or that it
/// shall not be: `… – cancelled`, `… no longer needed`.
pub(super) fn says_done(words: &Words<'_>, checked: Option<bool>) -> bool {
    if checked == Some(false) {
        return false;
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

/// `when do I get study days`, `Lisbon, could I take it?`: a question, for which somebody ticks a box when it is answered.
pub(super) fn is_question(words: &Words<'_>) -> bool {
    const ASKS: [&str; 8] = ["when", "what", "why", "how", "where", "who", "which", "whether"];
    let asks_of = |at: usize| {
        words.is_any(at, &["do", "does", "can", "could", "should", "may", "shall", "would"])
            && words.is_any(at + 1, &["i", "we", "it", "they", "she", "he"])
    };
    words.is_any(0, &ASKS) && asks_of(1)
        || words.len().checked_sub(1).and_then(|last| words.mark(last)) == Some('?')
            && (0..words.len()).any(asks_of)
}

/// `Thank you for the cake`, `kudos to Ana for staying`, `well done on the fair`.
fn thanks(words: &Words<'_>) -> bool {
    const ONE: [&str; 7] = ["thanks", "thx", "kudos", "cheers", "congrats", "congratulations", "merci"];
    words.is_any(0, &ONE)
        || words.is_any(0, &["thank", "happy"]) && words.is_any(1, &["you", "birthday"])
        || words.is_any(0, &["well", "great", "nice"]) && words.is_any(1, &["done", "job"])
}

/// `FYI: the gate is shut`, `Not for the minutes: I have seen the offer`: nothing that anybody should do.
pub(super) fn is_remark(words: &Words<'_>) -> bool {
    // As far as a label reaches.
    const REACH: usize = 8;
    if thanks(words) {
        return true;
    }
    let label = match words.lower(0) {
        "fyi" | "nb" | "ps" | "note" | "notes" | "remark" | "aside" | "background" | "context" => 1,
        "not" if words.is_any(1, &["for"]) => {
            (2..REACH).find(|&at| !words.is_word(at)).filter(|&at| words.is_mark(at, ":")).unwrap_or(0)
        }
        _ => 0,
    };
    if label == 0 || !words.is_mark(label, ":–—-") || words.is_tight(label + 1) {
        return false;
    }
    let is_promise = |at: usize| {
        words.is_any(at, &["to", "will", "'ll", "should", "must", "shall", "needs", "need", "please", "can"])
    };
    let first = label + 1;
    !words.is_verb(first) && words.is_word(first) && !(first..first + 3).any(is_promise)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::task::words::Cutter;

    #[test]
    fn an_outliner_marks_the_state_of_an_action() {
        for (text, state) in [
            ("TODO rake the lawn", Some(State::Open)),
            ("{{[[TODO]]}} rake the lawn", Some(State::Open)),
            ("DOING rake the lawn", Some(State::Open)),
            ("LATER rake the lawn", Some(State::PutOff)),
            ("WAITING rake from Bo", Some(State::PutOff)),
            ("{{DONE}} rake the lawn", Some(State::Closed)),
            ("[DONE] rake the lawn", Some(State::Closed)),
            ("[-] rake the lawn", Some(State::Closed)),
            ("[>] rake the lawn", Some(State::PutOff)),
            ("[a] rake the lawn", None),
            ("CANCELED rake the lawn", Some(State::Closed)),
            ("Later rake the lawn", None),
            ("{{DONE rake the lawn", None),
            ("DONE", None),
        ] {
            assert_eq!(marked(&Cutter::default().cut(text)).map(|(state, _)| state), state, "{text}");
        }
    }

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
    fn what_was_moved_is_put_off() {
        for (text, put_off) in [
            ("LATER paint the fence", true),
            ("paint the fence → moved to May", true),
            ("paint the fence by 20/2 – moved to 6/3, no paint", true),
            ("paint the fence (postponed)", true),
            ("paint the fence that was moved to the yard", false),
            ("moved to May", false),
        ] {
            assert_eq!(is_put_off(&Cutter::default().cut(text)), put_off, "{text}");
        }
    }

    #[test]
    fn a_remark_is_nothing_to_do() {
        for (text, remark) in [
            ("FYI: the gate is shut", true),
            ("Not for the minutes: I have seen the offer", true),
            ("Note: send the offer", false),
            ("Thank you for the cake", true),
            ("Kudos to Bo for staying late on Thursday", true),
            ("Well done on the fair", true),
            ("Thank Bo for the cake", false),
            ("Well inspection", false),
            ("NB: Bo will send the offer", false),
            ("Not for Bo", false),
            ("Notes", false),
        ] {
            assert_eq!(is_remark(&Cutter::default().cut(text)), remark, "{text}");
        }
    }
}
