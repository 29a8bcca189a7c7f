"""The privacy officer's deeds on the audit page."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from alongside.server.audit import answering
from alongside.server.audit.kin import may_answer
from alongside.server.audit.tables import open_alerts
from alongside.server.people.written import by_request, write_down
from alongside.server.site.deployment import get_deployment
from alongside.server.site.routes import page


@require_POST
@page("audit")
def answer_alert(request: HttpRequest) -> HttpResponse:
    """What came of it; it stays on the list."""
    deployment = get_deployment()
    if not may_answer(request.actor.role, request.POST.get("alert", "")):
        return _back(False)
    engine = open_alerts(deployment.options.ledger)
    try:
        done = answering.answer(
            engine, request.POST.get("alert", ""), request.actor.staff, request.POST.get("answer", ""), deployment.clock.now()
        )
    finally:
        engine.close()
    return _back(done)


@require_POST
@page("audit")
def watch(request: HttpRequest) -> HttpResponse:
    """Watch a person's record, or say who stands close to them. The person is named through an episode or record id of the report."""
    deployment, told = get_deployment(), request.POST
    with deployment.ledger.board() as board:
        episode = board.episodes.find(told.get("person", ""))
        person = episode.person or episode.id if episode else told.get("person", "")
        known = person in board.people or person in board.episodes
    engine = open_alerts(deployment.options.ledger)
    try:
        staff, relation = told.get("staff", ""), told.get("relation", "")
        done = known and answering.declare(engine, request.actor.staff, staff, person, relation, deployment.clock.now())
    finally:
        engine.close()
    return _back(done)


@require_POST
@page("audit")
def reviewed(request: HttpRequest) -> HttpResponse:
    """This week's audit was looked through."""
    deployment = get_deployment()
    engine = open_alerts(deployment.options.ledger)
    try:
        answering.note_review(engine, request.actor.staff, deployment.clock.now())
    finally:
        engine.close()
    write_down("audit_reviewed", by_request(request))
    return _back(True)


def _back(done: bool) -> HttpResponse:
    if not done:
        raise Http404
    return HttpResponseRedirect(reverse("audit"))
