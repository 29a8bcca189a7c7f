"""What invented people answer when a clinician asks them for consent: they agree, decline, or take it back later."""

from typing import Any

from alongside.core.consent.requests import RecordConsent, WithdrawConsent
from alongside.core.party import Actor
from alongside.core.person.state import Person
from alongside.twin.people.scene import Scene
from alongside.twin.world.regulars import Answer, Regular

PURPOSES = {"part2": ("treatment", "response", "follow_up"), "family": ("own_record",), "health": ("treatment", "follow_up")}


def answer_next(scene: Scene, by: Actor, person: Person, regular: Regular) -> None:
    """The next question that was not asked yet; or one that was agreed to is taken back after its time."""
    for number, said in enumerate(regular.answers):
        consent = scene.dice.name(f"{regular.id}:{number}", "consent")
        known = scene.board.consents.find(consent)
        if known is None:
            _record(scene, by, person, consent, said, regular.who.get("name", ""))
            return
        if said.taken_back_ms and known.state == "given" and scene.now >= known.at + said.taken_back_ms:
            scene.ask(WithdrawConsent, by, consent, person=person.id, consent=consent)


def _record(scene: Scene, by: Actor, person: Person, consent: str, said: Answer, name: str) -> None:
    family = said.about == "family"
    scope: dict[str, Any] = {
        "what": ("all",),
        "holders": ("any",),
        "recipients": ("family",) if family else (by.agency,),
        "purposes": PURPOSES[said.about],
    }
    if said.declined:
        scene.ask(RecordConsent, by, consent, person=person.id, consent=consent, about=said.about, answer="declined", form="said", **scope)
        return
    signed = {"consent_paper": "Folder at the front desk"} if said.is_paper else {"consent_signature": name}
    texts = {"consent_name": name, **signed} | ({"consent_recipients": "A brother"} if family else {})
    told: dict[str, Any] = {"form": "paper" if said.is_paper else "typed", "signed": said.is_paper, "dated": said.is_paper}
    ends = {"expires_at": scene.now + said.lasts_ms} if said.lasts_ms else {"event": "none" if family else "treatment_ends"}
    told |= {**ends, "stated": ("revocation",)}
    scene.ask(RecordConsent, by, consent, texts, person=person.id, consent=consent, about=said.about, **told, **scope)
