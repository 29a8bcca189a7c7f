"""Somebody in crisis of whom it is asked who they are: what is known, what may be said, what its author may carry over."""

from django.http import Http404

from alongside.core.person.carrying import may_carry
from alongside.core.sharing.access import may_ask
from alongside.core.sharing.ties import standing_of
from alongside.core.state import Episode
from alongside.server.site.knowing import may_open_record
from alongside.server.site.looking import Look
from alongside.server.site.persons import person_row
from alongside.server.site.record_codes import offer
from alongside.server.site.rows import Row

SAYS_WHO = ("person", "family", "document", "provider", "caller", "own_observation")


def find_theirs(seen: Look, id: str) -> Episode:
    """The person in crisis, for whose role writes records and whom something ties to them. Raises ``Http404`` alike for all others."""
    found = seen.view.board.episodes.find(id)
    if found is None or not _is_theirs(seen, found):
        raise Http404(id)
    return found


def _is_theirs(seen: Look, episode: Episode) -> bool:
    writes = may_ask(seen.actor, "IdentifyPerson") or may_ask(seen.actor, "CarryItemOver")
    return writes and bool(standing_of(seen.view.board, seen.actor, "person", episode.id, seen.asking.now).ties)


def tell_unknown(seen: Look, episode: Episode) -> Row:
    """Rows for the page; no words of anybody."""
    board, now = seen.view.board, seen.asking.now
    opens = bool(episode.person) and may_open_record(seen.deployment.vault.sharing.rules, board, seen.actor, episode.person, now)
    labels = seen.deployment.vault.sharing.fields.labels
    mine = [one for one in board.items if one.episode == episode.id and may_carry(seen.actor, one)]
    return {
        "who": person_row(seen.view, episode),
        "known": bool(episode.person),
        "record": episode.person if opens else "",
        "may_identify": may_ask(seen.actor, "IdentifyPerson"),
        "mistaken": [{"id": one.id, "label": labels[one.field][seen.view.language], "at": one.at} for one in mine],
        "bases": offer("basis"),
        "sources": offer("source", SAYS_WHO),
    }
