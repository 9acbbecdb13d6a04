//! A text as words of letters, numbers and marks.

/// A word of letters, or a number, or a mark; letters and digits part so that `O1KR2` is four words.
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Letters,
    Number,
    Mark(char),
}

pub(super) struct Scan<'t> {
    pub(super) text: &'t str,
    lower: String,
    pub(super) words: Vec<Word>,
}

impl<'t> Scan<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut words: Vec<Word> = Vec::with_capacity(text.len() / 4 + 1);
        for (start, first) in text.char_indices() {
            let end = start + first.len_utf8();
            let kind = match first {
                digit if digit.is_ascii_digit() => Kind::Number,
                letter if letter.is_alphabetic() => Kind::Letters,
                space if space.is_whitespace() => continue,
                mark => Kind::Mark(mark),
            };
            match words.last_mut() {
                Some(last) if last.end == start && last.kind == kind && !matches!(kind, Kind::Mark(_)) => {
                    // `O1KRs`: letters go on until a digit.
                    last.end = end;
                }
                _ => words.push(Word { start, end, kind }),
            }
        }
        Self { text, lower: text.to_ascii_lowercase(), words }
    }

    pub(super) fn lower(&self, at: usize) -> &str {
        self.words
            .get(at)
            .filter(|word| word.kind == Kind::Letters)
            .map_or("", |word| &self.lower[word.start..word.end])
    }

    pub(super) fn written(&self, at: usize) -> &'t str {
        self.words.get(at).map_or("", |word| &self.text[word.start..word.end])
    }

    pub(super) fn is_mark(&self, at: usize, marks: &str) -> bool {
        matches!(self.words.get(at), Some(Word { kind: Kind::Mark(mark), .. }) if marks.contains(*mark))
    }

    pub(super) fn is_tight(&self, at: usize) -> bool {
        at > 0 && self.words.get(at).is_some_and(|word| word.start == self.words[at - 1].end)
    }

    /// The word after one of `marks`, if it stands at `at`.
    pub(super) fn past(&self, at: usize, marks: &str) -> usize {
        at + usize::from(self.is_mark(at, marks))
    }
}
