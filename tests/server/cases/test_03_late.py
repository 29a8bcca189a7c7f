"""A late case is an alarm on the console of who oversees, by who holds it and not by whose it is; taken on, it is quiet for everybody."""

from typing import Any

import pytest

from tests.server.cases.test_01_cases import NAME, Known
from tests.server.running import Person, Server, listen, until


def late(person: Person, case: str) -> list[dict[str, Any]]:
    return [one for one in person.board()["alarms"] if one.get("about") == case]


@pytest.fixture(scope="module")
def case(server: Server) -> tuple[Known, str]:
    """One of L. Moreau's tasks is past its time."""
    known = Known(server)
    case = known.open("jail_diversion")
    soon = int(known.manager.board()["now"]) + 400
    known.scene.must("SetCaseTask", by=known.manager, case=case, what="court", due_at=soon)
    return known, case


def test_01_it_rises_to_the_supervisor_and_to_no_other_desk(server: Server, case: tuple[Known, str]) -> None:
    lead, dispatcher = Person(server, "m-lindqvist"), Person(server, "r-okafor")
    assert until(lambda: bool(late(lead, case[1])))
    (told,) = late(lead, case[1])
    assert (told["kind"], told["sentence"], told["href"]) == ("case_late", "A case of L. Moreau is overdue.", f"/cases/{case[1]}")
    assert NAME not in str(lead.board()["alarms"])
    assert late(dispatcher, case[1]) == []
    assert Person(server, "m-lindqvist", language="es").board()["alarms"] != []


def test_02_taken_on_it_is_quiet_and_nobody_else_takes_it_on(server: Server, case: tuple[Known, str]) -> None:
    lead = Person(server, "m-lindqvist")
    assert Person(server, "r-okafor").ask("TakeOnLate", what="case", about=case[1])[0] == 403
    status, answer = lead.ask("TakeOnLate", what="case", about=case[1])
    assert (status, answer["sentence"]) == (200, "M. Lindqvist sees to what is overdue.")
    assert late(lead, case[1]) == []
    assert lead.ask("TakeOnLate", what="case", about=case[1])[1]["sentence"] == "M. Lindqvist sees to it already."


def test_03_a_supervisors_stream_says_that_something_changed_and_not_what(server: Server, case: tuple[Known, str]) -> None:
    known, id = case
    lead = Person(server, "m-lindqvist")
    before = int(lead.board()["position"])
    known.scene.must("RecordCaseContact", by=known.manager, case=id, how="phone", outcome="spoke")
    assert until(lambda: int(lead.board()["position"]) > before)
    frames = listen(lead, before, before + 1)
    facts = [kind for frame in frames for kind in frame.data.get("facts", ())]
    assert ("LateChanged" in facts, [one for one in facts if one.startswith("Case")]) == (True, [])
    known.scene.must("CloseCase", by=known.manager, case=id, reason="court_done")
