//! A run over many notes: in batches, on several threads, in the order of the paths.

use std::{
    panic::{self, AssertUnwindSafe},
    time::{Duration, Instant},
};

use agenda_lint_core::files;
use rayon::prelude::*;

use crate::{
    Failure,
    args::Paths,
    input::Note,
    output::{Console, escape},
    reason,
};

/// How many notes are read before what came of them is written.
const BATCH: usize = 256;

/// After which time a run on a terminal says how far it is.
const LONG: Duration = Duration::from_millis(1500);

/// Does `work` for every note, then `write` with what came of it, in order, on this thread.
///
/// What came of a note is an error in words where it cannot be read, and where a fault of ours
/// showed in it: the other notes are worked on all the same.
pub(crate) fn each<T, W, E>(
    notes: &[Note],
    args: &Paths,
    console: &mut Console,
    work: W,
    mut write: E,
) -> Result<(), Failure>
where
    T: Send,
    W: Fn(&Note) -> Result<T, files::ReadError> + Sync,
    E: FnMut(Result<T, String>, &mut Console) -> Result<(), Failure>,
{
    let pool = pool(args, notes.len());
    let start = Instant::now();
    for (batch, notes) in notes.chunks(BATCH).enumerate() {
        let guarded = |note: &Note| guard(note, &work);
        let done: Vec<_> = match &pool {
            Some(pool) => pool.install(|| notes.par_iter().map(guarded).collect()),
            None => notes.iter().map(guarded).collect(),
        };
        for done in done {
            write(done, console)?;
        }
        if start.elapsed() > LONG {
            console.progress(&format!("{} files read", batch * BATCH + notes.len()));
        }
    }
    console.progress("");
    Ok(())
}

/// As many threads as were asked for; none for a single note, nor where the system gives none.
fn pool(args: &Paths, notes: usize) -> Option<rayon::ThreadPool> {
    let jobs = args.jobs.map_or(0, usize::from);
    if notes < 2 || jobs == 1 {
        return None;
    }
    rayon::ThreadPoolBuilder::new().num_threads(jobs).build().ok()
}

fn guard<T>(note: &Note, work: impl Fn(&Note) -> Result<T, files::ReadError>) -> Result<T, String> {
    let name = || escape::path(&note.name);
    match panic::catch_unwind(AssertUnwindSafe(|| work(note))) {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error)) => Err(format!("{}: {error}", name())),
        Err(panic) => {
            Err(format!("{}: agenda-lint met a fault of its own: {}", name(), reason(panic.as_ref())))
        }
    }
}
