"""One call, from the first ring to the measure, as five people live it at their own screens."""

import re
from collections.abc import Iterator

import pytest

from alongside.core.intake.triage import run
from alongside.library.protocols.load import load_protocol
from tests.server.running import Person, Server, running

SAID = {"concern": "suicide", "suicide": "plan"}  # to everything else the caller gives the first answer listed: none, no, calm


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A quiet demo: a staffed board that waits for the first call."""
    with running(tmp_path_factory.mktemp("story"), "--quiet") as found:
        yield found


def answer_all() -> list[list[str]]:
    """Every question the protocol asks next, answered, until it has no more critical ones."""
    protocol, answers = load_protocol("alongside-default"), dict(SAID)
    while (missing := run(protocol, answers).missing) and len(answers) < 40:
        answers[missing[0]] = protocol.get_question(missing[0]).answers[0].code
    return [list(pair) for pair in answers.items()]


def granted(person: Person, kind: str, **body: object) -> dict[str, str]:
    """The ids of a request that was granted; its sentence where it was not."""
    status, answer = person.ask(kind, **body)
    assert status == 200, answer
    return dict(answer["ids"])


def figure(person: Person, measure: str) -> str:
    """What the measures page says of one measure."""
    page = person.get("/measures/?period=all").text
    found = re.search(rf'id="measure-{measure}".*?class="value[^"]*">([^<]*)<', page, re.S)
    return found[1].strip() if found else ""


def test_a_call_is_taken_answered_sent_to_met_housed_followed_up_and_counted(server: Server) -> None:
    diaz, okafor, lowe = Person(server, "j-diaz"), Person(server, "r-okafor"), Person(server, "p-lowe")
    nurse, moreau, lead = Person(server, "n-castellanos"), Person(server, "l-moreau"), Person(server, "m-lindqvist")
    assert figure(lead, "contacts") in ("", "0")

    told = {"place": "900 W 400 S, behind the school", "summary": "son, 24, says he wants to end it"}
    incident = granted(diaz, "TakeCall", origin="call_911", spot=[40.7608, -111.9134], texts=told)["incident"]
    protocol = diaz.board()["incidents"][incident]
    granted(diaz, "AnswerProtocol", incident=incident, protocol="alongside-default", answers=answer_all())
    row = diaz.board()["incidents"][incident]
    assert row["level"] in (2, 3)
    assert protocol["level"] is None
    episode = row["responsible"][0]["episode"]

    assignment = granted(okafor, "AssignUnit", incident=incident, unit="m12")["assignment"]
    for status in ("acknowledged", "enroute", "on_scene"):
        granted(lowe, "ReportStatus", assignment=assignment, status=status)
    assert okafor.board()["incidents"][incident]["responsible"][0]["label"].startswith("Call-taker 1"), "nobody has taken over yet"
    granted(lowe, "ReportStatus", assignment=assignment, status="with_person")
    assert okafor.board()["incidents"][incident]["responsible"][0]["label"].startswith("M12")

    facility = lead_facility(nurse)
    granted(nurse, "SetCapacity", facility=facility, service="chair_23h", free=3)
    reservation = granted(lowe, "ReservePlace", episode=episode, facility=facility, service="chair_23h")["reservation"]
    granted(nurse, "AgreeToReceive", reservation=reservation)
    granted(lowe, "RecordDisposition", episode=episode, disposition="transported_voluntary", details=["voluntary"])
    granted(lowe, "RuleOutRedFlags", incident=incident, when="before_departure")
    granted(lowe, "ReportStatus", assignment=assignment, status="transporting", place=facility)
    granted(lowe, "ReportStatus", assignment=assignment, status="at_place")
    granted(lowe, "HandOver", episode=episode, facility=facility, service="chair_23h", received_by="n-castellanos")
    unit = okafor.board()["units"]["m12"]
    assert unit["assignments"] == [], "the crew is free"

    granted(moreau, "TakeFollowUp", episode=episode, position=seat_of(moreau))
    page = moreau.get("/follow-up/").text
    assert episode in page

    assert figure(lead, "contacts") == "1"
    assert figure(lead, "drop_off_time") == "0:00 min"
    assert "900 W" not in lead.get("/measures/contacts.csv?period=all").text


def lead_facility(nurse: Person) -> str:
    """The facility the nurse's account belongs to."""
    return seat_of(nurse)


def seat_of(person: Person) -> str:
    """The seat the page says this person has."""
    found = re.search(r'data-seat="([^"]+)"', person.get("/").text) or re.search(r'data-seat="([^"]+)"', person.get("/follow-up/").text)
    assert found, "this person has no seat"
    return found[1]
