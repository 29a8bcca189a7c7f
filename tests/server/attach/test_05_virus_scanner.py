"""Where an agency has a virus scanner, no photo or scan is kept that it did not look at to its end."""

import asyncio
import socket
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from alongside.core.refused import Refused
from alongside.server.attach.clamd import Place, read_place
from alongside.server.attach.scanning import OFF, SILENT, WORKS, Found, Scanner
from alongside.server.site.options import Options
from alongside.server.site.safe_start import find_danger
from tests.server.attach.doing import send
from tests.server.attach.papers import pdf, png
from tests.server.attach.virus_scanners import EICAR, Speaks, clamd, speaking, take_all
from tests.server.running import Person, Server, free_port, running, until
from tests.server.scenes import Scene

NOW, SHORT_S = 1_795_000_000_000, 0.5
JOINED = b"\0\0\0\x0bIDAT"  # stands behind the header only once what a camera told between is gone
PAPER = png(9, told=b"A comment")


def header_end(content: bytes) -> bytes:
    """The check sum that ends a PNG's header."""
    return content[content.index(b"IHDR") + 17 :][:4]


@pytest.fixture(scope="module")
def scanner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with clamd(tmp_path_factory.mktemp("clamd"), EICAR, header_end(PAPER) + joined(PAPER)) as place:
        yield place


def joined(content: bytes) -> bytes:
    """How the picture's data begin: their length and name."""
    at = content.index(b"IDAT")
    return content[at - 4 : at + 4]


def scan(place: Place | None, content: bytes, longest_s: float = 20) -> Scanner:
    """A scanner that let it in."""
    scanner = Scanner(place, lambda: NOW, longest_s)
    look(scanner, content)
    return scanner


def look(scanner: Scanner, content: bytes) -> None:
    apart(lambda: asyncio.run(scanner.scan(content)))


def apart(asks: Callable[[], object]) -> None:
    """In a thread that has no loop: a worker that had a browser open has one in its own."""
    with ThreadPoolExecutor(1) as own:
        own.submit(asks).result()


def test_01_a_real_clamd_lets_a_paper_in_finds_what_it_knows_and_says_which_it_is(scanner: Place) -> None:
    scan(scanner, pdf())
    for content in (EICAR, b"x" * 700_000 + EICAR, png(behind=EICAR)):
        with pytest.raises(Found, match=r"Ours\.Test-0"):
            scan(scanner, content)
    looking = Scanner(scanner, lambda: NOW)
    apart(looking.look)
    assert (looking.state.code, looking.state.version.startswith("ClamAV")) == (WORKS, True)


def test_02_more_than_it_takes_is_not_let_in(scanner: Place) -> None:
    for _ in range(5):
        with pytest.raises(Refused) as refused:
            scan(scanner, b"x" * 4_000_000)
        assert refused.value.code == "file_beyond_scanner"


def answer_early(one: socket.socket) -> None:
    one.sendall(b"stream: OK\0")
    take_all(one)


def hang_up_early(one: socket.socket) -> None:
    one.recv(1_000)
    one.sendall(b"stream: OK\0")


def say(said: bytes) -> Speaks:
    def speak(one: socket.socket) -> None:
        take_all(one)
        one.sendall(said)

    return speak


def hang(one: socket.socket) -> None:
    take_all(one)
    one.recv(1)  # until whoever asked gives up


WRONG = {
    "never answers": hang, "hangs up": lambda one: None, "hangs up after a chunk": lambda one: one.recv(300_000) and None,
    "says yes before it has read": answer_early, "says yes and hangs up": hang_up_early, "an empty answer": say(b"\0"),
    "half an answer": say(b"stream: O"), "no end": say(b"stream: OK"), "another end": say(b"stream: OK\n"),
    "its own error": say(b"stream: x ERROR\0"),
    "an answer without an end": say(b"y" * 100_000), "not letters": say(b"\xff\xfe\0"), "another's answer": say(b"HTTP/1.1 200 OK\r\n\0"),
    "two answers": say(b"stream: x FOUND, stream: OK\0"), "nearly yes": say(b"stream: OKAY\0"),
}  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_03_what_speaks_wrongly_or_not_at_all_lets_nothing_in(wrong: Speaks) -> None:
    with speaking(wrong) as place:
        scanner = Scanner(place, lambda: NOW, SHORT_S)
        with pytest.raises(Refused) as refused:
            look(scanner, b"x" * 40_000_000)  # more than two sockets take in before anybody reads
        assert refused.value.code == "file_not_scanned"
        assert scanner.state == (SILENT, NOW, "")


def test_04_what_it_gave_up_on_counts_as_not_looked_at_and_what_it_found_as_found() -> None:
    with speaking(say(b"stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0")) as place, pytest.raises(Refused) as refused:
        scan(place, b"x")
    assert refused.value.code == "file_beyond_scanner"
    with speaking(say(b"stream: Doc.Invented-1 FOUND\0")) as place, pytest.raises(Found, match="Doc.Invented-1"):
        scan(place, b"x")
    with speaking(say(b"stream: OK\0")) as place:
        for content in (b"x", b""):  # nothing has an end, too: without it the scanner waits, and is taken for one that does not answer
            assert scan(place, content, SHORT_S).state.code == WORKS
    assert scan(None, EICAR).state.code == OFF


def test_05_papers_never_cross_a_network_in_the_clear(tmp_path: Path) -> None:
    assert read_place("") is None
    assert read_place("unix:/run/clamav/clamd.ctl") == Place("/run/clamav/clamd.ctl")
    assert [read_place(one) for one in ("127.0.0.1:3310", "[::1]:3310")] == [Place("", "127.0.0.1", 3310), Place("", "::1", 3310)]
    for wrong, sentence in (
        ("scanner.example:3310", "or let a tunnel that encrypts listen here"), ("10.0.0.8:3310", "in the clear"),
        ("clamd.ctl", "name clamd's socket"), ("unix:clamd.ctl", "name clamd's socket"), (":3310", "name clamd's socket"),
        ("127.0.0.1:0", "its port on this machine"),
    ):  # fmt: skip
        assert sentence in find_danger(Options(tmp_path, port=free_port(), scanner=wrong))


def test_06_where_none_is_set_whoever_runs_it_and_the_privacy_officer_read_that(server: Server) -> None:
    for who, path in (("e-adeyemi", "/health"), ("s-petrov", "/audit/")):
        assert "None is set: photos and scans of papers are kept without one having looked at them." in page(Person(server, who), path)
    assert is_now(Person(server, "e-adeyemi")) == OFF


def page(person: Person, path: str) -> str:
    """As a browser asks for it."""
    return person.client.get(path, headers={"Accept": "text/html"}).text


def is_now(person: Person) -> str:
    """What machines are told of the scanner."""
    return str(person.get("/health").json()["scanner"])


def waiting(server: Server) -> int:
    """Files that wait for their request."""
    with sqlite3.connect(server.data / "records.sqlite3", timeout=20) as side:
        return int(side.execute("SELECT count(*) FROM waiting_file").fetchone()[0])


def test_07_over_a_real_server_it_fails_closed_then_takes_refuses_and_tells(tmp_path: Path) -> None:
    with running(tmp_path / "data", "--quiet", "--scanner", f"unix:{tmp_path}/clamd.ctl") as server:
        clinician, admin = Person(server, "p-lowe"), Person(server, "e-adeyemi")
        scene = Scene(server, clinician, "m12", "with_person")
        scene.must("RecordPerson", person="w-scan", episode=scene.episode, basis="said_so", band="adult", texts={"name": "Ines Almeda"})
        told = send(clinician, "w-scan", png())
        assert (told.status_code, told.json()["code"]) == (503, "file_not_scanned")
        assert "The virus scanner does not answer, so no file is taken." in told.json()["sentence"]
        assert "El antivirus no responde" in send(Person(server, "p-lowe", language="es"), "w-scan", png()).json()["sentence"]
        assert "It does not answer: no photo or scan is taken." in page(admin, "/health")
        assert is_now(admin).startswith("silent since ")
        with clamd(tmp_path, EICAR, header_end(PAPER) + joined(PAPER)):
            assert send(clinician, "w-scan", png()).status_code == 200
            assert waiting(server) == 1
            for content in (pdf(behind=EICAR), png(told=EICAR), EICAR, PAPER):
                told = send(clinician, "w-scan", content)
                assert (told.status_code, told.json()["code"]) == (409, "file_infected")
                assert "Nothing of it was kept" in told.json()["sentence"]
            large = pdf(b"", b"<< /Length 2000000 >>\nstream\n" + bytes(range(1, 251)) * 8_000 + b"\nendstream")
            assert send(clinician, "w-scan", large).json()["code"] == "file_beyond_scanner"
            assert waiting(server) == 1
            officer = Person(server, "s-petrov").get("/audit/").text
            assert officer.count("Sent a file in which the virus scanner found something harmful") == 1
            assert until(lambda: "ClamAV" in is_now(admin), 60)
        assert admin.get("/staff/person/p-lowe").text.count("Sent a file the virus scanner refused") == 4
        assert "w-scan" not in server.log.read_text()
