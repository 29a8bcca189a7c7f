"""The accounting of one person, line by line: readings, what was told outside, releases, copies, emergency accesses and their reviews."""

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.core.board import Board
from alongside.core.party import Reference
from alongside.server.audit.of_person import NOT_OWED, Told
from alongside.server.rights.guardians import NOTHING, KeptBack
from alongside.server.rights.released import list_released
from alongside.server.site import consent_words
from alongside.server.site.coded import word
from alongside.server.site.deployment import Deployment
from alongside.server.site.sharing_words import BASIS, PURPOSE, ROLE

Line = dict[str, Any]


def list_lines(deployment: Deployment, board: Board, person: str, readings: list[Told], kept: KeptBack = NOTHING) -> list[Line]:
    """Everything, the newest first; each {kind, at, who, to, what, purpose, basis, owed, crosses, references}. ``kept``: not told."""
    lines = [_reading(deployment, one) for one in readings]
    lines += [_outside(deployment, one) for one in board.disclosures if one.person == person and not kept.classes & set(one.classes)]
    lines += [line for one in board.glasses if one.about == person for line in _glass(deployment, one, "part2" not in kept.classes)]
    lines += [_copy(deployment, one) for one in board.copies if one.person == person]
    lines += [_release(deployment, one, pieces) for one, pieces in list_released(board, person)]
    lines += [line for one in board.consents if one.person == person and not kept.has("", one.id) for line in _consent(deployment, one)]
    return sorted(lines, key=lambda line: -line["at"])


def _line(kind: str, at: int, who: str, to: str, what: str, basis: str, purpose: str = "", owed: bool = True, **more: Any) -> Line:
    told = {"until": at, "pieces": 0, "crosses": True, "references": (), "part2": False, "minors_own": False, "read_for": "operations"}
    return {**told, "kind": kind, "at": at, "who": who, "to": to, "what": what, "basis": basis, "purpose": purpose, "owed": owed, **more}


def _reading(deployment: Deployment, one: Told) -> Line:
    key, fields = one.key, deployment.vault.sharing.fields
    label = fields.class_labels.get(key.data_class, {}).get(get_language() or "en", key.data_class)
    who = f"{deployment.names.person(key.staff)}, {_(ROLE.get(key.role, key.role))}"
    told: dict[str, Any] = {"pieces": one.pieces, "until": one.until, "crosses": one.crosses, "owner": key.owner}
    told["part2"] = key.data_class == "part2"
    basis, purpose = _(BASIS.get(key.basis, key.basis)), _(PURPOSE.get(key.purpose, key.purpose))
    return _line(_("Read"), one.at, who, key.agency, label, basis, purpose, one.is_owed, **told)


def _outside(deployment: Deployment, one: Any) -> Line:
    fields, language = deployment.vault.sharing.fields, get_language() or "en"
    what = ", ".join(fields.class_labels[name][language] for name in one.classes)
    told: dict[str, Any] = {"references": one.words, "part2": "part2" in one.classes, "owner": one.agency}
    who, how = deployment.names.person(one.author), word("disclosed_how", one.how)
    return _line(how, one.disclosed_at, who, "", what, word("disclosed_basis", one.basis), owed=one.basis not in NOT_OWED, **told)


def _glass(deployment: Deployment, one: Any, tells_part2: bool) -> list[Line]:
    who = deployment.names.person(one.staff)
    part2 = one.part2 and tells_part2
    basis = _(BASIS["2.51" if part2 else "emergency_access"])
    lines = [_line(_("Emergency access"), one.opened_at, who, one.agency, word("glass_reason", one.reason), basis, part2=part2)]
    if one.reviewed_at is not None:
        found, reviewer = word("glass_finding", one.finding), deployment.names.person(one.reviewer)
        lines.append(_line(_("Emergency access reviewed"), one.reviewed_at, reviewer, "", found, ""))
    return lines


def _copy(deployment: Deployment, one: Any) -> Line:
    what = f"{word('copy_how', one.how)}; {word('identity', one.identity)}"
    who = deployment.names.person(one.author)
    return _line(_("Own copy"), one.at, who, word("asker", one.asker), what, _(BASIS["individual_access"]), owed=False)


def _consent(deployment: Deployment, one: Any) -> list[Line]:
    """Asked for, and how it stands since; what a minor agreed to alone says so, and is not told to a guardian."""
    who, what = deployment.names.person(one.author), _(consent_words.KIND[one.kind])
    lines = [_line(_("Consent asked for"), one.at, who, "", what, "", owed=False, minors_own=one.is_minors_own)]
    if one.changed_at != one.at:
        state = _(consent_words.STATE[one.state])
        lines.append(_line(_("Consent changed"), one.changed_at, "", "", f"{what}: {state}", "", owed=False, minors_own=one.is_minors_own))
    return lines


def _release(deployment: Deployment, one: Any, pieces: int) -> Line:
    asked_by = tuple(word for word in one.words if word.field == "records_asked_by")
    told: dict[str, Any] = {"pieces": pieces, "references": asked_by, "read_for": "release"}  # to whom: 45 CFR 164.528(b)(2)(ii)
    who, what = deployment.names.person(one.signed_by), word("records_kind", one.asked)
    return _line(_("Released"), one.closed_at or one.at, who, "", what, _(BASIS["required_by_law"]), **told)


def references_of(lines: list[Line], purpose: str) -> list[Reference]:
    """The words the lines bring with them that are read for this."""
    return [one for line in lines if line["read_for"] == purpose for one in line["references"]]
