"""What the people of all scenes said about their records, in order: nothing, something else, yes, no, yes again, too late."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from tests.server.proofs import scenes, world

READERS, ELSEWHERE = "nowhere", "lakeside-police"  # the organization of all who look, and another
FIRST = "not asked"
STATES = (FIRST, "of another scope", "of one field", "in force", "taken back", "in force again", "expired", "lacking", "declined")
SOON_MS = 1_000


class Form(NamedTuple):
    """One consent: what is asked, and what of the whole form it has otherwise."""

    about: str
    change: Mapping[str, Any] = {}
    words: tuple[str, ...] = ("consent_name", "consent_signature")


WHOLE: dict[str, dict[str, Any]] = {
    "part2": {"purposes": ("treatment", "follow_up", "referral")},
    "health": {"purposes": ("treatment", "follow_up")},
    "part2_proceedings": {"purposes": ("proceeding",), "stated": ("revocation", "not_conditioned")},
}
BOTH = ("part2", "health")
ENDS: dict[str, Any] = {"event": "", "expires_at": scenes.NOW + SOON_MS}
# Each of another scope misses by one thing alone: to whom, who may show it, for what. All of them together open nothing.
NEAR = (
    *(Form(about, {"recipients": (ELSEWHERE,)}) for about in BOTH),
    *(Form(about, {"holders": (ELSEWHERE,)}) for about in BOTH),
    Form("part2", {"purposes": ("referral",)}),
    Form("part2_proceedings"),
)
ONE_FIELD = (("part2", "medications"), ("health", "diagnosis"))
FORMS: Mapping[str, Sequence[Form]] = {
    "of another scope": NEAR,
    "of one field": tuple(Form(about, {"what": (field,)}) for about, field in ONE_FIELD),
    "in force": tuple(map(Form, BOTH)),
    "in force again": tuple(map(Form, BOTH)),
    "expired": tuple(Form(about, ENDS) for about in BOTH),
    "lacking": tuple(Form(about, words=("consent_name",)) for about in BOTH),
    "declined": tuple(Form(about, {"answer": "declined"}) for about in BOTH),
}
TAKEN_BACK = {"taken back": "in force", "expired": "in force again"}  # what ends in a state, before anything else is said in it


async def come_to(here: world.World, state: str) -> None:
    """Everybody has said what makes this state; then it is a moment later."""
    here.roll(state, here.clock.at)
    for scene in scenes.SCENES:
        await asyncio.to_thread(_say, here, f"{scene.name}-w", state)
    here.clock.at += 2 * SOON_MS if state == "expired" else 0


def _say(here: world.World, person: str, state: str) -> None:
    from alongside.core.consent.requests import RecordConsent, WithdrawConsent  # noqa: PLC0415
    from alongside.core.party import Actor  # noqa: PLC0415

    by = Actor("roster", "system")
    for at, _ in enumerate(FORMS[TAKEN_BACK[state]] if state in TAKEN_BACK else ()):
        id = f"{person}-{at}-{TAKEN_BACK[state]}".replace(" ", "-")
        _must(here, WithdrawConsent(id=f"back-{id}", by=by, person=person, consent=id))
    for at, form in enumerate(FORMS.get(state, ())):
        sealed = [here.deployment.vault.seal(field, f"signed {field}", "person", person) for field in form.words]
        told = {"what": ("all",), "holders": ("any",), "recipients": (READERS,), "event": "treatment_ends", "stated": ("revocation",),
                **WHOLE[form.about], **form.change}  # fmt: skip
        id, words = f"{person}-{at}-{state}".replace(" ", "-"), tuple(one.reference for one in sealed)
        _must(here, RecordConsent(id=f"say-{id}", by=by, person=person, consent=id, about=form.about, words=words, **told), sealed)


def _must(here: world.World, request: Any, enclosures: Sequence[Any] = ()) -> None:
    receipt = here.deployment.ledger.record(request, None, enclosures)
    assert receipt.granted, (request, receipt)
