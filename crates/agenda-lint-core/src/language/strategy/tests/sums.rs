//! Sizes that everyday sentences tell: sums paid and asked for, hands, hours and shares.

use super::parts;

/// Checks for each text whether it has a size.
fn check(sized: &[(&str, bool)]) {
    for (text, wanted) in sized {
        assert_eq!(parts(text).contains('s'), *wanted, "{text}");
    }
}

#[test]
fn what_was_paid_or_is_asked_for_something_is_a_size() {
    check(&[
        ("Last winter we paid 6,400 for salt.", true),
        ("We spent about 1,900 on ropes.", true),
        ("We pay 80 for each visit.", true),
        ("They want 900 for the crane.", true),
        ("The invoice was 4,200.", true),
        ("The offer is for 45,000.", true),
        ("Buying is 9,000.", true),
        ("A second crane is 14,000.", true),
        ("A pier for the tugs: 30,000 to build.", true),
        ("We'd have to pay 700 more.", true),
        ("We paid two visits to the pier.", false),
        ("20 members have not paid.", false),
        ("I made 40 calls.", false),
        ("The price list is on page 4.", false),
        ("The survey had 900 answers.", false),
    ]);
    assert_eq!(parts("We paid 6,400 for salt."), "es", "what was spent was seen as well");
}

#[test]
fn by_how_much_something_is_cheaper_or_shall_change_is_a_size() {
    check(&[
        ("The new crane is 12 percent cheaper.", true),
        ("The other harbour costs 15% less.", true),
        ("The new winch needs a third less oil.", true),
        ("We want to cut the waste by 30 percent.", true),
        ("Our target is 20 percent less oil.", true),
        ("The aim is to halve the waiting time.", true),
        ("It would be around 250 guests.", true),
        ("If we shared the tug we'd have 3,000 left.", true),
        ("70 percent of the guests want it.", false),
        ("We want to be ready in two weeks.", false),
        ("We want to open by six.", false),
    ]);
}

#[test]
fn hands_and_hours_that_something_needs_are_a_size() {
    check(&[
        ("I need two cooks for it.", true),
        ("It needs two people on Saturdays.", true),
        ("Each guest needs ten minutes for the form.", true),
        ("In the trial it took 3 minutes for one parcel.", true),
        ("It takes the cooks an hour every night.", true),
        ("It needs two managers to sign.", false),
        ("I need ten minutes with you.", false),
        ("I need two signatures.", false),
        ("The mayor took six weeks to answer.", false),
        ("We discussed it for two hours.", false),
    ]);
}

#[test]
fn a_request_for_money_or_hands_has_a_size() {
    check(&[
        ("Could Tom help me for three weeks?", true),
        ("Can I have Paula for two days?", true),
        ("Can I have 2,000 for the test?", true),
        ("Can I spend 500 euros on plants?", true),
        ("May we hire two more guards?", true),
        ("Can I sign with them for two years?", false),
        ("Can we try it for three months?", false),
        ("Can you wait for two days?", false),
        ("Can we meet for half an hour?", false),
    ]);
}
