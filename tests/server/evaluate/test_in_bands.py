"""For evaluation figures stand still for four hours: what moved with the clock would tell, looked at twice, when one person called."""

from pathlib import Path

from alongside.evaluate.extract.table import Release
from alongside.ledger.opening import open_ledger
from alongside.server.evaluate.live import Live, happened_at, recorded_at
from alongside.server.site.bands import BAND_HOURS, begin_of_band
from tests.core.town import HOUR, RULES, StraightRoads
from tests.ledger.town_clock import TownClock, call, open_town
from tests.server.running import Person, Server

ZONE = "America/Denver"
BAND = BAND_HOURS * HOUR


def test_a_call_of_now_moves_no_figure_of_an_evaluator(server: Server) -> None:
    evaluator, lead = Person(server, "d-whitehorse"), Person(server, "m-lindqvist")
    for _ in range(2):  # the second time where a band of hours ended between the looks
        before, stood = lead.get("/measures/?period=all&part=1").text, evaluator.get("/measures/?period=all").text
        Person(server, "j-diaz").take_call()
        after = evaluator.get("/measures/?period=all").text
        assert 'id="stands-at"' in after
        assert lead.get("/measures/?period=all&part=1").text != before
        if figures(after) == figures(stood):
            return
    raise AssertionError("what an evaluator sees moved with a call")


def figures(page: str) -> str:
    """The page without what is of this very answer."""
    return page[page.index('id="stands-at"') : page.index("</main>")]


def test_what_happened_is_told_once_its_band_of_hours_is_over(tmp_path: Path) -> None:
    clock = TownClock()
    clock.now = begin_of_band(clock.now, ZONE)
    ledger = open_town(open_ledger(str(tmp_path / "ledger.sqlite"), RULES, StraightRoads(), genesis="demo", clock=clock))
    ledger.record(call("i1"))
    clock.now += BAND - 1
    ledger.record(call("i2"))
    how = Release(b"secret", ZONE, "town", {})
    of_work, in_bands = (Live(ledger.read, clock, how, banded) for banded in (False, True))
    assert (len(of_work.extract().contacts), len(in_bands.extract().contacts)) == (2, 0)
    assert in_bands.now() == clock.now - BAND + 1
    clock.now += 1
    ledger.record(call("i3"))
    assert (len(of_work.extract().contacts), len(in_bands.extract().contacts)) == (3, 2)
    clock.now += BAND
    assert (len(in_bands.extract().contacts), in_bands.now()) == (3, clock.now)
    ledger.record(call("i4"), clock.now - BAND)
    told_late, of_a_demo = (Live(ledger.read, clock, how, True, known) for known in (recorded_at, happened_at))
    assert (len(told_late.extract().contacts), len(of_a_demo.extract().contacts)) == (3, 4), "a demo writes its past in one go"
    ledger.close()
