"""Words as a page shows them: what was said, or the sentence that says why it is withheld."""

from collections.abc import Iterable

from alongside.core.party import Reference
from alongside.server.records.open import Words
from alongside.server.site.as_read import as_read
from alongside.server.site.rows import Row
from alongside.server.site.sentences_withheld import say_withheld


def told_or_why(words: Words, reference: Reference) -> str:
    """What was said, a day as people read it; the sentence that says why it is withheld; nothing where it was erased or is missing."""
    why = words.withheld.get(reference.vault_id)
    return say_withheld(why) if why else as_read(reference.field, words.get(reference.vault_id, ""))


def tell_all(words: Words, references: Iterable[Reference]) -> str:
    """Several in a row."""
    return " ".join(text for one in references if (text := told_or_why(words, one)))


def note_row(words: Words, at: int, reference: Reference) -> Row:
    """One note with its time."""
    return {"at": at, "words": told_or_why(words, reference), "withheld": reference.vault_id in words.withheld}


def references_of(rows: Iterable[Row]) -> list[Reference]:
    """All words that rows bear as ``references``."""
    return [reference for row in rows for reference in row["references"]]


def tell_said_back(rows: Iterable[Row], words: Words) -> None:
    """What a place asked back and what it was answered, oldest first, beside the reservation."""
    for row in rows:
        row["said_back"] = [text for one in row["references"] if (text := told_or_why(words, one))]


def tell_paper(text: str, is_file: bool) -> dict[str, str | bool]:
    """Words as they are, or of a photo or scan what it is, and whether a page draws it."""
    return {"text": text, "is_file": is_file, "is_picture": is_file and not text.startswith("PDF")}
