"""Stretches as rows of the page: exact times, who, on what ground, how long, what was raised meanwhile and what else was owed."""

from collections.abc import Iterable, Sequence

from alongside.core.codes import PartyKind
from alongside.server.site.rows import Row, View
from alongside.server.site.sentences import say_fact
from alongside.server.way.spans import Span
from alongside.server.way.story import Told
from alongside.server.way.turns import ALARMS, CASE, PERSON
from alongside.server.way.words import how_long, label_of, say, say_end

OVER = "over"


def chain_rows(view: View, links: Sequence[Span], beside: Sequence[Span], told: Sequence[Told], now: int) -> list[Row]:
    """Who answers for the person, one after another."""
    raised = [one for one in told if one.fact.kind in ALARMS]
    return [_link(view, number, link, beside, raised, now) for number, link in enumerate(links, 1)]


def _link(view: View, number: int, link: Span, beside: Sequence[Span], raised: Sequence[Told], now: int) -> Row:
    meanwhile = [one for one in raised if link.is_at(one.fact.at)]
    others = [one for one in beside if one.about != link.about and _overlap(one, link)]
    is_over = link.holder is None
    return {
        **_row(view, link, now),
        "number": number,
        "ground": say_end(PERSON, link.ground) if is_over else say("ground", link.ground),
        "is_over": is_over,
        "is_case": link.lane == CASE,
        "alarms": [{"at": one.fact.at, "sentence": _say(view, one)} for one in meanwhile],
        "beside": list(dict.fromkeys(f"{say('lane', one.lane)}: {_who(view, one)}" for one in others)),
    }


def beside_rows(view: View, spans: Sequence[Span], now: int) -> list[Row]:
    """What was reserved, promised, sent on and begun beside, in the order in which it began."""
    return [{**_row(view, one, now), **_beside(one)} for one in spans]


def _beside(one: Span) -> Row:
    return {
        "lane": say("lane", one.lane),
        "ground": say("ground", one.ground),
        "end": say_end(one.lane, one.end) if one.end else "",
        "referral": one.about if one.lane == "referral" else "",
        "case": one.about if one.lane == CASE else "",
    }


def story_rows(view: View, told: Iterable[Told]) -> list[Row]:
    """All that happened, in the order of the ledger: {at, sentence, by}."""
    return [{"at": one.fact.at, "sentence": _say(view, one), "by": view.names.staff.get(one.by, "")} for one in told]


def _say(view: View, one: Told) -> str:
    return say_fact(one.fact, view.names, view.board, view.language)


def _row(view: View, one: Span, now: int) -> Row:
    kind = one.holder.kind if one.holder else OVER
    return {
        "who": _who(view, one),
        "kind": kind,
        "kind_word": say("kind", kind),
        "since": one.since,
        "until": one.until,
        "long": how_long((now if one.until is None else one.until) - one.since),
        "by": view.names.staff.get(one.by, ""),
    }


def _who(view: View, one: Span) -> str:
    """Whoever has it; a place is named by itself, for who works there does not hold it."""
    return label_of(view, one.holder, one.until is None) if one.holder else ""


def _overlap(one: Span, other: Span) -> bool:
    return (other.until is None or one.since < other.until) and (one.until is None or other.since < one.until)


def party_kinds() -> list[Row]:
    """What the colors of the strip stand for."""
    return [{"kind": kind, "word": say("kind", kind)} for kind in (*(one.value for one in PartyKind), "worker", OVER)]
