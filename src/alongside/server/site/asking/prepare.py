"""From what was sent to a request that can be decided: named, shaped, filled in, checked, its words sealed."""

from collections.abc import Mapping
from secrets import token_urlsafe
from typing import Any

from alongside.core.party import Actor
from alongside.server.site.asking import malformed as m
from alongside.server.site.asking.aging import with_age
from alongside.server.site.asking.asked import Asked, sealed
from alongside.server.site.asking.checks import check_sense
from alongside.server.site.asking.decode import IDS, check_names, find_kind, make, shape
from alongside.server.site.asking.fill import fill
from alongside.server.site.asking.searching import with_found
from alongside.server.site.deployment import Deployment


def prepare(deployment: Deployment, actor: Actor, kind_name: str, sent: Mapping[str, Any]) -> Asked:
    """From what was sent to a request. Raises ``Malformed``, or ``Refused`` where the vault will not take the words."""
    kind = find_kind(kind_name)
    given = dict(sent)
    id, texts = given.pop("id", None) or token_urlsafe(16), given.pop("texts", None) or {}
    if not isinstance(id, str) or not IDS.fullmatch(id):
        raise m.Malformed(m.BAD_ID, code="bad_id", field="id")
    check_names(kind, given)
    shaped = shape(kind, given)
    request = make(kind, id, actor, fill(deployment, actor, kind, id, shaped))
    check_sense(deployment, request)
    request = with_found(deployment, request, texts)
    request = with_age(request, texts, deployment.clock.now(), deployment.profile.area.zone)
    return sealed(deployment, Asked(request, shaped, texts, ()))
