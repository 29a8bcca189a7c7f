"""Somebody met by M12, known by name, who agreed to be sent on to two organizations; the follow-up desk has a promise to them."""

from typing import Any

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import Disposition, Level
from alongside.core.consent import requests as c
from alongside.core.dispatch import requests as d
from alongside.core.field import requests as f
from alongside.core.follow_up import requests as u
from alongside.core.intake import requests as i
from alongside.core.party import Actor, Reference
from alongside.core.person import requests as p
from alongside.core.referral import requests as r
from tests.core.story import Story

AMARA = Actor("amara", "clinician", "clinic", seat="M12")
LEE = Actor("at-desk-follow-up", "case_manager", "clinic", seat="desk-follow-up")
KIM = Actor("at-desk-lead", "supervisor", "center", seat="desk-lead")
HARBOR = Actor("harbor-1", "referral_partner", "harbor", purpose="referral")
CANYON = Actor("canyon-1", "referral_partner", "canyon", purpose="referral")
HOUR, DAY = 3_600_000, 86_400_000


def words(*fields: str, id: str = "") -> tuple[Reference, ...]:
    return tuple(Reference(field, f"v-{field}{id}", "0" * 64) for field in fields)


def consent(story: Story, *partners: str, id: str = "c1") -> None:
    """The person agrees that these are told their name and how to reach them."""
    scope = {"what": ("all",), "holders": ("any",), "recipients": partners, "purposes": ("referral",), "event": "case_closed"}
    signed = {"stated": ("revocation",), "words": words("consent_name", "consent_signature", id=id)}
    story.when(c.RecordConsent, "", by=LEE, person="w1", consent=id, about="referral", **scope, **signed)


def begin(*partners: str) -> Story:
    """The story up to the consent."""
    story = Story().staff()
    story.call("i1")
    story.when(i.SetLevel, "desk-calls", incident="i1", level=Level.URGENT, reason="judgement")
    story.meet("M12")
    named = words("name", "phone", "diagnosis")
    story.when(p.RecordPerson, "M12", by=AMARA, person="w1", episode="i1-p1", basis="said_so", band="adult", words=named[:2])
    story.when(f.RecordDisposition, "M12", episode="i1-p1", disposition=Disposition.RESOLVED_ON_SCENE, follow_ups=("f0",))
    story.when(d.ReportStatus, "M12", assignment="a1", status=A.CLEARED)
    story.when(u.TakeFollowUp, "desk-follow-up", by=LEE, episode="i1-p1", position="desk-follow-up")
    consent(story, *(partners or ("harbor", "canyon")))
    return story


def send(story: Story, *partners: str, **fields: Any) -> None:
    """Lee sends the person on for a bed."""
    told = {"partners": partners or ("harbor", "canyon"), "services": tuple(f"s-{one}" for one in partners or ("harbor", "canyon"))}
    story.when(r.MakeReferral, "", **({"by": LEE, "referral": "r1", "episode": "i1-p1", "need": "shelter"} | told | fields))
