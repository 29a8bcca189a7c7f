"""What comes of a meeting, and writing it down with what the rules make due."""

from alongside.core.codes import Disposition
from alongside.core.field.requests import RecordDisposition, SetPermission
from alongside.core.follow_up.due import list_rules
from alongside.core.state import Episode, Incident, Unit
from alongside.twin.engine import outcomes
from alongside.twin.people.scene import Scene
from alongside.twin.planning import columns, reading


def record(scene: Scene, unit: Unit, episode: Episode, disposition: Disposition, agency: str = "") -> None:
    """What came of it, with permission for follow-up asked of the person, and ids for what will be due."""
    by = scene.crew(unit)
    permits = tuple(name for name in ("contact", "voicemail") if scene.happens(f"permits_{name}", episode.id))
    if permits and not episode.consents:
        scene.ask(SetPermission, by, episode.id, episode=episode.id, permits=permits)
    count = len(list_rules(scene.asking(by), episode, disposition))
    ids = tuple(scene.dice.name(episode.id, "follow-up", n) for n in range(count))
    details = ("voluntary",) if disposition is Disposition.TRANSPORTED_VOLUNTARY else ()
    scene.ask(
        RecordDisposition,
        by,
        f"{episode.id}:{disposition}",
        episode=episode.id,
        disposition=disposition,
        details=details,
        follow_ups=ids,
        agency=agency,
    )


def of_meeting(scene: Scene, unit: Unit, incident: Incident) -> Disposition | None:
    """What comes of it, as far as this crew can do it; None where the person is to be taken along."""
    if scene.rows.drawn(incident, columns.END) == columns.DECLINED:
        return Disposition.DECLINED_SERVICE
    found = reading.of_engaged(scene.rows.drawn(incident, columns.OUTCOME), unit.capabilities)
    return None if found == outcomes.TAKEN_ALONG else outcomes.DISPOSITIONS[found]
