"""What the description of the machine interface allows, from every role: no fault of the server, no answer it does not describe."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from alongside.core.sharing.access import MAY_SEE, ROLES
from tests.server.running import ROOT, Server, running

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
EVERYDAY, DEEP = 300, 2_500
REGISTER = """
import json
from alongside.server.people.cli import start_django; start_django()
from alongside.server.people.machines import add_machine
print(json.dumps({role: add_machine(f"m-{role}", "M", role) for role in %r}))
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, dict[str, str]]]:
    """A server of its own, and a token of every role."""
    with running(tmp_path_factory.mktemp("api"), "--quiet") as server:
        command = [sys.executable, "-c", REGISTER % sorted(ROLES)]
        told = subprocess.run(command, env=server.environment, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        yield server, {"nobody": "", **requests.models.complexjson.loads(told.splitlines()[-1])}


def cases(server: Server) -> some.SearchStrategy[Any]:
    """A case of any operation."""
    schema = schemathesis.openapi.from_dict(requests.get(f"{server.url}/api/openapi.json", timeout=60).json())
    return some.one_of([one.ok().as_strategy() for one in schema.get_all_operations()])


def try_all(server: Server, tokens: dict[str, str], count: int) -> Counter[tuple[str, int]]:
    """So many cases, each checked; how often each role got each status."""
    told: Counter[tuple[str, int]] = Counter()
    quiet = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]

    @settings(max_examples=count, deadline=None, suppress_health_check=quiet, phases=[Phase.generate])
    @given(role=some.sampled_from(sorted(tokens)), case=cases(server))
    def run(role: str, case: Any) -> None:
        answer = case.call(base_url=server.url, headers={"Authorization": f"Bearer {tokens[role]}"})
        case.validate_response(answer, checks=CHECKS)
        told[role, answer.status_code] += 1
        if case.method == "GET" and role != "nobody":
            sees = role == "system" or role in MAY_SEE["console"]
            assert (answer.status_code == 403) is not sees, (role, case.path, answer.status_code)

    run()
    return told


def test_01_three_hundred_cases(asked: tuple[Server, dict[str, str]]) -> None:
    told = try_all(*asked, EVERYDAY)
    assert {200, 401, 403, 422} <= {status for _, status in told}
    assert len({role for role, _ in told}) > 20
    assert "Traceback" not in asked[0].log.read_text()


@pytest.mark.deep
def test_02_two_thousand_five_hundred_cases(asked: tuple[Server, dict[str, str]]) -> None:
    told = try_all(*asked, DEEP)
    assert {role for role, _ in told} == {"nobody", *ROLES}
    assert "Traceback" not in asked[0].log.read_text()
