"""One request for records, piece by piece."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from alongside.core.custodian.releasing import DEVIATES, HOW
from alongside.core.custodian.state import Release
from alongside.server.custodian.pieces import Reached, as_signed, find_release, list_reached, log_digest
from alongside.server.custodian.rows import release_row
from alongside.server.site.coded import choices, word
from alongside.server.site.deployment import Deployment, get_deployment
from alongside.server.site.looking import look, read_words, show
from alongside.server.site.routes import page
from alongside.server.site.telling import tell_paper, told_or_why


@page("custodian")
def release(request: HttpRequest, id: str) -> HttpResponse:
    """Who asks for what, every piece with what is proposed, and who signed. An administrator reads the log, not the words."""
    deployment, one = get_deployment(), find_release(request, id)
    reached = list_reached(request, one)
    reads = request.actor.role == "privacy_officer"
    words = read_words(request, [*one.words, *(piece.reference for piece in reached)] if reads else [], "release")
    with look(request) as seen:
        told: dict[str, Any] = {
            "one": release_row(seen.view.board, one, seen.asking.now),
            "signed_by": deployment.names.person(one.signed_by),
        }
        told["author"] = deployment.names.person(one.author)
        chosen = {piece: deployment.names.person(by) for piece, (_, _, _, by) in one.chosen.items()}
    said = {reference.field: told_or_why(words, reference) for reference in one.words}
    scan = next((reference.vault_id for reference in one.words if reference.field == "records_scan"), "")
    told["paper"] = tell_paper(said.get("records_scan", ""), scan in words)
    told["asked_by"], told["asked_for"] = said.get("records_asked_by", ""), said.get("records_asked_for", "")
    told["pieces"] = [_piece(deployment, one, piece, words, chosen) for piece in reached]
    told["sums"] = {"shown": sum(piece.piece.shown for piece in reached), "left_out": sum(not piece.piece.shown for piece in reached)}
    told |= {"reads": reads, "seen": log_digest(as_signed(reached)), "changed": bool(request.GET.get("changed"))}
    told |= {"reasons": choices("deviates", sorted(DEVIATES)), "hows": choices("records_how", sorted(HOW))}
    told["exemptions"] = choices("exemption", sorted(set(deployment.rules.custodian.exemptions.values())))
    told["may_sign"] = request.actor.staff not in {one.author, *(by for *_, by in one.chosen.values())}
    return show(request, "custodian", "release", told)


def _piece(deployment: Deployment, one: Release, reached: Reached, words: Any, chosen: dict[str, str]) -> dict[str, Any]:
    fields, language = deployment.vault.sharing.fields, get_language() or "en"
    id = reached.reference.vault_id
    shown, exemption, reason, by = one.chosen.get(id, (reached.piece.shown, reached.piece.exemption, "", ""))
    return {
        "id": id,
        "at": reached.at,
        "label": fields.labels[reached.reference.field][language],
        "mark": fields.marks.get(reached.data_class, ""),
        "marks": [word("mark", mark) for mark in sorted(reached.marks)],
        "words": told_or_why(words, reached.reference),
        "is_file": reached.reference.field in fields.files and id in words,
        "withheld": id in words.withheld if hasattr(words, "withheld") else False,
        "shown": reached.piece.shown,
        "exemption": word("exemption", reached.piece.exemption) if reached.piece.exemption else "",
        "why": word("deviates", reason) if reached.piece.chosen else "",
        "by": chosen.get(id, "") if reached.piece.chosen else "",
        "may_choose": reached.may_choose,
    }
