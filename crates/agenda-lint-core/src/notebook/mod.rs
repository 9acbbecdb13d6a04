//! What is made of a notebook besides findings: its report, the message that shares an agenda, and
//! what the next meeting takes over.
//!
//! Nothing that is private leaves by any of them. May use: `text`, `syntax`, `document`, `language`,
//! `analysis`.

mod handover;
mod report;
mod share;

pub use handover::{Carried, Handover, Overdue};
pub use report::{Actions, Cadence, Gap, MeetingReport, Mention, Notes, ObjectiveReport, Report, Since};
pub use share::{ShareFormat, share};
