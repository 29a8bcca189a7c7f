"""It becomes known who somebody is: a clinician of the crew says so, and writes down what the person and those around them told."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from alongside.core.party import Actor
from alongside.core.person.requests import BeginTreatment, IdentifyPerson, RecordPerson, WriteItems
from alongside.core.state import Episode, Unit
from alongside.twin.people.agreeing import answer_next
from alongside.twin.people.scene import Scene
from alongside.twin.world.regulars import Regular

SPEAKS_FIRST_MS = 180_000  # nobody asks for a name at once


def say_who(scene: Scene, unit: Unit, episode: Episode, met_at: int) -> None:
    """One step: the name, then one entry after another, then that the clinician's organization treats."""
    by, regular = _clinician(scene, unit), _regular(scene, episode)
    if by is None or regular is None or scene.now < met_at + SPEAKS_FIRST_MS:
        return
    record = scene.dice.name(regular.id, "record")
    if not episode.person:
        _identify(scene, by, episode, regular, record)
    elif episode.person == record and not _write_next(scene, by, episode, regular):
        person = scene.board.people.reach(record)
        if regular.treated and by.agency and by.agency not in person.treated_by:
            scene.ask(BeginTreatment, by, record, person=record)
        elif by.agency:
            answer_next(scene, by, person, regular)


def _identify(scene: Scene, by: Actor, episode: Episode, regular: Regular, record: str) -> None:
    if record in scene.board.people:
        scene.ask(IdentifyPerson, by, episode.id, person=record, episode=episode.id, basis="known_to_staff")
        return
    until = _next_year(scene) if regular.band == "teen" else None
    told = {"episode": episode.id, "basis": "said_so", "band": regular.band, "band_until": until}
    scene.ask(RecordPerson, by, episode.id, dict(regular.who), person=record, **told)


def _write_next(scene: Scene, by: Actor, episode: Episode, regular: Regular) -> bool:
    """Whether something was left to write."""
    person = scene.board.people.reach(episode.person)
    written = {item.field for id in person.items if (item := scene.board.items.find(id))}
    for number, entry in enumerate(regular.entries):
        if not entry.texts.keys() <= written:
            review = scene.now + entry.review_ms if entry.review_ms else None
            told = {"person": person.id, "episode": episode.id, "source": entry.source, "review_at": review}
            scene.ask(WriteItems, by, f"{person.id}:{number}", dict(entry.texts), **told)
            return True
    return False


def _regular(scene: Scene, episode: Episode) -> Regular | None:
    """Whom this crew meets: nobody known, mostly; nobody is met at two places at once."""
    chance = scene.regulars.identified if scene.regulars else 0.0
    if not scene.dice.happens(chance, episode.id, "identified"):
        return None
    fitting = [one for one in scene.regulars.people if (one.band == "teen") == episode.minor] if scene.regulars else []
    if not fitting:
        return None
    found = fitting[int(scene.dice.uniform(episode.id, "regular") * len(fitting))]
    record = scene.dice.name(found.id, "record")
    elsewhere = (one.person == record for one in scene.list_open_episodes() if one.id != episode.id)
    return None if any(elsewhere) else found


def _clinician(scene: Scene, unit: Unit) -> Actor | None:
    """A clinician aboard."""
    for member in unit.members:
        if member.role == "clinician":
            known = scene.profile.staff_by_id.get(member.staff)
            return Actor(member.staff, member.role, known.agency if known else "", scene.crew(unit).workstation, seat=unit.id)
    return None


def _next_year(scene: Scene) -> int:
    """The first moment of next year here: until then a teen is certainly one."""
    zone = ZoneInfo(scene.profile.area.zone)
    year = datetime.fromtimestamp(scene.now / 1000, UTC).astimezone(zone).year + 1
    return round(datetime(year, 1, 1, tzinfo=zone).timestamp() * 1000)
