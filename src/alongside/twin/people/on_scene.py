"""On scene: looking for the person, contact, the time it takes, a note, and what came of it."""

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import Disposition, OfferStatus, PartyKind
from alongside.core.dispatch.requests import ReportStatus
from alongside.core.field.requests import WriteNote
from alongside.core.party import Party
from alongside.core.promise.requests import AcceptTransfer, OfferTransfer, TakeOver
from alongside.core.state import Assignment, Episode, Incident, Unit
from alongside.twin.people import knowing, second_unit, taking_along
from alongside.twin.people.outcome import of_meeting, record
from alongside.twin.people.scene import Scene
from alongside.twin.planning import columns as c


def meet(scene: Scene, unit: Unit, one: Assignment, incident: Incident) -> None:
    """Find the person, or give up after a while; a second unit stands by the first."""
    arrived = one.times[A.ON_SCENE]
    if _is_over(scene, incident):
        _clear(scene, unit, one, incident, max(arrived, _over_at(scene, incident)))
    elif scene.rows.drawn(incident, c.END) == c.NOT_FOUND:
        if scene.now >= arrived + scene.rows.drawn(incident, c.LOOK):
            _give_up(scene, unit, incident)
    elif not _somebody_is_responsible_here(scene, incident) or "clinician" in unit.capabilities:
        if scene.now >= arrived + scene.rows.by_turn(incident, one.id, c.CONTACT):
            _press(scene, unit, one, A.WITH_PERSON)
    elif scene.now >= arrived + scene.minutes_ms("second_unit", one.id) and not _is_needed(unit, incident):
        _press(scene, unit, one, A.CLEARED)


def talk(scene: Scene, unit: Unit, one: Assignment, incident: Incident) -> None:
    """With the person: another crew may take over, an outcome comes in time."""
    mine = list_mine(scene, unit, incident)
    if _is_over(scene, incident) and not any(_is_on_the_way(episode) for episode in mine):
        _clear(scene, unit, one, incident, max(one.times[A.WITH_PERSON], _over_at(scene, incident)))
        return
    if not mine and scene.now >= one.times[A.WITH_PERSON] + scene.minutes_ms("second_unit", one.id):
        if not _give_over(scene, unit, incident):
            _press(scene, unit, one, A.CLEARED)
        return
    if mine:
        second_unit.look_again(scene, unit, one, incident)
    for episode in mine:
        knowing.say_who(scene, unit, episode, one.times[A.WITH_PERSON])
        if not _pass_to_clinician(scene, unit, episode, incident):
            _conclude(scene, unit, one, incident, episode)


def list_mine(scene: Scene, unit: Unit, incident: Incident) -> list[Episode]:
    """The people of this incident this crew is responsible for."""
    found = (scene.board.episodes.find(id) for id in incident.episodes)
    return [one for one in found if one is not None and one.responsible == Party(PartyKind.CREW, unit.id)]


def _conclude(scene: Scene, unit: Unit, one: Assignment, incident: Incident, episode: Episode) -> None:
    met_at = one.times[A.WITH_PERSON]
    kind = scene.rules.program.crews.get(unit.acts_as)
    if kind is not None and kind.remote:
        _by_phone(scene, unit, incident, episode, met_at)
        return
    refused = scene.rows.drawn(incident, c.END) == c.DECLINED
    lasts = scene.rows.drawn(incident, c.SCENE)
    _write_note(scene, unit, incident, "refused" if refused else "engaged", met_at + lasts // 2)
    outcome = of_meeting(scene, unit, incident)
    if outcome is None:
        taking_along.take_along(scene, unit, one, incident, episode, met_at, lasts)
    elif scene.now >= met_at + lasts and episode.disposition is None:
        record(scene, unit, episode, outcome, scene.rules.program.id if outcome is Disposition.ARRESTED else "")


def _by_phone(scene: Scene, unit: Unit, incident: Incident, episode: Episode, met_at: int) -> None:
    if episode.disposition is None and scene.now >= met_at + scene.rows.drawn(incident, c.BY_PHONE):
        resolved = scene.rows.drawn(incident, c.PHONE_RESOLVES)
        record(scene, unit, episode, Disposition.RESOLVED_BY_PHONE if resolved else Disposition.REFERRED)


def _give_up(scene: Scene, unit: Unit, incident: Incident) -> None:
    """Not found after attempts, for everybody no other crew is with."""
    _write_note(scene, unit, incident, "unable_to_locate", 0)
    for id in incident.episodes:
        episode = scene.board.episodes.find(id)
        if episode is not None and episode.responsible is not None and episode.disposition is None:
            record(scene, unit, episode, Disposition.NOT_FOUND)


def _write_note(scene: Scene, unit: Unit, incident: Incident, kind: str, at: int) -> None:
    if scene.now >= at and not any(word.field == "note" for word in incident.words):
        text = scene.dice.pick(scene.world.notes[kind], incident.id, "note")
        scene.ask(WriteNote, scene.crew(unit), incident.id, {"note": text}, incident=incident.id)


def _pass_to_clinician(scene: Scene, unit: Unit, episode: Episode, incident: Incident) -> bool:
    """An officer or medic hands the person to a clinician who has joined: offered, agreed, taken over, all within minutes."""
    if "clinician" in unit.capabilities or episode.disposition is not None:
        return False
    other = next((one for one in _list_with_person(scene, incident) if "clinician" in one.capabilities and one.id != unit.id), None)
    if other is None or not scene.acts(other.id):
        return False
    if episode.offer.status is OfferStatus.NONE:
        return scene.ask(OfferTransfer, scene.crew(unit), episode.id, episode=episode.id, to=Party(PartyKind.CREW, other.id))
    return True


def _give_over(scene: Scene, unit: Unit, incident: Incident) -> bool:
    """Whether somebody is being handed to this crew right now."""
    found = (scene.board.episodes.find(id) for id in incident.episodes)
    return any(one is not None and one.offer.to == Party(PartyKind.CREW, unit.id) for one in found)


def answer_offers(scene: Scene, unit: Unit, incident: Incident) -> None:
    """A crew agrees to take a person over from another, and takes over."""
    for id in incident.episodes:
        episode = scene.board.episodes.find(id)
        if episode is None or episode.offer.to != Party(PartyKind.CREW, unit.id):
            continue
        if episode.offer.status is OfferStatus.OFFERED and scene.since(episode.offer.at, "take_crew_over", id):
            scene.ask(AcceptTransfer, scene.crew(unit), id, episode=id)
        elif episode.offer.status is OfferStatus.ACCEPTED:
            scene.ask(TakeOver, scene.crew(unit), id, episode=id)


def _list_with_person(scene: Scene, incident: Incident) -> list[Unit]:
    found = (scene.board.assignments.find(id) for id in incident.assignments)
    units = (scene.board.units.find(one.unit) for one in found if one is not None and one.status is A.WITH_PERSON)
    return [unit for unit in units if unit is not None]


def _is_over(scene: Scene, incident: Incident) -> bool:
    people = [scene.board.episodes.find(id) for id in incident.episodes]
    return all(one is None or one.disposition is not None or one.ended is not None for one in people)


def _over_at(scene: Scene, incident: Incident) -> int:
    people = (scene.board.episodes.find(id) for id in incident.episodes)
    return max((one.disposition_at or one.ended_at or 0 for one in people if one is not None), default=0)


def _is_on_the_way(episode: Episode) -> bool:
    return episode.disposition is not None and episode.disposition.startswith("transported")


def _somebody_is_responsible_here(scene: Scene, incident: Incident) -> bool:
    found = (scene.board.episodes.find(id) for id in incident.episodes)
    return any(one is not None and one.responsible is not None and one.responsible.kind is PartyKind.CREW for one in found)


def _is_needed(unit: Unit, incident: Incident) -> bool:
    """Police and medics stay while the call still requires them."""
    return any(one.code in unit.capabilities for one in incident.requirements if one.code in ("police", "ems"))


def _clear(scene: Scene, unit: Unit, one: Assignment, incident: Incident, since: int) -> None:
    if scene.now >= since + scene.rows.drawn(incident, c.WRAP):
        _press(scene, unit, one, A.CLEARED)


def _press(scene: Scene, unit: Unit, one: Assignment, status: A) -> None:
    spot = scene.where.get(unit.id) if status is A.CLEARED else None
    scene.ask(ReportStatus, scene.crew(unit), f"{one.id}:{status}", assignment=one.id, status=status, spot=spot)
