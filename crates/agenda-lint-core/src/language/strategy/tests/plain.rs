//! Courses and facts that everyday sentences tell.

use super::parts;

#[test]
fn a_question_for_consent_and_what_suffices_or_pays_off_propose() {
    for (text, wanted) in [
        ("Do you agree that we close the second pier?", true),
        ("Is it ok if we move the market to Sunday?", true),
        ("I think one desk for both piers is enough.", true),
        ("If we opened on Sunday, we would earn 2,000 more a month.", true),
        ("I want that we start the ferry at nine.", true),
        ("I think we can do without the second tug.", true),
        ("It makes more sense to rent.", true),
        ("Do you agree that the price is too high?", false),
        ("Who has to agree if we rent the tug?", false),
        ("Is it ok if I come later?", false),
        ("I think that's enough for today.", false),
        ("I don't know if one desk is enough.", false),
        ("If we lose the grant, we'd need 4,000.", false),
        ("If we raise the price, we would lose members.", false),
    ] {
        assert_eq!(parts(text).contains('p'), wanted, "{text}");
    }
}

#[test]
fn what_leaves_the_course_open_proposes_nothing() {
    for (text, wanted) in [
        ("We must do something about the noise.", false),
        ("We need more money.", false),
        ("We want to grow.", false),
        ("We want to earn 10 percent more.", false),
        ("I have no strong opinion, but maybe we should rent.", false),
        ("I have no time, but we should rent.", true),
        ("More than half of the guests come by bus.", false),
        ("More guests, fewer crates", true),
    ] {
        assert_eq!(parts(text).contains('p'), wanted, "{text}");
    }
}

#[test]
fn shares_and_trends_are_evidence_and_mere_stock_is_not() {
    for (text, wanted) in [
        ("More than half of the guests come by bus.", true),
        ("The trend is towards smaller tugs.", true),
        ("The tugs stand around most of the day.", true),
        ("The club has eight members.", false),
        ("We got three offers from builders.", false),
        ("A tug: 30,000 to buy.", false),
    ] {
        assert_eq!(parts(text).contains('e'), wanted, "{text}");
    }
}
