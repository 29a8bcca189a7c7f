"""What was asked to be tried stands in folders: first come first, asked once, stopped, gone on with, and never forgotten by a restart."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from alongside.library import load_program
from alongside.server.plan.board.jobs import MOST_OWN, MOST_TRIED, MOST_WAITING, Jobs
from alongside.server.plan.board.limit import LEAST_S, limit_s
from alongside.server.plan.board.living import Living
from alongside.twin.planning.roster import PlannedUnit
from alongside.twin.planning.world import DURATIONS, WEEK_HOURS, CallKind, PlanningWorld
from alongside.twin.whatif import plan
from alongside.twin.whatif.__main__ import live
from alongside.twin.whatif.moves import CannotBe
from alongside.twin.whatif.plan import BoardPlan, Plans
from alongside.twin.whatif.told import ENDED, FOUND, JOB, STOP, Ended, Found, Job, Progress, Side, Speed, read, write

WORLD = PlanningWorld(
    name="small", source="a story", east_ms=0, places=((40_700_000, -111_900_000),), weekly=(0.1,) * WEEK_HOURS, where=((1.0,),) * 4,
    kinds=(CallKind(name="any", weight=1.0),), bands=(0,) * WEEK_HOURS, drives=(((0,),),),
    durations=dict.fromkeys(DURATIONS, (60_000,) * 5),
)  # fmt: skip
SIDES = (Side(name="today", program="tailored", rules="r", units=()), Side(name="plan", program="tailored", rules="r", units=()))
ONE = Job(area="salt-lake-city", world=WORLD, start=1_763_362_800_000, weeks=1, runs=2, sides=SIDES)
OTHER = replace(ONE, runs=3)


@pytest.fixture
def jobs(tmp_path: Path) -> Jobs:
    return Jobs(tmp_path)


def test_01_first_come_first_and_the_same_question_is_asked_once(jobs: Jobs) -> None:
    first, second = jobs.ask(ONE, "m-lindqvist"), jobs.ask(OTHER, "e-adeyemi")
    assert jobs.ask(ONE, "e-adeyemi") == first
    assert jobs.waiting() == [first, second]
    assert [(one.state, one.ahead) for one in map(jobs.standing, (first, second))] == [("running", 0), ("waiting", 1)]


def test_02_another_process_finds_what_was_asked(jobs: Jobs, tmp_path: Path) -> None:
    mark = jobs.ask(ONE, "m-lindqvist")
    assert Jobs(tmp_path).waiting() == [mark]
    assert read(tmp_path / "tried" / mark, JOB, Job) == ONE


def test_03_what_was_stopped_is_known_and_can_be_gone_on_with(jobs: Jobs) -> None:
    mark = jobs.ask(ONE, "m-lindqvist")
    jobs.stop(mark)
    assert (jobs.folder / mark / STOP).exists()
    jobs.end(mark, "stopped")
    assert (jobs.standing(mark).state, jobs.waiting()) == ("stopped", [])
    jobs.ask(ONE, "m-lindqvist")
    assert jobs.standing(mark).state == "running"
    assert not (jobs.folder / mark / STOP).exists()


def test_04_what_is_done_is_not_asked_again_and_what_failed_is(jobs: Jobs) -> None:
    mark, other = jobs.ask(ONE, "m-lindqvist"), jobs.ask(OTHER, "m-lindqvist")
    write(jobs.folder / mark, ENDED, Ended(how="done"))
    jobs.end(mark, "failed", "died")  # its own word counts
    jobs.end(other, "failed", "died")
    assert (jobs.standing(mark).state, jobs.standing(other).why) == ("done", "died")
    jobs.ask(ONE, "m-lindqvist")
    jobs.ask(OTHER, "m-lindqvist")
    assert jobs.waiting() == [other]


def test_05_nobody_stops_or_reads_beside_the_folder(jobs: Jobs, tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    jobs.stop("../../secret")
    assert not (tmp_path / "secret" / STOP).exists()
    assert jobs.standing("f" * 16).state == ""
    mark = jobs.ask(ONE, "m-lindqvist")
    (jobs.folder / mark / FOUND).write_text('{"pairs": "many"}')
    assert jobs.standing(mark).found is None


def test_06_a_program_that_is_no_longer_what_it_was_fails_with_its_reason_and_leaves_the_queue(jobs: Jobs) -> None:
    mark = jobs.ask(ONE, "m-lindqvist")  # its rules are none that any program has
    Living(jobs).work()
    assert (jobs.standing(mark).state, jobs.standing(mark).why, jobs.waiting()) == ("failed", "changed", [])


def test_07_when_the_server_ends_what_is_asked_stays_asked(jobs: Jobs) -> None:
    mark = jobs.ask(ONE, "m-lindqvist")
    living = Living(jobs)
    living.halt()
    living.work()
    assert jobs.waiting() == [mark]
    assert read(jobs.folder / mark, ENDED, Ended) is None


def test_08_how_far_it_is_is_what_its_process_wrote(jobs: Jobs) -> None:
    mark = jobs.ask(ONE, "m-lindqvist")
    write(jobs.folder / mark, "progress.json", Progress(done=1, of=4, seconds=2.0))
    write(
        jobs.folder / mark,
        FOUND,
        Found(pairs=1, runs=2, engine="core", weeks=1, compared={}, responses={}, unmet_hours={}, unmet_places={}),
    )
    standing = jobs.standing(mark)
    assert standing.progress is not None
    assert standing.found
    assert (standing.progress.done, standing.found.engine) == (1, "core")


def test_09_nobody_fills_the_queue_alone_and_all_together_no_further_than_its_end(jobs: Jobs) -> None:
    asked = [replace(ONE, start=at) for at in range(MOST_WAITING + 1)]
    for one in asked[:MOST_OWN]:
        jobs.ask(one, "m-lindqvist")
    with pytest.raises(CannotBe, match="own_full"):
        jobs.ask(asked[MOST_OWN], "m-lindqvist")
    jobs.ask(asked[0], "m-lindqvist")  # which waits already
    for at, one in enumerate(asked[MOST_OWN:MOST_WAITING]):
        jobs.ask(one, f"somebody-{at}")
    with pytest.raises(CannotBe, match="queue_full"):
        jobs.ask(asked[-1], "e-adeyemi")
    assert len(jobs.waiting()) == MOST_WAITING
    assert not (jobs.folder / asked[-1].mark()).exists()


def test_10_what_was_tried_longest_ago_makes_room_and_never_what_waits(jobs: Jobs) -> None:
    waits = jobs.ask(ONE, "m-lindqvist")
    marks = []
    for at in range(MOST_TRIED):
        marks.append(jobs.ask(replace(ONE, start=at), "e-adeyemi"))
        jobs.end(marks[-1], "stopped")
    assert len(list(jobs.folder.iterdir())) == MOST_TRIED
    assert jobs.standing(marks[0]).state == ""
    assert jobs.standing(marks[-1]).state == "stopped"
    assert jobs.waiting() == [waits]


def test_11_a_folder_that_somebody_cleared_does_not_keep_the_others_waiting(jobs: Jobs) -> None:
    mark = jobs.ask(ONE, "m-lindqvist")
    for path in (jobs.folder / mark).glob("*.json"):
        path.unlink()
    (jobs.folder / mark / "parts").rmdir()
    (jobs.folder / mark).rmdir()
    Living(jobs).work()
    assert (jobs.standing(mark).state, jobs.waiting()) == ("failed", [])


def test_12_plans_are_kept_as_long_as_there_is_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "MOST_PLANS", 2)
    plans = Plans(tmp_path / "plans")
    for at in range(2):
        assert plans.has_room()
        plans.keep(BoardPlan(program="tailored", rules="r", world="w", start=at))
    assert not plans.has_room()


def test_13_what_takes_many_times_as_long_as_expected_is_ended_kept_and_gone_on_with(jobs: Jobs) -> None:
    late, other = jobs.ask(ONE, "m-lindqvist"), jobs.ask(OTHER, "e-adeyemi")
    (jobs.folder / late / "parts" / "lived.parquet").write_bytes(b"lived already")
    Living(jobs, longest=lambda _job, _folder: 0.0).work()  # no process of its own has even begun by then
    stands = jobs.standing(late)
    assert (stands.state, stands.why, dict(stands.told), jobs.waiting()) == ("stopped", "too_long", {"seconds": "0"}, [other])
    assert (jobs.folder / late / "parts" / "lived.parquet").exists()
    jobs.ask(ONE, "m-lindqvist")
    assert (jobs.standing(late).why, jobs.waiting()) == ("", [other, late])


def test_14_the_limit_grows_with_what_is_asked_and_on_a_slower_machine(tmp_path: Path) -> None:
    small, large = limit_s(ONE, tmp_path), limit_s(replace(ONE, runs=200, weeks=26), tmp_path)
    assert LEAST_S < small < large
    for ms, least in ((0.1, large), (20.0, 3 * large)):  # a measured machine is never given less than an unmeasured one
        write(tmp_path, "speed.json", Speed(ms_a_call={"core": ms}))
        assert limit_s(replace(ONE, runs=200, weeks=26), tmp_path) >= least


def test_15_a_roster_that_cannot_be_sent_is_told_by_its_code(jobs: Jobs) -> None:
    rules = load_program("tailored", "salt-lake-city").rules.hash
    nobody = PlannedUnit(name="m12", crew_kind="no_such_crew", post=0, members=(("p-1", "clinician", ("en",)),))
    mark = jobs.ask(replace(ONE, sides=tuple(replace(one, rules=rules, units=(nobody,)) for one in SIDES)), "m-lindqvist")
    ended = live(jobs.folder / mark)
    assert (ended.how, ended.why, dict(ended.told)) == ("failed", "unit_crew", {"unit": "m12", "crew": "no_such_crew"})
