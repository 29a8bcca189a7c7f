"""Everything that can be asked, on one ledger: the dice of each kind of history, and dice for what has no history of its own."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from alongside.core.card import requests as card
from alongside.core.consent import requests as c
from alongside.core.custodian import requests as k
from alongside.core.dispatch import requests as d
from alongside.core.field import requests as f
from alongside.core.glass import requests as g
from alongside.core.handoff import requests as h
from alongside.core.intake import requests as i
from alongside.core.invitation import requests as v
from alongside.core.late import requests as late
from alongside.core.late.finding import LATE
from alongside.core.linkage import requests as x
from alongside.core.linkage.state import Found, Ground
from alongside.core.often import requests as often
from alongside.core.party import Actor, Reference
from alongside.core.person import requests as p
from alongside.core.policy import requests as q
from alongside.core.policy.in_force import merged
from alongside.core.policy.state import Setting, Span
from alongside.core.registry import requests as e
from alongside.core.request import Request
from alongside.core.rights import requests as r
from alongside.core.supervised import requests as s
from tests.core import history
from tests.core.cases import test_02_no_case_between_hands as cases
from tests.core.dice import Dice, Step
from tests.core.referral import test_02_every_history as referrals
from tests.core.story import WHO, Story, actor
from tests.core.threat import test_02_no_file_between_hands as threats
from tests.core.town import CENTRE, DAY, HOUR

PETROV, ROOT = Actor("petrov", "privacy_officer", "county"), Actor("root", "system", "clinic")
OTHERS = (
    ROOT, PETROV, Actor("okafor", "administrator", "county"), Actor("amara", "clinician", "clinic", seat="M12"),
    Actor("moreau", "case_manager", "clinic", seat="desk-follow-up"), Actor("at-desk-lead", "supervisor", "town", seat="desk-lead"),
)  # fmt: skip
WHY, PIN = (Reference("glass_reason", "why", "0" * 64),), "right"
SETTINGS = tuple(Setting(f"clock.{name}", limit) for name in ("capacity_stale", "reservation") for limit in (HOUR, 2 * HOUR))
FIELDS = ("name", "medications", "card_helps", "calming", "phone")
Fields = dict[str, Any]


class Thrown(Dice):
    """Choices among what there is on the whole board."""

    def of(self, shelf: str) -> str:
        return str(self.pick([one.id for one in getattr(self.story.board, shelf)] or ["none"]))

    def new(self, prefix: str, shelf: str) -> str:
        return f"{prefix}{len(getattr(self.story.board, shelf))}"

    def words(self, *fields: str) -> tuple[Reference, ...]:
        return tuple(Reference(one, f"v{self.story.asked}-{one}", "0" * 64) for one in fields)

    def later(self) -> int:
        return self.story.now + int(self.pick((HOUR, 9 * DAY, 200 * DAY)))

    def about(self) -> Fields:
        kind, shelf, over = self.pick((("person", "people", "w9"), ("incident", "incidents", "i9"), ("threat", "threats", "t0")))
        return {"about_kind": kind, "about": self.pick((over, self.of(shelf)))}

    def item(self) -> Fields:
        item = self.pick(list(self.story.board.items) or [None])
        return {"person": item.person, "item": item.id} if item else {"person": "w0", "item": "none"}


def of_person(t: Thrown, **more: Any) -> Fields:
    return {"person": t.of("people"), **more}


def consent(t: Thrown) -> Fields:
    to = {"recipients": ("clinic", *referrals.PARTNERS), "purposes": ("referral",), "event": "case_closed", "stated": ("revocation",)}
    words = t.words("consent_name", "consent_signature")
    return of_person(t, consent=f"c{t.story.asked}", about="referral", what=("all",), holders=("any",), words=words, **to)


def pair(t: Thrown) -> Found:
    return Found(t.of("people"), t.of("people"), t.pick((3, 13)), (Ground("surname", "same", 8),))


def invited(t: Thrown) -> Fields:
    one = t.pick(list(t.story.board.invitations) or [None])
    staff = Actor(one.staff, one.role, one.party, seat=one.party) if one else ROOT
    return {"invitation": one.id if one else "none", "proof": t.pick((PIN, PIN, PIN, "wrong")), "by": staff}


def inviting(t: Thrown) -> Fields:
    purpose, shelf = t.pick((("reservation", "reservations"), ("referral", "asks")))
    about = t.of(shelf)
    one = getattr(t.story.board, shelf).find(about)
    named = {"purpose": purpose, "about": about, "episode": getattr(one, "episode", "")}
    return named | {"invitation": t.new("n", "invitations"), "token_hash": f"t{t.story.asked}", "pin_hash": PIN}


def agreeing(t: Thrown) -> Fields:
    """To what the page shows: the rules there would be."""
    one = t.story.board.policies.find(id := t.of("policies"))
    if one is None:
        return {"policy": id, "gives": ""}
    at = max(one.wanted_at, t.story.now)
    spans = tuple(span for span in t.story.board.policy_spans if span.holds(at))
    return {"policy": id, "gives": merged(t.story.rules, (*spans, Span("", at, None, one.settings))).hash}


MORE: Mapping[type[Request], Callable[[Thrown], Fields]] = {
    p.RecordPerson: lambda t: {"person": t.new("w", "people"), "episode": t.of("episodes"), "basis": "said_so", "words": t.words("name")},
    p.IdentifyPerson: lambda t: of_person(t, episode=t.of("episodes"), basis="document"),
    p.UndoIdentification: lambda t: of_person(t, episode=t.of("episodes"), reason="same_name"),
    p.WriteItems: lambda t: of_person(t, source="person", words=t.words(t.pick(FIELDS), "phone"), review_at=t.later()),
    p.ReviewItem: lambda t: t.item() | {"review_at": t.later()},
    p.WithdrawItem: lambda t: t.item() | {"reason": "never_true"},
    p.SetAge: lambda t: of_person(t, band=t.pick(("adult", "teen"))),
    p.BeginTreatment: of_person,
    p.EndTreatment: lambda t: of_person(t, agency="clinic"),
    p.RecordMinorConsent: lambda t: of_person(t, mature_enough=True, guardians="inappropriate", words=t.words("minor_care_note")),
    p.CarryItemOver: lambda t: t.item() | of_person(t, review_at=t.later(), words=t.words(t.pick(FIELDS))),
    c.RecordConsent: consent,
    c.WithdrawConsent: lambda t: of_person(t, consent=t.of("consents")),
    c.EndConsent: lambda t: of_person(t, consent=t.of("consents")),
    c.ReportConsentWrong: lambda t: of_person(t, consent=t.of("consents"), reason="nobody_signed"),
    card.ApproveCard: lambda t: {"person": (one := t.item())["person"], "items": (one["item"],)},
    s.SignItem: lambda t: t.item(),
    often.ReviewOften: lambda t: {"whom": "person", "key": t.of("people"), "decision": "leave"},
    e.EnrollPerson: lambda t: of_person(t, agreed_by="person", drawn_to=("water",), words=t.words("name", "appearance")),
    e.ChangeEnrollment: lambda t: of_person(t, drawn_to=("woods",)),
    e.RenewEnrollment: of_person,
    e.EndEnrollment: lambda t: of_person(t, reason="moved_away"),
    e.SearchRegistry: lambda t: {"incident": t.of("incidents"), "found": ((t.of("people"), ("age",)),)},
    e.MatchSearch: lambda t: of_person(t, incident=t.of("incidents")),
    e.UndoMatch: lambda t: {"incident": t.of("incidents")},
    x.BeginComparison: lambda t: {"comparison": t.new("q", "comparisons"), "by": PETROV},
    x.SuggestRecords: lambda t: {"comparison": t.of("comparisons"), "found": (pair(t), pair(t)), "by": ROOT},
    x.CancelComparison: lambda t: {"comparison": t.of("comparisons")},
    x.EndComparison: lambda t: {"comparison": t.of("comparisons"), "outcome": "done", "by": ROOT},
    x.NameRecords: lambda t: of_person(t, other=t.of("people"), because="said_so"),
    x.JudgeSuggestion: lambda t: {"suggestion": t.of("suggestions"), "judgment": t.pick(("apart", "later", "open")), "by": PETROV},
    x.LinkRecords: lambda t: {"suggestion": t.of("suggestions"), "by": PETROV},
    x.UnlinkRecords: lambda t: {"suggestion": t.of("suggestions"), "reason": "not_certain", "by": PETROV},
    k.AskRelease: lambda t: t.about() | {"release": t.new("s", "releases"), "asked": "subpoena", "words": t.words("records_asked_by")},
    k.ChoosePiece: lambda t: {"release": t.of("releases"), "piece": "p1", "shown": True, "reason": "order_says_so"},
    k.SignRelease: lambda t: {"release": t.of("releases"), "pieces": (("p1", False, "health"),)},
    k.TakeBackSignature: lambda t: {"release": t.of("releases"), "reason": "changed"},
    k.HandOutRelease: lambda t: {"release": t.of("releases"), "how": "mail", "digest": "0" * 64},
    k.CloseRelease: lambda t: {"release": t.of("releases"), "outcome": "refused", "reason": "no_basis"},
    k.PlacePreservation: lambda t: t.about() | {"preservation": t.new("z", "preservations"), "reason": "audit", "review_at": t.later()},
    k.ReviewPreservation: lambda t: {"preservation": t.of("preservations"), "review_at": t.later()},
    k.LiftPreservation: lambda t: {"preservation": t.of("preservations"), "reason": "matter_over"},
    k.ProposeErasure: lambda t: t.about() | {"erasure": t.new("x", "erasures"), "ground": t.pick(("never_ours", "person_asked"))},
    k.TakeBackErasure: lambda t: {"erasure": t.of("erasures"), "reason": "mistake"},
    k.SignErasure: lambda t: {"erasure": t.of("erasures")},
    k.FinishErasure: lambda t: {"erasure": t.of("erasures"), "by": ROOT},
    g.BreakGlass: lambda t: of_person(t, glass=t.new("g", "glasses"), reason="life_at_risk", words=WHY, by=cases.ELSEWHERE),
    g.CloseGlass: lambda t: {"glass": t.of("glasses"), "by": cases.ELSEWHERE},
    g.RevokeGlass: lambda t: {"glass": t.of("glasses")},
    g.ReviewGlass: lambda t: {"glass": t.of("glasses"), "finding": "appropriate"},
    r.RecordDisclosure: lambda t: of_person(
        t, disclosure=f"d{t.story.asked}", how="phone", basis="court_order", classes=("clinical_summary",),
        words=t.words("disclosed_to", "disclosed_what"),
    ),
    r.HandOutCopy: lambda t: of_person(t, copy=f"y{t.story.asked}", identity="photo_document", how="mail"),
    r.AskAmendment: lambda t: t.item() | {"amendment": t.new("m", "amendments"), "words": t.words("amendment_asked"), "by": PETROV},
    r.ExtendAmendment: lambda t: {"amendment": t.of("amendments"), "words": t.words("amendment_extended"), "by": PETROV},
    r.AcceptAmendment: lambda t: {"amendment": t.of("amendments"), "by": PETROV},
    r.RefuseAmendment: lambda t: {
        "amendment": t.of("amendments"), "reason": "accurate_and_complete", "words": t.words("amendment_refused"), "by": PETROV,
    },
    r.StateDisagreement: lambda t: {"amendment": t.of("amendments"), "words": t.words("disagreement"), "by": PETROV},
    v.MakeInvitation: inviting,
    v.RevokeInvitation: lambda t: {"invitation": t.of("invitations")},
    v.LookByInvitation: invited,
    v.AnswerByInvitation: lambda t: invited(t) | {"answer": t.pick(("agree", "decline", "seen")), "words": WHO},
    late.TakeOnLate: lambda t: {"what": (what := t.pick(LATE)), "about": t.of(f"{what}s")},
    i.AddDetails: lambda t: {"incident": t.of("incidents"), "callback_known": t.pick((True, False))},
    i.FindPlace: lambda t: {"incident": t.of("incidents"), "spot": CENTRE, "how": "map"},
    d.ExplainChoice: lambda t: {"assignment": t.of("assignments"), "reason": "closer"},
    d.SendMessage: lambda t: {"message": t.new("o", "messages"), "to": t.of("units"), "words": t.words("message")},
    d.ReadMessage: lambda t: {"message": t.of("messages")},
    d.RecordHazard: lambda t: {
        "hazard": t.new("u", "hazards"), "code": "dog", "spot": CENTRE, "source": "crew", "review_at": t.later(),
    },
    d.WithdrawHazard: lambda t: {"hazard": t.of("hazards")},
    f.SetPermission: lambda t: {"episode": t.of("episodes"), "permits": t.pick((("contact",), ()))},
    h.SetDiversion: lambda t: {"facility": "general", "diverting": t.pick((True, False))},
    q.ProposePolicy: lambda t: {
        "policy": t.new("j", "policies"), "settings": (t.pick(SETTINGS),), "wanted_at": t.pick((0, t.later())), "reason": "planned",
    },
    q.ApprovePolicy: agreeing,
    q.DeclinePolicy: lambda t: {"policy": t.of("policies"), "reason": "too_early"},
    q.WithdrawPolicy: lambda t: {"policy": t.of("policies")},
    q.RollBackPolicy: lambda t: {"policy": t.of("policies"), "reason": "mistake"},
}  # fmt: skip


class Asked(NamedTuple):
    """What is asked, by whom."""

    kind: type[Request]
    by: Actor
    fields: Fields


def _of_calls(story: Story, kind: type[Request], step: Step) -> Asked:
    fields = history.MAKE[kind](history.Dice(story, step))
    usual = history.OFTEN_AT.get(kind) if step[2] % 2 else None
    seat = usual or history.SEATS[step[2] // 2 % len(history.SEATS)]
    return Asked(kind, fields.pop("by", None) or actor(seat), fields)


def _of_cases(story: Story, kind: type[Request], step: Step) -> Asked:
    dice = cases.OfCases(story, step)
    by = dice.pick(cases.WHO)
    return Asked(kind, by, cases.MAKE[kind](dice))


def _of_threats(story: Story, kind: type[Request], step: Step) -> Asked:
    dice = threats.OfFiles(story, step)
    by = threats.who_asks(story, kind, dice)
    return Asked(kind, by, threats.MAKE[kind](dice))


def _of_referrals(story: Story, kind: type[Request], step: Step) -> Asked:
    fields = referrals.MAKE[kind](story, step[1], step[2])
    if "episode" in fields:
        fields["episode"] = Thrown(story, step).pick(("i3-p1", "i3-p1", *(one.id for one in story.board.episodes)))
    return Asked(kind, referrals.partner_of(story, fields) if step[3] % 3 else OTHERS[step[1] % len(OTHERS)], fields)


def _of_more(story: Story, kind: type[Request], step: Step) -> Asked:
    dice = Thrown(story, step)
    by = dice.pick(OTHERS)
    fields = MORE[kind](dice)
    return Asked(kind, fields.pop("by", by), fields)


HOUSES: Mapping[type[Request], Callable[[Story, type[Request], Step], Asked]] = {
    **dict.fromkeys(referrals.MAKE, _of_referrals), **dict.fromkeys(history.MAKE, _of_calls), **dict.fromkeys(cases.MAKE, _of_cases),
    **dict.fromkeys(threats.MAKE, _of_threats), **dict.fromkeys(MORE, _of_more),
}  # fmt: skip
KINDS = tuple(HOUSES)


CHAPTERS = tuple(dict.fromkeys(kind.__module__ for kind in KINDS))
