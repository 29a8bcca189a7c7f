"""The way from a person on any page to the longer work with them; nothing for whom it does not concern."""

from django.urls import reverse

from alongside.core.board import Board
from alongside.core.cases.holding import works
from alongside.core.party import Actor, Reference
from alongside.core.sharing.access import may_see
from alongside.core.sharing.ties import standing_of
from alongside.core.threat.rules import ThreatRules
from alongside.server.site.deployment import get_deployment
from alongside.server.site.rows import Row

NAMES = ("name", "other_names")


def links_of(actor: Actor, owner: str, language: str) -> Row:
    """{mine: [{url, word}], begins: url, threat: url}; ``owner`` is an episode or a record. Empty while nobody knows who it is."""
    deployment = get_deployment()
    works_cases, leads = may_see(actor, "cases"), _may_lead(deployment.rules.threat, actor)
    if not (works_cases or leads):
        return {}
    with deployment.ledger.board() as board:
        episode = board.episodes.find(owner)
        person = board.people.find(episode.person if episode else owner)
        if person is None or not standing_of(board, actor, "person", person.id, deployment.clock.now()).ties:
            return {}
        cases = [one for id in person.cases if works_cases and (one := board.cases.find(id)) and one.is_open]
        mine = [one for one in cases if works(actor, one) or actor.role == "supervisor"]
        label = deployment.names.label
        rows = [{"url": reverse("case", args=[one.id]), "word": label(f"case_kind.{one.kind}", language)} for one in mine]
    begins = reverse("case_open", args=[person.id]) if works_cases else ""
    return {"mine": rows, "begins": begins, "threat": reverse("threat_about", args=[person.id]) if leads else ""}


def _may_lead(rules: ThreatRules, actor: Actor) -> bool:
    return actor.agency in rules.agencies and actor.role in rules.leads


def name_references(board: Board, person: str) -> tuple[Reference, ...]:
    """Where the name of a record is kept: the latest that still holds."""
    known = board.people.find(person)
    items = [item for id in (known.items if known else ()) if (item := board.items.find(id)) and not item.state and item.field in NAMES]
    return items[-1].words if items else ()
