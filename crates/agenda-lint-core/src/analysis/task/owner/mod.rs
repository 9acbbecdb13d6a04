//! Whose an action is: the many ways in which people write it down.

mod behind;
mod front;
mod person;
mod role;
mod verb;

use std::ops::Range;

use super::{class::Class, due, state, words::Words};
use behind::{behind, mentions};
use front::front;
use person::{is_capital, past_joint, people};
use verb::verb_of;

/// What an action's text says of its owner, as token ranges.
#[derive(Default)]
pub(super) struct Found {
    /// The owner; None where nobody is named.
    pub(super) owner: Option<Range<usize>>,
    /// What is not the action itself: the marker, the owner and what joins them to the rest.
    pub(super) lead: usize,
    /// A note of the owner behind the action, brackets included.
    pub(super) tail: Option<Range<usize>>,
}

/// Finds the owner: said by a key (`owner: Ana`), at the front, in a note behind, or by a mention.
pub(super) fn find(words: &Words<'_>) -> Found {
    let mut start = past_markers(words, state::marked(words).map_or(0, |(_, end)| end));
    // `Fri: Ana shows the demo`
    if let Some(end) = due::time_end(words, start).filter(|&end| words.is_mark(end, ":–—-|")) {
        start = end + 1;
    }
    let front = past_label(words, front(words, start));
    if let Some((owner, whole)) = keyed(words) {
        return Found { owner, lead: front.lead.max(start), tail: Some(whole) };
    }
    // `I'd like Mirja to run it`, `Could you run it, Mirja?`
    let may_pass_on = |owner: &Range<usize>| {
        words.is_any(owner.start, &["i"]) || words.is_any(owner.start, &["you"]) && owner.start > start
    };
    if front.owner.as_ref().is_some_and(|owner| !may_pass_on(owner)) {
        return front;
    }
    let from = if front.owner.as_ref().is_some_and(|owner| owner.start > start) { start } else { front.lead };
    if let Some(found) = behind(words, from.max(start)) {
        return Found { lead: front.lead.max(found.lead), ..found };
    }
    if front.owner.is_none()
        && let Some(found) = after_opening(words, start)
    {
        return found;
    }
    if front.owner.is_none()
        && words.hold_any(&[Class::Mark])
        && let Some(mention) = (start..words.len()).find_map(|at| mentions(words, at))
    {
        return Found { owner: Some(mention.clone()), lead: front.lead, tail: Some(mention) };
    }
    front
}

/// `Wed I dig it up`, `deadline Eid, Ana files it`, `[P1] Ana to file it`: who stands behind the time or the bracket
/// that the action opens with.
fn after_opening(words: &Words<'_>, start: usize) -> Option<Found> {
    // `June Smith sends it`
    if words.has(start, Class::Name) {
        return None;
    }
    let bracket = || words.closing(start).map(|close| close + 1);
    let end = due::time_end(words, start).or_else(|| due::opening(words, start)).or_else(bracket)?;
    let found = front(words, end + usize::from(words.is_mark(end, ",")));
    let is_sure = |at: usize| is_capital(words, at) || words.has_any(at, &[Class::Name, Class::Role]);
    found.owner.as_ref().is_some_and(|owner| is_sure(owner.start)).then_some(found)
}

/// `Minutes – Bo types them`, `stocktake → Bo`: a label that may be no name gives way to a subject or a name behind.
fn past_label(words: &Words<'_>, found: Found) -> Found {
    let Some(label) = found.owner.clone().filter(|label| words.is_mark(label.end, ":–—-/→➜⇒>="))
    else {
        return found;
    };
    if label.len() > 1 || words.has_any(label.start, &[Class::Name, Class::Role]) {
        return found;
    }
    let next = past_joint(words, label.end);
    if let Some(owner) = people(words, next).map(|end| next..end)
        && let Some(lead) = verb_of(words, &owner)
    {
        return Found { owner: Some(owner), lead, tail: None };
    }
    let is_mention = label.start > 0 && words.is_mark(label.start - 1, "@");
    if is_capital(words, label.start) || is_mention {
        return found;
    }
    let names = |behind: &Found| behind.owner.as_ref().is_some_and(|owner| is_capital(words, owner.start));
    match behind(words, label.end).filter(names) {
        Some(behind) => Found { lead: label.start, ..behind },
        None => found,
    }
}

/// The token after the markers of a list or an action: `→`, `✅`, `ACTION:`, `#action`, `TODO`.
fn past_markers(words: &Words<'_>, mut at: usize) -> usize {
    loop {
        let before = at;
        while words.mark(at).is_some_and(|mark| !"@([{\"'~".contains(mark)) {
            if words.mark(at) == Some('#') && is_tag(words, at + 1) {
                at += 1;
            }
            at += 1;
        }
        if words.is_mark(at, "[(") && is_tag(words, at + 1) && words.is_mark(at + 2, ")]") {
            at += 3;
        } else if words.has(at, Class::Done) && words.is_mark(at + 1, ".:–—-,!") {
            at += 2;
        } else if is_tag(words, at) {
            let end = at + 1 + usize::from(words.is_any(at + 1, &["item", "items", "point"]));
            let is_shouted = words.written(at).len() > 1 && words.written(at).chars().all(char::is_uppercase);
            if words.is_mark(end, ":–—-") {
                at = end + 1;
            } else if is_shouted && words.is_word(end) || words.is_any(end, &["for"]) {
                at = end + usize::from(words.is_any(end, &["for"]));
            } else if words.is_mark(end, "(") {
                at = end;
            }
        }
        if at == before {
            return at;
        }
    }
}

fn is_tag(words: &Words<'_>, at: usize) -> bool {
    words.has(at, Class::Tag)
}

/// An owner that a key announces anywhere: `owner: priya`, `assigned to me`, `DRI = Kate`. The owner
/// is None when the key says that nobody is.
fn keyed(words: &Words<'_>) -> Option<(Option<Range<usize>>, Range<usize>)> {
    if !words.hold_any(&[Class::Key]) {
        return None;
    }
    for at in (0..words.len()).filter(|&at| words.has(at, Class::Key)) {
        let mut next = at + 1;
        if words.is_any(at, &["assigned"]) && words.is_any(next, &["to"])
            || words.is_any(at, &["assignee", "responsible"])
        {
            next += usize::from(words.is_any(next, &["to"]));
        } else if words.is_any(at, &["assigned"]) {
            continue;
        }
        let is_marked = words.is_mark(next, ":=");
        while words.is_mark(next, ":=") || words.is_any(next, &["by", "is"]) {
            next += 1;
        }
        if words.is_any(next, &["tbd", "tba", "none", "nobody", "unassigned"])
            || words.is_mark(next, "?") && is_marked
        {
            let end = past_joint(words, next + 1);
            return Some((None, at..end));
        }
        if words.is_any(at, &["who", "owned", "owner", "owners", "responsible"])
            && !is_marked
            && !is_capital(words, next)
        {
            continue;
        }
        let next = next + usize::from(words.is_mark(next, "@"));
        if let Some(end) = people(words, next) {
            return Some((Some(next..end), at..end));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::task::words::Cutter;

    fn found(text: &str) -> String {
        let mut cutter = Cutter::default();
        let words = cutter.cut(text);
        find(&words).owner.map_or("-".to_owned(), |owner| text[words.span(owner)].to_owned())
    }

    #[test]
    fn an_owner_stands_in_many_places_and_a_noun_is_none() {
        for (text, owner) in [
            ("Mags + Ferdi sweep the yard", "Mags + Ferdi"),
            ("Pia & Art get going on the loft", "Pia & Art"),
            ("Pia, Tom: clear the loft", "Pia, Tom"),
            ("Cllr. Obi to sign the lease", "Cllr. Obi"),
            ("keys → Ms. Tan (due noon)", "Ms. Tan"),
            ("could Pia please lock up", "Pia"),
            ("Could you lock up, Pia?", "Pia"),
            ("could finance approve it", "finance"),
            ("Next week Jonas writes the brief", "Jonas"),
            ("due Monday, Jonas books the hall", "Jonas"),
            ("Pia, Friday: post the tape", "Pia"),
            ("Slides: Pia proofreads them", "Pia"),
            ("If it rains, Pia moves the tent", "Pia"),
            ("Done. Pia reordered the gloves", "Pia"),
            ("Dora reconciles the float", "Dora"),
            ("Pia somehow gets it done", "Pia"),
            ("Y: oil the gate", "Y"),
            ("E – oil the gate", "E"),
            ("Q: who oils the gate", "-"),
            ("P1: oil the gate", "-"),
            ("KD lamp and chair for the new cook before May", "KD"),
            ("Duty manager to lock up", "Duty manager"),
            ("Site manager: lock up", "Site manager"),
            ("so I'm going to lock up", "I"),
            ("Pia does the stock count", "Pia"),
            ("Pia counting the stock", "Pia"),
            ("Pia T. counts the stock", "Pia T"),
            ("Mei: count the stock", "Mei"),
            ("count the stock #me", "me"),
            ("count the stock #cellar", "-"),
            ("Wine tasting by Friday", "-"),
            ("Bo, show the trainees round", "Bo"),
            ("new gloves, Pia, Friday", "Pia"),
            ("new gloves. Pia. Friday", "Pia"),
            ("order gloves, Pia 9 March", "Pia"),
            ("new gloves, Ghent 9 March", "-"),
            ("lock up (by Friday, Pia)", "Pia"),
            ("lock up (Pia to do)", "Pia"),
            ("Pia is locking the gate", "Pia"),
            ("Pia said she'd lock up", "Pia"),
            ("Pia said the gate is shut", "-"),
            ("Pump is leaking", "-"),
            ("lock up (tariq, Fri)", "tariq"),
            ("lock up, I do it, Fri", "I"),
            ("gate log: I sign every page", "I"),
            ("lock up the shed, soon, me", "me"),
            ("Post the tape. Me.", "Me"),
            ("the tape is posted, Ruth", "Ruth"),
            ("ruth counts the float", "ruth"),
            ("Print the bill, May", "-"),
            ("check with legal. Grant.", "-"),
            ("will covers the desk", "-"),
            ("cake for Tom, Ruth", "-"),
            ("Kipp ask about the loft", "Kipp"),
            ("Kiln check before the audit", "-"),
            ("the bill (moi, en retard)", "moi"),
            ("gradients: have a think", "-"),
            ("cake for Tom, Pia, Friday", "-"),
            ("lock up. Gloves to be blue", "-"),
            ("see who does it", "-"),
            ("tell the crew, Bo does it", "-"),
            ("Gate C: new lock", "-"),
            ("gate?", "-"),
            ("Print, fold and post it", "-"),
            ("Flights booked for May", "-"),
            ("Fridge check before the audit", "-"),
            ("Sales figures for the board", "-"),
            ("Budget to be agreed", "-"),
            ("Send the draft, Pia reviews it", "-"),
            ("Can we ask Pia", "-"),
            ("Could the new desk go upstairs", "-"),
            ("phone the maker today, Leif", "Leif"),
            ("lock up (R.S.)", "R.S."),
            ("lock up – R. Stone", "R. Stone"),
            ("lock up ✅ Pia", "Pia"),
            ("Charge nurse will lock up", "Charge nurse"),
            ("My PhD student will lock up", "My PhD student"),
            ("Head of year to lock up", "Head of year"),
            ("Me to do the stock count", "Me"),
            ("buy pens, paper, Post-its", "-"),
            ("Piano to be tuned", "-"),
        ] {
            assert_eq!(found(text), owner, "{text}");
        }
    }
}
