"""The planning board over HTTP: a plan is an address, a change is another, and what is tried says what differs and how sure that is."""

import csv
import io
import re
from html import unescape

import httpx
import msgspec
import pytest

from alongside.server.plan.board.jobs import MOST_OWN
from alongside.twin.whatif.told import Asked
from tests.server.running import Person, Server, until

LEAD = "m-lindqvist"
SMALL = {"do": "terms", "demand": "50", "weeks": "1", "runs": "2", "same_calls": "1"}
TWO = {"do": "add", "kind": "mobile_crisis", "count": "2", "day": "4", "from": "16", "hours": "8"}
LONGEST_S = 300


class Board:
    """Somebody at the board."""

    def __init__(self, server: Server, staff: str = LEAD, language: str = "en") -> None:
        self.person = Person(server, staff, language)
        self.page = self.follow(self.person.get("/plan/board"))

    def follow(self, response: httpx.Response) -> httpx.Response:
        """The page that a form leads to."""
        while response.is_redirect:
            response = self.person.get(response.headers["location"].partition("#")[0])
        self.page = response
        return response

    @property
    def mark(self) -> str:
        """The plan that is shown."""
        found = re.search(r'data-board="/plan/board/(\w+)"', self.page.text)
        assert found, self.page.text[:2000]
        return found[1]

    @property
    def text(self) -> str:
        return unescape(self.page.text)

    def change(self, **told: str) -> httpx.Response:
        return self.follow(self.person.form(f"/plan/board/{self.mark}/change", **told))

    def send(self, do: str) -> httpx.Response:
        return self.follow(self.person.form(f"/plan/board/{self.mark}/{do}"))

    def sentence(self, text: str = "") -> str:
        found = re.search(r'id="sentence">(.*?)</p>', unescape(text) or self.text)
        assert found
        return found[1]

    def result(self) -> str:
        return unescape(self.person.get(f"/plan/board/{self.mark}?part=result").text)


@pytest.fixture
def board(server: Server) -> Board:
    return Board(server)


@pytest.fixture(scope="module")
def tried(server: Server) -> Board:
    """Two more teams on Friday evening, tried twice for a week with half of the calls."""
    board = Board(server)
    board.change(**SMALL)
    board.change(**TWO)
    board.send("run")
    assert until(lambda: "data-running" not in board.result(), LONGEST_S)
    return board


def test_01_only_those_who_plan_see_it_and_can_have_anything_tried(server: Server, board: Board) -> None:
    mark = board.mark
    for who, code in ((LEAD, 200), ("d-whitehorse", 200), ("e-adeyemi", 200), ("j-diaz", 403), ("b-ferreira", 403), ("r-okafor", 403)):
        person = Person(server, who)
        assert person.get(f"/plan/board/{mark}").status_code == code
        if code == 403:
            sent = [person.form(f"/plan/board/{mark}/{what}", **SMALL).status_code for what in ("change", "run", "stop")]
            assert [*sent, person.get(f"/plan/board/{mark}.csv").status_code, person.get("/plan/board").status_code] == [403] * 5
    assert Person(server).get(f"/plan/board/{mark}").status_code == 302


def test_02_an_address_nobody_made_is_not_found(board: Board) -> None:
    for mark in ("f" * 16, "..%2f..%2fvault.key", "today", board.mark.upper()):
        assert [board.person.get(f"/plan/board/{mark}{part}").status_code for part in ("", ".csv", "?part=result")] == [404] * 3
        assert board.person.form(f"/plan/board/{mark}/run").status_code == 404


def test_03_today_is_there_at_once_and_says_that_nothing_can_differ(board: Board) -> None:
    assert "nothing can differ" in board.text
    assert 'id="try"' not in board.text
    assert board.text.count("data-strip=") == 24
    assert "no call history" not in board.text.lower()


def test_04_every_change_is_another_address_and_undo_leads_back(board: Board) -> None:
    today = board.mark
    board.change(**TWO)
    assert board.mark != today
    assert "Changed: 2 more teams (Mobile crisis team) Fri 16–24." in board.text
    assert board.sentence() == "2 more teams (Mobile crisis team) Fri 16–24; $93,170 a year more."
    assert f'id="undo" href="/plan/board/{today}"' in board.text
    again = Board(board.person.server)
    again.change(**TWO)
    assert again.mark == board.mark  # the same plan by another way, or by somebody else, has the same address
    assert "nothing can differ" in unescape(board.person.get(f"/plan/board/{today}").text)


def test_05_mouse_keys_and_forms_ask_alike(board: Board) -> None:
    board.change(do="move", unit="m14", shift="4", to="m14", **{"from": "106", "hours": "14"})
    assert "M14, Friday 10 to 24" in board.text
    assert board.sentence().startswith(
        "M14 on duty daily 8–20" if "daily" in board.sentence() else "M14 on duty Mon, Tue, Wed, Thu, Sat, Sun 8–20, Fri 10–24"
    )
    board.change(do="drop", unit="m14", shift="4")
    assert "Fri 10–24" not in board.sentence()
    board.change(do="hours", unit="m14", group="0", day="5", **{"from": "9:30", "hours": "4"})
    assert "M14 on duty Sat 9:30–13:30" in board.sentence()
    board.change(do="take_off", unit="m14")
    assert "1 team fewer (Mobile crisis team) daily 8–20" in board.sentence()
    board.change(do="again")
    assert "nothing can differ" in board.text


@pytest.mark.parametrize(
    ("told", "word"),
    [
        ({"do": "terms", "demand": "300", "weeks": "4", "runs": "30"}, "from 50 to 150 %"),
        ({"do": "terms", "demand": "many", "weeks": "4", "runs": "30"}, "from 50 to 150 %"),
        ({"do": "terms", "demand": "100", "weeks": "4", "runs": "1"}, "one time alone says nothing of chance"),
        ({"do": "terms", "demand": "100", "weeks": "99", "runs": "2"}, "from 1 to 26 weeks"),
        ({**TWO, "count": "99"}, "from 1 to 20 teams"),
        ({**TWO, "kind": "flying_doctor"}, "no such team to copy"),
        ({**TWO, "post": "999"}, "not in this world"),
        ({**TWO, "hours": "40"}, "from ½ to 24 hours"),
        ({**TWO, "from": "25"}, "full or half hour"),
        ({**TWO, "day": "9"}, "at least one day"),
        ({"do": "move", "unit": "m14", "shift": "0", "to": "m14", "from": "30", "hours": "8"}, "M14 would be on duty twice"),
        ({"do": "move", "unit": "m14", "shift": "0", "to": "m12", "from": "8", "hours": "8"}, "M12 is on duty around the clock already"),
        ({"do": "drop", "unit": "nobody", "shift": "0"}, "is not on this board"),
        ({"do": "program", "program": "../../etc"}, "cannot be tried here"),
        ({"do": "cost", "wage_officer": "-3"}, "Officer must be a number from 0 to 500"),
        ({"do": "cost", "benefits": "nan"}, "must be a number from 1 to 5"),
        ({"do": "explode"}, "does not know that change"),
    ],
)
def test_06_what_cannot_be_is_told_in_a_sentence_and_changes_nothing(board: Board, told: dict[str, str], word: str) -> None:
    before = board.mark
    page = board.change(**told)
    assert page.status_code == 400
    assert word in board.text
    assert board.mark == before


def test_07_another_program_and_what_teams_cost(board: Board) -> None:
    board.change(do="program", program="pert")
    assert "program: Psychiatric emergency response teams" in board.sentence()
    assert "not in this program" in board.text  # mobile teams have no place in it
    board.change(do="program", program="pert", roster="own")
    assert board.text.count("data-strip=") == 12
    board.change(do="again")
    board.change(**TWO)
    board.change(do="cost", wage_clinician="66")
    assert "usually 33" in board.text
    assert board.sentence().endswith("$146,067 a year more.")


def test_08_two_more_teams_are_tried_and_the_difference_has_an_interval(tried: Board) -> None:
    result = tried.result()
    assert re.fullmatch(
        r"2 more teams \(Mobile crisis team\) Fri 16–24, 50 % of today's calls, for both: .+ [\d.,]+ "
        r"(→ [\d.,]+ .+, 95 % between [−+]?[\d.,]+ and [−+]?[\d.,]+(: this may be chance)?|min in both: no difference); "
        r"\$93,170 a year more\.",
        tried.sentence(result),
    )
    assert "2 of 2 runs with each roster" in result
    for id in (
        "response_median",
        "response_p90",
        "without_police",
        "unmet",
        "police_hours",
        "referred_for_want_of_a_place",
        "calls",
        "cost",
    ):
        assert f'id="figure-{id}"' in result, id
    assert result.count('class="spread"') == 1
    assert "Lived by" in result


def test_09_the_numbers_to_keep_are_those_of_the_page(tried: Board) -> None:
    told = tried.person.get(f"/plan/board/{tried.mark}.csv")
    assert told.headers["content-type"].startswith("text/csv")
    rows = {(row[0], row[1]): row[2:] for row in csv.reader(io.StringIO(told.text))}
    before, after, mean, low, high, pairs = rows["figure", "response_median"]
    assert float(low) <= float(mean) <= float(high)
    assert float(after) - float(before) == pytest.approx(float(mean), abs=1e-4)
    assert pairs == "2"
    assert rows["figure", "calls"][:3] == [rows["figure", "calls"][0]] * 2 + ["0"]  # the same calls in both
    assert sum(int(row[0]) for (part, _), row in rows.items() if part == "unmet_hours") == sum(
        int(row[0]) for (part, _), row in rows.items() if part == "unmet_places"
    )
    assert rows["roster", "new-1"][:2] == ["mobile_crisis", "112+8"]


def test_10_asked_again_by_anybody_it_is_known_at_once(tried: Board, server: Server) -> None:
    other = Board(server, "e-adeyemi")
    other.follow(other.person.get(f"/plan/board/{tried.mark}"))
    assert other.sentence() == tried.sentence(tried.result())
    other.send("run")
    assert "data-running" not in other.text
    assert 'id="try"' not in other.text


def test_11_a_figure_of_cost_changes_the_cost_and_nothing_is_lived_again(tried: Board) -> None:
    again = Board(tried.person.server)
    again.follow(again.person.get(f"/plan/board/{tried.mark}"))
    again.change(do="cost", vehicle="0")
    assert again.mark != tried.mark
    assert re.search("95 % between|no difference", again.sentence())
    assert again.sentence().partition("; $")[0] == tried.sentence(tried.result()).partition("; $")[0]
    assert "$93,170" not in again.sentence()


def test_12_what_takes_long_says_so_before_and_can_be_stopped_and_gone_on_with(board: Board) -> None:
    board.change(do="terms", demand="150", weeks="26", runs="200", same_calls="1")
    board.change(**TWO)
    assert re.search(r"200 times with each roster, weeks each time: 26. Takes about \d+ (minute|hour)s?", board.text)
    for do in ("run", "stop"):  # where the form leads, Undo is still there
        action = re.search(rf'action="(/plan/board/{board.mark}/{do}[^"]*)"', board.text)
        assert action
        board.follow(board.person.form(action[1]))
        assert 'id="undo"' in board.text
    assert until(lambda: "data-running" not in board.result(), 20)
    assert "Stopped before it was done" in board.result()
    assert "Go on" in board.result()


def test_13_in_spanish(server: Server, tried: Board) -> None:
    reader = Board(server, LEAD, "es")
    reader.follow(reader.person.get(f"/plan/board/{tried.mark}"))
    assert re.match(
        r"2 equipos más \(.+\) .*16–24, 50 % de las llamadas de hoy, para ambos: .+(95 % entre|ninguna diferencia)", reader.sentence()
    )
    assert re.search(r"\$93.170 más al año", reader.sentence())
    assert "Cuánto espera la gente" in reader.text
    reader.change(**TWO, post="999")
    assert "Ese puesto no está en este mundo" in reader.text


def test_14_whose_plans_wait_already_is_told_so_in_both_languages(server: Server, board: Board) -> None:
    queue = server.data / "plan" / "queue"
    queue.mkdir(parents=True, exist_ok=True)
    waiting = [queue / f"{at:016x}.json" for at in range(MOST_OWN + 3)]  # more: the server takes one after the other off meanwhile
    for path in waiting:
        path.write_bytes(msgspec.json.encode(Asked(at=1, by=LEAD)))
    board.change(**TWO)
    goal = "/plan/optimise/prove?crew=mobile_crisis&share=80&within=30&shift=10&posts=6&weeks=1&runs=3"
    try:
        assert board.send("run").status_code == 400
        assert f"{MOST_OWN} of your plans wait to be tried already." in board.text
        assert "data-running" not in board.result()
        reader = Person(server, LEAD, "es")
        assert "planes suyos esperando" in unescape(reader.form(f"/plan/board/{board.mark}/run").text)
        found = reader.form(goal)
        assert found.status_code in (302, 400)  # 302: the formulas still reckon, and nothing is asked
    finally:
        for path in waiting:
            path.unlink(missing_ok=True)


def test_15_need_that_was_not_met_is_drawn_where_it_was(server: Server, tried: Board) -> None:
    result = tried.result()
    drawing = re.search(r'<svg class="place-map" viewBox="0 0 640 (\d+)".*?</svg>', result, re.DOTALL)
    assert drawing
    assert len(drawing[0].encode()) < 150_000
    assert "style=" not in drawing[0]
    assert [len(path) > 5_000 for path in re.findall(r'<path class="(?:major|middle)" d="(M[^"]+)"', drawing[0])] == [True, True]
    assert "OpenStreetMap contributors" in result
    rows = re.findall(r'<tr><th scope="row">([^<]+)</th><td class="number">([\d.]+)</td><td class="number">([\d.]+)</td></tr>', result)
    told = re.findall(r"<title>([^<]+) · Today ([\d.]+) · This plan ([\d.]+)</title>", drawing[0])
    assert told == rows  # every circle stands in the table, and every row is drawn
    most = max(float(one[at]) for one in told for at in (1, 2))
    for kind, side in (("beside", 1), ("plan", 2)):  # areas are as the numbers
        circles = re.findall(rf'<circle class="{kind}-need" cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', drawing[0])
        assert all(0 <= float(x) <= 640 and 0 <= float(y) <= int(drawing[1]) for x, y, _ in circles)
        shares = [float(one[side]) / most for one in told if float(one[side])]
        assert [(float(r) / 30) ** 2 for *_, r in circles] == pytest.approx(shares, abs=0.02)
    reader = Person(server, LEAD, "es").get(f"/plan/board/{tried.mark}")
    assert "Anillo: Hoy. Relleno: este plan." in unescape(reader.text)
    assert 'aria-label="Mapa de la necesidad no atendida, por lugar"' in reader.text
