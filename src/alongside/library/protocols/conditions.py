"""Reads the closed vocabulary of conditions: ``all``, ``any``, ``not``, ``is``."""

from collections.abc import Mapping

from alongside.core.intake.condition import All, Any, Condition, Is, Not
from alongside.library.shape import Part

VOCABULARY = ("all", "any", "not", "is")
Known = Mapping[str, tuple[str, ...]]  # question -> the answers a condition may name


def read_condition(part: Part, known: Known) -> Condition:
    """One condition. ``known`` are the questions that may be looked at here, with their answers."""
    part.only(*VOCABULARY)
    if len(part.value) != 1:
        raise part.mistake("must say exactly one of all, any, not, is; put several inside “all”")
    (verb,) = part.value
    if verb == "not":
        return Not(read_condition(part.at("not"), known))
    if verb == "is":
        return _read_is(part, known)
    inside = tuple(read_condition(below, known) for below in part.parts(verb, least=1))
    return All(inside) if verb == "all" else Any(inside)


def _read_is(part: Part, known: Known) -> Condition:
    """``is: {weapon: [firearm, blade], place: in_hand}``: every question named has one of its answers."""
    leaves = []
    for question, below in part.mapping("is"):
        if question not in known:
            raise below.mistake(f"“{question}” is not a question that can be looked at here; use one of {', '.join(known) or 'none'}")
        leaves.append(Is(question, part.at("is").codes(question, among=known[question])))
        if not leaves[-1].answers:
            raise below.mistake("names no answer; name at least one")
    if not leaves:
        raise part.mistake("names no question; write is: {question: answer}", "is")
    return leaves[0] if len(leaves) == 1 else All(tuple(leaves))
