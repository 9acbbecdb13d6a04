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
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            let start = at;
            let (kind, width) = match byte {
                b'0'..=b'9' => (Kind::Number, run(bytes, at, u8::is_ascii_digit)),
                b'a'..=b'z' | b'A'..=b'Z' => (Kind::Letters, run(bytes, at, u8::is_ascii_alphabetic)),
                b' ' | b'\t'..=b'\r' => {
                    at += 1;
                    continue;
                }
                _ => {
                    let first = text[at..].chars().next().unwrap_or_default();
                    let kind = match first {
                        letter if letter.is_alphabetic() => Kind::Letters,
                        space if space.is_whitespace() => {
                            at += space.len_utf8();
                            continue;
                        }
                        mark => Kind::Mark(mark),
                    };
                    (kind, first.len_utf8())
                }
            };
            let end = start + width;
            at = end;
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

/// How many bytes from `at` on are of one sort.
fn run(bytes: &[u8], at: usize, is: impl Fn(&u8) -> bool) -> usize {
    bytes[at..].iter().take_while(|byte| is(byte)).count()
}
