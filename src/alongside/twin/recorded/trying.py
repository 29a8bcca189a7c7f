"""A recorded ledger's calls under the deployment's own plan and under another one."""

import os
from pathlib import Path
from typing import Any

from alongside.library import load_program
from alongside.roads import open_area
from alongside.twin.recorded.compare import AS_IT_IS, WHAT_IF, Ask, differences, run_both
from alongside.twin.recorded.files import read_policy, read_roster
from alongside.twin.recorded.lived import must_have_rung, read_recorded
from alongside.twin.recorded.reading import read_calls
from alongside.twin.today.keeping import open_today
from alongside.twin.world.numbers import load_world


def try_recorded(ledger: str, program: str, policy: str | None, roster: str | None, runs: int) -> dict[str, Any]:
    """What the record says of how many calls, which engine ran, and the difference of each figure.

    Raises ``Mistake``, ``FileNotFoundError``, ``LedgerRefused``, ``NothingRecorded``, ``CannotAsk``, ``CannotRead``.
    """
    calls = must_have_rung(read_calls(ledger))
    profile, data = load_program(program), Path(os.environ.get("ALONGSIDE_DATA", "var"))
    world = open_today(data / "plan" / "worlds", profile, open_area(profile.area, data / "roads"), load_world(), calls[0].at)
    recorded, units = read_recorded(calls, world, profile.rules), read_roster(program, profile, world)
    rules = read_policy(policy, profile) if policy else profile.rules
    other = Ask(WHAT_IF, rules, read_roster(roster, profile, world) if roster else units)
    told = run_both(recorded, (Ask(AS_IT_IS, profile.rules, units), other), range(1, runs + 1))
    engines = ", ".join(sorted(told["engine"].unique()))
    return {"recorded": recorded.known, "runs": runs, "engine": engines, "differences": differences(told)}
