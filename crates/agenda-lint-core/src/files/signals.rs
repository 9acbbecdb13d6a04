//! Lets a write end tidily when the user interrupts the program.
//!
//! While any note is being written, SIGINT, SIGTERM and SIGHUP only raise a flag; the writers see
//! it, take their temporary files away, and the last one to leave lets the signal have its usual
//! effect. At all other times the signals act as ever.

use std::sync::{
    Arc, LazyLock, Mutex, PoisonError,
    atomic::{AtomicBool, AtomicUsize, Ordering},
};

use signal_hook::{consts, flag, low_level};

struct Watch {
    /// How many notes are being written now.
    writers: Mutex<usize>,
    /// No note is being written.
    idle: Arc<AtomicBool>,
    /// The signal that came, or 0.
    signal: Arc<AtomicUsize>,
}

static WATCH: LazyLock<Watch> = LazyLock::new(|| {
    let watch = Watch {
        writers: Mutex::new(0),
        idle: Arc::new(AtomicBool::new(true)),
        signal: Arc::new(AtomicUsize::new(0)),
    };
    for signal in [consts::SIGINT, consts::SIGTERM, consts::SIGHUP] {
        // Where a handler cannot be set, the signal keeps its usual effect: a temporary file may
        // then stay behind, which the next run takes away.
        let number = usize::try_from(signal).unwrap_or_default();
        if flag::register_usize(signal, Arc::clone(&watch.signal), number).is_ok() {
            drop(flag::register_conditional_default(signal, Arc::clone(&watch.idle)));
        }
    }
    watch
});

/// Holds signals off while it lives.
pub(super) struct Writing(&'static Watch);

impl Writing {
    pub(super) fn begin() -> Self {
        let mut writers = WATCH.writers.lock().unwrap_or_else(PoisonError::into_inner);
        *writers += 1;
        WATCH.idle.store(false, Ordering::SeqCst);
        Self(&WATCH)
    }

    /// Whether a signal has come and the write should be given up.
    pub(super) fn is_interrupted(&self) -> bool {
        self.0.signal.load(Ordering::SeqCst) != 0
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        let mut writers = self.0.writers.lock().unwrap_or_else(PoisonError::into_inner);
        *writers -= 1;
        if *writers == 0 {
            self.0.idle.store(true, Ordering::SeqCst);
            let signal = self.0.signal.load(Ordering::SeqCst);
            if signal != 0 {
                drop(low_level::emulate_default_handler(i32::try_from(signal).unwrap_or_default()));
            }
        }
    }
}
