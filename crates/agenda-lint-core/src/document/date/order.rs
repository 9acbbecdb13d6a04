//! Which of two numbers is the day, by the other dates of a text.

use super::DateOrder;

/// The order of day and month that nearly all numbers of a text prove which prove one: `27/02` is day first, `02/27`
/// month first.
pub(in crate::document) fn order_in(text: &[u8]) -> Option<DateOrder> {
    let (mut day_first, mut month_first) = (0_usize, 0_usize);
    for slash in memchr::memchr_iter(b'/', text) {
        match proof(text, slash) {
            Some(DateOrder::DayFirst) => day_first += 1,
            Some(DateOrder::MonthFirst) => month_first += 1,
            None => {}
        }
    }
    match () {
        // A letter may have the number 07/26.
        () if day_first > 2 * month_first => Some(DateOrder::DayFirst),
        () if month_first > 2 * day_first => Some(DateOrder::MonthFirst),
        () => None,
    }
}

/// What the numbers around a slash prove. `24/7` is no date, and `5/20` may as well be a part of a whole; `05/20` is none.
fn proof(text: &[u8], slash: usize) -> Option<DateOrder> {
    let (before, after) = (&text[..slash], &text[slash + 1..]);
    let one = before.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let other = after.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if !matches!((one, other), (1..=2, 1..=2)) {
        return None;
    }
    let ((before, one), (other, after)) = (before.split_at(slash - one), after.split_at(other));
    let goes_on = before.last().is_some_and(|byte| byte.is_ascii_alphanumeric() || b"/.-_".contains(byte))
        || after.first().is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'%');
    let number = |digits: &[u8]| digits.iter().fold(0, |number, digit| number * 10 + (digit - b'0'));
    match (number(one), number(other)) {
        _ if goes_on => None,
        (24, 7) => None,
        (13..=31, 1..=12) => Some(DateOrder::DayFirst),
        (1..=12, 13..=31) if one[0] == b'0' => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_a_text_prove_the_order_of_day_and_month() {
        use DateOrder::{DayFirst, MonthFirst};
        for (text, order) in [
            ("fuel came on 27/02, back by 09/03", Some(DayFirst)),
            ("due 02/27/2026", Some(MonthFirst)),
            ("on 27/02, or 02/27", None),
            ("on 27/02, 28/02 and 13/03, see letter 07/26", Some(DayFirst)),
            ("on call 24/7, 5/20 tests, at v13/2 and a/13/2, 13/2x, 99/12, 1/2/13", None),
            ("no numbers and/or none", None),
        ] {
            assert_eq!(order_in(text.as_bytes()), order, "{text}");
        }
    }
}
