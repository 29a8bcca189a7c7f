"""Families come to the office and enroll somebody who may wander, with whoever keeps the registry there."""

from alongside.core.party import Actor
from alongside.core.registry.requests import EnrollPerson
from alongside.core.sharing.access import REGISTRARS
from alongside.twin.people.scene import Scene


def enroll_next(scene: Scene) -> None:
    """One family a step, until each was there."""
    by = _registrar(scene)
    for one in scene.enrolled if by else ():
        person = scene.dice.name(one.id, "enrolled")
        if by and person not in scene.board.enrollments:
            told = {"agreed_by": one.agreed_by, "drawn_to": one.drawn_to, "carries": one.carries}
            scene.ask(EnrollPerson, by, person, dict(one.texts), person=person, **told)
            return


def _registrar(scene: Scene) -> Actor | None:
    """A case manager who belongs to an organization, or else anybody else who may."""
    able = [one for one in scene.profile.staff if one.role in REGISTRARS and one.agency]
    found = min(able, key=lambda one: one.role != "case_manager", default=None)
    return Actor(found.id, found.role, found.agency) if found else None
