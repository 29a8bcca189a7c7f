"""The live feed: every fact once, in order, exactly from where a reader stopped, also after a restart."""

import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.server.running import Frame, Person, listen, running

TAKEN = ("CallTaken", "EpisodeOpened")


def assert_no_gap(frames: list[Frame], after: int) -> None:
    for frame in frames:
        assert frame.data["from"] == after
        assert len(frame.data["facts"]) == frame.id - after
        after = frame.id


def test_01_a_reader_hears_of_every_fact_once(call_taker: Person, dispatcher: Person) -> None:
    start = dispatcher.board()["position"]
    incidents = [call_taker.take_call() for _ in range(5)]
    frames = listen(dispatcher, start, dispatcher.board()["position"])
    assert_no_gap(frames, start)
    kinds = [kind for frame in frames for kind in frame.data["facts"]]  # a clock of an earlier story may be among them
    assert [kind for kind in kinds if kind in TAKEN] == [*TAKEN] * 5
    assert {id for frame in frames for id in frame.data["touched"]} >= set(incidents)


def test_02_resuming_anywhere_ends_in_the_board_as_it_is(call_taker: Person, dispatcher: Person) -> None:
    start = dispatcher.board()
    for _ in range(4):
        incident = call_taker.take_call()
        call_taker.ask("SetLevel", incident=incident, level=3, reason="told")
    end = dispatcher.board()
    for after in range(start["position"], end["position"], 3):
        rows: dict[str, object] = dict(start["incidents"])
        for frame in listen(dispatcher, after, end["position"]):
            rows |= frame.data["incidents"]
        assert {id: rows[id] for id in frame.data["touched"]} == {id: end["incidents"][id] for id in frame.data["touched"]}


def test_03_positions_go_on_after_a_restart_as_if_nothing_had_been(tmp_path: Path) -> None:
    with running(tmp_path, "--quiet") as server:
        taker, desk = Person(server, "j-diaz"), Person(server, "r-okafor")
        start = desk.board()["position"]
        first = taker.take_call()
        heard = listen(desk, start, start + 2)
        second = taker.take_call()
        before = desk.board()
        server.restart()
        frames = listen(desk, heard[-1].id, before["position"])
        assert_no_gap(frames, heard[-1].id)
        assert [kind for frame in frames for kind in frame.data["facts"]] == ["CallTaken", "EpisodeOpened"]
        assert frames[-1].data["touched"] == [second]
        after = desk.board()
        assert (after["position"], after["epoch"]) == (before["position"], before["epoch"])
        assert after["incidents"][first] == before["incidents"][first]


def test_04_a_position_that_never_was_is_reset(dispatcher: Person) -> None:
    frames = listen(dispatcher, 10_000_000, 10_000_001)
    assert [frame.event for frame in frames] == ["reset"]


def test_05_a_crew_hears_of_its_own_calls_only(server: object, call_taker: Person, dispatcher: Person) -> None:
    crew = Person(call_taker.server, "p-lowe")
    seen = crew.board()
    other = call_taker.take_call()
    assert other not in crew.board()["incidents"]
    assert set(seen["units"]) == {"m12"}
    mine = call_taker.take_call()
    assert dispatcher.ask("AssignUnit", incident=mine, unit="m12", also=True)[0] == 200  # whatever other stories left it with
    frames = listen(crew, seen["position"], seen["position"] + 1)
    assert mine in frames[-1].data["incidents"]
    assert other not in crew.board()["incidents"]


def test_06_words_never_travel_in_the_stream(call_taker: Person, dispatcher: Person) -> None:
    start = dispatcher.board()["position"]
    call_taker.take_call(texts={"summary": "canary-7319", "place": "canary-7320"})
    assert "canary" not in str([frame.data for frame in listen(dispatcher, start, start + 2)])
    assert "canary" not in str(dispatcher.board())


def test_07_words_are_read_through_the_vault_by_those_who_may(call_taker: Person, nobody: Person) -> None:
    incident = call_taker.take_call(texts={"summary": "pacing", "place": "9th and 9th", "call_back": "555 0100"})
    assert call_taker.post("/words", {"incidents": [incident]}).json() == {incident: {"summary": "pacing", "place": "9th and 9th"}}
    assert nobody.post("/words", {"incidents": [incident]}).status_code == 401
    evaluator = Person(call_taker.server, "d-whitehorse")
    assert evaluator.post("/words", {"incidents": [incident]}).status_code == 403
    crew = Person(call_taker.server, "x-romero")
    assert crew.post("/words", {"incidents": [incident]}).json() == {}


def test_08_a_reader_that_stopped_reading_keeps_nobody_waiting(call_taker: Person, dispatcher: Person) -> None:
    start = dispatcher.board()["position"]
    cookie = "; ".join(f"{one.name}={one.value}" for one in dispatcher.client.cookies.jar)
    with socket.socket() as stalled:
        stalled.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2_048)
        stalled.connect(("127.0.0.1", dispatcher.server.port))
        stalled.sendall(f"GET /stream/board?after=0 HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n".encode())
        assert stalled.recv(12) == b"HTTP/1.1 200"
        for _ in range(40):
            call_taker.take_call()
        assert_no_gap(listen(dispatcher, start, start + 80), start)


def test_09_many_readers_at_many_places_each_hear_the_rest_once(call_taker: Person, dispatcher: Person) -> None:
    start = dispatcher.board()["position"]
    with ThreadPoolExecutor(12) as pool:
        early = [pool.submit(listen, dispatcher, start, start + 20) for _ in range(6)]
        for _ in range(5):
            call_taker.take_call()
        late = [pool.submit(listen, dispatcher, start + at, start + 20) for at in range(6)]
        for _ in range(5):
            call_taker.take_call()
        for at, heard in [*((0, one) for one in early), *enumerate(late)]:
            frames = heard.result()
            assert_no_gap(frames, start + at)
            assert sum(len(frame.data["facts"]) for frame in frames) == frames[-1].id - start - at
