"""Outreach stops where contact is prohibited (practice.md): refused here, not only hidden on a page."""

from alongside.core.asking import Asking
from alongside.core.codes import PartyKind
from alongside.core.party import Party
from alongside.core.refused import Refused
from alongside.core.sharing.ties import LIVE, is_contact_prohibited
from alongside.core.state import Episode


def must_not_be_prohibited(asking: Asking, episode: Episode) -> None:
    """Refuse reaching out to this person; a supervisor may close the promise for that reason."""
    if episode.person and is_contact_prohibited(asking.board, episode.person):
        raise Refused("contact_prohibited", episode=episode.id)


def may_be_called_back(asking: Asking, episode: Episode) -> None:
    """A lost line is called back while the call is live: that answers somebody who reached out to us. Afterwards it would be outreach."""
    incident = asking.board.incidents.find(episode.incident)
    if incident is None or incident.status not in LIVE:
        must_not_be_prohibited(asking, episode)


def may_be_referred(asking: Asking, episode: Episode, to: Party) -> None:
    """A crisis line answers the call that is on the line now; every other partner would have to reach the person."""
    kinds = {one.id: one.kind for one in asking.rules.program.partners}
    if to.kind is PartyKind.PARTNER and kinds.get(to.id) != "crisis_line":
        must_not_be_prohibited(asking, episode)
