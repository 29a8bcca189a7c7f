"""The board as one person may know it."""

from typing import NamedTuple

from django.http import Http404

from alongside.core.asking import Asking
from alongside.core.party import Actor
from alongside.core.person.state import Person
from alongside.core.sharing.knowing import is_business
from alongside.core.state import Episode, Incident
from alongside.server.site.deployment import Deployment
from alongside.server.site.knowing import may_know, may_open_record
from alongside.server.site.rows import View


class Look(NamedTuple):
    """What a page is made from. Build plain rows and leave: nothing of the board may be kept."""

    deployment: Deployment
    actor: Actor
    view: View
    asking: Asking

    def incident(self, id: str) -> Incident:
        """The incident, where it is this person's business. Raises ``Http404`` alike for what is not there and what is not theirs."""
        found = self.view.board.incidents.find(id)
        if found is None or not may_know(self.view.board, self.actor, id):
            raise Http404(id)
        return found

    def episode(self, id: str) -> Episode:
        """The person's episode, where it is the asker's business to act on it. Raises ``Http404`` otherwise."""
        found = self.view.board.episodes.find(id)
        if found is None or not (is_business(self.asking, "episode", id) or self._owes(found)):
            raise Http404(id)
        return found

    def record(self, id: str) -> Person:
        """A person's record, where something ties the asker to the person now. Raises ``Http404`` alike for all others."""
        board, rules = self.view.board, self.deployment.vault.sharing.rules
        found = board.people.find(id)
        if found is None or not may_open_record(rules, board, self.actor, id, self.asking.now):
            raise Http404(id)
        return found

    def _owes(self, episode: Episode) -> bool:
        return any(is_business(self.asking, "follow_up", one) for one in episode.follow_ups)
