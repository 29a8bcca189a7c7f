"""Whom to look up, and which requests to put something right wait for an answer."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from alongside.core.rights.state import Amendment
from alongside.server.glass.whom import find_people, name_of
from alongside.server.records.open import Words
from alongside.server.site.coded import choices, word
from alongside.server.site.consent_scope import agency_name
from alongside.server.site.kept import sharing_rules
from alongside.server.site.looking import Look, look, read_words, show
from alongside.server.site.routes import page
from alongside.server.site.telling import tell_paper, told_or_why


@page("rights")
def list_requests(request: HttpRequest) -> HttpResponse:
    """Open ones by the law's time, then the answered."""
    number = request.GET.get("number", "")
    with look(request) as seen:
        rows = [amendment_row(seen, one) for one in seen.view.board.amendments]
        found = find_people(seen.view.board, number)
        organizations = list_organizations(seen)
        people = [{**one, "person": _record_of(seen, one["about"])} for one in found]
    words = read_words(request, [one for row in rows for one in row["references"]], "operations")
    for row in rows:
        row["says"] = say_each(words, row)
    told: dict[str, Any] = {"number": number, "people": people, "organizations": organizations}
    told["open"] = sorted((row for row in rows if row["state"] == "open"), key=lambda row: row["due_at"])
    told["answered"] = sorted((row for row in rows if row["state"] != "open"), key=lambda row: -row["asked_at"])
    told["late"] = sum(row["overdue"] for row in told["open"])
    told["reasons"] = choices("amendment_reason")
    return show(request, "rights", "list", told)


def say_each(words: Words, row: dict[str, Any]) -> list[dict[str, Any]]:
    """What was asked, answered and said to that, each under its own name; of a photo or scan what it is."""
    fields, language = sharing_rules().fields, get_language() or "en"
    papers = {one.vault_id for one in row["references"] if one.field in fields.files and one.vault_id in words}
    told = ((one, tell_paper(told_or_why(words, one), one.vault_id in papers)) for one in row["references"])
    return [{"label": fields.labels[one.field][language], **says} for one, says in told]


def list_organizations(seen: Look) -> list[dict[str, str]]:
    """Who may have to be told that something was put right."""
    return [{"code": one.id, "word": agency_name(seen.view, one.id)} for one in seen.view.names.profile.agencies]


def _record_of(seen: Look, episode: str) -> str:
    found = seen.view.board.episodes.find(episode)
    return found.person if found else ""


def amendment_row(seen: Look, one: Amendment) -> dict[str, Any]:
    """One request as a page shows it; ``field`` names the entry's field, under which the right words are sealed."""
    item, fields = seen.view.board.items.find(one.item), seen.deployment.vault.sharing.fields
    return {
        "id": one.id,
        "person": one.person,
        "name": name_of(seen.view.board, one.person),
        "field": item.field if item else "",
        "label": fields.labels[item.field][seen.view.language] if item and item.field in fields.labels else "",
        "state": one.state,
        "state_word": word("amendment_state", one.state),
        "asked_at": one.asked_at,
        "due_at": one.due_at,
        "extended_at": one.extended_at,
        "may_extend": one.state == "open" and one.extended_at is None and seen.asking.now < one.due_at,
        "overdue": one.is_overdue or (one.state == "open" and one.due_at <= seen.asking.now),
        "reason": word("amendment_reason", one.reason) if one.reason else "",
        "by": seen.deployment.names.person(one.decided_by) if one.decided_by else "",
        "decided_at": one.decided_at,
        "told": ", ".join(agency_name(seen.view, id) for id in one.told),
        "disagrees": bool(one.disagreement),
        "references": (*one.words, *one.disagreement),
    }
