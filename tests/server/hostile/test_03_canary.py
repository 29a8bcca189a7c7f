"""A word like no other goes into every field that takes words; afterwards it is in no file, log, address, frame or error."""

from pathlib import Path

import pytest

from alongside.library.sharing.load import load_sharing
from tests.server.running import Person, Server, listen, running
from tests.server.scenes import Scene

WORD = "Qx7canaryZebrafinch"
FIELDS = tuple(load_sharing().rules.fields)  # every field that can be sealed at all


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory):
    """A server of its own to which the word was told wherever it may be."""
    with running(tmp_path_factory.mktemp("canary"), "--quiet") as server:
        taker, lead, crew = Person(server, "j-diaz"), Person(server, "m-lindqvist"), Person(server, "p-lowe")
        texts = {field: f"{WORD} {field}" for field in FIELDS}
        scene = Scene(server, crew, "m12", "with_person", texts=texts)
        scene.must("AddDetails", by=taker, incident=scene.incident, texts=texts)
        scene.must("WriteNote", incident=scene.incident, episode=scene.episode, texts={"note": WORD})
        scene.must("SendMessage", by=lead, to="m12", incident=scene.incident, texts={"message": WORD})
        taker.post("/intake/draft", {"call": {"words": {"summary": WORD}}})
        taker.post("/intake/draft", {"call": {"words": {"summary": WORD}}, "incident": f"x {WORD}"})
        taker.post("/intake/place", {"words": WORD})
        taker.post("/intake/triage", {"answers": {WORD: WORD}, "cad_number": WORD})
        answers = [
            lead.ask("ReportStatus", assignment=scene.assignment, status="transporting", place=f"{WORD} street")[1],
            lead.ask("SetLevel", incident=scene.incident, level=2, reason=f"{WORD}!")[1],
            lead.ask("EndEpisode", episode=scene.episode, reason="taken_over", agency=f"{WORD} clinic")[1],
            lead.ask("RecordDisposition", episode=scene.episode, disposition="referred", details=[f"{WORD} x"])[1],
            lead.ask("TakeCall", origin=WORD, first_ring_at=WORD)[1],
            lead.ask("NoSuch", id=WORD * 9)[1],
        ]
        yield server, scene, answers


def test_01_the_words_can_be_read_by_those_who_may(told: tuple[Server, Scene, list[object]]) -> None:
    _, scene, _ = told
    assert WORD in scene.taker.get(f"/dispatch/incident/{scene.incident}").text
    assert WORD in scene.crew.post("/words", {"incidents": [scene.incident]}).text


def test_02_no_file_of_the_data_folder_holds_them(told: tuple[Server, Scene, list[object]]) -> None:
    server, _, _ = told
    files = [path for path in Path(server.data).rglob("*") if path.is_file()]
    assert {"ledger.sqlite3", "records.sqlite3", "people.sqlite3", "server.log"} <= {path.name for path in files}
    assert [path.name for path in files if WORD.encode() in path.read_bytes()] == []


def test_03_no_board_frame_or_refusal_holds_them(told: tuple[Server, Scene, list[object]]) -> None:
    server, scene, answers = told
    lead = Person(server, "m-lindqvist")
    board = lead.get("/board.json")
    frames = listen(lead, 0, board.json()["position"])
    shown = [board.text, str(frames), str(answers), lead.get("/health").text, lead.get("/measures/contacts.csv?period=all").text]
    assert [text[:80] for text in shown if WORD in text] == []
    assert scene.incident in str(frames)
