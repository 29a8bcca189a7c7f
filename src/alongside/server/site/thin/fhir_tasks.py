"""One task read, with who for where it agreed and the rules open it; and moved on, as the core judges."""

import asyncio

from django.utils.translation import override

from alongside.core.party import Actor, Reference
from alongside.core.referral.state import Ask
from alongside.server.fhir.moving import as_it_stands, is_as_wanted, read_patch, read_task, request_of, wanted_of
from alongside.server.fhir.outcome import Answered, Unfit
from alongside.server.fhir.task import PHONES, Told, task_of, version_of
from alongside.server.people.aside import do_aside
from alongside.server.site.asking.ask import ask as put
from alongside.server.site.asking.decode import read_json
from alongside.server.site.deployment import Deployment
from alongside.server.site.thin.http import Http

FIELDS = ("name", *PHONES, "spoken_language")
PATCHES = "application/json-patch+json"
RESOURCES = ("application/fhir+json", "application/json")
CHANGED = "The task has changed since you read it. Read it again."
NO_MEDIA = "Send {wanted}."
ONE_AT_A_TIME = asyncio.Lock()  # between a client's If-Match and its move nobody else's comes in


async def read_one(deployment: Deployment, actor: Actor, ask: Ask) -> Answered:
    """The resource with its version. Words are read through the vault, each reading noted, and only where it agreed."""
    references = _references(deployment, ask) if ask.knows_person else []
    words = await do_aside(deployment.vault.read, actor, references, "referral") if references else {}
    told = [Told(one.field, words[one.vault_id]) for one in references if one.vault_id in words]
    with override("en"):
        resource = task_of(deployment.feed.board, ask, deployment.clock.now(), told)
    return Answered(200, resource, (("ETag", version_of(ask)),))


def _references(deployment: Deployment, ask: Ask) -> list[Reference]:
    """The latest of each field, nothing that bears a mark: what goes to another system is the least that is needed."""
    board = deployment.feed.board
    episode = board.episodes.find(ask.episode)
    person = board.people.find(episode.person) if episode else None
    items = [item for id in (person.items if person else ()) if (item := board.items.find(id)) and item.field in FIELDS]
    latest = {item.field: item for item in items if not item.state and not item.marks}
    return [*(word for item in latest.values() for word in item.words), *board.referrals.reach(ask.referral).words]


async def move(deployment: Deployment, http: Http, actor: Actor, ask: Ask) -> Answered:
    """PUT a whole Task or PATCH it; ``If-Match`` names the version that was read."""
    sent = read_json(await _body(http))
    parts = read_patch(sent, as_it_stands(ask)) if http.method == "PATCH" else read_task(sent, ask.id)
    wanted = wanted_of(parts)
    async with ONE_AT_A_TIME:
        match = http.headers.get("if-match", "").strip()
        if match and match != "*" and match not in (version_of(ask), version_of(ask)[2:]):
            raise Unfit(412, "conflict", CHANGED)
        if not is_as_wanted(ask, wanted):
            kind, fields = request_of(ask, wanted)
            answer = await put(deployment, actor, kind, fields, http.language)
            if not answer.granted:
                raise Unfit(answer.status, "business-rule", str(answer.body["sentence"]))
    return await read_one(deployment, actor, ask)


async def _body(http: Http) -> bytes:
    """What was sent, in a shape that is read here."""
    media = http.headers.get("content-type", "").partition(";")[0].strip().lower()
    wanted = (PATCHES,) if http.method == "PATCH" else RESOURCES
    if media not in wanted:
        raise Unfit(415, "not-supported", NO_MEDIA.format(wanted=" or ".join(wanted)))
    return await http.body()
