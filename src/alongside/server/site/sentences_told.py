"""Facts whose line depends on what was told: an answer that is no, and what nobody knows, are said as such and name nothing else."""

from alongside.core.fact import Fact
from alongside.core.intake.facts import RedFlagReported, WeaponReported
from alongside.server.site.sentences_facts import FACTS

WEAPON_TOLD = {
    "denied": "No weapon (told by: {source}).",
    "unknown": "Nobody knows about a weapon (told by: {source}).",
    "not_asked": "Nobody has asked about a weapon yet.",
}
WEAPON_SOMEWHERE = "{weapon}: {state} (told by: {source})."
FLAG_TOLD = {
    "no": "Medical sign, asked: {flag}: no ({when}).",
    "unknown": "Medical sign, not known yet: {flag} ({when}).",
}
LINES: dict[str, dict[str, str]] = {"weapon": {**WEAPON_TOLD, "somewhere": WEAPON_SOMEWHERE}, "flag": FLAG_TOLD}


def line_of(fact: Fact) -> str:
    """The sentence for this fact, untranslated."""
    if isinstance(fact, WeaponReported):
        return WEAPON_TOLD.get(fact.state) or (WEAPON_SOMEWHERE if fact.place in ("", "unknown") else FACTS[fact.kind])
    if isinstance(fact, RedFlagReported):
        return FLAG_TOLD.get(fact.state) or FACTS[fact.kind]
    return FACTS[fact.kind]
