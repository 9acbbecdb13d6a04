//! Whether a topic is English: judged by its small words, which every language has of its own.

use super::class::{Class, Classes};
use super::parse::Parse;
use super::spelt::spelt;
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

/// Words that stand between the parts of a name.
const PARTICLES: [u32; 12] =
    spelt(["van", "von", "den", "der", "de", "la", "le", "du", "del", "da", "di", "dos"]);

/// Whether the text reads as English. Short texts without a sign to the contrary do.
pub(super) fn is_english(parse: &Parse<'_>) -> bool {
    if !parse.foreign {
        return true;
    }
    let (mut words, mut foreign, mut small, mut in_name) = (0_usize, 0_usize, 0_usize, false);
    for token in parse.tokens.iter().filter(|token| token.shape == Shape::Word) {
        words += 1;
        // "Jürgen van den Berg" is a name in any language.
        let particle = in_name && token.spells(&PARTICLES);
        in_name = token.capital || particle;
        if particle {
            continue;
        }
        if token.any(SMALL) {
            small += 1;
        } else if token.is(Class::Foreign) {
            foreign += 1;
        } else if token.known {
            small += 1;
        }
    }
    foreign < 2 || foreign * 3 < small || foreign * 8 < words
}

#[cfg(test)]
mod tests {
    use crate::language::{Line, Passage, look};

    #[test]
    fn languages_are_told_by_their_small_words() {
        for (text, english) in [
            ("The mixer is as slow as before. Ideas?", true),
            ("Roadmap", true),
            ("Ask Jürgen van den Berg about the café in São Paulo", true),
            ("Wir warten noch auf die Zahlen, danach gibt es einen Bericht.", false),
            ("Le rapport est dans le dossier, mais il manque une annexe.", false),
            ("Todavía no está listo, pero lo hago para el viernes.", false),
        ] {
            let lines = [Line { range: 0..text.len(), depth: 0, quoted: false }];
            assert_eq!(look(&Passage { text, lines: &lines, opaque: &[] }).english, english, "{text}");
        }
    }
}
