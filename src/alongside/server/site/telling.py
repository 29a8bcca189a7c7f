"""Words as a page shows them: what was said, or the sentence that says why it is withheld."""

from collections.abc import Iterable

from alongside.core.party import Reference
from alongside.server.records.open import Words
from alongside.server.site.rows import Row
from alongside.server.site.sentences_withheld import say_withheld


def told_or_why(words: Words, reference: Reference) -> str:
    """What was said; the sentence that says why it is withheld; nothing where it was erased or is missing."""
    why = words.withheld.get(reference.vault_id)
    return say_withheld(why) if why else words.get(reference.vault_id, "")


def tell_all(words: Words, references: Iterable[Reference]) -> str:
    """Several in a row."""
    return " ".join(text for one in references if (text := told_or_why(words, one)))


def note_row(words: Words, at: int, reference: Reference) -> Row:
    """One note with its time."""
    return {"at": at, "words": told_or_why(words, reference), "withheld": reference.vault_id in words.withheld}
