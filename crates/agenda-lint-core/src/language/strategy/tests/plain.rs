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

#[test]
fn what_was_counted_or_looked_up_is_evidence() {
    for (text, wanted) in [
        ("Let's stop the flyers. We bin about forty a day.", true),
        ("Let's stop the flyers. We bin some a day.", false),
        ("Let's stop the flyers. We meet two hours a week.", false),
        ("Let's lock the pier. It was taken four times since Easter.", true),
        ("Let's lock the pier. It was taken, I think.", false),
        ("Let's drop the Sunday boat. Three times now we were more crew than guests.", true),
        ("Let's drop the Sunday boat. Third skipper this week asked for it.", true),
        ("Let's drop the Sunday boat. I looked and only the crew takes it.", true),
        ("Let's teach swimming. I asked and 9 from 22 can't.", true),
    ] {
        assert_eq!(parts(text).contains('e'), wanted, "{text}");
    }
}

#[test]
fn what_one_would_not_do_and_what_others_should_have_is_proposed() {
    for (text, wanted) in [
        ("I would not do the Sunday boat.", true),
        ("I wouldn't know.", false),
        ("The skippers should have cameras.", true),
        ("The skippers should have asked.", false),
    ] {
        assert_eq!(parts(text).contains('p'), wanted, "{text}");
    }
}

#[test]
fn sums_in_words_are_sizes() {
    for (text, wanted) in
        [("Each trip costs us about four quid.", true), ("Each trip costs us four crew.", false)]
    {
        assert_eq!(parts(text).contains('s'), wanted, "{text}");
    }
}
