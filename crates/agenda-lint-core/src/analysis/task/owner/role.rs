//! What people are called beside their names: titles, posts and teams.

use crate::analysis::task::words::Words;

/// What stands before a name.
pub(super) fn is_title(word: &str) -> bool {
    matches!(
        word,
        "dr" | "prof"
            | "mr"
            | "mrs"
            | "ms"
            | "mx"
            | "sgt"
            | "cpl"
            | "lt"
            | "capt"
            | "maj"
            | "col"
            | "insp"
            | "supt"
            | "cllr"
            | "rev"
            | "fr"
            | "sr"
            | "br"
            | "hon"
            | "det"
            | "mme"
            | "mlle"
            | "herr"
            | "frau"
    )
}

/// `Charge nurse`, `Product owner`: what stands before a role, though it may be a verb or a subject elsewhere.
pub(super) fn is_post(word: &str) -> bool {
    matches!(
        word,
        "charge"
            | "store"
            | "duty"
            | "shift"
            | "floor"
            | "product"
            | "project"
            | "site"
            | "office"
            | "account"
            | "line"
            | "area"
            | "night"
            | "stock"
            | "workshop"
            | "test"
            | "release"
            | "support"
            | "sales"
            | "ward"
            | "lab"
    )
}

/// What a role ends in that a word before it tells from others of its kind.
pub(super) fn heads_role(word: &str) -> bool {
    matches!(
        word,
        "manager"
            | "lead"
            | "leader"
            | "director"
            | "coordinator"
            | "officer"
            | "supervisor"
            | "clerk"
            | "chef"
            | "nurse"
            | "engineer"
            | "technician"
            | "secretary"
            | "assistant"
            | "architect"
            | "consultant"
            | "planner"
            | "editor"
            | "designer"
            | "developer"
            | "analyst"
            | "accountant"
            | "treasurer"
            | "staff"
            | "crew"
            | "owner"
            | "student"
            | "teacher"
            | "rep"
    )
}

/// `Finance team`, `Kate's team`.
pub(super) fn is_group(words: &Words<'_>, at: usize) -> bool {
    words.is_any(at, &["team", "crew", "squad", "desk", "dept", "department", "office"])
}
