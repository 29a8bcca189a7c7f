"""The directory on screen: what fits, what is not said, how old it is; a newer file read beside the running server."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from tests.server.running import ROOT, Person, Server

BUNDLED = ROOT / "src/alongside/library/directory/salt_lake_city.json"


@pytest.fixture(scope="module")
def own(server: Server) -> Iterator[Server]:
    """The quiet demo; what these stories change in its directory is put back."""
    yield server
    import_hsds(server, BUNDLED)


def names(page: str) -> list[str]:
    return [unescape(one) for one in re.findall(r'<strong><a href="/directory/[\w-]+">([^<]+)</a>', page)]


def run(server: Server, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "ALONGSIDE_DATA": str(server.data)}
    return subprocess.run([sys.executable, "-m", "alongside", *words], env=environment, capture_output=True, text=True, check=False)


def import_hsds(server: Server, *files: Path) -> subprocess.CompletedProcess[str]:
    return run(server, "import", "hsds", *map(str, files), "--source", "salt-lake-city")


def test_01_case_manager_clinician_and_call_taker_look_services_up(own: Server) -> None:
    for staff in ("l-moreau", "p-lowe", "j-diaz"):
        page = Person(own, staff).get("/directory/?need=shelter&near=Downtown").text
        assert set(names(page)) == {"Night shelter for adults", "Safe homes"}
    assert Person(own, "d-whitehorse").get("/directory/").status_code == 403  # an evaluator sends nobody anywhere
    assert "/directory/" in Person(own, "l-moreau").get("/follow-up/").text


def test_02_age_and_language_leave_out_what_does_not_fit_and_say_what_is_not_known(own: Server) -> None:
    taker = Person(own, "j-diaz")
    assert set(names(taker.get("/directory/?need=counseling&age=15").text)) == {"Young people's evening group", "Family counseling"}
    assert names(taker.get("/directory/?need=health_care&language=so").text) == ["Clinic without an appointment"]
    page = taker.get("/directory/?need=violence&age=30&near=Downtown&within=3").text
    assert "ages not said" in page
    assert "place not said" in page  # a safe home is listed without its address


def test_03_how_old_it_is_stands_beside_it_and_asking_there_renews_it(own: Server) -> None:
    manager = Person(own, "l-moreau", language="es")
    page = manager.get("/directory/?q=showers").text
    assert re.search(r"última confirmación hace \d+ meses", page)
    found = re.search(r"/directory/([\w-]{36})", page)
    assert found
    address = f"/directory/{found[1]}"
    assert "Acabo de preguntar" in manager.get(address).text
    assert manager.form(f"{address}/confirm").status_code == 302
    shown = manager.get(address).text
    assert "confirmado hace menos de un mes" in shown
    assert "L. Moreau" in shown


def test_04_nothing_found_says_what_to_do_and_odd_questions_find_a_page(own: Server) -> None:
    taker = Person(own, "j-diaz")
    assert "Take a condition away" in taker.get("/directory/?q=zeppelin").text
    for odd in ("?age=minus", "?need=%00", "?page=99999", "?within=-1&near=x", "?language=xx"):
        assert taker.get(f"/directory/{odd}").status_code == 200
    assert taker.get("/directory/nobody").status_code == 404
    assert taker.form("/directory/nobody/confirm").status_code == 404


def test_05_a_newer_file_is_seen_at_once_and_what_vanished_is_marked(own: Server, tmp_path: Path) -> None:
    taker = Person(own, "j-diaz")
    before = len(names(taker.get("/directory/?page=1").text)) + len(names(taker.get("/directory/?page=2").text))
    page = json.loads(BUNDLED.read_text())
    page["contents"] = [one for one in page["contents"] if one["name"] != "Clubhouse"]
    page["contents"][0]["name"] = "Night shelter, now bigger"
    newer = tmp_path / "newer.json"
    newer.write_text(json.dumps(page))
    told = import_hsds(own, newer)
    assert told.returncode == 0, told.stderr
    assert "0 new, 1 changed" in told.stdout
    assert "2 no longer listed (kept and marked)" in told.stdout  # the clubhouse, and the organization that ran nothing else
    assert names(taker.get("/directory/?q=bigger").text) == ["Night shelter, now bigger"]
    assert "No longer on the list of its source" in taker.get("/directory/?q=clubhouse").text
    assert len(names(taker.get("/directory/?page=1").text)) + len(names(taker.get("/directory/?page=2").text)) == before
    again = import_hsds(own, newer)
    assert "0 new, 0 changed" in again.stdout
    assert import_hsds(own, tmp_path / "none.zip").returncode == 1


def test_06_it_goes_out_again_and_codes_of_a_county_are_taken_or_named(own: Server, tmp_path: Path) -> None:
    out, codes = tmp_path / "out.json", tmp_path / "codes.csv"
    assert run(own, "directory", "export", str(out)).returncode == 0
    assert {one["name"] for one in json.loads(out.read_text())["contents"]} >= {"Legal aid", "Open kitchen"}
    codes.write_text("code,name,need\nZ-1,Meals,food\n")
    assert run(own, "directory", "taxonomy", str(codes)).stdout == "1 codes loaded.\n"
    codes.write_text("code,name,need\nZ-1,Meals,zeppelin\n")
    told = run(own, "directory", "taxonomy", str(codes))
    assert (told.returncode, "line 2, need: “zeppelin”" in told.stderr) == (1, True)
