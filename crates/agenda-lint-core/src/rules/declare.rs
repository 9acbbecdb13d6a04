//! What is known of a rule besides its check, and the two macros that declare rules.

use crate::diagnostic::Severity;

/// What a rule is about; the chapters of the rules page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Sections, and what stands in them.
    Structure,
    /// Status lines.
    Updates,
    /// Asking for advice.
    Advice,
    /// The writer's own growth.
    Career,
    /// Where the team or the product should go.
    Strategy,
    /// What matters to both.
    Alignment,
    /// What was promised.
    Actions,
    /// Dates, order and cadence.
    Timing,
    /// Comments to this tool.
    Hygiene,
}

impl Group {
    /// Every group, in the order of the rules page.
    pub const ALL: [Self; 9] = [
        Self::Structure,
        Self::Updates,
        Self::Advice,
        Self::Career,
        Self::Strategy,
        Self::Alignment,
        Self::Actions,
        Self::Timing,
        Self::Hygiene,
    ];

    /// The group's name, in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::Updates => "updates",
            Self::Advice => "advice",
            Self::Career => "career",
            Self::Strategy => "strategy",
            Self::Alignment => "alignment",
            Self::Actions => "actions",
            Self::Timing => "timing",
            Self::Hygiene => "hygiene",
        }
    }
}

/// How a rule's findings can be mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FixKind {
    /// By hand only.
    None,
    /// Some of them by a fix that keeps the meaning.
    Safe,
    /// Some of them by a fix that adds or moves text.
    Unsafe,
}

/// What a rule must see to judge one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// That file only.
    File,
    /// The other files of its notebook too.
    Notebook,
}

/// Which meetings of a file a rule reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// Those that are judged: the next one, or all if the user asks for all.
    Agenda,
    /// Every one, past ones too.
    All,
}

/// What is known of a rule besides its check. Written by `declare_rule!`.
#[derive(Debug)]
pub struct RuleMeta {
    /// The fault it finds, in kebab case.
    pub name: &'static str,
    /// What it is about.
    pub group: Group,
    /// Its severity in the recommended preset; none if it is off there.
    pub severity: Option<Severity>,
    /// Whether the minimal preset has it too.
    pub minimal: bool,
    /// How its findings can be mended.
    pub fix: FixKind,
    /// What it must see.
    pub scope: Scope,
    /// Which meetings it reads.
    pub reads: Reads,
    /// The version that brought it.
    pub since: &'static str,
    /// Its documentation, as the doc comment has it: each line begins with a blank.
    pub docs: &'static str,
    /// The source file that holds it.
    pub file: &'static str,
}

impl RuleMeta {
    /// The documentation as Markdown: a sentence, the reason, examples and options.
    pub fn markdown(&self) -> String {
        self.docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).fold(
            String::with_capacity(self.docs.len()),
            |mut text, line| {
                text.push_str(line);
                text.push('\n');
                text
            },
        )
    }

    /// The first sentence of the documentation: what a note should be like.
    pub fn summary(&self) -> String {
        let text = self.markdown();
        text.split("\n\n").next().unwrap_or_default().trim().replace('\n', " ")
    }

    /// Where the documentation can be read.
    pub fn url(&self) -> String {
        format!("{}/blob/main/docs/rules.md#{}", env!("CARGO_PKG_REPOSITORY"), self.name)
    }
}

/// What `declare_rule!` writes for a rule.
pub trait Described {
    /// What is known of the rule.
    const META: RuleMeta;
}

/// Declares a rule: its documentation, what is known of it, and its options with their defaults.
///
/// Writes the type of the rule, which holds the options, and its [`Described`].
macro_rules! declare_rule {
    (
        $(#[doc = $doc:literal])+
        $rule:ident, $name:literal {
            group: $group:ident, severity: $severity:ident, minimal: $minimal:literal,
            fix: $fix:ident, scope: $scope:ident, reads: $reads:ident, since: $since:literal $(,)?
        }
        $(options { $($(#[doc = $option_doc:literal])+ $option:ident: $type:ty = $default:expr,)+ })?
    ) => {
        // No doc comment: it would put the examples into the config's schema, which has the summary.
        #[derive(Clone, Debug, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
        pub(crate) struct $rule {
            $($($(#[doc = $option_doc])+ $option: $type,)+)?
        }

        impl Default for $rule {
            fn default() -> Self {
                Self { $($($option: $default,)+)? }
            }
        }

        impl $crate::rules::Described for $rule {
            const META: $crate::rules::RuleMeta = $crate::rules::RuleMeta {
                name: $name,
                group: $crate::rules::Group::$group,
                severity: $crate::rules::declare::severity!($severity),
                minimal: $minimal,
                fix: $crate::rules::FixKind::$fix,
                scope: $crate::rules::Scope::$scope,
                reads: $crate::rules::Reads::$reads,
                since: $since,
                docs: concat!($($doc, "\n"),+),
                file: file!(),
            };
        }
    };
}

/// The severity of that name in the recommended preset; `Off` is none.
macro_rules! severity {
    (Off) => {
        None
    };
    ($severity:ident) => {
        Some($crate::diagnostic::Severity::$severity)
    };
}

/// The list of all rules: writes their modules, [`RULES`](super::RULES) and
/// [`RulesConfig`](super::RulesConfig).
macro_rules! rules {
    ($($module:ident::$rule:ident,)+) => {
        $(mod $module;)+

        /// What is known of every rule, in the order of the catalogue.
        pub static RULES: &[&RuleMeta] = &[$(&<$module::$rule as Described>::META),+];

        /// What a config says of the rules; a rule that is not named keeps its preset's severity.
        #[derive(Clone, Debug, Default, serde::Deserialize, schemars::JsonSchema)]
        #[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
        pub struct RulesConfig {
            $(
                $module: Setting<$module::$rule>,
            )+
        }

        impl RulesConfig {
            /// Takes over what `other` says; what it does not name stays.
            pub fn merge(&mut self, other: &Self) {
                $(self.$module.merge(&other.$module);)+
            }

            /// The rules that are on. `severity` says which are, from what is known of a rule and
            /// the level that this config gives it.
            pub fn active(
                &self,
                severity: impl Fn(&'static RuleMeta, Option<Level>) -> Option<Severity>,
            ) -> Vec<Active> {
                [$(self.$module.active(&severity)),+].into_iter().flatten().collect()
            }
        }
    };
}

pub(crate) use {declare_rule, rules, severity};
