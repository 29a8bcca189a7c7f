"""One record in an emergency: the form that opens it; then, for the hour, what it says."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from alongside.core.sharing.terms import BREAKS_GLASS
from alongside.server.glass.record import entry_row, list_record
from alongside.server.glass.turning import list_mine, turn_now
from alongside.server.glass.whom import name_of, record_or_episode
from alongside.server.site.coded import choices, word
from alongside.server.site.looking import Look, look, read_words, show
from alongside.server.site.routes import page


@page("glass")
def open_record(request: HttpRequest, person: str) -> HttpResponse:
    """``person`` is a record, or an episode; an episode whose person is known leads to the record."""
    with look(request) as seen:
        told, owners = _tell(seen, person)
        disagrees = {one.item: one.disagreement for one in seen.view.board.amendments if one.person == told["about"] and one.item}
        deployment, mistaken = seen.deployment, {one.id for one in seen.view.board.items if one.state == "mistaken"}
    if told["opened"]:
        owned = list_record(owners, mistaken)
        said = [one for several in disagrees.values() for one in several]
        words = read_words(request, [*(one.reference for one in owned), *said], "treatment")
        told["entries"] = [entry_row(deployment.vault.sharing, words, one, disagrees) for one in owned]
    return show(request, "glass", "open", told)


def _tell(seen: Look, person: str) -> tuple[dict[str, Any], list[str]]:
    board, actor = seen.view.board, seen.actor
    about = record_or_episode(board, person)
    record = board.people.find(about)
    mine = list_mine(seen, about)
    told = {
        "about": about,
        "turn": turn_now(seen, about),
        "name": name_of(board, about),
        "known": record is not None,
        "opens": actor.role in BREAKS_GLASS,
        "opened": [{"id": one.id, "until": one.until, "reason": word("glass_reason", one.reason), "part2": one.part2} for one in mine],
        "part2": any(one.part2 for one in mine),
        "until": max((one.until for one in mine), default=0),
        "reasons": choices("glass_reason"),
        "recipient": f"{seen.deployment.names.person(actor.staff)}, {actor.agency}",
        "discloser": _("Alongside, for {who}").format(who=(record.agency if record else "") or seen.deployment.rules.program.area),
    }
    return told, [about, *(record.episodes if record else ())]
