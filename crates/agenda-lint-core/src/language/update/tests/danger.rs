//! Dangers, what is done about them, and what is none.

use super::parts;
use crate::language::{self, Line, Passage, Setting, TopicKind, UserCues};

#[test]
fn a_danger_that_is_named_outright_is_news_under_any_heading() {
    for (text, is_news) in [
        ("The kiln date is at risk", true),
        ("The kiln won't be ready by May", true),
        ("Legal might block the kiln", true),
        ("The old roof will not hold", true),
        ("The kiln date is at risk. What would you do?", false),
        ("The kiln is at no risk", false),
        ("We need not be afraid of the kiln", false),
        ("I'm afraid I'm away on the 12th", false),
        ("I won't be in on Friday", false),
        ("I will miss the kiln on Thursday", false),
        ("I could break this into two kilns", false),
        ("The kiln is ready", false),
    ] {
        let lines = [Line { range: 0..text.len(), depth: 0, quoted: false }];
        let passage = Passage { text, lines: &lines, opaque: &[] };
        let reading = language::read(&passage, Setting::Discussion, &UserCues::default());
        assert_eq!(reading.kind == TopicKind::Update, is_news, "{text}");
    }
}

#[test]
fn dangers_are_found_with_what_is_done_about_them() {
    for (text, wanted) in [
        ("Churn ticked up from 3.1 to 3.4%.", "or"),
        ("Milestone 4 will be late.", "r"),
        ("Going to be late with it.", "r"),
        ("Going to keep baking.", ""),
        ("Half of the crew is about to retire.", "r"),
        ("The crew is about to bake.", ""),
        ("Two of us are answering the phone.", ""),
        ("The landlord isn't answering.", "r"),
        ("The baker took us to court.", "r"),
        ("The baker is about to go bust.", "r"),
        ("The parents spoke to the press.", "r"),
        ("A walk with the police.", ""),
        ("Milestone 4 will be late. I told the client.", "rm"),
        ("Both finalists withdrew. Reposted the ad.", "rm"),
        ("The board hasn't signed yet.", "r"),
        ("Not confident about the cut-over.", "r"),
        ("No blockers, no risks.", ""),
        ("Last week's outage is fixed.", ""),
        ("I was nervous about the demo, but Kate liked it.", "o"),
        ("I am nervous about the demo.", "r"),
        ("Not so bad after all.", ""),
        ("Zero delays in May.", "o"),
        ("0 lost-time accidents in May.", "o"),
        ("Nobody hurt.", "o"),
        ("If nothing unforeseen happens we open on Monday.", ""),
        ("Workshop is moved to Monday.", ""),
        ("The May date is out of the window.", "r"),
        ("Waiting for the boiler, and May goes up in smoke.", "rb"),
        ("Waiting for the boiler, they are late.", "b"),
        ("Gave the \"numbers disagree\" talk to Lena.", ""),
        ("They are talking to Vestas.", "r"),
        ("Wrote tests for code that everybody was afraid of.", ""),
        ("In November they were red.", ""),
        ("Missing: Ana and you.", ""),
        ("The audit slipped a week.", "r"),
        ("She asked \"will we make it?\" and we will.", ""),
        // What is over, denied, described or on another matter.
        ("Cleaners stopped finding needles in the yard.", ""),
        ("Two farms stopped delivering milk.", "r"),
        ("Repaired it on Monday, but the launch is at risk.", "r"),
        ("The kickoff is over and the budget is at risk.", "r"),
        ("Developers wait for the keys.", "b"),
        ("Guests wait in the bar.", ""),
        ("Nothing at risk here.", ""),
        ("None of the vans is overdue.", ""),
        ("The strike was called off.", ""),
        ("Moved the late slot to nine.", ""),
        ("The missing page is found.", ""),
        ("The part is missing.", "r"),
        ("Nervous swimmers ask for lane 1.", ""),
        ("Wrote up the incident from January.", ""),
        ("Drafted the aims, still rough.", ""),
        ("The rules are still rough.", "r"),
        ("I dread the inspection.", "r"),
        ("Enrolment dried up. I also sorted the drawers.", "r"),
        ("Enrolment dried up. By the way, Ines prints the guide.", "r"),
        ("Enrolment dried up. From Monday Ines has lunch with them.", "rm"),
        ("Enrolment dried up and the date comes closer.", "r"),
        // Dangers told without a word for them.
        ("We open more cases a day than we close.", "r"),
        ("Three porters gone to the hospital across the road.", "r"),
        ("Two of the six testers have been moved to another project.", "r"),
        ("The energy bill is through the roof.", "r"),
        ("Visitors through the roof.", ""),
        ("The tool is sunset in May and we have zero plan.", "r"),
        ("We only notice by accident.", "r"),
        ("I don't see who runs the shop on Sundays.", "r"),
        ("They were meant to have signed by now.", "r"),
        ("Two parents have asked about moving.", "r"),
        ("Only a third sold.", "r"),
        ("The backup drive fills up by Friday.", "r"),
        ("There is a rumour that the plant closes.", "r"),
        ("I am on holiday in May.", ""),
        ("No one was hurt.", ""),
        ("No one picked up.", "r"),
        ("They've cut our slot.", "r"),
        ("We've cut our meetings.", ""),
        ("We had to close the window.", ""),
        ("Nobody else to report.", ""),
        ("I was supposed to have lunch with Ana.", ""),
        ("A rival opened across the road.", "r"),
        ("The judges chose somebody else.", "r"),
        ("The bid is a coin toss.", "r"),
        ("The pump cut out twice.", "r"),
        ("Ripeness count is down to 140, best since spring.", "o"),
        // Help that is promised, and what others do that is no help.
        ("We might lose the hall. The church said we can have theirs.", "rm"),
        ("Draft is late. A second printer can take us on Monday.", "rm"),
        ("The app crashes. Hotfix goes out tonight.", "rm"),
        ("The lease is in danger and a rival is sniffing round.", "r"),
        ("It is at risk, three of them have asked to leave.", "r"),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn what_blocks_work_is_no_danger_besides() {
    for (text, wanted) in [
        ("The chair resigned. No meetings until there is a new one.", "b"),
        ("The chair resigned.", "r"),
        ("The badge doesn't open the lab, so no night series.", "b"),
        ("The badge is new, so no rush.", ""),
        ("The lift is out so nobody over 70 can come up.", "b"),
        ("The mill is down until the belt arrives.", "b"),
        ("No card, no helpers in school.", "b"),
        ("We could start tomorrow if the council gave us the room.", "b"),
        ("While the account was frozen I paid in cash.", ""),
        ("Waiting for the blade. If it comes late we lose the season.", "rb"),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}

#[test]
fn what_was_feared_or_is_shrugged_off_is_no_danger() {
    for (text, wanted) in [
        ("Was worried the fair would fold when Jo left.", ""),
        ("Am worried the fair will fold now that Jo left.", "r"),
        ("Had feared a strike.", ""),
        ("The north kiln lost two throwers. Not our headache.", ""),
        ("The north kiln lost two throwers. Not our fastest ones.", "r"),
        ("The glazier withdrew the surcharge.", "o"),
        ("The lender withdrew.", "r"),
        ("As far as the bank is concerned we are done.", ""),
        ("80% of the budget spent, half the shelves built.", "r"),
        ("Half of the budget spent, 80% of the shelves built.", "o"),
        ("The hole in the kiln is sealed.", ""),
        ("Scared of the first firing.", "r"),
        ("At 58% of the target with four weeks to go.", "o"),
        ("Only four weeks to go.", "r"),
        ("Nothing moved, on purpose.", ""),
        ("CPU went down 12 % on the kiln.", "o"),
        ("The kiln went down on Tuesday.", "r"),
        ("The kiln is late, if not I rent one.", "rm"),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}
