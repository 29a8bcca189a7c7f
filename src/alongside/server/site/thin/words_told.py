"""The answer to POST /words: what was said, and why the rest is withheld."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import override

from alongside.core.party import Reference
from alongside.server.records.open import Words
from alongside.server.site.sentences_withheld import say_withheld


def tell(wanted: Iterable[tuple[str, Reference]], texts: Words, language: str) -> dict[str, dict[str, Any]]:
    """By incident: what was said, and under ``withheld`` why the rest is not shown. Whoever reads this knows of the incident."""
    told: dict[str, dict[str, Any]] = {}
    with override(language):
        for incident, one in wanted:
            if one.vault_id in texts:
                told.setdefault(incident, {})[one.field] = texts[one.vault_id]
            elif why := texts.withheld.get(one.vault_id):
                told.setdefault(incident, {}).setdefault("withheld", {})[one.field] = {"code": why.reason, "sentence": say_withheld(why)}
    return told
