"""Two nodes, one ledger: whoever asks either, both tell the same, once, in order; one of them may die."""

import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from secrets import token_hex

import httpx
import pytest

from tests.server.running import ROOT, Frame, Person, Server, listen
from tests.server.site.test_02_stream import assert_no_gap


@pytest.fixture(scope="module")
def elsewhere(second: Server) -> Person:
    """M. Lindqvist at the second node."""
    return Person(second, "m-lindqvist")


@pytest.fixture(autouse=True)
def both_are_up(server: Server, second: Server) -> Iterator[None]:
    """One red story stays one."""
    yield
    for node in (server, second):
        if node.process.poll() is not None:
            node.start()


def also_at(person: Person, other: Server) -> Person:
    """The same browser, led to the other node by whatever stands in front."""
    same = Person(other)
    same.client.cookies = person.client.cookies
    return same


def hear(reader: Person, start: int, until: int) -> list[Frame]:
    """Everything from a position on. A node that has not caught up with it begins anew, so the reader waits until it has."""
    end = time.monotonic() + 30
    while reader.board()["position"] < start and time.monotonic() < end:
        time.sleep(0.05)
    frames = listen(reader, start, until, seconds=30)
    assert_no_gap(frames, start)
    return frames


def kinds_of(frames: list[Frame]) -> list[str]:
    return [kind for frame in frames for kind in frame.data["facts"]]


def test_01_written_in_turn_heard_on_both(call_taker: Person, dispatcher: Person, elsewhere: Person) -> None:
    start = dispatcher.board()["position"]
    with ThreadPoolExecutor(2) as pool:
        waiting = [pool.submit(hear, reader, start, start + 20) for reader in (dispatcher, elsewhere)]
        taken = [(call_taker, elsewhere)[at % 2].take_call() for at in range(10)]
        here, there = (one.result() for one in waiting)
    assert kinds_of(here) == kinds_of(there) == ["CallTaken", "EpisodeOpened"] * 10
    for frames in (here, there):
        assert {id for frame in frames for id in frame.data["touched"]} == set(taken)
    assert dispatcher.board()["incidents"].keys() == elsewhere.board()["incidents"].keys()
    numbers = [dispatcher.board()["incidents"][id]["number"] for id in taken]
    assert len(set(numbers)) == 10


def test_02_a_reader_goes_on_at_the_other_node_where_it_stopped(call_taker: Person, dispatcher: Person, second: Server) -> None:
    start = dispatcher.board()["position"]
    call_taker.take_call()
    heard = hear(dispatcher, start, start + 2)
    call_taker.take_call()
    assert kinds_of(hear(also_at(dispatcher, second), heard[-1].id, start + 4)) == ["CallTaken", "EpisodeOpened"]


def test_03_one_unit_asked_for_at_both_goes_once(call_taker: Person, dispatcher: Person, elsewhere: Person) -> None:
    first, other = call_taker.take_call(), call_taker.take_call()
    hear(elsewhere, 0, dispatcher.board()["position"])
    with ThreadPoolExecutor(2) as pool:
        asked = [pool.submit(one.ask, "AssignUnit", incident=id, unit="p45") for one, id in ((dispatcher, first), (elsewhere, other))]
        (won, granted), (lost, refused) = sorted((one.result() for one in asked), key=lambda answer: answer[0])
    assert (won, lost, refused.get("code")) == (200, 409, "unit_taken")
    assert dispatcher.ask(**granted["undo"])[0] == 200


def test_04_one_request_sent_to_both_lands_once(server: Server, elsewhere: Person, second: Server) -> None:
    lead = also_at(elsewhere, server)
    body = {"id": token_hex(12), "origin": "call_911", "texts": {"summary": "pacing"}}
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda one: one.ask("TakeCall", **body), (lead, elsewhere) * 4))
    assert answers == [answers[0]] * 8
    assert answers[0][0] == 200
    status, other = elsewhere.ask("TakeCall", **{**body, "texts": {"summary": "another"}})
    assert (status, other["code"]) == (422, "request_reused")


def test_05_words_said_at_one_are_read_at_the_other(call_taker: Person, dispatcher: Person, elsewhere: Person) -> None:
    words = {"summary": "sits on the steps", "place": "by the fountain"}
    incident = call_taker.take_call(texts=words)
    hear(elsewhere, dispatcher.board()["position"] - 1, dispatcher.board()["position"])
    assert elsewhere.post("/words", {"incidents": [incident]}).json() == {incident: words}


def test_06_a_session_is_known_at_both_and_ends_at_both(server: Server, second: Server) -> None:
    person = Person(server, "s-petrov")
    same = also_at(person, second)
    assert [one.get("/board.json").status_code for one in (person, same)] == [200, 200]
    staff(second, "disable", "s-petrov")
    end = time.monotonic() + 20
    while [one.get("/board.json").status_code for one in (person, same)] != [401, 401]:
        assert time.monotonic() < end, "a disabled account is still let in"
        time.sleep(0.1)
    staff(server, "enable", "s-petrov")


def staff(node: Server, *words: str) -> None:
    command = [sys.executable, "-m", "alongside", "staff", *words]
    subprocess.run(command, env=node.environment, cwd=ROOT, capture_output=True, text=True, check=True)


def test_07_both_say_that_they_are_well(server: Server, second: Server) -> None:
    looks = [httpx.get(f"{node.url}/health").json() for node in (server, second)]
    assert [one["well"] for one in looks] == [True, True]
    assert looks[0]["epoch"] == looks[1]["epoch"]


def test_08_kill_9_of_one_node_under_load_loses_nothing(server: Server, second: Server, dispatcher: Person, elsewhere: Person) -> None:
    here, there = [also_at(elsewhere, server) for _ in range(2)], [also_at(elsewhere, second) for _ in range(2)]
    start = dispatcher.board()["position"]
    with ThreadPoolExecutor(4) as pool:
        waiting = [pool.submit(take_until_it_dies, one, most) for ones, most in ((here, 15), (there, 1_000)) for one in ones]
        listen(dispatcher, start, start + 30, seconds=30)
        second.kill()
        taken = [one.result() for one in waiting]
    assert [len(one) for one in taken[:2]] == [15, 15]
    assert all(taken[2:])
    board = dispatcher.board()
    assert [id for one in taken for id in one if id not in board["incidents"]] == []
    after = dispatcher.take_call()
    second.start()
    frames = hear(elsewhere, start, board["position"] + 2)
    told = kinds_of(frames)  # and timers of calls that other stories took
    assert told.count("CallTaken") == told.count("EpisodeOpened") > sum(len(one) for one in taken)
    assert elsewhere.board()["incidents"][after] == dispatcher.board()["incidents"][after]


def take_until_it_dies(person: Person, most: int) -> list[str]:
    taken: list[str] = []
    while len(taken) < most:
        try:
            taken.append(person.take_call())
        except httpx.HTTPError:
            break
    return taken


def test_09_the_chain_holds_after_all_of_it(server: Server) -> None:
    command = [sys.executable, "-m", "alongside", "ledger", "verify"]
    told = subprocess.run(command, env=server.environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    assert told.stdout.startswith("Whole: "), told.stdout
