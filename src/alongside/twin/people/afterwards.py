"""Afterwards: the follow-up desk reaches people again; supervisors sign, answer for the silent, and take calls for help."""

from alongside.core.codes import AttemptOutcome, EndReason, FollowUpStatus, PartyKind
from alongside.core.field.decide import ENDS
from alongside.core.field.requests import ReceiveHelp
from alongside.core.follow_up.requests import AttemptFollowUp, CloseFollowUp, TakeFollowUp
from alongside.core.intake.requests import ConcurLowering
from alongside.core.party import Party
from alongside.core.promise.requests import EndEpisode, GiveSign
from alongside.core.sharing.ties import is_contact_prohibited
from alongside.core.state import Episode, FollowUp, Incident
from alongside.twin.engine.naming import silence_ms
from alongside.twin.people.scene import Scene
from alongside.twin.planning import columns, reading

MOST_ATTEMPTS = 4
SPEAK_BEFORE = 0.7  # of the limit after which silence is an alarm
REACHED = (AttemptOutcome.SEEN, AttemptOutcome.SPOKE)


def follow_up(scene: Scene, episode: Episode) -> None:
    """The desk takes promises on, tries, and gives up only with a supervisor."""
    desk = scene.rules.get_desk("follow_up").id
    seat = scene.board.positions.find(desk)
    if not scene.acts(desk) or seat is None or not seat.staff:
        return
    promises = [one for id in episode.follow_ups if (one := scene.board.follow_ups.find(id)) is not None]
    if any(one.status is FollowUpStatus.DUE for one in promises):
        settled = episode.disposition_at or scene.now
        if scene.now >= settled + scene.row_of(episode.id)[columns.TAKEN] and not _is_crew_there(scene, episode):
            scene.ask(TakeFollowUp, scene.desk(desk), episode.id, episode=episode.id, position=desk)
        return
    for promise in promises:
        if promise.status is FollowUpStatus.TAKEN and episode.responsible == Party(PartyKind.POSITION, desk):
            _try(scene, desk, episode, promise)


def _is_crew_there(scene: Scene, episode: Episode) -> bool:
    """Whether the crew responsible is still on this call: a desk takes over when it has left."""
    party = episode.responsible
    unit = scene.board.units.find(party.id) if party is not None and party.kind is PartyKind.CREW else None
    there = (scene.board.assignments.find(id) for id in unit.assignments) if unit is not None else ()
    return any(one is not None and one.incident == episode.incident for one in there)


def _try(scene: Scene, desk: str, episode: Episode, promise: FollowUp) -> None:
    settled = episode.disposition_at or scene.now
    refuses = episode.permission_at is not None and "contact" not in episode.consents
    is_unwanted = refuses or (bool(episode.person) and is_contact_prohibited(scene.board, episode.person))
    if is_unwanted or promise.attempts >= MOST_ATTEMPTS:
        supervisor, reason = scene.find_desk("supervisor"), "contact_prohibited" if is_unwanted else "not_reached"
        if supervisor:
            scene.ask(CloseFollowUp, scene.desk(supervisor), promise.id, follow_up=promise.id, reason=reason)
        return
    row = scene.row_of(episode.id)
    at = promise.next_at if promise.attempts else reading.first_try_at(row, settled, promise.due_at)
    if scene.now >= at:
        reached = reading.is_reached(row, episode.follow_ups.index(promise.id), promise.attempts)
        among = {name: weight for name, weight in scene.world.attempts.items() if (name in REACHED) == reached}
        outcome = scene.dice.choose(among, promise.id, "attempt", promise.attempts)
        subject = f"{promise.id}:{promise.attempts}"
        scene.ask(AttemptFollowUp, scene.desk(desk), subject, follow_up=promise.id, outcome=AttemptOutcome(outcome))


def end_what_waits(scene: Scene, episode: Episode) -> None:
    """A supervisor signs what could not end without one: a high-risk person not found, declined, or not reached."""
    supervisor = scene.find_desk("supervisor")
    promises = [scene.board.follow_ups.find(id) for id in episode.follow_ups]
    is_open = any(one is not None and one.status in (FollowUpStatus.DUE, FollowUpStatus.TAKEN) for one in promises)
    if not supervisor or episode.disposition is None or is_open or _is_somewhere(episode):
        return
    reason = ENDS.get(episode.disposition, EndReason.RESOLVED)
    if any(one is not None and one.status is FollowUpStatus.CLOSED for one in promises):
        reason = EndReason.NOT_REACHED
    if scene.since(episode.last_sign_at, "supervisor", episode.id):
        by = scene.desk(supervisor)
        agency = scene.rules.program.id if reason is EndReason.TAKEN_OVER else ""
        scene.ask(EndEpisode, by, episode.id, episode=episode.id, reason=reason, signed_by=by.staff, agency=agency)


def _is_somewhere(episode: Episode) -> bool:
    """At a facility, or on the way to one."""
    if episode.responsible is None:
        return True
    on_the_way = (
        episode.disposition is not None and episode.disposition.startswith("transported") and episode.responsible.kind is PartyKind.CREW
    )
    return episode.responsible.kind is PartyKind.FACILITY or on_the_way


def speak_up(scene: Scene, episode: Episode) -> None:
    """Whoever is responsible says so in time; a missed sign is answered after the alarm, by radio, through the supervisor."""
    party = episode.responsible
    if party is None:
        return
    limit = _silence_limit(scene, party)
    if episode.silent_since is not None:
        supervisor = scene.find_desk("supervisor", "dispatcher")
        if supervisor and scene.acts(party.id) and scene.since(episode.last_sign_at + limit, "desk_answer", episode.id):
            scene.ask(GiveSign, scene.desk(supervisor), f"{episode.id}:{episode.last_sign_at}:radio", episode=episode.id)
        return
    if not scene.acts(party.id) or scene.happens("missed_sign", episode.id, episode.last_sign_at // 1000):
        return
    if scene.now >= episode.last_sign_at + SPEAK_BEFORE * limit:
        scene.ask(GiveSign, scene.speaker(party), f"{episode.id}:{episode.last_sign_at}", episode=episode.id)


def _silence_limit(scene: Scene, party: Party) -> int:
    desk = scene.board.positions.find(party.id) if party.kind is PartyKind.POSITION else None
    return silence_ms(scene.rules, desk.duty if desk else "", party.kind)


def supervise(scene: Scene, incident: Incident) -> None:
    """A second person looks at a level that is to be lowered."""
    supervisor = scene.find_desk("supervisor")
    if not supervisor or incident.concurrence is None or incident.level is None:
        return
    staff, _, level = incident.concurrence
    by = scene.desk(supervisor)
    if staff != by.staff and scene.since(incident.determined_at or scene.now, "supervisor", incident.id, level):
        scene.ask(ConcurLowering, by, f"{incident.id}:{level}", incident=incident.id, level=type(incident.level)(level))


def take_help(scene: Scene) -> None:
    """A call for help is taken at once."""
    desk = scene.find_desk("dispatcher", "supervisor")
    for unit in scene.board.units:
        if unit.help_asked_at is not None and desk and scene.since(unit.help_asked_at, "help", unit.id, unit.help_asked_at // 1000):
            scene.ask(ReceiveHelp, scene.desk(desk), f"{unit.id}:{unit.help_asked_at}", unit=unit.id)
