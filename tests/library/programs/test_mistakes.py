"""5 · A program that could not run a day is refused, with file, line and field."""

import pytest

from alongside.library import load_program
from alongside.library.programs.cli import main
from alongside.library.reading import Mistake

PROGRAM, ROSTER, CREWS, LEVELS, STAFF = "program.yaml", "roster.yaml", "crews.yaml", "levels-tailored.yaml", "staff.yaml"


def test_1_the_copy_is_right_as_it_stands(copy):
    assert load_program(copy.folder).rules.program.id == "tailored"


@pytest.mark.parametrize(
    ("file", "old", "new", "field", "words"),
    [
        (PROGRAM, "measures:", "messures:", "messures", "not a field here"),
        (PROGRAM, "origins: [call_911, community]", "origins: [call_911]", "desks", "no desk answers the origin “community”"),
        (PROGRAM, "origins: [call_911, call_988, officer", "origins: [call_912, call_988, officer", "origins.0", "not known here"),
        (PROGRAM, "duty: supervisor", "duty: call_taker", "desks", "no desk with duty “supervisor”"),
        (PROGRAM, "duty: follow_up", "duty: clinician_line", "desks", "no desk with duty “follow_up”"),
        (PROGRAM, "  mobile_crisis:\n", "  mobile_crises:\n", "crews.mobile_crises", "not a kind of crew of the policy"),
        (PROGRAM, "hours: daily 07:00-23:00", "hours: daily 7-23", "crews.community_responder.hours", "must be written like"),
        (PROGRAM, "hours: daily 07:00-23:00", "hours: daily 07:00-25:00", "crews.community_responder.hours", "must be written like"),
        (PROGRAM, "hours: mon-sat 08:00-18:00", "hours: mon-sut 08:00-18:00", "crews.case_management.hours", "names a day"),
        (PROGRAM, "- wasatch-receiving", "- nowhere-receiving", "destinations.0", "“nowhere-receiving” is not known here"),
        (PROGRAM, "area: salt-lake-city", "area: atlantis", "area", "there is no area “atlantis”"),
        (PROGRAM, "[alongside-default,", "[alongside-defualt,", "protocols.0", "There is no protocol “alongside-defualt”"),
        (PROGRAM, "levels: levels-tailored", "levels: levels-other", "policies.levels", "there is no policy “levels-other.yaml”"),
        (PROGRAM, "    agency: valley-communications\n", "    agency: nobody\n", "desks.call-taker-1.agency", "not known here"),
        (PROGRAM, "kind: crisis_line, needs", "kind: hotline, needs", "partners.poison-help.kind", "not known here"),
        (PROGRAM, "unassessed_as: 3", "unassessed_as: 0", "unassessed_as", "from 1 to 4"),
        (PROGRAM, "lower_by: [supervisor", "lower_by: [sheriff", "lower_by.0", "not known here"),
        (PROGRAM, "  - unmet_need", "  - happiness", "measures.14", "not known here"),
        (CREWS, "needs: [police, clinician]", "needs: [police, magician]", "crews.co_responder.needs.1", "not known here"),
        (CREWS, "acts_as_without: mobile_crisis", "acts_as_without: mobile", "crews.youth_team.acts_as_without", "not known here"),
        (CREWS, "fewest: 1", "fewest: 0", "crews.patrol.fewest", "from 1 to 12"),
        (CREWS, "mode: lights", "mode: fast", "crews.patrol.mode", "not known here"),
        (LEVELS, "  1:\n", "  5:\n", "levels.5", "levels are 0 to 4"),
        (LEVELS, "- {crew: mobile_crisis, within: 30 min}", "- {crew: balloon, within: 30 min}", "levels.4.order.4.crew", "not known here"),
        (LEVELS, "within: 20 min", "within: soon", "levels.4.order.0.within", "must be a time such as"),
        (LEVELS, "- {crew: clinician_video}", "- {crew: clinician_video, within: 5 min}", "levels.2.order.5.within", "never drives"),
        (LEVELS, "crew: co_responder", "crew: ems", "levels.4.order", "names “ems” twice"),
        (LEVELS, "assign_within: 1 min", "assign_in: 1 min", "levels.4.assign_in", "not a field here"),
        ("clocks.yaml", "    crew: 90 min\n", "", "clocks.silence.crew", "nobody responsible may be silent for ever"),
        ("clocks.yaml", "page: 30 s", "page: 0 s", "clocks.page", "must be a time"),
        ("clocks.yaml", "enroute: 30 min", "en_route: 30 min", "clocks.stale.en_route", "not a field here"),
        ("follow-up.yaml", "after: [resolved_by_phone", "after: [solved", "follow_ups.0.after.0", "not known here"),
        ("follow-up.yaml", "duty: follow_up", "duty: outreach", "follow_ups.0.duty", "not known here"),
        (STAFF, "  ems: ems", "  ambulances: ems", "requirements.ambulances", "not a requirement"),
        (STAFF, "gives: [police, search]", "gives: [polise, search]", "roles.officer.gives.0", "not known here"),
        (STAFF, "  guardian: {en: Reach", "  gardian: {en: Reach", "requirement_words.guardian", "is missing; write its words"),
        (ROSTER, "crew: cit_patrol", "crew: cit_car", "units.p31.crew", "not known here"),
        (ROSTER, "post: post-downtown, members: [k-tanaka", "post: post-moon, members: [k-tanaka", "units.c204.post", "not known here"),
        (ROSTER, "members: [k-tanaka, b-ferreira]", "members: [k-tanaka, nobody]", "units.c204.members.1", "not known here"),
        (ROSTER, "members: [k-tanaka, b-ferreira]", "members: [k-tanaka, o-brennan]", "units.c204.members", "make it patrol, not co_"),
        (ROSTER, "members: [p-lowe, i-tuiasosopo]", "members: [p-lowe]", "units.m12.members", "may not be sent at all"),
        (ROSTER, "van 8, shift: daily 07:00-15:00", "van 8, shift: daily 05:00-15:00", "units.r8.shift", "beyond the hours"),
        (ROSTER, "call_sign: M12", "call_sign: C204", "units.m12.call_sign", "given twice"),
        (ROSTER, "seat: dispatch-1, demo", "seat: call-taker-2, demo", "staff", "nobody sits at the desk “dispatch-1”"),
        (ROSTER, "role: dispatcher", "role: conductor", "staff.r-okafor.role", "not known here"),
        (ROSTER, "certificates: [cit]", "certificates: [pilot]", "staff.k-tanaka.certificates.0", "not known here"),
    ],
)
def test_2_each_mistake_names_its_file_and_field(copy, file, old, new, field, words):
    line = copy.edit(file, old, new)
    with pytest.raises(Mistake, match=words) as caught:
        load_program(copy.folder)
    assert caught.value.field == field
    if field.rpartition(".")[2] in new:
        assert (caught.value.file, caught.value.line) == (file, line)


def test_3_the_line_is_that_of_the_mistake(copy):
    line = copy.edit("clocks.yaml", "page: 30 s", "page: 30 seconds")
    with pytest.raises(Mistake) as caught:
        load_program(copy.folder)
    assert (caught.value.file, caught.value.line, caught.value.field) == ("clocks.yaml", line, "clocks.page")


def test_4_a_level_without_an_order_is_refused(copy):
    path = copy.folder / LEVELS
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("  1:\n")], encoding="utf-8")
    with pytest.raises(Mistake, match="level 1 has no order of crews") as caught:
        load_program(copy.folder)
    assert (caught.value.file, caught.value.field) == (LEVELS, "levels.1")


def test_5_a_level_none_of_whose_crews_the_program_runs_is_refused(copy):
    path = copy.folder / LEVELS
    text = path.read_text(encoding="utf-8")
    start = text.index("    order:", text.index("  1:\n"))
    path.write_text(text[:start] + "    order:\n      - {crew: transport_van, within: 60 min}\n", encoding="utf-8")
    copy.edit(PROGRAM, "  transport_van:\n", "")
    copy.edit(ROSTER, "crew: transport_van", "crew: mobile_crisis")
    with pytest.raises(Mistake, match="level 1 orders no kind of crew that this program runs"):
        load_program(copy.folder)


def test_6_the_command_line_prints_the_mistake_and_fails(copy, capsys):
    copy.edit(PROGRAM, "duty: supervisor", "duty: boss")
    assert main(["check", str(copy.folder)]) == 1
    assert "program.yaml, line" in capsys.readouterr().err


def test_7_an_unknown_program_is_told_with_those_there_are(capsys):
    assert main(["check", "nowhere"]) == 1
    said = capsys.readouterr().err
    assert "there is no program “nowhere”: give a folder with a program.yaml, or one of la-therapeutic-transport, pert" in said


def test_8_fall_backs_that_go_round_in_a_circle_are_refused(copy):
    copy.edit(CREWS, "needs: [police]\n", "needs: [police]\n    acts_as_without: cit_patrol\n")
    with pytest.raises(Mistake, match="patrol → cit_patrol → patrol") as caught:
        load_program(copy.folder)
    assert (caught.value.file, caught.value.field) == (PROGRAM, "crews.patrol")
