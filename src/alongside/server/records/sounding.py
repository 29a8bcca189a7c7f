"""Names as they are heard: without accents, particles or order, in English ears and in Spanish ones."""

import re
import unicodedata
from functools import cache

import jellyfish

PARTICLES = frozenset(
    {"de", "la", "las", "los", "del", "y", "e", "da", "das", "do", "dos", "di", "van", "von", "der", "den", "el", "al", "bin", "ibn"}
)  # fmt: skip
ALIKE = 0.92  # Jaro-Winkler: a slip of the pen, not another name
# In order: what two spellings of one Spanish sound have in common.
SPANISH = (
    ("qu", "k"), ("ch", "C"), ("ll", "y"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("z", "s"), ("x", "j"), ("gue", "Ge"), ("gui", "Gi"),
    ("ge", "je"), ("gi", "ji"), ("G", "g"), ("v", "b"), ("h", ""), ("w", "u"),
)  # fmt: skip
Part = frozenset[str]  # the spellings one part of a name goes by: "de la Cruz" is found as cruz and as delacruz


def fold(text: str) -> str:
    """Small letters without accents."""
    return "".join(one for one in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(one))


def parts_of(name: str) -> list[Part]:
    """The parts of a name, in the order they are written; particles go with the part after them."""
    parts, before = [], ""
    for word in re.findall(r"[^\W\d_]+", re.sub(r"[’'`´]", "", fold(name))):
        if word in PARTICLES:
            before += word
            continue
        parts.append(frozenset({word, before + word}))
        before = ""
    return parts or ([frozenset({before})] if before else [])


@cache
def spanish(word: str) -> str:
    """How a Spanish ear keeps it: consonants by sound, no doubles, a vowel only in front."""
    for written, heard in SPANISH:
        word = word.replace(written, heard)
    word = re.sub(r"(.)\1+", r"\1", word)
    return word[:1] + re.sub(r"[aeiou]", "", word[1:])


def sounds_of(part: Part) -> frozenset[str]:
    """The sounds it is found by."""
    return frozenset(code for word in part for code in (f"en:{jellyfish.metaphone(word)}", f"es:{spanish(word)}") if len(code) > 4)


def is_alike(one: Part, other: Part) -> bool:
    """Whether two parts sound, or are written, nearly the same."""
    if sounds_of(one) & sounds_of(other):
        return True
    return any(jellyfish.jaro_winkler_similarity(this, that) >= ALIKE for this in one for that in other)
