//! Whether an action is open, put off or closed, or only a remark, as far as its words tell.

use super::words::Words;

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

/// `when do I get study days`, `Lisbon, could I take it?`: a question, for which somebody ticks a box when it is answered.
pub(super) fn is_question(words: &Words<'_>) -> bool {
    const ASKS: [&str; 8] = ["when", "what", "why", "how", "where", "who", "which", "whether"];
    let asks_of = |at: usize| {
        words.is_any(at, &["do", "does", "can", "could", "should", "may", "shall", "would"])
            && words.is_any(at + 1, &["i", "we", "it", "they", "she", "he"])
    };
    let ends = || words.len().checked_sub(1).and_then(|last| words.mark(last)) == Some('?');
    // "Can you book it?" is an order.
    let opens =
        || words.is_any(0, &ASKS) || words.is_any(0, &["is", "are", "was", "were", "did", "has", "have"]);
    words.is_any(0, &ASKS) && asks_of(1) || ends() && (opens() || (0..words.len()).any(asks_of))
}

/// `Thank you for the cake`, `kudos to Ana for staying`, `well done on the fair`; but not `thank you cards`.
fn thanks(words: &Words<'_>) -> bool {
    const ONE: [&str; 6] = ["thanks", "thx", "kudos", "cheers", "congrats", "congratulations"];
    let ends = |at: usize| at >= words.len() || words.is_mark(at, ",!.");
    let told_to = |at: usize| ends(at) || words.is_any(at, &["for", "to", "so", "again"]);
    let praised = |at: usize| ends(at) || words.is_any(at, &["on", "with"]);
    words.is_any(0, &ONE) && told_to(1)
        || words.is_any(0, &["thank"]) && words.is_any(1, &["you"]) && told_to(2)
        || words.is_any(0, &["well"]) && words.is_any(1, &["done"]) && praised(2)
        || words.is_any(0, &["great", "nice", "good"]) && words.is_any(1, &["job"]) && praised(2)
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
            ("Thank you cards to the donors", false),
            ("Kudos board: Bo sets it up", false),
            ("Great job ad", false),
            ("Great job on the fair", true),
            ("NB: Bo will send the offer", false),
            ("Not for Bo", false),
            ("Notes", false),
        ] {
            assert_eq!(is_remark(&Cutter::default().cut(text)), remark, "{text}");
        }
    }
}
