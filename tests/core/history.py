"""Random histories: any request of any kind, about things that may or may not be there, asked by anybody, with time passing between."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from alongside.core.codes import AssignmentStatus, AttemptOutcome, ClockKind, Disposition, EndReason, Level, Origin, PartyKind, PoliceRole
from alongside.core.dispatch import requests as d
from alongside.core.field import requests as f
from alongside.core.follow_up import requests as u
from alongside.core.handoff import requests as h
from alongside.core.holds import requests as k
from alongside.core.holds.decide import AGAIN_MS
from alongside.core.intake import requests as i
from alongside.core.party import Actor, Member, Party, Reference
from alongside.core.promise import requests as p
from alongside.core.refused import Refused
from alongside.core.request import Request
from alongside.core.signing import requests as g
from alongside.core.transport import requests as t
from alongside.library.jurisdictions import load_pack
from tests.core.story import CREW, MOVES, ROLE_OF_DESK, START, WHO, Story, kinds
from tests.core.town import HOUR, RULES

# Where counsel answers for the pack, so that holds are written, too.
LAW = replace(load_pack("california").law, verified_by="counsel", verified_until=START + 10_000 * HOUR)
RULES_OF_LAW = replace(RULES, jurisdiction=LAW)
Step = tuple[int, int, int, int]
DESKS, UNITS = tuple(ROLE_OF_DESK), tuple(CREW)
SEATS = (*DESKS, *UNITS, "haven", "general", *("nobody",) * 6)  # nobody is the system, who may ask anything
ANSWERS = (("concern", "suicide"), ("concern", "welfare"), ("concern", "none"), ("weapon", "gun"), ("weapon", "none"), ("minor", "yes"))
NEW_CREWS = ((Member("kim", "officer"),), (Member("kim", "clinician"), Member("lou", "peer")))
WORDS = (Reference("note", "v1", "0" * 64),)
HOLD_FACTS = (Reference("hold_facts", "v3", "0" * 64),)
SIGNED = (Reference("door_signed_by", "v2", "0" * 64),)


class Dice:
    """Turns a step's three numbers into choices."""

    def __init__(self, story: Story, step: Step) -> None:
        self.story, self.step, self.used = story, step, 0

    def pick(self, things: Any) -> Any:
        """One of the things, by the next number of the step."""
        listed = tuple(things) or ("missing",)
        self.used += 1
        return listed[self.step[1 + (self.used - 1) % 3] % len(listed)]

    def of(self, shelf: str) -> str:
        """The id of something on the board, or of nothing."""
        return str(self.pick([thing.id for thing in getattr(self.story.board, shelf)]))

    def new(self, prefix: str, shelf: str) -> str:
        """An id nobody has yet."""
        return f"{prefix}{len(getattr(self.story.board, shelf))}"

    def newcomer(self) -> Actor:
        """Somebody who sits down at a desk."""
        return Actor(str(self.pick(("ann", "bob"))), "supervisor")

    def party(self) -> Party:
        """Anybody who could be responsible."""
        kind = self.pick(PartyKind)
        ids = {PartyKind.POSITION: DESKS, PartyKind.CREW: UNITS, PartyKind.FACILITY: ("haven", "general"), PartyKind.PARTNER: ("line-988",)}
        return Party(kind, self.pick(ids[kind]))


Make = Callable[[Dice], dict[str, Any]]
MAKE: dict[type[Request], Make] = {
    i.TakeCall: lambda x: {
        "incident": x.new("i", "incidents"), "episodes": tuple(f"e{len(x.story.board.episodes) + n}" for n in range(x.pick((1, 1, 2)))),
        "area": "town", "origin": x.pick(Origin), "position": x.pick(DESKS), "callback_known": x.pick((True, False)),
        "scheduled_for": x.pick((None, None, None, x.story.now + 600_000)),
    },
    i.AddPerson: lambda x: {"incident": x.of("incidents"), "episode": x.new("e", "episodes")},
    i.AnswerProtocol: lambda x: {"incident": x.of("incidents"), "protocol": "town", "answers": (x.pick(ANSWERS[:3]), x.pick(ANSWERS[3:]))},
    i.SetLevel: lambda x: {"incident": x.of("incidents"), "level": x.pick(Level), "reason": "seen"},
    i.ConcurLowering: lambda x: {"incident": x.of("incidents"), "level": x.pick(Level)},
    i.ReportRedFlag: lambda x: {"incident": x.of("incidents"), "flag": "ingestion", "state": x.pick(("yes", "no"))},
    i.RuleOutRedFlags: lambda x: {"incident": x.of("incidents"), "when": "before_departure"},
    i.CancelIncident: lambda x: {"incident": x.of("incidents"), "reason": "mistake", "signed_by": x.pick(("", "at-desk-lead"))},
    i.CloseIncident: lambda x: {"incident": x.of("incidents")},
    i.ReopenIncident: lambda x: {"incident": x.of("incidents"), "position": x.pick(DESKS), "reason": "again"},
    i.KeepForLater: lambda x: {
        "incident": x.of("incidents"), "until": x.story.now + x.pick((0, 60_000, 3_600_000)), "reason": "appointment",
    },
    i.ReportWeapon: lambda x: {
        "incident": x.of("incidents"), "weapon": "unknown", "place": "unknown", "state": x.pick(("unknown", "denied")), "source": "caller",
    },
    i.LinkIncidents: lambda x: {"incident": x.of("incidents"), "other": x.of("incidents")},
    i.UnlinkIncidents: lambda x: {"incident": x.of("incidents"), "other": x.of("incidents")},
    d.TakePosition: lambda x: {
        "position": x.pick(DESKS), "area": "town", "duty": "dispatcher", "staff": (by := x.newcomer()).staff, "by": by,
    },
    d.RelievePosition: lambda x: {
        "position": x.pick(DESKS), "staff": (by := x.newcomer()).staff, "by": by, "episodes": tuple(e.id for e in x.story.board.episodes),
    },
    d.LeavePosition: lambda x: {"position": x.pick(DESKS)},
    d.SignOn: lambda x: _sign_on(x, x.pick(UNITS)),
    d.ChangeCrew: lambda x: {"unit": x.of("units"), "members": x.pick(NEW_CREWS)},
    d.SignOff: lambda x: {"unit": x.of("units")},
    d.GoOutOfService: lambda x: {"unit": x.of("units"), "reason": "vehicle"},
    d.ReturnToService: lambda x: {"unit": x.of("units")},
    d.AssignUnit: lambda x: {
        "assignment": x.new("a", "assignments"), "incident": x.of("incidents"), "unit": x.of("units"), "also": x.pick((False, True)),
    },
    d.SelfStage: lambda x: {
        "unit": x.of("units"), "incident": x.new("i", "incidents"), "episode": x.new("e", "episodes"),
        "assignment": x.new("a", "assignments"),
    },
    d.ReportStatus: lambda x: {"assignment": x.of("assignments"), "status": x.pick(AssignmentStatus), "place": "haven"},
    d.CancelAssignment: lambda x: {"assignment": x.of("assignments"), "reason": "not_needed"},
    d.WithdrawAssignment: lambda x: {"assignment": x.of("assignments")},
    d.ChoosePrimary: lambda x: {"assignment": x.of("assignments")},
    f.AskHelp: lambda x: {"unit": x.of("units")},
    f.ReceiveHelp: lambda x: {"unit": x.of("units")},
    f.SetPoliceRole: lambda x: {"incident": x.of("incidents"), "role": x.pick(PoliceRole), "asked_by": "caller", "reason": "weapon"},
    f.NameLeads: lambda x: {
        "incident": x.of("incidents"), "clinical": x.pick(("", "lee", "amara")), "safety": x.pick(("", "ortiz", "novak")),
    },
    f.UseInterpreter: lambda x: {
        "incident": x.of("incidents"), "language": "es", "modality": x.pick(("phone", "video")),
        "interpreter": x.pick(("professional", "child")), "reason": x.pick(("", "imminent_danger")),
    },
    f.TryGuardian: lambda x: {"episode": x.of("episodes"), "outcome": x.pick(("reached", "no_answer"))},
    f.PlaceDependants: lambda x: {"incident": x.of("incidents"), "who": x.pick(("family", "unknown"))},
    f.RecordNoAnswer: lambda x: {
        "incident": x.of("incidents"), "then": x.pick(("neighbors", "return")), "return_at": x.pick((None, x.story.now + 600_000)),
    },
    f.DecideEntry: lambda x: {
        "incident": x.of("incidents"), "forced": x.pick((True, False)), "reason": "life_at_risk", "words": x.pick(((), WHO)),
    },
    f.OweReport: lambda x: {"report": x.new("m", "reports"), "episode": x.of("episodes"), "about": "child"},
    f.FileReport: lambda x: {"report": x.of("reports")},
    f.WithdrawReport: lambda x: {"report": x.of("reports"), "reason": "not_reportable", "signed_by": x.pick(("", "at-desk-lead"))},
    f.RestoreReport: lambda x: {"report": x.of("reports")},
    f.WriteNote: lambda x: {"incident": x.of("incidents"), "words": WORDS},
    f.RecordDisposition: lambda x: {
        "episode": x.of("episodes"), "disposition": x.pick(Disposition), "follow_ups": (x.new("f", "follow_ups"),),
        "agency": x.pick(("", "jail")),
    },
    h.SetCapacity: lambda x: {"facility": "haven", "service": "chair", "free": x.pick((0, 1, 2))},
    t.AskTransport: lambda x: {"ride": x.new("w", "rides"), "episode": x.of("episodes"), "means": x.pick(("crisis_van", "own_means"))},
    t.TakeBackTransport: lambda x: {"ride": x.of("rides")},
    t.RecordSearch: lambda x: {"episode": x.of("episodes"), "done": "searched"},
    t.StartRestraint: lambda x: {
        "restraint": x.new("s", "restraints"), "episode": x.of("episodes"), "form": "handcuffs", "position": "seated",
    },
    t.MoveRestraint: lambda x: {"restraint": x.of("restraints"), "position": "on_side"},
    t.EndRestraint: lambda x: {"restraint": x.of("restraints")},
    h.AskBack: lambda x: {"reservation": x.of("reservations"), "question": "other"},
    h.AnswerBack: lambda x: {"reservation": x.of("reservations"), "words": WORDS},
    h.RecordWish: lambda x: {"episode": x.of("episodes"), "wants": x.pick(((), ("haven",))), "home": x.pick(("", "here", "nowhere"))},
    h.ReservePlace: lambda x: {
        "reservation": x.new("v", "reservations"), "episode": x.of("episodes"), "facility": "haven", "service": "chair",
    },
    h.AgreeToReceive: lambda x: {"reservation": x.of("reservations"), "by_phone": x.pick((True, False)), "words": WHO},
    h.DeclineToReceive: lambda x: {"reservation": x.of("reservations"), "reason": "full"},
    h.TakeBackReservation: lambda x: {"reservation": x.of("reservations")},
    h.HandOver: lambda x: {
        "episode": x.of("episodes"), "facility": x.pick(("haven", "general")), "service": x.pick(("chair", "bay")),
        "received_by": x.pick(("", "nurse")), "unsigned": x.pick(("", "", "paper", "declined")),
    },
    k.WriteHold: lambda x: {
        "hold": x.new("h", "holds"), "episode": x.pick(x.story.board.list_charges(Party(PartyKind.CREW, "M12"))),
        "hold_kind": x.pick(("wic_5150", "wic_5150", "wic_5585")),
        "criteria": ("danger_to_self",), "started_at": x.story.now - x.pick((HOUR, 60 * HOUR - 60_000, 72 * HOUR - 60_000)),
        "designated_until": x.pick((None, *(x.story.now + 1,) * 4)), "words": HOLD_FACTS,
    },
    k.GiveAdvisement: lambda x: {"hold": x.of("holds"), "language": "es", "modality": x.pick(("in_person", "phone"))},
    k.ServeHoldNotice: lambda x: {"hold": x.of("holds"), "notice": x.pick(("rights_advocate", "advisement_1802"))},
    k.MoveHold: lambda x: {"hold": x.of("holds"), "facility": x.pick(("haven", "general"))},
    k.EndHold: lambda x: {"hold": x.of("holds"), "how": x.pick(("released", "voluntary")), "told": x.pick((("person",), ("person",), ()))},
    g.SignHandOver: lambda x: {"episode": x.of("episodes"), "unsigned": x.pick(("", "paper")), "words": x.pick(((), SIGNED))},
    h.ReleasePerson: lambda x: {"episode": x.of("episodes")},
    u.TakeFollowUp: lambda x: {"episode": x.of("episodes"), "position": "desk-follow-up"},
    u.AttemptFollowUp: lambda x: {"follow_up": x.of("follow_ups"), "outcome": x.pick(AttemptOutcome)},
    u.CloseFollowUp: lambda x: {"follow_up": x.of("follow_ups"), "reason": "moved", "signed_by": "at-desk-lead"},
    p.OfferTransfer: lambda x: {"episode": x.of("episodes"), "to": x.party()},
    p.AcceptTransfer: lambda x: {"episode": x.of("episodes"), "by_phone": x.pick((True, False)), "read_back": x.pick((True, False)),
        "words": WHO,
    },
    p.DeclineTransfer: lambda x: {"episode": x.of("episodes"), "reason": "busy"},
    p.WithdrawTransfer: lambda x: {"episode": x.of("episodes")},
    p.TakeOver: lambda x: {"episode": x.of("episodes")},
    p.ReturnTransfer: lambda x: {"episode": x.of("episodes"), "to": x.party(), "reason": "refused"},
    p.DropTransfer: lambda x: {"episode": x.of("episodes")},
    p.CallBack: lambda x: {"episode": x.of("episodes"), "reached": x.pick((True, False))},
    p.GiveSign: lambda x: {"episode": x.of("episodes")},
    p.EndEpisode: lambda x: {
        "episode": x.of("episodes"), "reason": x.pick(EndReason), "signed_by": x.pick(("", "at-desk-lead")), "agency": "county",
    },
}  # fmt: skip
KINDS = tuple(MAKE)
# Asked half of the time by whoever usually asks it, so that histories also get far into a life.
OFTEN_AT: dict[type[Request], str] = {
    u.TakeFollowUp: "desk-follow-up",
    u.AttemptFollowUp: "desk-follow-up",
    f.RecordDisposition: "desk-dispatch",
    d.ReportStatus: "desk-dispatch",
    d.AssignUnit: "desk-dispatch",
    h.HandOver: "desk-dispatch",
    h.AgreeToReceive: "haven",
    k.WriteHold: "M12",
    k.EndHold: "M12",
}


def _sign_on(x: Dice, unit: str) -> dict[str, Any]:
    kind, members = CREW[unit]
    return {"unit": unit, "area": "town", "call_sign": unit, "crew_kind": kind, "members": members}


def populate(story: Story) -> Story:
    """A city in the middle of its day: one person waits, one is met, one is on the way, one at a facility, one followed up, one offered."""
    met = (AssignmentStatus.ACKNOWLEDGED, AssignmentStatus.ENROUTE, AssignmentStatus.ON_SCENE, AssignmentStatus.WITH_PERSON)
    for n in range(5):
        story.call(f"i{n}", callback_known=True)
        story.when(i.SetLevel, "desk-calls", incident=f"i{n}", level=Level.URGENT, reason="judgement")
    story.when(h.SetCapacity, "haven", facility="haven", service="chair", free=2)
    for incident, unit in (("i1", "M12"), ("i2", "P31"), ("i3", "C204")):
        sent = f"a{len(story.board.assignments)}"
        story.when(d.AssignUnit, "desk-dispatch", assignment=sent, incident=incident, unit=unit)
        for status in met:
            story.when(d.ReportStatus, unit, assignment=sent, status=status)
    story.when(h.ReservePlace, "M12", reservation="v0", episode="i1-p1", facility="haven", service="chair")
    story.when(h.AgreeToReceive, "haven", reservation="v0")
    if story.rules.jurisdiction.kinds:
        _hold(story, "P31", "h1", "i2-p1", 72 * HOUR - 600_000)
    story.when(h.HandOver, "P31", episode="i2-p1", facility="general", service="bay")
    told = {"disposition": Disposition.RESOLVED_ON_SCENE, "follow_ups": ("f0",)}
    story.when(f.RecordDisposition, "C204", episode="i3-p1", **told)
    story.when(d.ReportStatus, "C204", assignment="a2", status=AssignmentStatus.CLEARED)
    story.when(u.TakeFollowUp, "desk-follow-up", episode="i3-p1", position="desk-follow-up")
    if story.rules.jurisdiction.kinds:
        _hold(story, "M12", "h0", "i1-p1", 60 * HOUR - 600_000)
    story.call("i5")
    story.when(i.SetLevel, "desk-calls", incident="i5", level=Level.URGENT, reason="judgement")
    story.when(f.RecordDisposition, "desk-calls", episode="i5-p1", **told | {"follow_ups": ("f1",)})
    story.when(p.OfferTransfer, "desk-calls", episode="i4-p1", to=Party(PartyKind.PARTNER, "line-988"))
    return story


def _hold(story: Story, unit: str, hold: str, episode: str, ago: int) -> None:
    """One that began ``ago`` ms before now: it is warned of, or over, a little later."""
    held = {"hold": hold, "episode": episode, "hold_kind": "wic_5150", "criteria": ("danger_to_self",), "words": HOLD_FACTS}
    story.when(k.WriteHold, unit, started_at=story.now - ago, designated_until=story.now + 1, **held)


def check_holds(story: Story) -> None:
    """Every clock of a hold stops or rises: it runs while the hold is open, is never past, never beyond what must be said next."""
    due = {id: at for (kind, id), at in story.board.clocks.items() if kind is ClockKind.HOLD}
    for one in story.board.holds:
        assert (one.id in due) == one.is_open(), one
        if one.is_open():
            assert story.now < due[one.id] <= (story.now + AGAIN_MS if one.is_over else one.latest_at), one
            assert one.is_over == (story.now >= one.latest_at), one


def live(story: Story, steps: list[Step]) -> Counter[str]:
    """Live through the steps; returns how many requests were granted, by kind too, and refused. The story checks the promise as it goes."""
    counted: Counter[str] = Counter()
    for step in steps:
        kind = KINDS[step[0] % len(KINDS)]
        dice = Dice(story, step)
        fields = MAKE[kind](dice)
        try:
            seat = OFTEN_AT.get(kind) if step[2] % 2 else None
            facts = story.when(kind, seat or SEATS[step[2] // 2 % len(SEATS)], **fields)
            counted["granted"] += 1
            counted[kind.__name__] += 1
            counted["moved"] += sum(isinstance(fact, MOVES) for fact in facts)
        except Refused:
            counted["refused"] += 1
        passed = kinds(story.wait(step[3] ** 2 * 20))
        counted["silent"] += passed.count("ResponsibleSilent")
        counted["hold_near"] += passed.count("HoldNearsEnd")
        counted["hold_over"] += passed.count("HoldTimeOver")
        check_holds(story)
    return counted
