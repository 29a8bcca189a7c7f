"""A word like no other goes into every field that takes words; afterwards it is in no file, log, address, frame or error."""

import uuid
import zlib
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from alongside.library.sharing.load import load_sharing
from alongside.library.sharing.writing import load_writing
from tests.server.attach.doing import record, send
from tests.server.attach.papers import png
from tests.server.running import Person, Server, listen, running, until
from tests.server.scenes import Scene

WORD = "Qx7canaryZebrafinch"
WRITTEN = load_sharing().rules.fields
FIELDS = tuple(one for one in WRITTEN if one not in load_sharing().fields.files)  # every field of words that can be sealed at all
PAPER = png(len(WORD), 1, told=WORD.encode(), packed=zlib.compress(b"\0" + WORD.encode(), 0))  # a picture in which it stands as it is


Told = tuple[Server, Scene, list[object]]


@pytest.fixture(scope="module")
def postgres_dsn_of_module(postgres_server: str) -> Iterator[str]:
    """A database for the stories of this file, dropped afterwards."""
    name = f"canary_{uuid.uuid4().hex}"
    with psycopg.connect(postgres_server, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
    yield psycopg.conninfo.make_conninfo(postgres_server, dbname=name)
    with psycopg.connect(postgres_server, autocommit=True) as server:
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def told(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Told]:
    """A server of its own, with a temporary folder of its own, to which the word was told wherever it may be."""
    data = tmp_path_factory.mktemp("canary")
    (data / "temporary").mkdir()
    database = request.getfixturevalue("postgres_dsn_of_module") if request.param == "postgres" else ""
    with pytest.MonkeyPatch.context() as patch, running(data, "--quiet", database=database) as server:
        patch.setenv("TMPDIR", str(data / "temporary"))
        server.restart()
        taker, lead, crew = Person(server, "j-diaz"), Person(server, "m-lindqvist"), Person(server, "p-lowe")
        texts = {field: f"{WORD} {field}" for field in FIELDS}
        scene = Scene(server, crew, "m12", "with_person", texts=texts)
        scene.must("AddDetails", by=taker, incident=scene.incident, texts=texts)
        scene.must("WriteNote", incident=scene.incident, episode=scene.episode, texts={"note": WORD})
        scene.must("SendMessage", by=lead, to="m12", incident=scene.incident, texts={"message": WORD})
        person = str(
            scene.must("RecordPerson", episode=scene.episode, basis="said_so", band="adult", texts={"name": WORD, "phone": WORD})["ids"][
                "person"
            ]
        )
        flags = {one for one in FIELDS if WRITTEN[one] == "safety_flags"}
        writes = sorted(load_writing().fields["clinician"] - flags - {"name", "phone", "birth_date"})
        scene.must("WriteItems", person=person, source="provider", texts={one: f"{WORD} {one}" for one in writes})
        officer, keeper = Person(server, "s-petrov"), Person(server, "l-moreau")
        twin = {"name": f"{WORD} {WORD}", "birth_date": "1970-01-01", "address": f"7 {WORD} row", "appearance": WORD, "carer": WORD}
        assert [keeper.ask("EnrollPerson", agreed_by="guardian", texts=twin)[0] for _ in range(2)] == [200, 200]
        assert officer.ask("BeginComparison")[0] == 200
        papers = {field: send(officer, person, PAPER, field).json()["file"] for field in ("records_scan", "amendment_scan")}
        texts = {"records_asked_by": WORD, "records_asked_for": WORD, "records_scan": papers["records_scan"]}
        asked = officer.ask("AskRelease", asked="subpoena", about_kind="person", about=person, release="r-canary", texts=texts)
        texts = {"amendment_asked": WORD, "amendment_scan": papers["amendment_scan"]}
        assert [asked[0], officer.ask("AskAmendment", amendment="a-canary", person=person, texts=texts)[0]] == [200, 200]
        for path in ("/records/r-canary/paper", f"/rights/{person}/request/a-canary/paper"):
            assert WORD.encode() in officer.get(path).content
        filed = dict.fromkeys(("threat_person", "threat_concern"), WORD)
        file = scene.must("OpenThreat", person=person, because="threat_made", no_health=True, texts=filed)["ids"]["threat"]
        scene.must("WriteThreatPlan", threat=file, no_health=True, texts={"threat_plan": WORD})
        assert record(crew, person, "c-canary", PAPER)[0] == 200
        assert WORD.encode() in crew.get(f"/person/{person}/consent/c-canary/scan").content
        for path in (
            f"/person/{person}",
            f"/person/{person}/consent",
            "/field/",
            f"/dispatch/incident/{scene.incident}",
            f"/threats/{file}",
        ):
            crew.get(path)
        crew.form(f"/person/who/{scene.episode}", name=WORD, phone=WORD)
        crew.form("/account/contact", phone=WORD, address=f"1 {WORD}")
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
        assert until(lambda: "data-running" not in officer.get("/same-person/").text, 60)
        assert "All records were compared." in officer.get("/same-person/").text
        yield server, scene, answers


def test_01_the_words_can_be_read_by_those_who_may(told: Told) -> None:
    _, scene, _ = told
    assert WORD in scene.taker.get(f"/dispatch/incident/{scene.incident}").text
    assert WORD in scene.crew.post("/words", {"incidents": [scene.incident]}).text


def test_02_no_file_of_the_data_folder_holds_them(told: Told) -> None:
    server, _, _ = told
    files = [path for path in Path(server.data).rglob("*") if path.is_file()]
    names = {path.name for path in files}
    assert "server.log" in names
    assert server.database or {"ledger.sqlite3", "records.sqlite3", "people.sqlite3"} <= names
    assert [path.name for path in files if WORD.encode() in path.read_bytes()] == []


def test_03_no_board_frame_or_refusal_holds_them(told: Told) -> None:
    server, scene, answers = told
    lead = Person(server, "m-lindqvist")
    board = lead.get("/board.json")
    frames = listen(lead, 0, board.json()["position"])
    shown = [board.text, str(frames), str(answers), lead.get("/health").text, lead.get("/measures/contacts.csv?period=all").text]
    assert [text[:80] for text in shown if WORD in text] == []
    assert scene.incident in str(frames)


def test_04_no_table_of_the_database_holds_them(told: Told) -> None:
    server, _, _ = told
    if not server.database:
        pytest.skip("the files of SQLite are looked through above")
    with psycopg.connect(server.database) as connection:
        tables = [name for (name,) in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()]
        assert {"fact", "enclosure", "enclosure_part", "words_read", "draft", "waiting_part", "people_writtendown"} <= set(tables)
        held = [name for name in tables if WORD in str(connection.execute(f'SELECT t::text FROM "{name}" t').fetchall())]  # noqa: S608
        plain = [name for name in tables if WORD.encode().hex() in str(connection.execute(f'SELECT t::text FROM "{name}" t').fetchall())]  # noqa: S608
    assert (held, plain) == ([], [])
