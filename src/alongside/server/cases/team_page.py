"""The team's board: who carries how many of their limit, what is late, whose offers nobody answers; a supervisor's desk stands in."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse

from alongside.server.cases.coded import offer
from alongside.server.cases.rows import case_row, workers_of
from alongside.server.site.looking import Look, look, show
from alongside.server.site.routes import page
from alongside.server.site.rows import Row


@page("caseloads")
def team(request: HttpRequest) -> HttpResponse:
    """Every open case by who holds it, for supervisors: no name of a person, no words."""
    with look(request) as seen:
        told = _told(seen)
    return show(request, "cases", "team", told)


def _told(seen: Look) -> Row:
    rows = [{**case_row(seen, one), "held_by": one.worker or one.desk} for one in seen.view.board.cases if one.is_open]
    for row in rows:
        row.pop("name_references")
    desk = next((one.id for one in seen.asking.rules.program.desks if one.duty == "supervisor" and one.id == seen.actor.seat), "")
    return {
        "holders": _by_holder(seen, rows),
        "count": len(rows),
        "late": sum(1 for row in rows if row["list"] == "overdue"),
        "unanswered": sum(1 for row in rows if row["is_offer_late"]),
        "desk": desk,
        "workers": workers_of(seen),
        "reasons": offer("passed"),
    }


def _by_holder(seen: Look, rows: Iterable[Row]) -> list[Row]:
    """Each holder with their cases, and how full each kind is."""
    by_holder: dict[str, list[Row]] = {}
    for row in rows:
        by_holder.setdefault(row["held_by"], []).append(row)
    kinds = seen.asking.rules.cases.kinds
    return [
        {
            "id": id,
            "name": its[0]["holder"],
            "is_desk": not its[0]["worker"],
            "loads": [
                {"word": word, "has": has, "limit": kinds[kind].limit, "full": has > kinds[kind].limit}
                for kind, word in {row["kind"]: row["kind_word"] for row in its}.items()
                if kind in kinds and (has := sum(1 for row in its if row["kind"] == kind))
            ],
            "late": sum(1 for row in its if row["list"] == "overdue"),
            "cases": sorted(its, key=lambda row: row["due"]),
        }
        for id, its in sorted(by_holder.items(), key=lambda pair: pair[1][0]["holder"])
    ]
