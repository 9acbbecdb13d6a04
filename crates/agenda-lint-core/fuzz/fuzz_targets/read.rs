//! Any bytes, read as a note: no panic, and what is read is the bytes.
#![no_main]

use agenda_lint_core::files::decode;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(file) = decode("a.md", bytes.to_vec()) {
        assert_eq!(file.with_bom(file.text()).as_bytes(), bytes);
    }
});
