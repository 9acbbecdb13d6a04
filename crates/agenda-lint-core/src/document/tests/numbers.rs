//! Days that are written in numbers alone, which the others of their file tell apart.

use super::{notebooks::days, read};
use crate::document::date::DateOrder;

#[test]
fn short_dates_may_begin_with_the_year() {
    for (text, found) in [
        (
            "## 26.02.05\n\n- a\n\n## 26.02.19.\n\n- b\n\n## 26.03.05 with Kip\n\n- c\n",
            "2026-02-05 2026-02-19 2026-03-05",
        ),
        ("## Tue 26-03-03\n\n- a\n\n## 26-02-17 (by phone)\n\n- b\n", "2026-03-03 2026-02-17"),
        (
            "**26/03/05**\n\n- a\n\n**26/02/19**\n\n- b\n\n**25/12/18**\n\n- c\n",
            "2026-03-05 2026-02-19 2025-12-18",
        ),
        ("- 26.03.05\n  - a\n- 26.02.19\n  - b\n", "2026-03-05 2026-02-19"),
        (
            "## 2026-03-05\n\n- a\n\n## 26.02.19\n\n- b\n\n## 26.02.05\n\n- c\n",
            "2026-03-05 2026-02-19 2026-02-05",
        ),
        // The day first, by the numbers and by how they run.
        ("## 19.02.26\n\n- a\n\n## 05.03.26\n\n- b\n", "2026-02-19 2026-03-05"),
        ("## 19.02.26\n\n- a\n\n## 26.02.26\n\n- b\n", "2026-02-19 2026-02-26"),
        (
            "## 20.12.25\n\n- a\n\n## 20.01.26\n\n- b\n\n## 20.02.26\n\n- c\n",
            "2025-12-20 2026-01-20 2026-02-20",
        ),
    ] {
        assert_eq!(days(text), found, "{text}");
    }
}

#[test]
fn where_the_year_is_first_the_month_is_before_the_day() {
    let (_, document) = read("a.md", "[26.03.05](#260305)\n\n## 26.03.05\n\n- a\n\n## 26.02.19\n\n- b\n");
    assert_eq!(document.date_order, Some(DateOrder::YearFirst));
    let text = "## 26.03.05\n\n- a\n\n## 26.02.19\n\n- b\n\n## 02/04/2026\n\n- c\n";
    assert_eq!(days(text), "2026-03-05 2026-02-19 2026-02-04");
}
