//! What a config says that must be known before a note is read.

use super::{Config, Objective, Okrs, Order};
use crate::{
    analysis::{self, Knowledge, Plan, registry::Registry},
    document::{Conventions, People, SectionKind, Vocabulary},
    language::{Signal, UserCues},
};

impl Config {
    /// What must be known before a note is read.
    pub fn knowledge(&self) -> Knowledge {
        let phrases = self.cues.iter().filter_map(|(name, phrases)| {
            let signal = Signal::from_name(&name.name().replace('-', "_"))?;
            Some(phrases.iter().map(move |phrase| (signal, phrase.as_str())))
        });
        Knowledge {
            conventions: Conventions { vocabulary: self.vocabulary(), people: self.known_people() },
            cues: UserCues::new(phrases.flatten()),
            okrs: self.listed_okrs(),
            plan: self.plan(),
        }
    }

    fn vocabulary(&self) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for (section, names) in &self.sections {
            let kind = SectionKind::ALL.into_iter().find(|kind| kind.name() == section.name());
            for name in names {
                match kind {
                    Some(kind) => vocabulary.add(kind, name),
                    None => vocabulary.add_private(name),
                }
            }
        }
        vocabulary
    }

    fn known_people(&self) -> People {
        let name = |person: &Option<super::PersonName>| person.as_ref().map(|name| name.0.clone());
        People { report: name(&self.people.report), manager: name(&self.people.manager), others: Vec::new() }
    }

    /// The objectives that the config itself lists; those of a file are read by whoever reads files.
    fn listed_okrs(&self) -> Registry {
        match &self.okrs {
            Some(Okrs::List(objectives)) => Registry::new(objectives.iter().map(Objective::known).collect()),
            _ => Registry::default(),
        }
    }

    fn plan(&self) -> Plan {
        Plan {
            minutes: self.meeting.length.0,
            update_minutes: self.meeting.updates.0,
            cadence: self.meeting.cadence.days,
            lead: self.meeting.lead_time.0,
            order: match self.meeting.order {
                Order::NewestFirst => analysis::Order::NewestFirst,
                Order::OldestFirst => analysis::Order::OldestFirst,
                Order::Any => analysis::Order::Any,
            },
        }
    }
}
