//! An update whose point comes late.

use super::{Context, Rule, declare::declare_rule, support::{count, has_words}};
use crate::{analysis::Topic, diagnostic::Sink, document::SectionKind, language::Signal, text::Span};

declare_rule! {
    /// An update opens with its point.
    ///
    /// ## Why
    ///
    /// A manager who skims ten updates reads the first line of each. Say first what came out, what
    /// is at risk or what you need; how it came about can follow, or wait for a question.
    ///
    /// ## Examples
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - As you know we had the workshop on Tuesday and before that there was the preparation with
    ///   Ines in Leeds, where the projector is, and then the people came from the all-hands and we
    ///   started at eleven with the cards that Farah had brought, first in three groups and then
    ///   all together, and in the end, after a long talk and quite a lot of biscuits, sign-ups rose
    ///   from 31 to 44 a week.
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - Sign-ups rose from 31 to 44 a week. As you know we had the workshop on Tuesday and before
    ///   that there was the preparation with Ines in Leeds, where the projector is, and then the
    ///   people came from the all-hands and we started at eleven with the cards that Farah had
    ///   brought, first in three groups and then all together, until the biscuits were gone.
    /// ```
    ///
    /// ```md,good
    /// ## 2026-03-02
    /// ### Updates
    /// - After the workshop on Tuesday, sign-ups rose from 31 to 44 a week
    /// ```
    ///
    /// ```yaml,options
    /// words: 10
    /// ```
    ///
    /// ```md,bad
    /// ## 2026-03-02
    /// ### Updates
    /// - We had the workshop with Ines and Farah on Tuesday in Leeds, and after it sign-ups rose
    ///   from 31 to 44 a week
    /// ```
    BuriedPoint, "buried-point" {
        group: Updates, severity: Info, minimal: false,
        fix: None, scope: File, reads: Agenda, since: "0.1.0"
    }
    options {
        /// How many words may come before the point.
        words: usize = 60,
    }
}

impl Rule for BuriedPoint {
    fn check(&self, cx: &Context<'_>, out: &mut Sink<'_>) {
        let most = self.words.saturating_add(1);
        // A word and what parts it from the next are two bytes: in a short topic the point cannot come late.
        let may_be_late = |topic: &Topic<'_>| topic.span().len() >= most.saturating_mul(2) - 1;
        for topic in cx.topics_in(&[SectionKind::Updates]).filter(may_be_late) {
            let Some(point) = point(&topic) else { continue };
            let before = cx.file.file.slice(Span::new(topic.span().start(), point.start()));
            if !has_words(before, most) {
                continue;
            }
            let words = before.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
            if words > self.words {
                out.report(topic.head(), format!("the point comes after {}", count(words, "word")))
                    .label(point, "the point")
                    .help("open with it; what led there can follow");
            }
        }
    }
}

/// Where the first thing stands that a reader needs to know.
fn point(topic: &Topic<'_>) -> Option<Span> {
    const POINTS: [Signal; 6] =
        [Signal::Outcome, Signal::Risk, Signal::Blocker, Signal::Ask, Signal::Mitigation, Signal::Size];
    POINTS.iter().filter_map(|&signal| topic.signals().first(signal)).min()
}
