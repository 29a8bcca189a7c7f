"""The figures of a replayed day. Drive and response times are modelled; outcomes are the record's or not stated."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from alongside.core.board import Board
from alongside.core.dispatch.facts import CrewSignedOn, NeedUnmet, Recommended
from alongside.core.fact import Fact
from alongside.server.replay.calls import RealCall
from alongside.server.replay.replayed import Replayed
from alongside.server.replay.when_and_where import count_hours, list_places

NOT_STATED = "not stated"


def measure(replayed: Replayed) -> dict[str, Any]:
    """Everything the report shows, as plain data."""
    source, profile, calls = replayed.source, replayed.profile, replayed.calls
    day, beats, board, played = replayed.day, replayed.beats, replayed.board, replayed.played
    words = {kind: profile.get_label(f"crew.{kind}") for kind in profile.rules.program.crews}
    return {
        "source": {"name": source.name, "title": source.title, "date": day.date.isoformat(), "licence": source.licence},
        "program": {"id": profile.rules.program.id, "label": profile.rules.program.label, "rules": profile.rules.hash},
        "reconciliation": {**asdict(day.sums), "adds_up": day.sums.adds_up},
        "places": {**Counter(call.placed_by for call in calls), "doubted_coordinates": beats.doubted},
        "map": list_places(profile, calls),
        "levels_by_origin": count_levels(calls),
        "by_hour": count_hours(calls, source.zone),
        "recommended": named(count_first(played.facts), words),
        "sent": named(count_sent(board), words),
        "unmet": count_unmet(played.facts, words),
        "on_duty": named(count_crews(played.facts), words),
        "times": count_times(calls, board),
        "history": count_history(calls),
        "still_open": len(board.open_incidents),
        "requests": played.requests,
        "facts": len(played.facts),
        "refused": dict(Counter(code for _, code in played.refused)),
    }


def count_levels(calls: Sequence[RealCall]) -> dict[str, dict[str, int]]:
    """Calls by level (most urgent first), by who asked."""
    found: dict[str, Counter[str]] = {}
    for call in sorted(calls, key=lambda one: -one.level):
        found.setdefault(str(int(call.level)), Counter())[call.origin.value] += 1
    return {level: dict(counts) for level, counts in found.items()}


def count_first(facts: Iterable[Fact]) -> Counter[str]:
    """For each incident the kind of crew recommended first, at the first time somebody was sent; "nobody" where nobody could be."""
    first: dict[str, str] = {}
    for fact in facts:
        if isinstance(fact, Recommended):
            first.setdefault(fact.incident, fact.options[0].crew_kind if fact.options else "nobody")
    return Counter(first.values())


def count_sent(board: Board) -> Counter[str]:
    """Assignments by what the crew was."""
    units = (board.units.find(one.unit) for one in board.assignments)
    return Counter(unit.crew_kind for unit in units if unit is not None)


def count_crews(facts: Iterable[Fact]) -> Counter[str]:
    """Units that signed on during the day, by kind, each once."""
    return Counter({fact.unit: fact.crew_kind for fact in facts if isinstance(fact, CrewSignedOn)}.values())


def count_unmet(facts: Sequence[Fact], words: Mapping[str, str]) -> list[dict[str, Any]]:
    """Calls for which a better kind of crew was not to be had, by kind and reason."""
    found = {(fact.incident, missing.crew_kind, missing.why) for fact in facts if isinstance(fact, NeedUnmet) for missing in fact.missing}
    counts = Counter((kind, why) for _, kind, why in found)
    return [
        {"kind": words.get(kind, kind), "why": why, "calls": count}
        for (kind, why), count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    ]


def named(counts: Counter[str], words: Mapping[str, str]) -> dict[str, int]:
    """Counts under people's words, the most first."""
    return {words.get(kind, kind): count for kind, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))}


def count_times(calls: Sequence[RealCall], board: Board) -> dict[str, dict[str, Any]]:
    """Modelled minutes: ring to sent, drive, ring to scene; with how many calls each is known for and how many not."""
    sent, drive, scene = [], [], []
    for call in calls:
        incident = board.incidents.find(call.incident)
        first = board.assignments.find(incident.assignments[0]) if incident and incident.assignments else None
        if incident is None or first is None:
            continue
        sent.append((min(first.times.values()) - call.at) / 60_000)
        if first.drive_ms is not None:
            drive.append(first.drive_ms / 60_000)
        if incident.first_on_scene_at:
            scene.append((incident.first_on_scene_at - call.at) / 60_000)
    parts = {"ring_to_sent": sent, "drive": drive, "ring_to_scene": scene}
    return {name: {**spread(minutes), "known": len(minutes), "not_known": len(calls) - len(minutes)} for name, minutes in parts.items()}


def spread(minutes: Sequence[float]) -> dict[str, float | None]:
    """Median and 90th percentile (nearest rank), to a tenth of a minute."""
    ordered = sorted(minutes)
    if not ordered:
        return {"median": None, "p90": None}
    return {"median": round(ordered[(len(ordered) - 1) // 2], 1), "p90": round(ordered[min(len(ordered) - 1, int(0.9 * len(ordered)))], 1)}


def count_history(calls: Sequence[RealCall]) -> list[dict[str, Any]]:
    """How the record says calls ended: its code, our word for it, how many."""
    counts = Counter((call.disposition_text or "–", (call.disposition or NOT_STATED).replace("_", " ")) for call in calls)
    return [
        {"code": code, "means": means, "calls": count} for (code, means), count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    ]
