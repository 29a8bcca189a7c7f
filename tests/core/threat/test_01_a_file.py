"""A threat file: somebody answers for it from its first moment; its team alone reads it; nothing of a health record without a basis."""

from dataclasses import replace
from typing import Any

import pytest

from alongside.core.party import Actor
from alongside.core.person import requests as person
from alongside.core.rights import requests as rights
from alongside.core.sharing.access import may_ask
from alongside.core.sharing.circumstances import Circumstances
from alongside.core.sharing.share import Withheld
from alongside.core.sharing.ties import standing_of
from alongside.core.threat import requests as r
from alongside.core.threat.facts import ThreatLeadUnanswered, ThreatReviewMissed, ThreatTaskOverdue
from alongside.core.threat.rules import NO_THREAT
from alongside.core.threat.state import Threat
from alongside.library.sharing.load import load_sharing
from tests.core.story import Story, kinds
from tests.core.threat.bureau import AMARA, BUREAU, DAY, ELSEWHERE, LEAD, MOREAU, PARK, SYSTEM, VEGA, WHO, known, opened, word

Fields = dict[str, Any]
SHARING = load_sharing().rules
ASSESSED: Fields = {"threat": "t1", "level": "moderate", "concern": ("planning", "said_intent"), "words": (word("threat_assessment"),)}


@pytest.fixture
def story() -> Story:
    return opened()


def file(story: Story) -> Threat:
    found = story.board.threats.find("t1")
    assert found is not None
    return found


def reads(story: Story, who: Actor, field: str, purpose: str = "operations") -> str:
    answer = Circumstances(SHARING, story.board, who, purpose, story.now).may_read("person", "t1", field, f"v-{field}")
    return answer.reason if isinstance(answer, Withheld) else "shown"


def test_01_a_file_begins_with_who_answers_for_it_whom_it_is_about_and_a_day_to_look_again(story: Story) -> None:
    one = file(story)
    assert (one.lead, one.agency, one.review_at) == ("vega", "police", story.now + 3 * DAY)
    new: Fields = {"threat": "t2", "because": "stalking"}
    assert story.refused(r.OpenThreat, "", by=VEGA, **new, words=WHO[:1]) == "threat_words_missing"
    assert story.refused(r.OpenThreat, "", by=VEGA, **new | {"because": "hunch"}, words=WHO) == "not_in_list"
    assert story.refused(r.OpenThreat, "", by=VEGA, **new | {"threat": "t1"}, words=WHO) == "threat_exists"


def test_02_it_is_run_by_who_the_program_says_and_no_machine_opens_one(story: Story) -> None:
    new: Fields = {"threat": "t2", "because": "stalking", "words": WHO, "no_health": True}
    assert story.refused(r.OpenThreat, "", by=ELSEWHERE, **new) == "threat_not_run_here"
    assert story.refused(r.OpenThreat, "", by=MOREAU, **new) == "threat_not_run_here"
    assert story.refused(r.OpenThreat, "", by=SYSTEM, **new) == "not_allowed"
    assert not any(may_ask(Actor("x", role), "OpenThreat") for role in ("system", "call_taker", "dispatcher", "evaluator", "nurse"))
    story.rules = replace(BUREAU, threat=NO_THREAT)
    assert story.refused(r.OpenThreat, "", by=VEGA, **new) == "threat_not_run_here"


def test_03_a_record_is_named_only_by_who_has_to_do_with_the_person_and_being_on_the_team_opens_nothing_of_it() -> None:
    story = known()
    assert story.refused(r.OpenThreat, "", by=VEGA, threat="t1", because="stalking", words=WHO, person="w1") == "not_yours"
    told: Fields = {"because": "stalking", "words": WHO, "no_health": True}
    story.when(r.OpenThreat, "", by=AMARA, threat="t1", person="w1", **told)
    assert story.refused(r.OpenThreat, "", by=AMARA, threat="t2", person="w1", **told) == "threat_open_already"
    story.when(r.AddThreatMember, "", by=AMARA, threat="t1", member="vega", part_taken="assesses")
    assert standing_of(story.board, VEGA, "person", "w1", story.now).ties == frozenset()


def test_04_the_team_reads_all_who_carries_out_reads_their_own_and_nobody_else_learns_that_there_is_a_file(story: Story) -> None:
    task: Fields = {"threat": "t1", "task": "k1", "what": "check_in", "owner": "park", "due_at": story.now + DAY}
    story.when(r.SetThreatTask, "", by=VEGA, **task, words=(word("threat_task"),))
    told = ("threat_person", "threat_concern", "threat_assessment", "threat_task")
    assert [reads(story, VEGA, one) for one in told] == ["shown"] * 4
    assert [reads(story, AMARA, one) for one in told] == ["shown"] * 4
    assert [reads(story, PARK, one) for one in told] == ["shown", "no_tie", "no_tie", "shown"]
    assert [reads(story, who, "threat_person") for who in (LEAD, MOREAU, ELSEWHERE)] == ["no_tie"] * 3
    others = ("response", "treatment", "follow_up", "evaluation", "release")
    assert "shown" not in {reads(story, VEGA, "threat_person", why) for why in others}
    for who in (MOREAU, ELSEWHERE):
        assert story.refused(r.AssessThreat, "", by=who, **ASSESSED, no_health=True) == "threat_unknown"
        assert story.refused(r.AssessThreat, "", by=who, **ASSESSED | {"threat": "none"}, no_health=True) == "threat_unknown"
    assert story.refused(r.AssessThreat, "", by=PARK, **ASSESSED) == "threat_not_team"
    other = task | {"task": "k2", "owner": "vega"}
    story.when(r.SetThreatTask, "", by=VEGA, **other, words=(word("threat_task", "v-other"),))
    assert story.refused(r.DoThreatTask, "", by=PARK, threat="t1", task="k2") == "task_unknown"
    answer = Circumstances(SHARING, story.board, PARK, "operations", story.now).may_read("person", "t1", "threat_task", "v-other")
    assert isinstance(answer, Withheld)


def test_05_concern_is_a_judgement_with_its_history_and_a_higher_one_is_looked_at_sooner(story: Story) -> None:
    story.when(r.AssessThreat, "", by=VEGA, **ASSESSED, protective=("means_away",))
    assert (file(story).level, file(story).assessments[0].concern) == ("moderate", ("said_intent", "planning"))
    assert file(story).review_at == story.now + 3 * DAY
    grave: Fields = ASSESSED | {"level": "imminent"}
    story.when(r.AssessThreat, "", by=AMARA, **grave, no_health=True)
    assert [one.level for one in file(story).assessments] == ["moderate", "imminent"]
    assert file(story).review_at == story.now + DAY
    assert story.refused(r.AssessThreat, "", by=VEGA, **ASSESSED | {"level": "7"}) == "not_in_list"
    assert story.refused(r.AssessThreat, "", by=VEGA, **ASSESSED | {"concern": ("looks_odd",)}) == "not_in_list"
    assert story.refused(r.AssessThreat, "", by=VEGA, **ASSESSED | {"words": ()}) == "threat_words_missing"


def test_06_a_review_that_nobody_holds_rises_again_and_again_and_no_level_waits_longer_than_its_limit(story: Story) -> None:
    look: Fields = {"threat": "t1", "words": (word("threat_review"),)}
    assert story.refused(r.ReviewThreat, "", by=VEGA, **look, review_at=story.now + DAY) == "threat_not_assessed"
    story.when(r.AssessThreat, "", by=VEGA, **ASSESSED)
    rose = [one for one in story.wait(5 * DAY) if isinstance(one, ThreatReviewMissed)]
    assert ([one.lead for one in rose], file(story).is_review_missed) == (["vega"] * 3, True)
    assert story.refused(r.ReviewThreat, "", by=VEGA, **look, review_at=story.now + 31 * DAY) == "threat_review_date"
    assert story.refused(r.ReviewThreat, "", by=VEGA, **look, review_at=story.now) == "threat_review_date"
    story.when(r.ReviewThreat, "", by=VEGA, **look, review_at=story.now + 30 * DAY)
    assert (file(story).is_review_missed, file(story).review_at) == (False, story.now + 30 * DAY)


def test_07_what_is_to_be_done_has_an_owner_of_the_team_and_nobody_leaves_while_they_owe(story: Story) -> None:
    task: Fields = {"threat": "t1", "task": "k1", "what": "means_safety", "due_at": story.now + DAY}
    assert story.refused(r.SetThreatTask, "", by=VEGA, **task, owner="okoro") == "threat_owner_not_team"
    assert story.refused(r.SetThreatTask, "", by=VEGA, **task | {"due_at": story.now}, owner="park") == "task_due_in_past"
    story.when(r.SetThreatTask, "", by=VEGA, **task, owner="park")
    gone: Fields = {"threat": "t1", "member": "park", "because": "other_work"}
    assert story.refused(r.RemoveThreatMember, "", by=VEGA, **gone) == "threat_member_owes"
    assert [one.owner for one in story.wait(2 * DAY) if isinstance(one, ThreatTaskOverdue)] == ["park", "park"]
    story.when(r.DoThreatTask, "", by=PARK, threat="t1", task="k1", words=(word("threat_task"),))
    assert story.refused(r.EndThreatTask, "", by=VEGA, threat="t1", task="k1", because="not_needed") == "task_over"
    assert story.refused(r.RemoveThreatMember, "", by=AMARA, **gone) == "threat_not_lead"
    story.when(r.RemoveThreatMember, "", by=VEGA, **gone)
    assert reads(story, PARK, "threat_person") == "no_tie"


def test_08_the_lead_moves_only_to_who_accepts_and_who_led_still_assesses(story: Story) -> None:
    offer: Fields = {"threat": "t1", "member": "amara", "because": "leave"}
    assert story.refused(r.OfferThreatLead, "", by=AMARA, **offer) == "threat_not_lead"
    story.when(r.OfferThreatLead, "", by=VEGA, **offer)
    assert file(story).lead == "vega"
    assert [type(one) for one in story.wait(2 * DAY)] == [ThreatLeadUnanswered]
    assert story.refused(r.AcceptThreatLead, "", by=PARK, threat="t1") == "threat_not_offered"
    story.when(r.AcceptThreatLead, "", by=AMARA, threat="t1")
    assert (file(story).lead, file(story).agency, file(story).members["vega"]) == ("amara", "clinic", "assesses")
    story.when(r.OfferThreatLead, "", by=LEAD, threat="t1", member="moreau", because="absent")  # who is absent is asked for by a supervisor
    assert story.refused(r.AcceptThreatLead, "", by=MOREAU, threat="t1") == "threat_not_run_here"
    story.when(r.DeclineThreatLead, "", by=MOREAU, threat="t1", because="not_my_work")
    assert story.refused(r.WithdrawThreatLead, "", by=AMARA, threat="t1") == "threat_not_offered"


def test_09_a_health_worker_says_that_nothing_of_a_health_record_is_in_what_they_write(story: Story) -> None:
    assert story.refused(r.AssessThreat, "", by=AMARA, **ASSESSED) == "threat_health_needs_basis"
    story.when(r.AssessThreat, "", by=AMARA, **ASSESSED, no_health=True)
    assert story.refused(r.WriteThreatPlan, "", by=VEGA, threat="t1", words=(word("diagnosis"),)) == "threat_other_words"
    assert story.refused(r.WriteThreatPlan, "", by=VEGA, threat="t1", words=(word("threat"), word("threat_plan"))) == "threat_other_words"
    assert story.refused(r.WriteThreatPlan, "", by=VEGA, threat="t1") == "threat_words_missing"


def disclosed(story: Story, id: str, basis: str, *classes: str, by: Actor = AMARA) -> str:
    """The clinician told somebody something of the record and wrote it into the accounting."""
    told = (word("disclosed_to"), word("disclosed_what"))
    story.when(rights.RecordDisclosure, "", by=by, disclosure=id, person="w1", how="in_person", basis=basis, classes=classes, words=told)
    return id


def test_10_of_a_health_record_only_what_its_keeper_disclosed_on_a_basis_and_part_2_and_psychotherapy_never() -> None:
    story = known()
    story.when(r.OpenThreat, "", by=AMARA, threat="t1", because="threat_made", words=WHO, person="w1", no_health=True)
    told: Fields = {"threat": "t1", "words": (word("threat_told"),)}
    first = disclosed(story, "d1", "164.512.j", "clinical_summary")
    assert story.refused(r.TellThreatTeam, "", by=AMARA, **told, disclosure=first) == "threat_basis"  # nobody calls it serious and imminent
    story.when(r.AssessThreat, "", by=AMARA, **ASSESSED | {"level": "high"}, no_health=True)
    story.when(r.TellThreatTeam, "", by=AMARA, **told, disclosure=first)
    assert [(one.basis, one.author) for one in file(story).told] == [("164.512.j", "amara")]
    assert story.refused(r.TellThreatTeam, "", by=AMARA, **told, disclosure=first) == "threat_exists"
    for at, never in enumerate(("part2", "psychotherapy_notes", "minor_consented")):
        shut = disclosed(story, f"n{at}", "court_order", "clinical_summary", never)
        assert story.refused(r.TellThreatTeam, "", by=AMARA, **told, disclosure=shut) == "threat_never_told"
    other = disclosed(story, "d2", "treatment", "identity")
    assert story.refused(r.TellThreatTeam, "", by=AMARA, **told, disclosure=other) == "threat_basis"
    assert story.refused(r.TellThreatTeam, "", by=AMARA, **told, disclosure="none") == "threat_disclosure_unknown"
    story.when(r.AddThreatMember, "", by=AMARA, threat="t1", member="vega", part_taken="assesses")
    assert story.refused(r.TellThreatTeam, "", by=VEGA, **told, disclosure=first) == "not_allowed"


def test_11_crews_see_one_fixed_flag_if_the_team_says_so_and_only_the_team_takes_it_down() -> None:
    story = known()
    story.when(r.OpenThreat, "", by=AMARA, threat="t1", because="threat_made", words=WHO, person="w1", no_health=True)
    flag: Fields = {"threat": "t1", "words": (word("threat_flag"),)}
    assert story.refused(r.RaiseThreatFlag, "", by=AMARA, **flag, review_at=story.now) == "flag_review_date"
    other = {"threat": "t1", "words": (word("crew_safety"),), "review_at": story.now + DAY}
    assert story.refused(r.RaiseThreatFlag, "", by=AMARA, **other) == "threat_other_words"
    assert kinds(story.when(r.RaiseThreatFlag, "", by=AMARA, **flag, review_at=story.now + 30 * DAY)) == ["ThreatFlagRaised", "ItemWritten"]

    def seen(who: Actor) -> str:
        answer = Circumstances(SHARING, story.board, who, "response", story.now).may_read("person", "w1", "threat_flag", "v-threat_flag")
        return answer.reason if isinstance(answer, Withheld) else "shown"

    officer = Actor("novak", "officer", "police", seat="P31")
    assert seen(officer) == "shown"
    own: Fields = {"person": "w1", "item": "v-threat_flag"}
    assert story.refused(person.WithdrawItem, "", by=AMARA, **own, reason="never_true") == "flag_of_team"
    assert story.refused(person.ReviewItem, "", by=AMARA, **own, review_at=story.now + DAY) == "flag_of_team"
    fake: Fields = {"person": "w1", "source": "provider", "words": (word("threat_flag", "v-2"),), "review_at": story.now + DAY}
    assert story.refused(person.WriteItems, "", by=AMARA, **fake) == "field_not_yours"
    story.now += 30 * DAY
    assert seen(officer) == "flag_lapsed"
    story.when(r.RaiseThreatFlag, "", by=AMARA, threat="t1", words=(word("threat_flag", "v-3"),), review_at=story.now + DAY)
    assert [story.board.items.reach(one).state for one in ("v-threat_flag", "v-3")] == ["withdrawn", ""]
    story.when(r.LowerThreatFlag, "", by=AMARA, threat="t1")
    assert story.board.items.reach("v-3").state == "withdrawn"
    assert story.refused(r.LowerThreatFlag, "", by=AMARA, threat="t1") == "threat_no_flag"


def test_12_a_file_about_nobody_who_is_known_here_raises_no_flag(story: Story) -> None:
    flag: Fields = {"threat": "t1", "words": (word("threat_flag"),), "review_at": story.now + DAY}
    assert story.refused(r.RaiseThreatFlag, "", by=VEGA, **flag) == "threat_no_record"


def test_13_closing_needs_words_a_reason_and_for_some_a_second_person_and_then_nobody_reads_it(story: Story) -> None:
    task: Fields = {"threat": "t1", "task": "k1", "what": "check_in", "owner": "park", "due_at": story.now + DAY}
    story.when(r.SetThreatTask, "", by=VEGA, **task)
    end: Fields = {"threat": "t1", "reason": "managed", "words": (word("threat_review"),)}
    assert story.refused(r.CloseThreat, "", by=VEGA, **end) == "threat_needs_signature"
    assert story.refused(r.CloseThreat, "", by=VEGA, **end, signed_by="vega") == "threat_needs_signature"
    assert story.refused(r.CloseThreat, "", by=AMARA, **end, signed_by="at-desk-lead", no_health=True) == "threat_not_lead"
    assert story.refused(r.CloseThreat, "", by=VEGA, **end | {"words": ()}, signed_by="at-desk-lead") == "threat_words_missing"
    assert kinds(story.when(r.CloseThreat, "", by=VEGA, **end, signed_by="at-desk-lead")) == ["ThreatClosed", "ThreatTaskEnded"]
    assert [reads(story, who, "threat_person") for who in (VEGA, AMARA, PARK)] == ["no_tie"] * 3
    assert story.wait(200 * DAY) == []
    assert story.refused(r.AssessThreat, "", by=VEGA, **ASSESSED) == "threat_closed"
    assert story.refused(r.ReopenThreat, "", by=LEAD, threat="t1") == "threat_not_lead"
    story.when(r.ReopenThreat, "", by=VEGA, threat="t1")
    assert (file(story).lead, reads(story, AMARA, "threat_person")) == ("vega", "shown")


def test_14_a_supervisor_who_answers_for_a_file_does_not_sign_for_themselves() -> None:
    story = known()
    lead = LEAD._replace(agency="police")
    story.when(r.OpenThreat, "", by=lead, threat="t1", because="stalking", words=WHO)
    end: Fields = {"threat": "t1", "reason": "unfounded", "words": (word("threat_review"),)}
    assert story.refused(r.CloseThreat, "", by=lead, **end) == "threat_needs_signature"
    assert story.refused(r.CloseThreat, "", by=lead, **end, signed_by=lead.staff) == "threat_needs_signature"
    story.when(r.CloseThreat, "", by=lead, **end | {"reason": "moved"})


def test_15_people_beside_the_team_are_named_and_learn_nothing_by_it(story: Story) -> None:
    beside: Fields = {"threat": "t1", "stakeholder": "s1", "role": "school"}
    assert story.refused(r.NameThreatStakeholder, "", by=VEGA, **beside) == "threat_words_missing"
    story.when(r.NameThreatStakeholder, "", by=VEGA, **beside, words=(word("threat_stakeholder"),))
    assert story.refused(r.NameThreatStakeholder, "", by=VEGA, **beside, words=(word("threat_stakeholder"),)) == "threat_exists"
    story.when(r.RemoveThreatStakeholder, "", by=VEGA, threat="t1", stakeholder="s1")
    assert story.refused(r.RemoveThreatStakeholder, "", by=VEGA, threat="t1", stakeholder="s1") == "threat_member_unknown"
