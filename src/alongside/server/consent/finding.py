"""Whose consents these are, for whom it concerns; the same 404 for everybody else and for what does not exist."""

from django.http import Http404

from alongside.core.party import Reference
from alongside.core.person.state import Person
from alongside.core.sharing.ties import standing_of
from alongside.server.site.looking import Look

SCAN = "consent_scan"


def find_person(seen: Look, id: str) -> Person:
    """The record, where something ties the reader to the person; a privacy officer answers for all of them."""
    found = seen.view.board.people.find(id)
    if found is None or not (seen.actor.role == "privacy_officer" or _is_tied(seen, id)):
        raise Http404(id)
    return found


def find_episode(seen: Look, person: Person) -> str:
    """The latest episode through which the asker has to do with the person; none where only treatment or a promise ties."""
    return next((id for id in reversed(person.episodes) if _is_tied(seen, id)), "")


def find_scan(seen: Look, person: Person, id: str) -> Reference | None:
    """The photo or scan of that consent of this person's, where there is one."""
    found = seen.view.board.consents.find(id) if id in person.consents else None
    return next((Reference(*word) for word in found.words if word[0] == SCAN), None) if found else None


def _is_tied(seen: Look, owner: str) -> bool:
    return bool(standing_of(seen.view.board, seen.actor, "person", owner, seen.asking.now).ties)
