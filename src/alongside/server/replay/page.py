"""The report as one page: no outside request, light and dark, readable on a phone and on paper."""

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any

from alongside.server.replay.drawing import draw_hours, draw_map

STYLE = (Path(__file__).parent / "report.css").read_text(encoding="utf-8")
MODELLED = '<span class="tag">modelled</span>'
WHY = {
    "none_on_duty": "none on duty at that hour", "all_busy": "all were busy", "too_far": "too far away", "incomplete": "crew not complete",
}  # fmt: skip
LEVELS = {"4": "4 · immediate", "3": "3 · urgent", "2": "2 · moderate", "1": "1 · routine", "0": "0 · not behavioral-health"}
ORIGINS = {"call_911": "911 call", "officer": "Officer", "call_988": "988 call"}
HOW = {"geocoded": "own coordinate", "beat": "middle of its beat", "unknown": "place not known"}
TAKEN = {
    1: "Taken: behavioral-health by the classifier",
    2: "Taken: behavioral-health by the classifier, and calls that often turn out to be",
    4: "Taken: every call of the day",
}
TIMES = {
    "ring_to_sent": ("First ring to a crew sent", "from the record's time stamp to the first assignment"),
    "drive": ("Drive of the crew sent first", "grid roads, lights and sirens where the crew uses them"),
    "ring_to_scene": ("First ring to on scene", "the first crew to arrive"),
}


def write_page(figures: Mapping[str, Any]) -> str:
    """The whole page of one replayed day."""
    source, program = figures["source"], figures["program"]
    title = f"{source['title']}, {source['date']}"
    parts = [
        head(title, program["label"]), summary(figures), reconciliation(figures), levels(figures), responses(figures), unmet(figures),
        times(figures), history(figures), method(figures),
    ]  # fmt: skip
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Replay: {escape(title)}</title><style>{STYLE}</style></head>
<body><main>{"".join(parts)}</main></body></html>
"""


def head(title: str, program: str) -> str:
    return (
        f"<header><p class='kind'>Replay of a real day</p><h1>{escape(title)}</h1>"
        f"<p>As answered by the program <strong>{escape(program)}</strong>. Calls are the record’s; "
        f"crews are invented; drives and times are {MODELLED}.</p></header>"
    )


def summary(figures: Mapping[str, Any]) -> str:
    """The four numbers first."""
    sums, clock = figures["reconciliation"], figures["times"]
    unmet_calls = sum(row["calls"] for row in figures["unmet"])
    cells = (
        (sums["taken"], "calls taken", f"of {sums['source_rows']:,} in the record that day"),
        (minutes(clock["ring_to_scene"]["median"]), "first ring to on scene", f"median {MODELLED}"),
        (minutes(clock["drive"]["median"]), "drive", f"median {MODELLED}"),
        (unmet_calls, "times a better crew was not to be had", "see unmet need"),
    )
    shown = (f"<li><strong>{value}</strong><span>{escape(what)}</span><small>{note}</small></li>" for value, what, note in cells)
    return f"<ul class='sums'>{''.join(shown)}</ul>"


def reconciliation(figures: Mapping[str, Any]) -> str:
    sums = figures["reconciliation"]
    rows = [
        (TAKEN[len(figures["wanted"])], sums["taken"]),
        ("Not taken: often turns out to be one (such as a welfare check)", sums["possible"]),
        ("Not taken: not behavioral-health", sums["not_behavioural"]),
        ("Repeats of another row", sums["repeats"]),
        ("Set aside: could not be read", sums["set_aside"]),
        ("Sum", sum(sums[key] for key in ("taken", "possible", "not_behavioural", "repeats", "set_aside"))),
        ("Rows of the day, counted in the source file itself", sums["source_rows"]),
    ]
    verdict = "The two agree." if sums["adds_up"] else "THE TWO DO NOT AGREE: do not use this report."
    return section("Where every row went", table(("Rows", "Count"), rows), verdict)


def levels(figures: Mapping[str, Any]) -> str:
    found = figures["levels_by_origin"]
    origins = sorted({origin for counts in found.values() for origin in counts})
    rows = [(LEVELS[level], *(counts.get(origin, 0) for origin in origins), sum(counts.values())) for level, counts in found.items()]
    words = tuple(ORIGINS.get(origin, origin.replace("_", " ")) for origin in origins)
    note = (
        "Level by a stated table of call types; nobody’s answers are made up. The record does not say who asked: calls count as 911 calls."
    )
    grid = f"<div class='pair'>{table(('Level', *words, 'All'), rows)}{draw_hours(figures['by_hour'])}</div>"
    return section("Calls by level and origin", grid, note)


def responses(figures: Mapping[str, Any]) -> str:
    kinds = list(dict.fromkeys([*figures["recommended"], *figures["sent"], *figures["on_duty"]]))
    rows = [(kind, figures["on_duty"].get(kind, 0), figures["recommended"].get(kind, 0), figures["sent"].get(kind, 0)) for kind in kinds]
    note = "Recommended: the first option when somebody was first sent, one a call. Sent: assignments; a call may have several."
    return section("Recommended response by kind", table(("Kind of crew", "Units", "Recommended", "Sent"), rows), note)


def unmet(figures: Mapping[str, Any]) -> str:
    rows = [(row["kind"], WHY.get(row["why"], row["why"]), row["calls"]) for row in figures["unmet"]]
    body = (
        table(("Kind of crew", "Why not", "Calls"), rows)
        if rows
        else "<p>The kind of crew each call asked for first was to be had every time.</p>"
    )
    return section(
        "Unmet need",
        body,
        "A kind that stands higher in the level’s order than the crew that could go; a call counts once for each such kind.",
    )


def times(figures: Mapping[str, Any]) -> str:
    found = figures["times"]
    rows = [
        (
            f"{escape(words)}<small>{escape(meaning)}</small>",
            minutes(found[name]["median"]),
            minutes(found[name]["p90"]),
            found[name]["known"],
            found[name]["not_known"],
        )
        for name, (words, meaning) in TIMES.items()
    ]
    body = table(("", "Median", "90 % within", "Calls", "Not known"), rows, is_html=True)
    return section(
        f"Drive and response times {MODELLED}", body, "Nothing here was measured in the city; the record has one time stamp a call."
    )


def history(figures: Mapping[str, Any]) -> str:
    rows = [(row["code"], row["means"], row["calls"]) for row in figures["history"]]
    note = "What the record itself says of the calls taken. An arrest is entered as one; of all others the replay says only that it ends."
    return section("What history did", table(("Code", "Read as", "Calls"), rows), note)


def method(figures: Mapping[str, Any]) -> str:
    places = ", ".join(f"{HOW[how]} {count}" for how, count in figures["places"].items() if how in HOW)
    doubted = f"{figures['places']['doubted_coordinates']} coordinates of the geocoded part lie too far from their beat’s middle: not used."
    refused = ", ".join(f"{code} {count}" for code, count in figures["refused"].items()) or "none"
    points = (
        f"Places: {places}. {doubted}",
        f"{figures['requests']:,} requests went through the ledger, {figures['facts']:,} facts came of them; refused: {escape(refused)}. "
        f"Still open at the end: {figures['still_open']}.",
        f"Source: {escape(figures['source']['licence'])}. Rules {escape(figures['program']['rules'][:12])}.",
    )
    listed = "<ul class='method'>" + "".join(f"<li>{point}</li>" for point in points) + "</ul>"
    body = f"<div class='pair'>{listed}{draw_map(figures['map'])}</div>"
    return section(
        "How this was made", body, "Roads are a grid of streets every 400 m around the beats: no bay, no canyons, no one-way streets."
    )


def section(title: str, body: str, note: str = "") -> str:
    """A headed part with its definition below."""
    return f"<section><h2>{title}</h2>{body}<p class='note'>{note}</p></section>"


def table(heads: Iterable[str], rows: Iterable[Iterable[Any]], is_html: bool = False) -> str:
    """Rows with words first and numbers after."""
    listed = [tuple(row) for row in rows]
    numbers = [all(is_number(value) for value in column) for column in zip(*listed, strict=True)]
    kinds = (" class='number'" if number else "" for number in numbers)
    first = "".join(f"<th scope='col'{kind}>{escape(word)}</th>" for word, kind in zip(heads, kinds, strict=False))
    lines = "".join("<tr>" + "".join(cell(value, place == 0, is_html) for place, value in enumerate(row)) + "</tr>" for row in listed)
    return f"<div class='scroll'><table><thead><tr>{first}</tr></thead><tbody>{lines}</tbody></table></div>"


def cell(value: Any, is_first: bool, is_html: bool) -> str:
    words = f"{value:,}" if isinstance(value, int) else str(value)
    words = words if is_html else escape(words)
    kind = " class='number'" if is_number(value) else ""
    return f"<th scope='row'>{words}</th>" if is_first else f"<td{kind}>{words}</td>"


def is_number(value: Any) -> bool:
    """Whether a cell is set to the right: a count, minutes, or a dash for none."""
    return isinstance(value, int) or str(value).endswith(" min") or value == "–"


def minutes(value: float | None) -> str:
    """Minutes as people read them; a dash where nothing is known."""
    return "–" if value is None else f"{value:.1f} min"
