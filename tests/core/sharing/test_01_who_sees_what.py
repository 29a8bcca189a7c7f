"""Who is shown what, told as a shift would ask it: default deny, deny wins, each no with its reason."""

from dataclasses import replace
from typing import Any

import pytest

from alongside.core.sharing.access import ROLES
from alongside.core.sharing.flags import flag_state
from alongside.core.sharing.rules import SharingRules
from alongside.core.sharing.share import Case, Shown, Withheld, share, share_class
from alongside.core.sharing.terms import CLASSES, FLAG_YEAR_MS, LAW_ENFORCEMENT, MARKS, OUTSIDERS, REASONS, SLICE, TIES
from alongside.library.sharing.load import load_sharing
from tests.core.sharing.cells import sample
from tests.core.sharing.oracle import LONG_AGO, MINOR_LAW_FROM, NOW

RULES = load_sharing("california").rules
HOUR = 3_600_000


def case(role: str, *ties: str, purpose: str = "response", **more: Any) -> Case:
    return Case(role, purpose, NOW, frozenset(ties))._replace(**more)


def fields(asked: Case, data_class: str, rules: SharingRules = RULES) -> frozenset[str]:
    answer = share_class(rules, asked, data_class)
    return answer.fields if isinstance(answer, Shown) else frozenset()


def reason(asked: Case, field: str, rules: SharingRules = RULES) -> str:
    answer = share(rules, asked, field)
    assert isinstance(answer, Withheld), answer
    return answer.reason


def test_01_an_officer_on_the_live_incident_sees_the_slice_and_no_more() -> None:
    sent = case("officer", "assigned")
    assert fields(sent, "clinical_summary") == SLICE
    assert fields(sent, "identity") == {"name", "address", "birth_date", "appearance"}
    assert [fields(sent, one) for one in ("clinical_notes", "psychotherapy_notes", "part2", "minor_consented")] == [frozenset()] * 4
    answer = share(RULES, sent, "threat")
    assert (answer.basis, answer.until, answer.fails_open) == ("164.512(j)", None, True)  # type: ignore[union-attr]


def test_02_the_slice_ends_two_hours_after_the_incident_to_the_millisecond() -> None:
    for officer in sorted(LAW_ENFORCEMENT):
        last = case(officer, "was_sent", closed_at=NOW - 2 * HOUR + 1)
        answer = share(RULES, last, "what_calms")
        assert isinstance(answer, Shown)
        assert answer.until == NOW + 1
        assert reason(last._replace(closed_at=NOW - 2 * HOUR), "what_calms") == "ended"


def test_03_a_jurisdiction_can_end_it_sooner() -> None:
    assert reason(case("officer", "was_sent", closed_at=NOW - HOUR), "threat", replace(RULES, slice_ends_ms=HOUR)) == "ended"


def test_04_an_officer_not_sent_sees_flags_and_no_person() -> None:
    assert fields(case("officer"), "safety_flags") == set(RULES.list_fields("safety_flags"))
    assert reason(case("officer"), "threat") == "no_tie"
    assert reason(case("officer"), "summary") == "no_tie"


def test_05_no_consent_and_no_emergency_opens_part_2_to_law_enforcement() -> None:
    for consent in ("given", "emergency", "court_order"):
        for officer in sorted(LAW_ENFORCEMENT):
            asked = case(officer, "assigned", "author", "treatment", "own_agency", consent=consent)
            assert reason(asked, "part2_record") == reason(asked, "psychotherapy_note") == "never_law_enforcement"


def test_06_a_mark_closes_what_its_field_would_open() -> None:
    medications = "medications"
    assert isinstance(share(RULES, case("nurse", "bound_here", purpose="treatment"), medications), Shown)
    marked = share(RULES, case("nurse", "bound_here", purpose="treatment"), medications, frozenset({"part2"}))
    assert marked == Withheld("consent_missing", "part2_facility", ("given",))
    given = share(RULES, case("nurse", "bound_here", purpose="treatment", consent="given"), medications, frozenset({"part2"}))
    assert isinstance(given, Shown)
    assert (given.basis, given.notice, given.fails_open) == ("consent", True, False)
    assert isinstance(share(RULES, case("officer", "assigned"), "medical_hazards", frozenset({"part2"})), Withheld)


def test_07_a_medical_emergency_opens_part_2_to_clinical_staff_and_says_so() -> None:
    answer = share(RULES, case("clinician", "assigned", consent="emergency"), "part2_record")
    assert isinstance(answer, Shown)
    assert (answer.basis, answer.notice) == ("2.51", True)
    assert reason(case("case_manager", "open_case", purpose="follow_up", consent="emergency"), "part2_record") == "consent_missing"


@pytest.mark.parametrize("consent", ["declined", "expired", "withdrawn", "deficient"])
def test_08_consent_taken_back_stops_the_next_reading(consent: str) -> None:
    given = case("case_manager", "open_case", purpose="follow_up", consent="given")
    assert fields(given, "clinical_notes")
    assert reason(given._replace(consent=consent), "diagnosis") == f"consent_{consent}"
    assert reason(given._replace(consent="not_asked"), "diagnosis") == "consent_missing"


def test_09_psychotherapy_notes_are_their_authors() -> None:
    assert fields(case("clinician", "author", purpose="treatment"), "psychotherapy_notes")
    assert (
        reason(case("clinician", "treatment", "own_agency", purpose="treatment", consent="emergency"), "psychotherapy_note")
        == "author_only"
    )


def test_10_a_minors_own_care_is_hidden_from_the_guardian_once_the_law_is_in_force() -> None:
    asked = case("guardian", "guardian", purpose="own_record", age="teen")
    assert reason(asked, "minor_care_note") == "minor_decides"
    assert fields(asked, "clinical_notes")
    assert fields(asked._replace(age="child"), "minor_consented")
    assert fields(asked._replace(now=MINOR_LAW_FROM - 1), "minor_consented")
    assert reason(asked._replace(now=MINOR_LAW_FROM), "minor_care_note") == "minor_decides"
    assert reason(asked._replace(age="adult"), "clinical_note") == "other_age"
    assert LONG_AGO < MINOR_LAW_FROM < NOW


def test_11_prohibited_contact_blocks_outreach_and_not_the_rescue() -> None:
    asked = case("case_manager", "open_case", purpose="follow_up", contact_prohibited=True)
    assert [reason(asked, one) for one in ("phone", "address", "safe_number")] == ["contact_prohibited"] * 3
    assert isinstance(share(RULES, asked, "follow_up_note"), Shown)
    assert isinstance(share(RULES, case("dispatcher", contact_prohibited=True), "call_back"), Shown)


def test_12_what_a_caller_says_is_call_data_for_the_desk_whatever_it_sounds_like() -> None:
    assert fields(case("call_taker"), "call_facts") == set(RULES.list_fields("call_facts"))
    assert fields(case("call_taker", "desk"), "identity") == {"match"}
    assert reason(case("dispatcher", "desk"), "crisis_plan") == "not_for_role"


def test_13_a_flag_without_source_author_or_review_is_shown_to_nobody() -> None:
    assert flag_state("brother", "j-diaz", NOW, NOW + 1, NOW) == "sound"
    assert flag_state("", "j-diaz", NOW, NOW + 1, NOW) == flag_state("brother", "", NOW, NOW + 1, NOW) == "unsourced"
    assert flag_state("brother", "j-diaz", NOW, None, NOW) == "no_review"
    assert flag_state("brother", "j-diaz", NOW, NOW, NOW) == "no_review"
    assert flag_state("brother", "j-diaz", NOW, NOW + FLAG_YEAR_MS, NOW) == "sound"
    assert flag_state("brother", "j-diaz", NOW, NOW + FLAG_YEAR_MS + 1, NOW) == "no_review"
    assert flag_state("brother", "j-diaz", NOW - 5, NOW, NOW) == "lapsed"
    for flag in ("unsourced", "no_review", "lapsed"):
        assert reason(case("officer", flag=flag), "weapons_at_address") == f"flag_{flag}"


def test_14_evaluation_gets_nobodys_words_in_any_role() -> None:
    for data_class in CLASSES[1:]:
        for role in sorted(ROLES | OUTSIDERS):
            assert not fields(case(role, "treatment", "author", "assigned", purpose="evaluation", consent="given"), data_class)


def test_15_part_2_is_not_used_against_the_person_without_a_court() -> None:
    assert reason(case("clinician", "treatment", purpose="proceeding", consent="given"), "part2_record") == "never_in_proceedings"
    assert reason(case("clinician", "treatment", purpose="proceeding", consent="court_order"), "part2_record") == "other_purpose"


def test_16_what_nobody_knows_opens_nothing() -> None:
    assert reason(case("astrologer", "assigned"), "service_directory") == "unknown_role"
    assert reason(case("clinician"), "horoscope") == "unknown_field"
    assert reason(case("clinician", purpose="gossip"), "summary") == "unknown_purpose"
    for strange in ({"ties": frozenset({"neighbor"})}, {"consent": "perhaps"}, {"age": "old"}, {"flag": "odd"}):
        assert reason(case("clinician")._replace(**strange), "summary") == "unknown_circumstance"
    assert share(RULES, case("clinician"), "summary", frozenset({"secret"})) == Withheld("unknown_field")


def test_17_every_staff_role_is_known_to_the_rules_and_every_no_has_a_reason() -> None:
    assert RULES.roles == ROLES | OUTSIDERS
    for cell in sample(RULES, 3_000, seed=3):
        answer = share(RULES, cell.case, cell.field, cell.marks)
        assert isinstance(answer, Shown) or answer.reason in REASONS


def test_18_only_call_facts_flags_and_the_slice_fail_open() -> None:
    opened = {
        cell.field for cell in sample(RULES, 5_000, seed=4) if isinstance(a := share(RULES, cell.case, cell.field), Shown) and a.fails_open
    }
    allowed = {*RULES.list_fields("public"), *RULES.list_fields("call_facts"), *RULES.list_fields("safety_flags"), *SLICE}
    assert opened <= allowed
    assert not share(RULES, case("clinician", "assigned"), "threat").fails_open  # type: ignore[union-attr]


def test_19_the_reason_is_that_of_the_rule_that_came_nearest() -> None:
    notes = case("clinician", purpose="treatment")
    assert share(RULES, notes, "clinical_note") == Withheld(
        "no_tie", "notes_own", ("assigned", "author", "desk", "open_case", "own_agency", "responsible", "treatment")
    )
    assert share(RULES, notes._replace(ties=frozenset({"assigned"})), "clinical_note") == Withheld(
        "consent_missing", "notes_consent", ("given",)
    )
    assert share_class(RULES, case("officer"), "clinical_summary") == Withheld("no_tie", "slice", ("assigned", "was_sent"))
    assert share_class(RULES, case("officer"), "no_such_class") == Withheld("unknown_field")


def test_20_an_answer_names_the_field_asked_for_and_the_rule_that_gave_it() -> None:
    shown = share(RULES, case("nurse", "bound_here", purpose="treatment", consent="given"), "medications", frozenset({"part2"}))
    assert isinstance(shown, Shown)
    assert (set(shown.fields), shown.grant) == ({"medications"}, "part2_facility")
    assert share(RULES, case("officer", "assigned"), "part2_record") == Withheld("never_law_enforcement", "law_enforcement")
    assert share(RULES, case("officer", flag="lapsed"), "calming") == Withheld("flag_lapsed", "flags")


def test_21_somebody_with_every_tie_and_an_item_with_every_mark_are_still_judged() -> None:
    everything = Case("clinician", "treatment", NOW, frozenset(TIES), "given")
    assert isinstance(share(RULES, everything, "medications", frozenset(MARKS)), Shown)
    assert share(RULES, everything._replace(consent="not_asked"), "medications", frozenset(MARKS)).reason == "consent_missing"  # type: ignore[union-attr]


def test_22_a_class_is_withheld_for_the_reason_that_says_most() -> None:
    assert share_class(RULES, case("dispatcher"), "identity") == Withheld("no_tie", "identity_desk", ("desk", "responsible"))
    nothing = replace(RULES, grants={key: tuple(replace(one, fields=frozenset()) for one in its) for key, its in RULES.grants.items()})
    assert share_class(nothing, case("dispatcher"), "identity") == Withheld("field_not_for_role", "identity_desk")
    assert share_class(RULES, case("family"), "identity").reason == "other_purpose"  # type: ignore[union-attr]


def test_23_a_setting_that_ended_is_not_in_force_from_that_moment() -> None:
    setting = replace(RULES.settings["minor_consent"], until_at=NOW)
    assert setting.is_in_force(NOW - 1)
    assert not setting.is_in_force(NOW)


def test_24_an_answer_names_the_consent_it_rests_on_and_none_where_it_rests_on_none() -> None:
    given = case("nurse", "bound_here", purpose="treatment", consent="given", consent_id="c1")
    answers = [share(RULES, given, "medications", frozenset(marks)) for marks in ((), ("part2",))]
    assert [one.consent for one in answers if isinstance(one, Shown)] == ["", "c1"]
