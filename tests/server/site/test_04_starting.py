"""Ways of starting that would show people's crises to strangers are refused; and words come in the reader's language."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.server.running import ROOT, Person, Server, running


def start(data: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "alongside.server.up", "--data", str(data), "--port", "8119", *options]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--host", "0.0.0.0"), "only listens on this machine"),
        (("--host", "0.0.0.0", "--live"), "without TLS"),
        (("--host", "0.0.0.0", "--live", "--behind-tls"), "--name"),
        (("--speed", "0"), "not possible"),
        (("--live", "--speed", "5"), "speed of the clock"),
    ],
)
def test_01_unsafe_ways_of_starting_are_refused_with_a_sentence(tmp_path: Path, options: tuple[str, ...], says: str) -> None:
    told = start(tmp_path, *options)
    assert told.returncode == 2
    assert says in told.stderr
    assert not (tmp_path / "ledger.sqlite3").exists()


def test_02_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 8119))
        other.listen()
        told = start(tmp_path)
    assert (told.returncode, "Port 8119 on 127.0.0.1 is taken" in told.stderr) == (2, True)


def test_03_a_key_others_can_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "server.key").write_text("known to everybody")
    (tmp_path / "server.key").chmod(0o644)
    told = start(tmp_path)
    assert told.returncode != 0
    assert "can be read by other users" in told.stderr + told.stdout


def test_04_keys_and_databases_are_for_this_user_alone(server: Server) -> None:
    for name in ("server.key", "ledger.sqlite3", "people.sqlite3"):
        assert (server.data / name).stat().st_mode & 0o077 == 0, name


def test_05_a_spanish_reader_reads_spanish(server: Server) -> None:
    reader = Person(server, "j-diaz", language="es-MX,es;q=0.9")
    assert "Iniciar sesión" in Person(server, language="es").get("/sign-in").text
    status, answer = reader.ask("TakeCall")
    assert (status, answer["sentence"]) == (422, "Falta el campo «origin». Envíelo con la solicitud.")
    status, answer = reader.ask("AssignUnit", incident=reader.take_call(), unit="no-such")
    assert (status, answer["sentence"]) == (409, "No existe la unidad «no-such».")


def test_06_the_language_chosen_stays(server: Server) -> None:
    reader = Person(server)
    assert reader.form("/language", language="es", next="/sign-in").headers["location"] == "/sign-in"
    assert '<html lang="es"' in reader.get("/sign-in").text
    assert reader.form("/language", language="es", next="https://elsewhere.example/").headers["location"] == "/"


def test_07_acknowledged_requests_are_there_after_kill_9(tmp_path: Path) -> None:
    with running(tmp_path, "--quiet") as server:
        taker = Person(server, "j-diaz")
        taken = [taker.take_call(texts={"summary": f"call {count}"}) for count in range(30)]
        server.kill()
        server.start()
        board = taker.board()["incidents"]
        assert [id for id in taken if id not in board] == []
        words = taker.post("/words", {"incidents": taken}).json()
        assert [words[id]["summary"] for id in taken] == [f"call {count}" for count in range(30)]


def test_08_health_says_how_it_is_to_machines_and_people(server: Server, nobody: Person) -> None:
    seen = nobody.get("/health").json()
    assert seen["well"] is True
    assert seen["genesis"] == "demo"
    assert seen["synthetic_ms"] > 0
    page = nobody.client.get("/health", headers={"Accept": "text/html"})
    assert (page.status_code, "All is well" in page.text) == (200, True)


def test_09_an_offline_device_is_answered_once_and_what_no_longer_fits_is_kept(server: Server, call_taker: Person) -> None:
    incident = call_taker.take_call()
    supervisor = Person(server, "m-lindqvist")
    late = {"id": "late-1", "device": "phone-7", "sequence": 3, "incident": incident, "unit": "no-such-unit"}
    status, answer = supervisor.ask("AssignUnit", **late)
    assert (status, answer["granted"], answer["quarantined"]) == (200, False, True)
    alarms = [one for one in supervisor.board()["alarms"] if one["kind"] == "late_request"]
    assert alarms[-1]["parameters"]["refused"] == "unit_unknown"
