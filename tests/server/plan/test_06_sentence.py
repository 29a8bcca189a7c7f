"""The one sentence tells the median response, or else the first figure that clearly differs in what is printed."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.server.running import ROOT

# Django is asked in a process of its own: what stands between the plan and its cost, of each case; counts are of two weeks.
ASK = """
import json, os, sys
from alongside.server.site.own_sqlite import swap; swap()
os.environ["DJANGO_SETTINGS_MODULE"] = "alongside.server.site.settings"
import django; django.setup()
from django.utils.translation import override
from alongside.server.plan.board.results import list_rows
from alongside.server.plan.board.sentence import say_answer
from alongside.twin.whatif.told import Compared, Found
def say(language, figures):
    told = {"plan": {id: Compared(**one) for id, one in figures.items()}}
    found = Found(pairs=8, runs=8, engine="core", weeks=2, compared=told, responses={}, unmet_hours={}, unmet_places={})
    with override(language):
        sentence = say_answer("Two more", [], found, "plan", 100).removeprefix("Two more: ").rpartition("; ")[0]
        return sentence, {one.id: str(one.verdict) for one in list_rows(found, "plan")}
print(json.dumps([say(*case) for case in json.load(sys.stdin)]))
"""


def of(before: float, after: float, half: float, *, among_all: bool = True) -> dict[str, Any]:
    """With an interval that is so wide to either side."""
    mean = after - before
    judged = {"is_clear": abs(mean) > half, "is_clear_among_all": abs(mean) > half and among_all}
    return {"before": before, "after": after, "mean": mean, "low": mean - half, "high": mean + half, "pairs": 8, **judged}


CLEAR, SAME, CHANCE, EQUAL = of(31, 22, 2), of(14.21, 14.19, 0.01), of(14.2, 14.6, 0.9), of(14.2, 14.2, 0)
UNMET, HOURS, CALLS = of(219.8, 208.0, 0.7), of(80, 60, 1), of(100, 200, 1)
TOLD = "need not met 109.9 → 104.0 calls a week, 95 % between −6.3 and −5.6"
BY_CHANCE = "median response 14.2 → 14.6 min, 95 % between −0.5 and +1.3: this may be chance"
MANY_LEFT = "a plan that leaves many to nobody says so beside what looks better"
CASES: dict[str, tuple[str, dict[str, Any], str]] = {
    "the median comes first where it clearly differs": (
        "en", {"response_median": CLEAR, "unmet": UNMET}, "median response 31.0 → 22.0 min, 95 % between −11.0 and −7.0",
    ),
    "what differs and is not seen gives way": ("en", {"response_median": SAME, "unmet": UNMET}, TOLD),
    "what may be chance gives way": ("en", {"response_median": CHANCE, "unmet": UNMET}, TOLD),
    "what does not differ gives way": ("en", {"response_median": EQUAL, "unmet": UNMET}, TOLD),
    "to the first of the table": ("en", {"response_median": SAME, "police_hours": HOURS, "unmet": UNMET}, TOLD),
    "a share is told in percent": (
        "en", {"response_median": SAME, "without_police": of(0.601, 0.622, 0.004)},
        "without police 60.1 → 62.2 % of the calls a crew came to, 95 % between +1.7 and +2.5",
    ),
    "both ends are as exact as the smaller needs": (
        "en", {"response_median": SAME, "response_p90": of(22.0144, 21.9227, 0.0326)},
        "9 of 10 responses within 22.0 → 21.9 min, 95 % between −0.12 and −0.06",
    ),
    "not to chance": ("en", {"response_median": CHANCE, "unmet": of(219.8, 208.0, 20)}, BY_CHANCE),
    "nor to what is clear alone and not among all": (
        "en", {"response_median": CHANCE, "unmet": of(219.8, 208, 9, among_all=False)}, BY_CHANCE,
    ),
    "nor to what is not seen either": ("en", {"response_median": CHANCE, "unmet": of(219.80, 219.79, 0.001)}, BY_CHANCE),
    "nor to how many rang": ("en", {"response_median": CHANCE, "calls": CALLS}, BY_CHANCE),
    MANY_LEFT: (
        "en", {"response_median": CLEAR, "never_sent": of(20, 60, 4), "calls": of(800, 800, 0)},
        "median response 31.0 → 22.0 min, 95 % between −11.0 and −7.0; "
        "nobody sent to 10.0 → 30.0 calls a week, 95 % between +18.0 and +22.0",
    ),
    "and alone where nobody is reached": (
        "en", {"unmet": UNMET, "never_sent": of(20, 800, 4), "calls": of(800, 800, 0)},
        "nobody sent to 10.0 → 400.0 calls a week, 95 % between +388.0 and +392.0",
    ),
    "not for a call or two": (
        "en", {"response_median": CLEAR, "never_sent": of(20, 24, 1), "calls": of(800, 800, 0)},
        "median response 31.0 → 22.0 min, 95 % between −11.0 and −7.0",
    ),
    "in Spanish": (
        "es", {"response_median": SAME, "unmet": UNMET},
        "necesidad no atendida 109,9 → 104,0 llamadas por semana, 95 % entre −6,3 y −5,6",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, dict[str, str]]]:
    """Every case by its name."""
    data: Path = tmp_path_factory.mktemp("sentence")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "ALONGSIDE_DATA": str(data)}
    cases = json.dumps([(language, figures) for language, figures, _ in CASES.values()])
    told = subprocess.run([sys.executable, "-c", ASK], input=cases, env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
    return dict(zip(CASES, json.loads(told.stdout.splitlines()[-1]), strict=True))


@pytest.mark.parametrize("case", CASES)
def test_01_the_sentence(said: dict[str, tuple[str, dict[str, str]]], case: str) -> None:
    assert said[case][0] == CASES[case][2]


def test_02_nothing_is_better_of_the_calls_that_are_left_over(said: dict[str, tuple[str, dict[str, str]]]) -> None:
    assert said[MANY_LEFT][1] == {"response_median": "of fewer calls", "never_sent": "worse", "calls": "the same"}
    assert said["and alone where nobody is reached"][1] == {"unmet": "of fewer calls", "never_sent": "worse", "calls": "the same"}
    assert said["not for a call or two"][1]["response_median"] == "better"
