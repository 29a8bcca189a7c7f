"""What planning rests on may be gone or damaged: a page says what, where and what to do, in both languages, and never falls over."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from string import Formatter

import pytest
from msgspec.structs import replace

from alongside.server.site.catalogue import read_po
from alongside.twin.planning.wrong import SENTENCES
from alongside.twin.whatif.plan import BoardPlan, Plans
from alongside.twin.whatif.told import ENDED, Ended, write
from tests.server.plan.invented import found_for, invented_histories
from tests.server.running import ROOT, Person, Server, running

LEAD = "m-lindqvist"
SPANISH = ROOT / "src/alongside/server/locale/es/LC_MESSAGES/plan_wrong.po"


@pytest.fixture(scope="module")
def lead(server: Server) -> Person:
    return Person(server, LEAD)


@pytest.fixture(scope="module")
def today(server: Server, lead: Person) -> BoardPlan:
    """As the board begins with it."""
    mark = lead.get("/plan/board").headers["location"].rpartition("/")[2]
    found = Plans(server.data / "plan" / "plans").find(mark)
    assert found
    return found


def kept(server: Server, plan: BoardPlan) -> Iterator[str]:
    mark = Plans(server.data / "plan" / "plans").keep(plan)
    yield f"/plan/board/{mark}"
    (server.data / "plan" / "plans" / f"{mark}.json").unlink()


@pytest.fixture(scope="module")
def of_gone_program(server: Server, today: BoardPlan) -> Iterator[str]:
    yield from kept(server, replace(today, program="night-riders"))


@pytest.fixture(scope="module")
def of_broken_world(server: Server, today: BoardPlan) -> Iterator[str]:
    """Its world is on the disk, and half of it is zeros since a disk ran full."""
    path = server.data / "plan" / "worlds" / "by-content" / f"{'ab' * 8}.json"
    path.write_bytes((path.parent / f"{today.world}.json").read_bytes()[:1000] + b"\0" * 1000)
    yield from kept(server, replace(today, world="ab" * 8))
    path.unlink()


def said(person: Person, path: str, status: int) -> str:
    found = person.get(path)
    assert found.status_code == status, (path, found.status_code)
    return unescape(found.text)


@pytest.mark.parametrize("part", ["", "?part=result", ".csv", "/run", "/stop", "/change"])
def test_01_a_plan_whose_program_an_upgrade_took_away_says_so(lead: Person, of_gone_program: str, part: str) -> None:
    page = said(lead, f"{of_gone_program}{part}", 410)
    assert "Its program “night-riders” is not here any more" in page
    assert 'href="/plan/board"' in page
    assert lead.form(f"{of_gone_program}{part}", do="again").status_code == 410


def test_02_a_plan_whose_world_is_damaged_says_so_and_opens_again_when_it_is_back(lead: Person, of_broken_world: str) -> None:
    page = said(lead, of_broken_world, 410)
    assert re.search(r"Its world cannot be read: this is not a planning world \(.+\); fit it again", page)


def test_03_in_spanish(server: Server, of_gone_program: str, of_broken_world: str) -> None:
    reader = Person(server, LEAD, "es")
    assert "Su programa «night-riders» ya no está aquí" in said(reader, of_gone_program, 410)
    assert "Su mundo no se puede leer: esto no es un mundo de planificación" in said(reader, of_broken_world, 410)
    assert "Empezar desde hoy" in said(reader, of_gone_program, 410)


@pytest.fixture(scope="module")
def damaged(server: Server) -> Iterator[Path]:
    """A world somebody fitted under a name of its own, whose file is damaged; and a history whose table is no table any more."""
    folder = server.data / "plan" / "worlds" / "fitted"
    with invented_histories(server, {"five-weeks": (36, 12)}):
        assert Person(server, LEAD).get("/plan/world?world=five-weeks").status_code == 200
        for ending in (".json", ".measured"):
            (folder / f"by-hand{ending}").write_bytes((folder / f"five-weeks{ending}").read_bytes())
        (folder / "by-hand.json").write_text('{"name": "by-hand"')
        (server.data / "history" / "five-weeks" / "calls.parquet").write_bytes(b"PAR1" + b"\0" * 5_000)
        yield folder
    for path in (*folder.glob("by-hand.*"), *folder.glob("five-weeks.*")):
        path.unlink()


def test_04_a_damaged_world_says_so_wherever_it_is_chosen(server: Server, lead: Person, damaged: Path) -> None:
    page = said(lead, "/plan/world?world=by-hand", 200)
    assert "The world “by-hand” cannot be used: this is not a planning world" in page
    board = lead.get("/plan/board").headers["location"]
    refused = lead.form(f"{board}/change", do="world", world="by-hand")
    assert refused.status_code == 400
    assert "That world is not here, is damaged," in unescape(refused.text)
    assert "El mundo «by-hand» no se puede usar" in said(Person(server, LEAD, "es"), "/plan/world?world=by-hand", 200)


@pytest.mark.parametrize("path", ["world?world=", "program?history=", "forecast?history=", "program.csv?history=", "forecast.csv?history="])
def test_05_a_history_whose_table_is_damaged_says_so(server: Server, damaged: Path, lead: Person, path: str) -> None:
    page = said(lead, f"/plan/{path}five-weeks", 200)
    assert "he calls of the history five-weeks cannot be read; import it again" in page
    assert "no se pueden leer; impórtelo de nuevo" in said(Person(server, LEAD, "es"), f"/plan/{path}five-weeks", 200)
    assert said(lead, "/plan/", 200)


def test_06_whatever_can_be_wrong_with_a_world_or_a_roster_is_said_in_spanish_with_the_same_figures() -> None:
    spanish = read_po(SPANISH)
    for code, sentence in SENTENCES.items():
        told = spanish.get(sentence, "")
        assert told not in ("", sentence), code
        named = [sorted(name for _, name, _, _ in Formatter().parse(text) if name) for text in (sentence, told)]
        assert named[0] == named[1], code


def test_07_a_run_that_was_ended_says_why_in_both_languages_and_goes_on(server: Server, lead: Person, today: BoardPlan) -> None:
    board = lead.form(f"/plan/board/{today.mark()}/change", do="take_off", unit="m12").headers["location"].partition("?")[0]
    folder, spanish = found_for(server, lead, board), Person(server, LEAD, "es")
    write(folder, ENDED, Ended(how="stopped", why="too_long", told={"seconds": "3600"}))
    page = said(lead, board, 200)
    assert "It was not done after about 60 minutes, many times what was expected" in page
    assert "Go on" in page
    assert "cerca de 60 minutos" in said(spanish, board, 200)
    write(folder, ENDED, Ended(how="failed", why="unit_place", told={"unit": "m14"}))
    assert "This could not be tried: m14 waits off the map; choose one of the places of this world" in said(lead, board, 200)
    assert "m14 espera fuera del mapa; elija uno" in said(spanish, board, 200)


BEGIN_IN_IT = ("/plan/board", "/plan/optimise", "/plan/optimise/board")


def test_08_where_the_world_a_server_was_started_in_is_lost_every_page_that_begins_in_it_says_so(
    server: Server, today: BoardPlan, tmp_path: Path
) -> None:
    world, answer = tmp_path / "plan/worlds/fitted/springs.json", tmp_path / "plan/truth/truth.json"
    for path in (world, answer):
        path.parent.mkdir(parents=True)
    whole = (server.data / "plan" / "worlds" / "by-content" / f"{today.world}.json").read_bytes()
    world.write_bytes(whole)
    answer.write_text("{}")
    with running(tmp_path, "--quiet", "--world", "springs") as own:
        lead, spanish = Person(own, LEAD), Person(own, LEAD, "es")
        assert lead.get("/plan/board").status_code == 302
        world.write_bytes(whole[:1000] + b"\0" * 1000)
        for path in BEGIN_IN_IT:
            page = said(lead, path, 410)
            assert re.search(r"started in the world “springs”, and now this is not a planning world \(.+\); fit it again", page), path
            assert str(tmp_path) not in page
        world.unlink()
        asked = lead.form("/plan/truth/ask", days="7")
        assert asked.status_code == 410
        assert "and now there is no such world; give a file" in unescape(asked.text)
        assert answer.exists(), "the answer before is not thrown away for a question that cannot be put"
        assert "se inició en el mundo «springs», y ahora no hay tal mundo" in unescape(spanish.form("/plan/truth/ask", days="7").text)
        assert said(lead, "/plan/truth", 200)
        world.write_bytes(whole)
        assert lead.form("/plan/truth/ask", days="7").status_code == 302
