"""Words that came with a request, sealed under the key of the person or incident they are about."""

import logging
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from alongside.core.board import Board
from alongside.core.refused import Refused
from alongside.core.request import Request
from alongside.ledger.enclosure import Enclosure
from alongside.server.records.vault import Vault
from alongside.server.site.asking import malformed as m
from alongside.server.site.asking.decode import IDS

log = logging.getLogger(__name__)
MOST_TEXT_BYTES = 200_000


def seal_texts(vault: Vault, board: Board, request: Request, texts: Mapping[str, Any]) -> tuple[Request, tuple[Enclosure, ...]]:
    """The request with references in ``words``, and what to record with it. Empty words are left out."""
    check_texts(texts)
    owner_kind, owner = owner_of(board, request)
    sealed = tuple(vault.seal(field, text, owner_kind, owner) for field, text in texts.items() if text.strip())
    return replace(request, words=tuple(one.reference for one in sealed)), sealed


def check_texts(texts: Any) -> None:
    """Field names are plain, words are text of a bearable length."""
    if not isinstance(texts, dict):
        raise m.Malformed(m.WRONG_FIELD, code="wrong_field", field="texts", why="object of field: text")
    for field, text in texts.items():
        if not IDS.fullmatch(field):
            raise m.Malformed(m.BAD_ID, code="bad_id", field="texts")
        if not isinstance(text, str):
            raise m.Malformed(m.WRONG_FIELD, code="wrong_field", field=field, why="text")
        size = len(text.encode(errors="replace"))
        if size > MOST_TEXT_BYTES:
            raise m.Malformed(m.FIELD_TOO_LARGE, 413, "too_large", field=field, bytes=size, most=MOST_TEXT_BYTES)


def owner_of(board: Board, request: Request) -> tuple[str, str]:
    """Whose key: the person's where the request is about one person, else the incident's, else the request's own."""
    if about := getattr(request, "about_kind", ""):
        return "person" if about == "threat" else about, str(getattr(request, "about", ""))
    if glass := board.glasses.find(getattr(request, "glass", "")):
        return "person", glass.about
    if amendment := board.amendments.find(getattr(request, "amendment", "")):
        return "person", amendment.person
    if case := board.cases.find(getattr(request, "case", "")):
        return "person", case.person
    if invited := board.invitations.find(getattr(request, "invitation", "")):
        return "person", invited.owner
    if ask := board.asks.find(getattr(request, "ask", "")):
        return "person", ask.episode
    if threat := getattr(request, "threat", ""):
        flagged = board.threats.find(threat) if request.kind == "RaiseThreatFlag" else None
        return "person", (flagged.person if flagged else "") or threat  # a file has a key of its own; its flag is an item of the record
    if person := getattr(request, "person", ""):
        return "person", person
    if episode := getattr(request, "episode", ""):
        return "person", episode
    follow_up = board.follow_ups.find(getattr(request, "follow_up", ""))
    reservation = board.reservations.find(getattr(request, "reservation", ""))
    if about := follow_up or reservation:
        return "person", about.episode
    assignment = board.assignments.find(getattr(request, "assignment", ""))
    incident = assignment.incident if assignment else getattr(request, "incident", "")
    return "incident", incident or request.id


def seal_what_can_be(vault: Vault, board: Board, request: Request, texts: Mapping[str, Any]) -> tuple[Request, tuple[Enclosure, ...]]:
    """As :func:`seal_texts`; where the vault will not take the words, the request goes without them and that is logged."""
    try:
        return seal_texts(vault, board, request, texts)
    except Refused as refused:
        log.warning("words were not taken: %s", refused)
        return request, ()
