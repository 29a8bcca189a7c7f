"""One person's accounting, for the privacy officer and to be handed out; and what the person asks for."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from alongside.server.audit.of_person import list_owners, list_readings, who_wrote
from alongside.server.glass.whom import name_of
from alongside.server.rights.choosing import item_choice
from alongside.server.rights.guardians import NOTHING, kept_from_guardians
from alongside.server.rights.lines import Line, list_lines, references_of
from alongside.server.rights.list_page import amendment_row, list_organizations, say_each
from alongside.server.site.coded import choices
from alongside.server.site.looking import Look, look, read_words, show
from alongside.server.site.routes import page
from alongside.server.site.telling import tell_all


def is_minor(seen: Look, person: str) -> bool:
    """Whether somebody may answer for them."""
    return seen.view.board.people.reach(person).age_at(seen.asking.now) in ("child", "teen")


@page("rights")
def accounting(request: HttpRequest, person: str) -> HttpResponse:
    """By default what went from one organization to another; all of it with ``?all=1``."""
    lines, told = gather_lines(request, person, is_for_guardian(request))
    everything = request.GET.get("all") == "1"
    told["lines"] = [line for line in lines if everything or line["crosses"]]
    told["all"], told["left"] = everything, len(lines) - len(told["lines"])
    told |= {"hows": choices("disclosed_how"), "bases": choices("disclosed_basis"), "identities": choices("identity")}
    told |= {"copy_hows": choices("copy_how"), "askers": choices("asker"), "reasons": choices("amendment_reason")}
    return show(request, "rights", "person", told)


def is_for_guardian(request: HttpRequest) -> bool:
    """Whether it is made for a parent or guardian."""
    return request.GET.get("for") == "guardian"


def gather_lines(request: HttpRequest, person: str, for_guardian: bool = False) -> tuple[list[Line], dict[str, Any]]:
    """The lines with their words, and what else the page tells. Raises ``Http404`` for nobody known or a guardian of who is grown."""
    with look(request) as seen:
        board, deployment = seen.view.board, seen.deployment
        if person not in board.people or (for_guardian and not is_minor(seen, person)):
            raise Http404(person)
        kept = kept_from_guardians(board, deployment.vault.sharing.rules, person, seen.asking.now) if for_guardian else NOTHING
        owners = list_owners(board, person)
        wrote = who_wrote(deployment, board, owners)
        classes = deployment.vault.sharing.fields.class_labels
        amendments = [one for one in board.amendments if one.person == person and not kept.has(one.item)]
        told: dict[str, Any] = {
            "person": person,
            "name": name_of(board, person),
            "now": seen.asking.now,
            "most_mb": deployment.options.attachment_mb,
            "is_minor": is_minor(seen, person),
            "for_guardian": for_guardian,
            "classes": [{"code": name, "word": words[seen.view.language]} for name, words in classes.items() if name != "public"],
            "items": [item_choice(seen, one) for one in board.items if one.person == person and not one.state and not kept.has(one.id)],
            "copies": [one.id for one in board.copies if one.person == person and one.until > seen.asking.now],
            "amendments": [amendment_row(seen, one) for one in amendments],
            "organizations": list_organizations(seen),
        }
    readings = list_readings(deployment, owners, wrote, seen.asking.now, kept.has)
    with look(request) as seen:
        lines = list_lines(deployment, seen.view.board, person, readings, kept)
    asked = [word for one in told["amendments"] for word in one["references"]]
    words = read_words(request, [*references_of(lines, "operations"), *asked], "operations")
    read = {"operations": words, "release": read_words(request, references_of(lines, "release"), "release")}
    names = {one["code"]: one["word"] for one in told["organizations"]}  # for people; the file keeps what others look them up by
    for line in lines:
        line |= {f"{end}_name": names.get(line.get(end), line.get(end, "")) for end in ("to", "owner")}
        line["told"] = tell_all(read[line["read_for"]], line["references"])
    for row in told["amendments"]:
        row["says"] = say_each(words, row)
    return lines, told
