//! Stands in for `signals` on systems that have none; a temporary file that an interrupted run
//! leaves is taken away by the next.

/// A note is being written.
pub(super) struct Writing(());

impl Writing {
    pub(super) fn begin() -> Self {
        Self(())
    }

    pub(super) fn is_interrupted(&self) -> bool {
        let Self(()) = self;
        false
    }
}
