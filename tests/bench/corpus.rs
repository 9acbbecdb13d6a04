//! Invented one-on-one notes, as many as wanted and the same on every machine.

use std::fmt::Write as _;

/// A small generator of numbers; its sequence is fixed by the seed.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap_or_default()
    }

    fn pick<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts[self.roll(texts.len())]
    }
}

const WORK: &[&str] = &[
    "the seat upgrade flow",
    "the invoice export",
    "the search index split",
    "onboarding emails",
    "the partner portal",
    "rate limits for the public API",
    "the rota import",
    "the mobile check-in",
    "audit logs",
    "the pricing page test",
];
const DEEDS: &[&str] =
    &["Shipped", "Finished", "Started", "Reviewed", "Moved", "Wrote the plan for", "Tested", "Rolled out"];
const RESULTS: &[&str] = &[
    "day-7 retention went from 31% to 36%",
    "412 workspaces use it already",
    "support tickets are down by a third",
    "should unlock 4k new paying users",
    "p95 is at 410 ms, it was 870",
    "two customers signed because of it",
];
const TROUBLE: &[&str] = &[
    "is at risk for the March date because the vendor is late",
    "slipped a week; Ana joins on Monday to hold the date",
    "is blocked on the security review, could you call Tom?",
    "is on track",
    "waits for legal",
];
const ADVICE: &[&str] = &[
    "Do you have advice on stakeholder management?",
    "Since the reorg three squads file requests straight into my board and I spend half of Monday on triage. I introduced a form and a weekly slot, and it helped for two weeks. What else would you try?",
    "Nobody reads my launch notes. I cut them to five lines and moved the send time. No change. Where do people look?",
    "How do I say no to sales without harming the relationship? I explained our constraints twice, but it does not land.",
    "Roadmap prioritisation, any thoughts?",
    "I struggle with estimates in the platform team: every second sprint we miss by half. Should I ask for a spike first?",
];
const CAREER: &[&str] = &[
    "I would like to be ready for the staff panel in autumn. I led the ledger migration; the gap is influence across teams. Plan: run the API guild from May. Are there items missing?",
    "Can we talk about my career?",
    "Goal: lead a team by next year. I mentor two juniors since January. Could you put me forward for the council?",
];
const STRATEGY: &[&str] = &[
    "We should drop the free tier of the API: 61% of our cost and 0.4% of upgrades ([analysis](https://example.org/api)). Saves about $38k a month. Would Nadia block it?",
    "Let's open an office in Porto; four of our last six finalists turned us down over relocation.",
];
const TASKS: &[&str] = &[
    "[ ] @sam send the deck by Fri",
    "[x] @kate ask Tom about the budget",
    "[ ] write up the decision on refunds",
    "[ ] Kate: share the interview guide (due 2026-03-06)",
    "[ ] Roadmap",
    "[x] book the room",
];
const NOTES: &[&str] = &[
    "Kate thinks the index split is the right call and will tell the platform leads on Thursday.",
    "We agreed to look at the numbers again in two weeks, with the **same** dashboard.",
    "Budget talks start in April; see the [sheet](https://example.org/budget) for what is known so far.",
];

/// The names of the sections that hold topics.
const TOPICS: [&str; 4] = ["Updates", "Advice", "Career", "Strategy"];

/// A dated meeting of about `bytes` bytes, with headings of level `level`.
fn meeting(dice: &mut Dice, out: &mut String, level: usize, date: &str, bytes: usize) {
    let until = out.len() + bytes;
    let (head, sub) = ("#".repeat(level), "#".repeat(level + 1));
    let bullet = dice.pick(&["-", "-", "-", "*"]);
    let _ = write!(out, "{head} {date}\n\n");
    for name in TOPICS.into_iter().chain(["Action items", "Notes"]) {
        let _ = write!(out, "{sub} {name}\n\n");
        let share = out.len() + bytes / 6;
        section(dice, out, name, bullet, share.min(until));
        out.push('\n');
    }
}

/// The items of a section, up to about `until` bytes of the whole.
fn section(dice: &mut Dice, out: &mut String, name: &str, bullet: &str, until: usize) {
    let lines = match name {
        "Updates" => &[DEEDS, TROUBLE].concat(),
        "Advice" => ADVICE,
        "Career" => CAREER,
        "Strategy" => STRATEGY,
        "Action items" => TASKS,
        _ => NOTES,
    };
    while out.len() < until {
        let line = dice.pick(lines);
        if name != "Updates" {
            let _ = writeln!(out, "{bullet} {line}");
        } else if DEEDS.contains(&line) {
            let _ = writeln!(
                out,
                "{bullet} {line} {} (OKR {}): {}",
                dice.pick(WORK),
                1 + dice.roll(3),
                dice.pick(RESULTS)
            );
        } else {
            let _ = writeln!(out, "{bullet} `KR{}` {} {line}", 1 + dice.roll(3), dice.pick(WORK));
        }
        if dice.roll(4) == 0 {
            let _ = writeln!(out, "  {bullet} {}", dice.pick(NOTES));
        }
        if dice.roll(9) == 0 {
            let _ = writeln!(out, "  {bullet} KD: sounds good, ask me again on _Monday_");
        }
    }
}

/// One file of 2 to 6 KB that holds one meeting.
pub(crate) fn note(number: u64) -> String {
    let mut dice = Dice::new(number + 1);
    let mut out = String::new();
    if dice.roll(5) < 3 {
        out.push_str("---\nreport: Sam Lee\nmanager: Kate Doe\ntags: [one-on-one, team]\n---\n\n");
    }
    let date = format!("2026-{:02}-{:02}", 1 + dice.roll(12), 1 + dice.roll(28));
    let bytes = 1_900 + dice.roll(3_600);
    meeting(&mut dice, &mut out, 2, &date, bytes);
    out
}

/// One meeting of about 5 KB, all of it topics.
pub(crate) fn judged() -> String {
    let mut dice = Dice::new(1);
    let mut out = String::from("# 2026-03-02\n");
    for name in TOPICS {
        let _ = write!(out, "\n## {name}\n\n");
        let until = out.len() + 1_200;
        section(&mut dice, &mut out, name, "-", until);
    }
    out
}

/// A notebook of many meetings, newest first, of at least `bytes` bytes.
pub(crate) fn notebook(bytes: usize) -> String {
    let mut dice = Dice::new(7);
    let mut out = String::from("# Sam and Kate\n\n");
    let mut day = 0;
    while out.len() < bytes {
        day += 1;
        let date = format!("{:04}-{:02}-{:02}", 2026 - day / 336, 12 - (day / 28) % 12, 28 - day % 28);
        meeting(&mut dice, &mut out, 2, &date, 3_000);
    }
    out
}

/// Notebooks of a hundred meetings each, one file a meeting in a folder a notebook.
pub(crate) fn notebooks(count: usize) -> Vec<(String, String)> {
    let mut files = Vec::with_capacity(count * 100);
    for notebook in 0..count {
        let mut dice = Dice::new(100 + notebook as u64);
        for week in 0..100 {
            let (year, month, day) = (2026 - week / 48, 12 - week / 4 % 12, 1 + week % 4 * 7);
            let date = format!("{year:04}-{month:02}-{day:02}");
            let mut text = String::new();
            let bytes = 1_900 + dice.roll(3_600);
            meeting(&mut dice, &mut text, 1, &date, bytes);
            files.push((format!("colleague-{notebook}/{date}.md"), text));
        }
    }
    files
}
