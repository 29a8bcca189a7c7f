"""One person's story from the ledger: what happened, and who was responsible when."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from alongside.core.fact import Fact
from alongside.core.party import Party, Reference
from alongside.core.promise.facts import EpisodeEnded, EpisodeOpened, EpisodeReopened, ResponsibilityTaken
from alongside.server.site.record_facts import OF_RECORD
from alongside.server.site.rows import Row, View
from alongside.server.site.sentences import say_fact

QUIET = OF_RECORD | {"SignGiven", "ClockMoved", "Recommended"}  # too many, and they tell a reader nothing new


class Told(NamedTuple):
    """One fact with when it happened and who asked for it."""

    fact: Fact
    by: str


def tell(view: View, facts: Iterable[Told], episode: str) -> list[Row]:
    """Lines {at, sentence, by} of this person and of the incident as a whole, latest first; other people's lines are left out."""
    lines = [
        {"at": one.fact.at, "sentence": say_fact(one.fact, view.names, view.board, view.language), "by": view.names.person(one.by)}
        for one in facts
        if one.fact.kind not in QUIET and getattr(one.fact, "episode", episode) in (episode, "")
    ]
    return sorted(lines, key=lambda line: line["at"], reverse=True)


def list_responsible(view: View, facts: Sequence[Told], episode: str) -> list[Row]:
    """Who was responsible from when until when, oldest first; ``until`` is None for whoever is responsible now."""
    spans: list[Row] = []
    for one in facts:
        if getattr(one.fact, "episode", "") != episode:
            continue
        party = _starts(one.fact)
        if spans and spans[-1]["until"] is None and (party or isinstance(one.fact, EpisodeEnded)):
            spans[-1]["until"] = one.fact.at
        if party:
            label = view.names.party(view.board, party, view.language)
            spans.append({"label": label, "kind": party.kind.value, "since": one.fact.at, "until": None})
    return spans


def _starts(fact: Fact) -> Party | None:
    if isinstance(fact, EpisodeOpened | EpisodeReopened):
        return fact.responsible
    return fact.taken_by if isinstance(fact, ResponsibilityTaken) else None


def list_notes(facts: Sequence[Told], episode: str) -> list[tuple[int, Reference]]:
    """(when, reference) of the notes about this person: only those, never another person's of the same incident."""
    found = [one.fact for one in facts if one.fact.kind == "NoteWritten" and getattr(one.fact, "episode", "") == episode]
    return [(fact.at, reference) for fact in found for reference in getattr(fact, "words", ())]
