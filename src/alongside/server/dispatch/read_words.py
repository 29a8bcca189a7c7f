"""The protected words that belong to an incident, read once through the vault, which writes down who read."""

from collections.abc import Iterable

from alongside.core.fact import Fact
from alongside.core.party import Reference
from alongside.server.records.open import Words
from alongside.server.site.sentences_withheld import say_withheld


def references_of(facts: Iterable[Fact]) -> list[Reference]:
    """Every reference to words that these facts carry, in order."""
    return [reference for fact in facts for reference in getattr(fact, "words", ())]


def words_on(fact: Fact, words: dict[str, str]) -> list[tuple[str, str]]:
    """(field, words) of one fact."""
    carried: tuple[Reference, ...] = getattr(fact, "words", ())
    return [(one.field, words[one.vault_id]) for one in carried if one.vault_id in words]


def withheld_on(fact: Fact, words: Words) -> list[str]:
    """Why words of one fact are not shown, each reason once."""
    carried: tuple[Reference, ...] = getattr(fact, "words", ())
    return list(dict.fromkeys(say_withheld(words.withheld[one.vault_id]) for one in carried if one.vault_id in words.withheld))


def why_withheld(facts: Iterable[Fact], words: Words, field: str) -> str:
    """Why what was said last in this field is not shown, or nothing."""
    last = next((one for one in reversed(references_of(facts)) if one.field == field), None)
    return say_withheld(words.withheld[last.vault_id]) if last and last.vault_id in words.withheld else ""
