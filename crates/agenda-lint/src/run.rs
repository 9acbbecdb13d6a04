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
    write: E,
) -> Result<(), Failure>
where
    T: Send,
    W: Fn(&Note) -> Result<T, files::ReadError> + Sync,
    E: FnMut(Result<T, String>, &mut Console) -> Result<(), Failure>,
{
    let work = |notes: &[Note]| notes.iter().map(&work).collect();
    in_batches(notes, std::slice::from_ref, args, console, work, write)
}

/// As [`each`], for notes that are worked on together; `work` gives one result a note, in order.
pub(crate) fn each_notebook<T, W, E>(
    notebooks: &[Vec<Note>],
    args: &Paths,
    console: &mut Console,
    work: W,
    write: E,
) -> Result<(), Failure>
where
    T: Send,
    W: Fn(&[Note]) -> Vec<Result<T, files::ReadError>> + Sync,
    E: FnMut(Result<T, String>, &mut Console) -> Result<(), Failure>,
{
    in_batches(notebooks, Vec::as_slice, args, console, work, write)
}

fn in_batches<G, T, W, E>(
    groups: &[G],
    notes_of: fn(&G) -> &[Note],
    args: &Paths,
    console: &mut Console,
    work: W,
    mut write: E,
) -> Result<(), Failure>
where
    G: Sync,
    T: Send,
    W: Fn(&[Note]) -> Vec<Result<T, files::ReadError>> + Sync,
    E: FnMut(Result<T, String>, &mut Console) -> Result<(), Failure>,
{
    let pool = pool(args, groups.len());
    let start = Instant::now();
    let mut rest = groups;
    let mut read = 0;
    while !rest.is_empty() {
        let mut count = 0;
        let fits = |group: &&G| {
            let is_room = count < BATCH;
            count += notes_of(group).len();
            is_room
        };
        let (batch, after) = rest.split_at(rest.iter().take_while(fits).count());
        rest = after;
        let guarded = |group: &G| guard(notes_of(group), &work);
        let write_all = |done: Vec<_>| {
            read += done.len();
            done.into_iter().try_for_each(|done| write(done, console))
        };
        if let Some(pool) = &pool {
            let done: Vec<_> = pool.install(|| batch.par_iter().map(guarded).collect());
            done.into_iter().try_for_each(write_all)?;
        } else {
            // What came of one group is gone before the next is read.
            batch.iter().map(guarded).try_for_each(write_all)?;
        }
        if start.elapsed() > LONG {
            console.progress(&format!("{read} files read"));
        }
    }
    console.progress("");
    Ok(())
}

/// As many threads as were asked for; none where there is nothing to share out, nor where the system
/// gives none.
fn pool(args: &Paths, groups: usize) -> Option<rayon::ThreadPool> {
    let jobs = args.jobs.map_or(0, usize::from);
    if groups < 2 || jobs == 1 {
        return None;
    }
    rayon::ThreadPoolBuilder::new().num_threads(jobs).build().ok()
}

fn guard<T>(
    notes: &[Note],
    work: &impl Fn(&[Note]) -> Vec<Result<T, files::ReadError>>,
) -> Vec<Result<T, String>> {
    let named = |note: &Note| escape::path(&note.name);
    match (panic::catch_unwind(AssertUnwindSafe(|| work(notes))), notes) {
        (Ok(done), _) => {
            let told = |(done, note): (Result<T, _>, &Note)| {
                done.map_err(|error| format!("{}: {error}", named(note)))
            };
            done.into_iter().zip(notes).map(told).collect()
        }
        (Err(panic), [note]) => {
            vec![Err(format!(
                "{}: agenda-lint met a fault of its own: {}",
                named(note),
                reason(panic.as_ref())
            ))]
        }
        // One of them brought us down; the others are still worked on, each by itself.
        (Err(_), notes) => notes.iter().flat_map(|note| guard(std::slice::from_ref(note), work)).collect(),
    }
}
