"""Referrals as far as they are somebody's business; what is not theirs is as if it were not there."""

from django.http import Http404

from alongside.core.party import Reference
from alongside.core.referral.state import Referral
from alongside.core.sharing.knowing import is_business
from alongside.server.site.looking import Look

TOLD = ("name", "phone", "safe_number", "spoken_language")  # what a service that agreed may know (library/sharing/rules.yaml)


def referral_of(seen: Look, id: str) -> Referral:
    """Raises ``Http404`` alike for what is not there and what is not theirs."""
    found = seen.view.board.referrals.find(id)
    if found is None or not is_business(seen.asking, "referral", id):
        raise Http404(id)
    return found


def list_told(seen: Look, episode: str, referral: Referral) -> list[Reference]:
    """The words a service that agreed may ask for: who the person is, how to reach them, what it is told."""
    board = seen.view.board
    found = board.episodes.find(episode)
    person = board.people.find(found.person) if found else None
    items = [item for id in (person.items if person else ()) if (item := board.items.find(id)) and not item.state and item.field in TOLD]
    return [*(word for item in items for word in item.words), *referral.words]
