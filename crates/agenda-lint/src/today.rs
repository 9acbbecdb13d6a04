//! The clock, read in this one place.

use jiff::{
    Timestamp, Zoned,
    civil::{Date, DateTime},
    tz::TimeZone,
};

/// The date today, where the user is.
pub(crate) fn today() -> Date {
    now().date()
}

/// The date and time now, where the user is.
pub(crate) fn now() -> DateTime {
    let zone = std::env::var_os("TZ");
    // `TZ` may name any file to read; only the name of a zone is let through.
    let is_name = |zone: &str| {
        zone.len() <= 64
            && zone.starts_with(|c: char| c.is_ascii_alphabetic())
            && zone.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/_+-".contains(&byte))
    };
    match zone.as_ref().map(|zone| zone.to_str().is_some_and(is_name)) {
        None | Some(true) => Zoned::now().datetime(),
        Some(false) => Timestamp::now().to_zoned(TimeZone::UTC).datetime(),
    }
}
