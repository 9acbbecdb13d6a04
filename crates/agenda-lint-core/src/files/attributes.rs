//! Gives a new file what belonged to the old one: owner, group, extended attributes, mode.

use std::{
    fs::{File, Metadata},
    io,
};

/// Owner first, since a change of owner takes rights away; mode last, so that the text is never
/// more readable than the note.
pub(super) fn copy(note: &File, metadata: &Metadata, temp: &File) -> io::Result<()> {
    #[cfg(unix)]
    {
        copy_owner(metadata, temp)?;
        copy_extended(note, temp)?;
    }
    #[cfg(not(unix))]
    let _ = note;
    temp.set_permissions(metadata.permissions())
}

#[cfg(unix)]
fn copy_owner(metadata: &Metadata, temp: &File) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};

    let ours = temp.metadata()?;
    let uid = (ours.uid() != metadata.uid()).then_some(metadata.uid());
    let gid = (ours.gid() != metadata.gid()).then_some(metadata.gid());
    if uid.is_some() || gid.is_some() { fchown(temp, uid, gid) } else { Ok(()) }
}

#[cfg(unix)]
fn copy_extended(note: &File, temp: &File) -> io::Result<()> {
    use xattr::FileExt;

    let names = match note.list_xattr() {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => return Ok(()),
        names => names?,
    };
    for name in names {
        let value = note.get_xattr(&name)?;
        if let Some(value) = value
            && temp.get_xattr(&name)?.as_ref() != Some(&value)
            && let Err(error) = temp.set_xattr(&name, &value)
            // The system sets its own labels, and lets nobody else.
            && !name.to_string_lossy().starts_with("security.")
        {
            return Err(error);
        }
    }
    Ok(())
}
