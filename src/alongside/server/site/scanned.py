"""A file somebody sent, on its way in: cleaned, and looked at by the agency's virus scanner, where there is one."""

from typing import NamedTuple

from alongside.core.party import Actor
from alongside.core.refused import Refused
from alongside.server.attach.cleaning import clean
from alongside.server.attach.scanning import Found
from alongside.server.audit.infected import note_infected
from alongside.server.people.aside import do_aside
from alongside.server.records.filing import Filed
from alongside.server.site.deployment import Deployment


class Place(NamedTuple):
    """The field a file goes into, and whose it would be: a person, an incident or a threat file, by id."""

    field: str
    kind: str
    id: str


async def take_in(deployment: Deployment, actor: Actor, place: Place, content: bytes) -> dict[str, str]:
    """Have it wait, sealed, for the request that keeps it: ``{"file", "says"}``.

    Raises what :func:`look_through` and the vault refuse.
    """
    filed = await look_through(deployment, actor, place.id, content)
    kind = "incident" if place.kind == "incident" else "person"  # a threat file has a key of its own, kept like a person's
    return {"file": await do_aside(deployment.vault.attach, filed, place.field, kind, place.id, actor), "says": filed.says}


async def look_through(deployment: Deployment, actor: Actor, owner: str, content: bytes) -> Filed:
    """As it is kept. The scanner sees it as it came and as it is kept; ``owner`` is whose file it would be.

    Raises ``Refused``: ``file_infected``, ``file_not_scanned``, ``file_beyond_scanner``, and what :func:`clean` refuses.
    """
    scan = deployment.scanner.scan
    try:
        await scan(content)
        filed = await do_aside(clean, content)
        if filed.content != content:
            await scan(filed.content)
    except Found as found:
        await do_aside(note_infected, deployment.options.ledger, actor, owner, str(found), deployment.clock.now())
        raise Refused("file_infected") from None
    return filed
