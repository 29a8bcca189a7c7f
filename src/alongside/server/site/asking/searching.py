"""Whom a look into the registry brings up is told by the vault, never by who asks: it alone may compare what is said."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from alongside.core.registry.requests import SearchRegistry
from alongside.core.request import Request
from alongside.server.records.described import find_described
from alongside.server.site.deployment import Deployment


def with_found(deployment: Deployment, request: Request, texts: Mapping[str, Any]) -> Request:
    """The request with who fits; whatever was sent as found is replaced."""
    if not isinstance(request, SearchRegistry):
        return request
    said, now = texts.get("sought") if isinstance(texts, dict) else "", deployment.clock.now()
    with deployment.ledger.board() as board:
        enrolled = {one.id: one.drawn_to for one in board.enrollments if one.holds(now)}
    year = datetime.fromtimestamp(now / 1000, UTC).year
    found = find_described(deployment.vault.finder, said, enrolled, year) if isinstance(said, str) and said.strip() else []
    return replace(request, found=tuple((one.person, one.reasons) for one in found))
