//! Changes to a text, in groups that are made wholly or not at all.

use super::Span;

/// Replaces a span of the text by other text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// What is replaced: byte offsets into the text before the edit; empty to insert.
    pub span: Span,
    /// What stands there afterwards; empty to delete.
    pub text: String,
}

impl Edit {
    /// Puts `text` in the place of `span`.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }

    /// Puts `text` before byte `at`.
    pub fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::replace(Span::empty(at), text)
    }

    /// Removes `span`.
    pub fn delete(span: Span) -> Self {
        Self::replace(span, String::new())
    }
}

/// Makes each group of edits wholly or not at all, earlier groups first.
///
/// A group of which an edit overlaps or touches one already taken is left for another round, so
/// that no two groups ever meet. Within a group, edits may touch but not overlap. Returns the new
/// text and the indices of the groups that were made.
pub fn apply<'e>(source: &str, groups: impl IntoIterator<Item = &'e [Edit]>) -> (String, Vec<usize>) {
    let mut taken: Vec<&Edit> = Vec::new();
    let mut made = Vec::new();
    for (index, group) in groups.into_iter().enumerate() {
        let mut sorted: Vec<&Edit> = group.iter().collect();
        sorted.sort();
        let disjoint = sorted.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start());
        let fits =
            sorted.iter().all(|edit| source.get(edit.span.range()).is_some() && is_free(&taken, edit.span));
        if disjoint && fits && !sorted.is_empty() {
            for edit in sorted {
                let at = taken.partition_point(|other| other.span <= edit.span);
                taken.insert(at, edit);
            }
            made.push(index);
        }
    }

    let mut text = String::with_capacity(source.len());
    let mut done = 0;
    for edit in taken {
        text.push_str(&source[done..edit.span.start()]);
        text.push_str(&edit.text);
        done = edit.span.end();
    }
    text.push_str(&source[done..]);
    (text, made)
}

/// Whether `span` neither overlaps nor touches any edit of `taken`, which is sorted and disjoint.
fn is_free(taken: &[&Edit], span: Span) -> bool {
    let next = taken.partition_point(|other| other.span.end() < span.start());
    taken.get(next).is_none_or(|other| span.end() < other.span.start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_that_touches_another_waits() {
        let first = [Edit::replace(Span::new(0, 1), "A")];
        let touching = [Edit::insert(1, "-"), Edit::delete(Span::new(4, 5))];
        let apart = [Edit::insert(3, "+")];
        let (text, made) = apply("abcde", [&first[..], &touching, &apart]);
        assert_eq!(text, "Abc+de");
        assert_eq!(made, [0, 2]);
    }

    #[test]
    fn edits_of_one_group_may_touch_but_not_overlap() {
        let touching = [Edit::insert(1, "+"), Edit::delete(Span::new(1, 2))];
        assert_eq!(apply("abc", [&touching[..]]).0, "a+c");
        let overlapping = [Edit::delete(Span::new(0, 2)), Edit::delete(Span::new(1, 3))];
        assert_eq!(apply("abc", [&overlapping[..]]), ("abc".to_owned(), vec![]));
    }
}
