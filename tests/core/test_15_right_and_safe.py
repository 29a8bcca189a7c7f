"""Nobody reaches out where contact is prohibited; what is put right stays closed; a minor's own word; what was written about another."""

from dataclasses import replace

import pytest

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import AttemptOutcome, Disposition, PartyKind
from alongside.core.dispatch import requests as d
from alongside.core.field.requests import RecordDisposition
from alongside.core.follow_up import requests as fu
from alongside.core.party import Party
from alongside.core.person import requests as r
from alongside.core.promise import requests as p
from alongside.core.rules import Partner, Rules
from tests.core.story import Story, kinds
from tests.core.test_14_a_persons_record import AMARA, DAY, TOMAS, reads, word
from tests.core.town import PROGRAM, RULES

REFERRAL = Party(PartyKind.PARTNER, "housing")
LINE = Party(PartyKind.PARTNER, "line-988")
WITH_HOUSING = replace(
    RULES, program=replace(PROGRAM, partners=(*PROGRAM.partners, Partner("housing", "Housing", "referral", False, False)))
)


def met(rules: Rules = RULES) -> Story:
    """M12 met somebody and knows who it is."""
    told = Story(rules).staff()
    told.call("i1")
    told.meet("M12")
    told.when(r.RecordPerson, "M12", by=AMARA, person="w1", episode="i1-p1", basis="said_so", band="adult", words=(word("name"),))
    return told


def prohibit(story: Story) -> None:
    flag = {"person": "w1", "source": "register", "words": (word("contact_prohibition"),), "review_at": story.now + 30 * DAY}
    story.when(r.WriteItems, "", by=AMARA, **flag)


def test_01_no_follow_up_is_tried_where_contact_is_prohibited_and_a_supervisor_closes_it() -> None:
    story = met()
    promised = {"episode": "i1-p1", "disposition": Disposition.RESOLVED_ON_SCENE, "follow_ups": ("f1",)}
    story.when(RecordDisposition, "M12", **promised)
    story.when(d.ReportStatus, "M12", assignment="a1", status=A.CLEARED)
    prohibit(story)
    story.when(fu.TakeFollowUp, "desk-follow-up", episode="i1-p1", position="desk-follow-up")
    for outcome in (AttemptOutcome.NO_ANSWER, AttemptOutcome.SPOKE, AttemptOutcome.SEEN):
        assert story.refused(fu.AttemptFollowUp, "desk-follow-up", follow_up="f1", outcome=outcome) == "contact_prohibited"
    closing = {"follow_up": "f1", "reason": "contact_prohibited"}
    assert story.refused(fu.CloseFollowUp, "desk-follow-up", **closing) == "end_needs_supervisor"
    assert kinds(story.when(fu.CloseFollowUp, "desk-lead", **closing)) == ["FollowUpClosed"]


def test_02_who_comes_back_in_crisis_is_noted_all_the_same() -> None:
    story = met()
    story.when(RecordDisposition, "M12", episode="i1-p1", disposition=Disposition.RESOLVED_ON_SCENE, follow_ups=("f1",))
    prohibit(story)
    story.when(d.ReportStatus, "M12", assignment="a1", status=A.CLEARED)
    story.when(fu.TakeFollowUp, "desk-follow-up", episode="i1-p1", position="desk-follow-up")
    noted = story.when(fu.AttemptFollowUp, "desk-follow-up", follow_up="f1", outcome=AttemptOutcome.RETURNED_TO_CRISIS)
    assert kinds(noted)[0] == "FollowUpAttempted"


@pytest.mark.parametrize(("to", "answer"), [(REFERRAL, "contact_prohibited"), (LINE, "")])
def test_03_a_partner_who_would_have_to_call_is_not_offered_the_person_and_a_crisis_line_is(to: Party, answer: str) -> None:
    story = met(WITH_HOUSING)
    prohibit(story)
    story.board.incidents.reach("i1").callback_known = True
    if answer:
        assert story.refused(p.OfferTransfer, "M12", episode="i1-p1", to=to) == answer
    else:
        assert kinds(story.when(p.OfferTransfer, "M12", episode="i1-p1", to=to)) == ["TransferOffered"]


def test_04_a_lost_line_is_called_back_while_the_call_is_live() -> None:
    story = met()
    prohibit(story)
    story.board.incidents.reach("i1").callback_known = True
    story.when(p.OfferTransfer, "M12", episode="i1-p1", to=LINE)
    story.when(p.DropTransfer, "M12", episode="i1-p1")
    incident = story.board.incidents.reach("i1")
    live, incident.status = incident.status, type(incident.status).CLOSED
    assert story.refused(p.CallBack, "M12", episode="i1-p1", reached=True) == "contact_prohibited"
    incident.status = live
    story.when(p.CallBack, "M12", episode="i1-p1", reached=True)


def test_05_what_is_put_right_keeps_its_marks() -> None:
    story = met()
    story.when(r.WriteItems, "", by=AMARA, person="w1", source="part2_program", words=(word("medications"),))
    put_right = {"by": AMARA, "person": "w1", "source": "person", "amends": "v-medications"}
    assert story.refused(r.WriteItems, "", **put_right, words=(word("allergies"),)) == "amends_other_field"
    story.when(r.WriteItems, "", **put_right, words=(word("medications", "v-again"),))
    assert reads(story, AMARA, "medications", "v-again", purpose="treatment") == "consent_missing"
    assert story.refused(r.WriteItems, "", **put_right, words=(word("medications", "v-third"),)) == "item_over"


def test_06_a_date_of_birth_that_is_put_right_brings_the_age_with_it() -> None:
    story = met()
    told = {"by": AMARA, "person": "w1", "source": "document", "words": (word("birth_date"),)}
    assert story.refused(r.WriteItems, "", **told, band="teen") == "age_needs_until"
    wrote = story.when(r.WriteItems, "", **told, band="teen", band_until=story.now + 100 * DAY)
    assert kinds(wrote) == ["ItemWritten", "AgeKnown"]


def test_07_a_minor_agrees_to_care_alone_only_with_the_professionals_opinion_and_the_parents_accounted_for() -> None:
    story = met()
    asked = {"by": AMARA, "person": "w1", "mature_enough": True, "guardians": "involved"}
    assert story.refused(r.RecordMinorConsent, "", **asked) == "minor_consent_age"
    story.when(r.SetAge, "", by=AMARA, person="w1", band="teen", until=story.now + 300 * DAY)
    assert story.refused(r.RecordMinorConsent, "", **{**asked, "mature_enough": False}) == "minor_not_mature"
    assert story.refused(r.RecordMinorConsent, "", **{**asked, "guardians": "forgotten"}) == "not_in_list"
    assert story.refused(r.RecordMinorConsent, "", **{**asked, "guardians": "tried"}) == "minor_attempts_missing"
    assert story.refused(r.RecordMinorConsent, "", **{**asked, "guardians": "inappropriate"}) == "minor_reason_missing"
    assert story.refused(r.RecordMinorConsent, "", **{**asked, "by": TOMAS}) == "not_allowed"
    why = (word("minor_care_note"),)
    assert kinds(story.when(r.RecordMinorConsent, "", **{**asked, "guardians": "inappropriate"}, words=why)) == [
        "MinorConsentRecorded",
        "ItemWritten",
    ]
    assert story.board.people.reach("w1").minor_consent == (story.now, "amara", "inappropriate", 0)


def test_08_what_was_written_about_another_is_carried_over_once_by_who_wrote_it() -> None:
    story = met()
    story.when(r.WriteItems, "", by=AMARA, person="w1", source="part2_program", episode="i1-p1", words=(word("allergies", "v-wrong"),))
    story.when(r.UndoIdentification, "", by=AMARA, person="w1", episode="i1-p1", reason="same_name")
    story.when(r.RecordPerson, "", by=AMARA, person="w2", episode="i1-p1", basis="document")
    carry = {"person": "w2", "item": "v-wrong", "episode": "i1-p1", "words": (word("allergies", "v-new"),)}
    assert story.refused(r.CarryItemOver, "M12", by=TOMAS, **carry) == "item_not_carried"
    assert story.refused(r.CarryItemOver, "M12", by=AMARA, **{**carry, "words": (word("name", "v-new"),)}) == "item_empty"
    story.when(r.CarryItemOver, "M12", by=AMARA, **carry)
    new, old = story.board.items.reach("v-new"), story.board.items.reach("v-wrong")
    assert (new.person, new.marks, new.source) == ("w2", frozenset({"part2"}), "part2_program")
    assert (old.state, old.amended_by) == ("mistaken", "v-new")
    assert story.refused(r.CarryItemOver, "M12", by=AMARA, **{**carry, "words": (word("allergies", "v-2"),)}) == "item_not_carried"
