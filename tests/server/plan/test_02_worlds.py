"""The page of worlds over HTTP, and `alongside twin fit`: what each rests on, what is refused, both languages."""

from collections.abc import Iterator

import pytest

from alongside.cli import find_command
from alongside.server.plan.worlds.cli import main
from alongside.twin.planning.world import read_world
from tests.server.plan.invented import invented_histories
from tests.server.running import Person, Server

LEAD = "m-lindqvist"


@pytest.fixture(scope="module")
def with_histories(server: Server) -> Iterator[Server]:
    """Five weeks with all their times, and one row; gone again afterwards."""
    with invented_histories(server, {"five-weeks": (36, 12), "one-row": (1, 1)}):
        yield server


@pytest.fixture
def here(with_histories: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The command line works in this server's data folder."""
    monkeypatch.setenv("ALONGSIDE_DATA", str(with_histories.data))
    return with_histories


def test_01_only_those_who_plan_see_worlds_and_a_name_that_is_none_is_not_found(server: Server) -> None:
    assert [Person(server, who).get("/plan/world").status_code for who in (LEAD, "d-whitehorse", "e-adeyemi")] == [200] * 3
    assert [Person(server, who).get("/plan/world").status_code for who in ("j-diaz", "b-ferreira", "l-moreau")] == [403] * 3
    assert Person(server).get("/plan/world").status_code == 302
    for name in ("nowhere", "../../vault", "today.json", "%00"):
        assert Person(server, LEAD).get(f"/plan/world?world={name}").status_code == 404


def test_02_before_any_import_there_is_the_world_of_today_and_its_figures_name_their_sources(server: Server) -> None:
    told = Person(server, LEAD).get("/plan/world").text
    assert told.count("<rect") == 168
    assert "60.0 calls a day from 40 places" in told
    assert all(
        source in told for source in ("mobile crisis teams", "An assumption of ours", "This area&#x27;s roads", "what programs publish"[5:])
    )


def test_03_an_imported_history_is_a_world_at_once(with_histories: Server) -> None:
    lead = Person(with_histories, LEAD)
    assert '<option value="five-weeks"' in lead.get("/plan/world").text
    assert "/plan/world?world=five-weeks" in lead.get("/plan/program?history=five-weeks").text
    told = lead.get("/plan/world?world=five-weeks").text
    assert "<strong>144</strong> of 432 calls" in told
    assert "4.0 calls a day" in told
    assert "it was no better than last week&#x27;s counts" in told  # each of its weeks repeats the last
    assert "the history has no coordinates" in told
    assert 'class="seen' in told
    kept = with_histories.data / "plan" / "worlds" / "fitted" / "five-weeks.json"
    assert sum(read_world(kept).weekly) / 7 == pytest.approx(4, abs=0.1)
    written = kept.stat().st_mtime_ns
    assert "<strong>144</strong> of 432 calls" in lead.get("/plan/world?world=five-weeks").text
    assert kept.stat().st_mtime_ns == written


def test_04_to_an_evaluator_no_single_hour_says_its_count(with_histories: Server) -> None:
    told = Person(with_histories, "d-whitehorse").get("/plan/world?world=five-weeks").text
    assert 'class="seen' not in told
    assert 'class="mean"' in told
    assert "&lt;11 calls are too few" in Person(with_histories, "d-whitehorse").get("/plan/world?world=one-row").text
    assert "1 calls are too few" in Person(with_histories, LEAD).get("/plan/world?world=one-row").text


def test_05_a_history_nothing_can_be_fitted_to_says_why(with_histories: Server) -> None:
    told = Person(with_histories, LEAD).get("/plan/world?world=one-row")
    assert told.status_code == 200
    assert "at least 30 are needed" in told.text


def test_06_both_languages(with_histories: Server) -> None:
    reader = Person(with_histories, LEAD, "es")
    assert "Las calles de esta zona" in reader.get("/plan/world").text
    told = reader.get("/plan/world?world=five-weeks").text
    assert "Con qué acierto se ajusta" in told
    assert "4,0 llamadas al día" in told
    assert "hacen falta al menos 30" in reader.get("/plan/world?world=one-row").text


def test_07_the_command_fits_under_a_name_of_its_own_and_the_page_lists_it(here: Server, capsys: pytest.CaptureFixture[str]) -> None:
    assert find_command(["twin", "fit", "five-weeks"]) is not None
    assert main(["five-weeks", "--all", "--out", "everything"]) == 0
    said = capsys.readouterr().out
    assert "432 of 432 calls" in said
    assert "this deployment’s own: no history says it" in said
    assert "<strong>432</strong> of 432 calls" in Person(here, LEAD).get("/plan/world?world=everything").text
    for path in (here.data / "plan" / "worlds" / "fitted").glob("everything.*"):
        path.unlink()
    assert Person(here, LEAD).get("/plan/world?world=everything").status_code == 404


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere",), "alongside import cad"),
        (("one-row",), "at least 30 are needed"),
        (("five-weeks", "--out", "../outside"), "choose another"),
        (("five-weeks", "--until", "2026-01-05"), "no call with a time"),
    ],
)
def test_08_what_cannot_be_fitted_is_refused_in_a_sentence(
    here: Server, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 1
    assert said in capsys.readouterr().err
