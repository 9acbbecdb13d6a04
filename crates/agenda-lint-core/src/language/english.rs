//! Whether a topic is English: judged by its small words, which every language has of its own.

use super::class::{Class, Classes};
use super::parse::Parse;
use super::token::Shape;

/// The small words that English prose is full of.
const SMALL: Classes = Classes::of(&[
    Class::I,
    Class::Us,
    Class::Our,
    Class::You,
    Class::Pronoun,
    Class::Determiner,
    Class::Not,
    Class::Modal,
    Class::Be,
    Class::Have,
    Class::Do,
    Class::Preposition,
    Class::And,
    Class::But,
    Class::Question,
    Class::To,
]);

/// Whether the text reads as English. Short texts without a sign to the contrary do.
pub(super) fn is_english(parse: &Parse<'_>) -> bool {
    let (mut words, mut foreign, mut small) = (0_usize, 0_usize, 0_usize);
    for token in parse.tokens.iter().filter(|token| token.shape == Shape::Word) {
        words += 1;
        let beyond_ascii =
            parse.passage.text[token.start..token.end].chars().any(|letter| letter > '\u{24f}');
        if beyond_ascii || token.is(Class::Foreign) && !token.any(SMALL) {
            foreign += 1;
        } else if token.any(SMALL) || token.known {
            small += 1;
        }
    }
    foreign < 2 || foreign * 3 < small || foreign * 8 < words
}
