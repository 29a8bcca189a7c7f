"""What pages use beside board and words: facts of an incident they found, what was said alike, one's own drafts."""

from collections.abc import Sequence

from django.http import HttpRequest

from alongside.core.cases.state import Case
from alongside.core.fact import case_stream
from alongside.core.state import Incident
from alongside.ledger import sealed
from alongside.ledger.row import Row
from alongside.library.sharing.load import Sharing
from alongside.server.site.deployment import get_deployment
from alongside.server.site.knowing import may_know
from alongside.server.site.looking import look

Owned = sealed.Owned


def facts_of(incident: Incident) -> Sequence[Row]:
    """Every fact of an incident that a look found, in order."""
    return get_deployment().ledger.read.list_of_incident(incident.id)


def facts_of_case(case: Case) -> Sequence[Row]:
    """Every fact of a case that is the asker's business, in order."""
    return get_deployment().ledger.read.list_of_stream(case_stream(case.id))


def list_owned(owners: Sequence[tuple[str, str]]) -> list[sealed.Owned]:
    """Every piece of words under these owners, (kind, id), by reference: what they say only the vault tells."""
    with get_deployment().ledger.read.engine() as engine:
        return [one for owner in owners for one in sealed.list_owned(engine, *owner)]


def find_alike(request: HttpRequest, field: str, text: str) -> frozenset[str]:
    """The incidents of which the same was said in a field that is kept by blind mark, as far as they are this person's business."""
    if not text:
        return frozenset()
    marked = {one.owner_id for one in get_deployment().vault.list_alike(field, text)}
    with look(request) as seen:
        return frozenset(id for id in marked if may_know(seen.view.board, seen.actor, id))


def find_draft(request: HttpRequest, form: str) -> str | None:
    """What this person typed into a form and has not sent."""
    return get_deployment().vault.drafts.find(request.actor.staff, form)


def keep_draft(request: HttpRequest, form: str, text: str) -> None:
    """Keep it, encrypted; empty throws it away."""
    deployment, staff = get_deployment(), request.actor.staff
    if text:
        deployment.vault.drafts.save(staff, form, text, deployment.clock.now())
    else:
        deployment.vault.drafts.throw_away(staff, form)


def sharing_rules() -> Sharing:
    """Who may see what, as the library wrote it: about nobody."""
    return get_deployment().vault.sharing
