"""Stretches of a call that several pages' stories begin with."""

import itertools
from typing import Any

from tests.server.running import Person, Server

CALM = {
    "life_threat": "none", "concern": "distress", "weapon": "unknown", "conduct": "was_violent", "setting": "safe", "suicide": "no",
    "age": "adult",
}  # fmt: skip
STEPS = ("acknowledged", "enroute", "on_scene", "with_person")
_count = itertools.count(1)


def free(dispatcher: Person, unit: str) -> None:
    """Whatever a story left open is finished: a crew that one file leaves busy is no other file's trouble."""
    board = dispatcher.board()
    for one in board["units"][unit]["assignments"]:
        for person in board["incidents"][one["incident"]]["responsible"]:
            dispatcher.ask("RecordDisposition", episode=person["episode"], disposition="resolved_on_scene")
        for status in (*STEPS, "cleared"):
            dispatcher.ask("ReportStatus", assignment=one["id"], status=status)


def free_crews(server: Server) -> None:
    """Every crew of the board is free; one that cannot be freed is named."""
    dispatcher = Person(server, "r-okafor")
    for unit in list_busy(dispatcher):
        free(dispatcher, unit)
    assert list_busy(dispatcher) == []


def list_busy(dispatcher: Person) -> list[str]:
    """Units that are on a call."""
    return [id for id, unit in dispatcher.board()["units"].items() if unit["assignments"]]


class Scene:
    """One call a crew was sent to: incident, first person, assignment."""

    def __init__(self, server: Server, crew: Person, unit: str, upto: str = "", **call: Any) -> None:
        self.taker, self.dispatcher, self.crew, self.unit = Person(server, "j-diaz"), Person(server, "r-okafor"), crew, unit
        texts = {"place": f"the blue gate, number {next(_count)}", "summary": "Paces in the yard"}
        _, answer = self.taker.ask("TakeCall", **{"origin": "call_911", "spot": [40.7581, -111.8989], "texts": texts, **call})
        self.incident, self.episode = answer["ids"]["incident"], answer["ids"]["episodes"][0]
        self.must("AnswerProtocol", by=self.taker, incident=self.incident, protocol="alongside-default", answers=CALM)
        free(self.dispatcher, unit)
        self.assignment = self.must("AssignUnit", by=self.dispatcher, incident=self.incident, unit=unit)["ids"]["assignment"]
        for status in STEPS[: STEPS.index(upto) + 1] if upto else ():
            self.status(status)

    def must(self, kind: str, by: Person | None = None, **body: Any) -> dict[str, Any]:
        """Ask; the answer, which must be yes."""
        status, answer = (by or self.crew).ask(kind, **body)
        assert status == 200, (kind, answer)
        return answer

    def status(self, status: str, **body: Any) -> None:
        """The crew reports."""
        self.must("ReportStatus", assignment=self.assignment, status=status, **body)

    def number(self) -> int:
        """What people say aloud."""
        return int(self.dispatcher.board()["incidents"][self.incident]["number"])

    def finish(self, disposition: str = "resolved_on_scene") -> "Scene":
        """What came of it, and clear."""
        self.must("RecordDisposition", episode=self.episode, disposition=disposition)
        self.status("cleared")
        return self

    def hand_over(self, facility: str = "wasatch-receiving", service: str = "chair_23h") -> "Scene":
        """Reserved, driven there, handed over at the door."""
        self.must("ReservePlace", episode=self.episode, facility=facility, service=service)
        self.must("RecordDisposition", episode=self.episode, disposition="transported_voluntary")
        self.must("RuleOutRedFlags", incident=self.incident, when="before_departure")
        self.status("transporting", place=facility)
        self.status("at_place", place=facility)
        self.must("HandOver", episode=self.episode, facility=facility, service=service, received_by="charge nurse")
        return self
