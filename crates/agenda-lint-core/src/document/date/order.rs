//! Which of two numbers is the day, by the other dates of a text.

use super::DateOrder;

/// The order of day and month that nearly all numbers of a text prove which tell one: `27/02` is day first, `02/27`
/// month first.
///
/// One without a year or a zero, `27/2`, may be a part of a whole as well: by itself it proves nothing.
pub(in crate::document) fn order_in(text: &[u8]) -> Option<DateOrder> {
    let (mut day_first, mut month_first, mut sure_month_first) = (0_usize, 0_usize, 0_usize);
    for slash in memchr::memchr_iter(b'/', text) {
        match proof(text, slash) {
            Some((DateOrder::DayFirst, sure)) => day_first += 1 + usize::from(sure),
            Some((DateOrder::MonthFirst, sure)) => {
                month_first += 1 + usize::from(sure);
                sure_month_first += usize::from(sure);
            }
            Some((DateOrder::YearFirst, _)) | None => {}
        }
    }
    match () {
        // A letter may have the number 07/26.
        () if day_first > 1 && day_first > 2 * month_first => Some(DateOrder::DayFirst),
        () if sure_month_first > 0 && month_first > 2 * day_first => Some(DateOrder::MonthFirst),
        () => None,
    }
}

/// What the numbers around a slash tell, and whether that is sure. `24/7` is no date, and nothing is told by what stands in
/// a word or an address.
fn proof(text: &[u8], slash: usize) -> Option<(DateOrder, bool)> {
    let (before, after) = (&text[..slash], &text[slash + 1..]);
    let one = before.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let other = after.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if !matches!((one, other), (1..=2, 1..=2)) {
        return None;
    }
    let ((before, one), (other, after)) = (before.split_at(slash - one), after.split_at(other));
    let goes_on =
        before.last().is_some_and(|byte| byte.is_ascii_alphanumeric() || b"/.-_=?&#:".contains(byte))
            || after.first().is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'%');
    let number = |digits: &[u8]| digits.iter().fold(0, |number, digit| number * 10 + (digit - b'0'));
    let has_year = after.first() == Some(&b'/') && after.get(1).is_some_and(u8::is_ascii_digit);
    let sure = one[0] == b'0' || other[0] == b'0' || has_year;
    match (number(one), number(other)) {
        _ if goes_on => None,
        (24, 7) => None,
        (13..=31, 1..=12) => Some((DateOrder::DayFirst, sure)),
        (1..=12, 13..=31) => Some((DateOrder::MonthFirst, sure)),
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
            ("met on 27/2 and 13/3", Some(DayFirst)),
            ("due 02/27/2026", Some(MonthFirst)),
            ("due 2/27/2026", Some(MonthFirst)),
            ("on 27/02, or 02/27", None),
            ("on 27/02, 28/02 and 13/03, see letter 07/26", Some(DayFirst)),
            ("we met on 2/27 and 2/26, with 13/12 seats", None),
            ("the 16/9 screens, 5/20 tests", None),
            ("5/20 and 3/14 tests", None),
            ("on call 24/7, at v13/02 and a/13/02, 13/02x, ?z=14/03, 99/12, 1/2/13", None),
            ("no numbers and/or none", None),
        ] {
            assert_eq!(order_in(text.as_bytes()), order, "{text}");
        }
    }
}
