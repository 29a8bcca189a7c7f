"""The page that asks how true the twin is: who may ask, what it says before, while and after, in both languages."""

import json
import os
import subprocess
import sys

import msgspec

from alongside.server.plan.truth.span import stretch
from alongside.twin.truth.measuring import Beside
from alongside.twin.truth.told import Truth
from tests.server.running import ROOT, Person, Server, until

LEAD = "m-lindqvist"
ASK = """
import json, os, sys
from alongside.server.site.own_sqlite import swap; swap()
os.environ["DJANGO_SETTINGS_MODULE"] = "alongside.server.site.settings"
import django; django.setup()
from zoneinfo import ZoneInfo
import msgspec
from django.template.loader import render_to_string
from django.utils.translation import override
from alongside.server.plan.truth.showing import show
from alongside.server.plan.truth.standing import say_failed, say_took
from alongside.twin.truth.told import Truth
from alongside.twin.whatif.told import Ended
truth = msgspec.json.decode(sys.stdin.buffer.read(), type=Truth)
WHYS = ("few", "died", "no_job", "no_program", "no_ledger", "refused", "unit_name", "what nobody knows")
def say(language, least):
    with override(language):
        told = shown = show(truth, least, ZoneInfo("America/Denver"))
        rows = [[one.id, one.lived, one.interval, one.says] for one in told.get("rows", [])]
        page = render_to_string("plan/truth_answer.html", {"stands": {"state": "done"}, **told})
        kept_back = page.partition('id="kept-back">')[2].partition("<")[0]
        told = {name: told.get(name) for name in ("inside", "reasons")} | {"since": told["since"].isoformat()}
        failed = [say_failed(Ended(how="failed", why=why, told={"why": "by_nobody", "unit": "m12"})) for why in WHYS]
        shown["took"] = say_took(Ended(how="done", seconds=47.2))
        page = render_to_string("plan/truth_answer.html", {"stands": {"state": "done"}, **shown})
        return {**told, "rows": rows, "kept_back": kept_back, "failed": failed, "says_how_long": "47 s" in page}
print(json.dumps([say("en", 0), say("es", 0), say("en", 60), say("en", 11), say("es", 11)]))
"""
NOON, HOUR_MS = 1_763_406_000_000, 3_600_000  # 2025-11-17 12:00 in Salt Lake City
FIGURES = {
    "response_median": Beside(lived=13.44, mean=12.0, low=9.5, high=14.5, runs=20),
    "without_police": Beside(lived=0.7, mean=0.79, low=0.748, high=0.838, runs=20),
    "declined": Beside(lived=0.06, mean=0.08, low=0.02, high=0.14, runs=20),
    "taken_along": Beside(lived=0.8, mean=0.7, low=0.6, high=0.9, runs=20),
}
TRUTH = Truth(
    calls=54, since=1_763_406_000_000, until=1_763_492_400_000, runs=20, of=20, engine="kernel", figures=FIGURES, other_choices=1,
    with_partner=3, staged=11,
    counts={"response_median": (52, 52), "without_police": (36, 52), "declined": (3, 50), "taken_along": (40, 50)},
)  # fmt: skip


def test_01_who_plans_may_ask_and_nobody_else(server: Server) -> None:
    assert [Person(server, who).get("/plan/truth").status_code for who in (LEAD, "d-whitehorse", "j-diaz")] == [200, 200, 403]
    assert Person(server).get("/plan/truth").status_code == 302
    assert Person(server, "j-diaz").form("/plan/truth/ask", days="7").status_code == 403


def test_02_too_few_calls_are_told_with_what_to_do(server: Server) -> None:
    lead = Person(server, LEAD)
    assert "How true is the twin?" in lead.get("/plan").text or "How true is the twin?" in lead.get("/plan/").text
    assert lead.form("/plan/truth/ask", days="99").status_code in (200, 302)
    assert "Nobody has asked yet." in lead.get("/plan/truth").text
    lead.form("/plan/truth/ask", days="1")
    job = json.loads((server.data / "plan" / "truth" / "job.json").read_text())
    assert all(at % HOUR_MS == 0 for at in (job["since"], job["until"])), "a stretch that ends now tells, asked twice, of one call"
    assert until(lambda: (server.data / "plan" / "truth" / "ended.json").exists(), 90)
    ended = json.loads((server.data / "plan" / "truth" / "ended.json").read_text())
    assert ended["how"] in ("failed", "done")  # other stories may have rung more than ten times
    if ended["how"] == "failed":
        assert ended["why"] == "few"
        assert "Fewer than 10 calls rang in this time" in lead.get("/plan/truth").text
        assert "sonaron menos de 10 llamadas" in Person(server, LEAD, "es").get("/plan/truth?part=answer").text


def test_03_life_beside_the_twin_says_which_figure_lies_inside_and_what_the_twin_does_not_know() -> None:
    asked = [sys.executable, "-c", ASK]
    done = subprocess.run(asked, input=msgspec.json.encode(TRUTH), cwd=ROOT, env=os.environ | {"PYTHONPATH": "src"}, stdout=-1, check=True)
    english, spanish, withheld, few, few_spanish = json.loads(done.stdout)
    assert (english["inside"], english["kept_back"]) == (3, "")
    assert english["rows"][0] == ["response_median", "13.4 min", "9.5 min to 14.5 min", "inside: the twin expects such a time"]
    assert english["rows"][1] == ["without_police", "70 %", "75 % to 84 %", "below what the twin expects"]
    assert english["since"] == "2025-11-17T12:00:00"  # by the wall clock of the area
    assert english["reasons"] == [
        "To 1 call another crew than the first recommended was sent; the twin sends the first.",
        "At 11 calls a crew waited for an officer before it went in; the twin goes in at once.",
        "3 people were handed over to the crisis line; the twin sends a crew or a clinician.",
    ]
    assert spanish["rows"][1][3] == "por debajo de lo que espera el gemelo"
    assert withheld["rows"] == []
    assert [one[0] for one in few["rows"]] == ["response_median", "without_police"], "three declined, and ten were not taken along"
    assert few["reasons"] == [english["reasons"][1]]
    assert few["kept_back"] == "2 figures tell of fewer than 11 calls, or of all but fewer, and are not shown to you."
    assert few_spanish["kept_back"].startswith("2 cifras hablan de menos de 11 llamadas")
    assert english["says_how_long"]
    assert spanish["says_how_long"]
    assert "refused by the rules in force (by_nobody)" in english["failed"][5]
    assert english["failed"][-1] == english["failed"][1]
    assert not {*english["failed"]} & {*spanish["failed"]}, "each of them is said in Spanish, too"


def test_04_its_days_end_at_hours_that_do_not_slide_with_the_clock_by_the_wall_clock_of_the_area() -> None:
    zone = "America/Denver"
    asked = [stretch(1, at, zone) for at in (NOON, NOON + 1, NOON + 4 * HOUR_MS - 1)]
    assert asked == [(NOON - 24 * HOUR_MS, NOON)] * 3
    assert stretch(1, NOON - 1, zone) == (NOON - 28 * HOUR_MS, NOON - 4 * HOUR_MS)
    assert stretch(1, NOON + 4 * HOUR_MS, zone)[1] == NOON + 4 * HOUR_MS
    since, until = stretch(28, NOON, zone)  # the clocks went back meanwhile
    assert until - since == (28 * 24 + 1) * HOUR_MS
