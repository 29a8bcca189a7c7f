"""The planning pages over HTTP: who may see them, what the address decides, what bad input is told, and both languages."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.plan.invented import invented_histories
from tests.server.running import Person, Server

PAGES = ("/plan/", "/plan/need", "/plan/forecast", "/plan/program")
LEAD = "m-lindqvist"


@pytest.fixture(scope="module")
def with_histories(server: Server) -> Iterator[Server]:
    """Four weeks, and one row; gone again afterwards."""
    with invented_histories(server, {"four-weeks": (29, 12), "one-row": (1, 1)}):
        yield server


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("path", PAGES)
def test_01_only_those_who_plan_see_the_pages(server: Server, path: str) -> None:
    assert [Person(server, who).get(path).status_code for who in (LEAD, "d-whitehorse", "e-adeyemi")] == [200] * 3
    assert [Person(server, who).get(path).status_code for who in ("j-diaz", "b-ferreira", "l-moreau")] == [403] * 3
    assert Person(server).get(path).status_code == 302


def test_02_before_the_first_import_the_pages_say_how_to_import(server: Server) -> None:
    lead = Person(server, LEAD)
    for path in PAGES[2:]:
        assert "alongside import cad" in lead.get(path).text
        assert lead.get(f"{path}.csv").status_code == 404
        assert lead.get(f"{path}?history=../../etc").status_code == 404


def test_03_the_address_is_the_scenario(server: Server) -> None:
    lead = Person(server, LEAD)
    assert "<strong>11</strong>" in lead.get("/plan/need").text
    half = lead.get("/plan/need?population=500000&occupancy=90.5")
    assert "<strong>6</strong>" in half.text
    assert "?population=500000&amp;occupancy=90.5" in half.text
    rows = {row[1]: row for row in table(lead.get("/plan/need.csv?population=500000").text)}
    assert float(rows["in_person"][3]) == 1150
    assert rows["population"][5:] == ["yours", ""]
    assert rows["first_mobile"][5] == "seen"


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        ("population=many", "a number from 1 to 100,000,000"),
        ("occupancy=0", "a number from 1 to 100"),
        ("facility_days=nan", "a number from 0.01 to 60"),
        ("bed_days=1e999", "a number from 0.01 to 60"),
        ("first_mobile=60", "add up to 128.0 %"),
    ],
)
def test_04_a_figure_that_cannot_be_is_told_beside_itself(server: Server, asked: str, word: str) -> None:
    lead = Person(server, LEAD)
    for path in ("/plan/need", "/plan/need.csv"):
        told = lead.get(f"{path}?{asked}")
        assert told.status_code == 400
        assert word in told.text
        assert 'aria-invalid="true"' in told.text
        assert 'id="needed"' not in told.text


def test_05_both_languages(with_histories: Server) -> None:
    words = {
        "/plan/": "Historiales de llamadas importados", "/plan/need": "Calculadora de necesidad",
        "/plan/need?occupancy=0": "Debe ser un número de 1 a 100", "/plan/forecast?history=four-weeks": "Aprendido de",
        "/plan/program?history=four-weeks": "Un equipo sin policía", "/plan/program?history=one-row": "Importe uno más largo",
    }  # fmt: skip
    reader = Person(with_histories, LEAD, "es")
    for path, word in words.items():
        assert word in reader.get(path).text, path


def test_06_two_weeks_by_the_hour_with_the_score_of_the_past(with_histories: Server) -> None:
    lead = Person(with_histories, LEAD)
    page = lead.get("/plan/forecast?history=four-weeks&kind=all").text
    assert page.count("<rect") == 336
    assert "1 forecast made" in page
    rows = table(lead.get("/plan/forecast.csv?history=four-weeks&kind=all").text)
    assert len(rows) == 337
    assert rows[1][0] == "2026-02-03T00:00"
    assert all(float(row[2]) <= float(row[5]) <= float(row[8]) for row in rows[1:])


def test_07_one_row_is_told_what_it_lacks(with_histories: Server) -> None:
    lead = Person(with_histories, LEAD)
    assert "at least 14 are needed to tell weekdays apart. Import a longer one" in lead.get("/plan/forecast?history=one-row").text
    assert "Import a longer one" in lead.get("/plan/forecast.csv?history=one-row").text
    assert "This history spans 1 day; less than a week" in lead.get("/plan/program?history=one-row").text
    assert "tells nothing of a year" in lead.get("/plan/program.csv?history=one-row").text


def test_08_what_a_program_would_face(with_histories: Server) -> None:
    lead = Person(with_histories, LEAD)
    page = lead.get("/plan/program?history=four-weeks").text
    assert "<strong>116</strong> of 348 calls" in page
    assert "<strong>45 minutes</strong>" in page
    rows = {(row[0], row[1]): row[2:] for row in table(lead.get("/plan/program.csv?history=four-weeks").text)}
    middle, low, high = (int(value) for value in rows["year", "behavioral_health_calls"])
    assert low < middle < high
    assert rows["tailored", "without_police"] != rows["pert", "without_police"] == ["0", "0", "0"]
    assert ("zone", "'=B1") in rows  # no spreadsheet takes it for a formula


def test_09_an_evaluator_sees_no_figure_of_fewer_than_eleven(with_histories: Server) -> None:
    lead, evaluator = (
        table(Person(with_histories, who).get("/plan/program.csv?history=four-weeks").text) for who in (LEAD, "d-whitehorse")
    )
    assert {row[2] for row in evaluator if row[0] == "hour"} <= {"0", "<11", *map(str, range(11, 200))}
    assert any(row[0] == "hour" and row[2] not in ("0", "<11") for row in lead)


def test_10_a_folder_that_is_no_import_is_no_history(with_histories: Server, tmp_path: Path) -> None:
    half = with_histories.data / "history" / "half"
    half.mkdir()
    (half / "report.json").write_text('{"mapping": "x"}')
    try:
        assert Person(with_histories, LEAD).get("/plan/program?history=half").status_code == 404
        assert "four-weeks" in Person(with_histories, LEAD).get("/plan/").text
    finally:
        (half / "report.json").unlink()
        half.rmdir()
