//! What comes of a change.

use super::parts;

#[test]
fn what_is_so_since_a_change_is_its_effect() {
    for (text, wanted) in [
        ("Put a rug down. The door doesn't bang any more.", "o"),
        ("Greased the hinge, the door doesn't close any more.", "r"),
        ("Rang the potter twice, he doesn't pick up any more.", "r"),
        ("Built a fence, you can't see the bins any more.", "o"),
        ("You can't see the bins any more.", ""),
        ("Moved the kiln. The glaze doesn't dry any more.", "r"),
        ("Guests walk in and chat, which they never did.", "o"),
        ("The lab says the clay comes in clean since we changed the sacks.", "o"),
        ("Since I glaze at night, the cooks can leave on time.", "o"),
        ("The old potters have started coming round again.", "o"),
        ("The old kilns have started failing again.", "r"),
        ("The old potters have started leaving again.", ""),
        ("The cooks say they can trust the kiln again.", "o"),
        ("We've stopped running out of clay.", ""),
        ("We keep running out of clay.", "r"),
        ("Guests don't fall any more on the steps.", ""),
    ] {
        assert_eq!(parts(text), wanted, "{text}");
    }
}
