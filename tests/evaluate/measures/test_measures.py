"""Measures: told from the same facts as everything else, released through sharing, each with what it does not know."""

from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import AttemptOutcome, Disposition, Level, PoliceRole
from alongside.core.dispatch import requests as d
from alongside.core.field import requests as f
from alongside.core.follow_up import requests as u
from alongside.core.handoff import requests as h
from alongside.core.intake import requests as i
from alongside.core.sharing.release import RELEASED, release
from alongside.evaluate.extract.fold import Extract
from alongside.evaluate.extract.table import SCHEMA, Release, table
from alongside.evaluate.measures.count import count_all, withhold_small
from alongside.evaluate.measures.definitions import list_definitions, load_definitions, read_definitions
from alongside.evaluate.measures.interval import quantile, wilson
from alongside.evaluate.measures.measure import Measure
from alongside.library.programs.program import MEASURES
from alongside.library.reading import Mistake, read_yaml
from tests.core.story import START, Story
from tests.core.town import DAY, MINUTE

HOW = Release(b"s" * 32, "America/Denver", "town", {"haven": "receiving", "general": "emergency"})


def measured(story: Story, *ids: str, suppress_small: bool = False) -> list[Measure]:
    """Measures over everything the story's facts say."""
    extract = Extract()
    for fact in story.facts:
        extract.take(fact)
    rows = table(extract, HOW, START - DAY, START + 40 * DAY, story.now)
    return list(count_all(rows, list_definitions(ids), suppress_small))


def met(story: Story, incident: str, unit: str, level: Level = Level.URGENT) -> None:
    """A call answered four minutes after the first ring by a crew that is with the person."""
    story.call(incident)
    story.wait(MINUTE)
    story.when(i.SetLevel, "desk-calls", incident=incident, level=level, reason="judgement")
    story.when(d.AssignUnit, "desk-dispatch", assignment=f"{incident}-a", incident=incident, unit=unit)
    story.when(d.ReportStatus, unit, assignment=f"{incident}-a", status=A.ACKNOWLEDGED)
    story.when(d.ReportStatus, unit, assignment=f"{incident}-a", status=A.ENROUTE)
    story.wait(3 * MINUTE)
    story.when(d.ReportStatus, unit, assignment=f"{incident}-a", status=A.ON_SCENE)
    story.when(d.ReportStatus, unit, assignment=f"{incident}-a", status=A.WITH_PERSON)


def resolve(story: Story, incident: str, unit: str, disposition: Disposition, minutes: int = 20, **fields: object) -> None:
    """So many minutes later the crew clears with this outcome."""
    story.wait(minutes * MINUTE)
    follow_ups = (f"{incident}-f",)
    story.when(f.RecordDisposition, unit, episode=f"{incident}-p1", disposition=disposition, follow_ups=follow_ups, **fields)
    story.when(d.ReportStatus, unit, assignment=f"{incident}-a", status=A.CLEARED)


def test_a_call_that_was_met_and_resolved_moves_the_measures() -> None:
    story = Story().staff()
    met(story, "i1", "M12")
    resolve(story, "i1", "M12", Disposition.RESOLVED_ON_SCENE)
    times = ("response_from_first_ring", "response_from_determination", "on_scene_time")
    contacts, ring, determined, scene, community, police = measured(story, "contacts", *times, "resolved_in_community", "police_present")
    assert contacts.value == 1
    assert (ring.value, determined.value, scene.value) == (4 * MINUTE, 3 * MINUTE, 20 * MINUTE)
    assert (community.value, police.value) == (1.0, 0.0)


def test_an_officer_on_scene_counts_as_police_present_and_an_arrest_with_charges_as_both() -> None:
    story = Story().staff()
    met(story, "i1", "P31")
    resolve(story, "i1", "P31", Disposition.ARRESTED, agency="jail", details=("charges", "force_used"))
    arrests, charges, force, police, community = measured(story, "arrests", "charges", "force", "police_present", "resolved_in_community")
    assert [one.value for one in (arrests, charges, force, police, community)] == [1.0, 1.0, 1.0, 1.0, 0.0]


def test_police_said_to_be_present_count_and_police_staged_unseen_do_not() -> None:
    story = Story().staff()
    for incident, unit, role in (("i1", "M12", PoliceRole.STAGED), ("i2", "M12", PoliceRole.PRESENT)):
        met(story, incident, unit)
        story.when(f.SetPoliceRole, "desk-dispatch", incident=incident, role=role, asked_by="crew", reason="violence")
        story.when(f.SetPoliceRole, "desk-dispatch", incident=incident, role=PoliceRole.RELEASED, asked_by="crew", reason="safe_now")
        resolve(story, incident, unit, Disposition.REFERRED)
    [police] = measured(story, "police_present")
    assert (police.value, police.denominator) == (0.5, 2)


def test_a_person_whose_outcome_is_not_known_yet_is_missing_not_zero() -> None:
    story = Story().staff()
    met(story, "i1", "M12")
    [community] = measured(story, "resolved_in_community")
    assert (community.value, community.denominator, community.missing) == (None, 0, 1)


def test_follow_up_counts_once_it_is_due_and_kept_in_time() -> None:
    story = Story().staff()
    for incident, unit in (("i1", "M12"), ("i2", "C204")):
        met(story, incident, unit)
        resolve(story, incident, unit, Disposition.RESOLVED_ON_SCENE)
    [before] = measured(story, "follow_up_kept")
    assert (before.denominator, before.missing) == (0, 2)
    story.when(u.TakeFollowUp, "desk-follow-up", episode="i1-p1", position="desk-follow-up")
    story.when(u.AttemptFollowUp, "desk-follow-up", follow_up="i1-f", outcome=AttemptOutcome.SEEN)
    story.wait(DAY)
    [after] = measured(story, "follow_up_kept")
    assert (after.numerator, after.denominator, after.missing) == (1, 2, 0)


def test_drop_off_is_timed_from_the_door() -> None:
    story = Story().staff()
    met(story, "i1", "M12")
    story.when(f.RecordDisposition, "M12", episode="i1-p1", disposition=Disposition.TRANSPORTED_VAN, follow_ups=("f1",))
    story.when(i.RuleOutRedFlags, "M12", incident="i1", when="before_departure")
    story.when(d.ReportStatus, "M12", assignment="i1-a", status=A.TRANSPORTING, place="haven")
    story.when(d.ReportStatus, "M12", assignment="i1-a", status=A.AT_PLACE)
    story.wait(6 * MINUTE)
    story.when(h.HandOver, "M12", episode="i1-p1", facility="haven", service="chair", received_by="nurse")
    drop_off, hospital = measured(story, "drop_off_time", "not_hospitalised")
    assert (drop_off.value, hospital.value) == (6 * MINUTE, 1.0)


def test_the_right_team_not_free_is_counted() -> None:
    story = Story().staff()
    story.when(d.GoOutOfService, "M12", unit="M12", reason="vehicle")
    met(story, "i1", "C204")
    [unmet] = measured(story, "unmet_need")
    assert (unmet.numerator, unmet.denominator) == (1, 1)


def test_small_cells_are_withheld_from_evaluators() -> None:
    story = Story().staff()
    met(story, "i1", "M12")
    resolve(story, "i1", "M12", Disposition.RESOLVED_ON_SCENE)
    [community] = measured(story, "resolved_in_community", suppress_small=True)
    assert community.suppressed
    assert community.value is None
    assert community.denominator == 0


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ((29, 12, 11), (29, 12, 11)),
        ((29, 12, 3), (29, None, None)),  # one alone would be the rest
        ((29, 2, 2, 1), (None, None, None, None)),  # five together are few, too
        ((40, 20, 8, 3), (40, 20, None, None)),
        ((40, 20, 5, 3), (40, None, None, None)),
        ((4,), (None,)),
        ((), ()),
    ],
)
def test_a_count_by_something_gives_no_small_cell_away(counts: tuple[int, ...], shown: tuple[int | None, ...]) -> None:
    parts = tuple((f"origin-{place}", count) for place, count in enumerate(counts))
    assert tuple(count for _name, count in withhold_small(parts)) == shown


def test_counts_by_something_are_whole_to_the_program_and_without_small_cells_to_evaluators() -> None:
    rows = pl.DataFrame({"origin": ["call_911"] * 30 + ["officer"] * 2})
    told = [count_all(rows, list_definitions(["contacts_by_origin"]), few)[0].parts for few in (False, True)]
    assert told == [(("call_911", 30), ("officer", 2)), (("call_911", None), ("officer", None))]


def test_whole_counts_by_something_are_withheld_from_evaluators_alone() -> None:
    story = Story().staff()
    met(story, "i1", "M12")
    [origins] = measured(story, "contacts_by_origin")
    assert [count for _name, count in origins.parts] == [1]
    [few] = measured(story, "contacts_by_origin", suppress_small=True)
    assert (few.suppressed, few.parts) == (True, ())


def test_nothing_leaves_that_is_not_in_the_release_table() -> None:
    assert set(SCHEMA) == set(RELEASED)
    assert release({"place": "900 W 400 S", "incident": "i1", "on_scene_ms": 61_234, "hour_band": 13}) == {
        "on_scene_ms": 61_000,
        "hour_band": 12,
    }


def test_pseudonyms_change_with_the_month_and_cannot_be_told_without_the_secret() -> None:
    january, february = 1_736_000_000_000, 1_739_000_000_000
    assert HOW.pseudonym("e1", january) == HOW.pseudonym("e1", january + 1)
    other = Release(b"t" * 32, HOW.zone, "town", {})
    assert len({HOW.pseudonym("e1", january), HOW.pseudonym("e1", february), other.pseudonym("e1", january)}) == 3


def test_no_id_place_or_exact_time_is_in_the_released_rows() -> None:
    story = Story().staff()
    met(story, "i1", "M12")
    extract = Extract()
    for fact in story.facts:
        extract.take(fact)
    text = table(extract, HOW, START - DAY, START + DAY, story.now).write_csv()
    assert "i1" not in text
    assert str(START) not in text


def test_every_measure_a_program_may_name_is_defined() -> None:
    assert set(load_definitions()) >= MEASURES


def test_a_mistake_in_a_definition_names_file_line_and_field(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "- id: x\n  kind: guess\n  of: all\n  column: contact\n"
        + "".join(f"  {w}: {{en: a, es: b}}\n" for w in ("label", "numerator", "denominator", "missing"))
    )
    with pytest.raises(Mistake) as mistake:
        read_definitions(read_yaml(path))
    assert (mistake.value.line, mistake.value.field) == (2, "0.kind")


def test_wilson_matches_published_bounds() -> None:
    interval = wilson(9, 10)
    assert interval is not None
    assert (round(interval.low, 4), round(interval.high, 4)) == (0.5958, 0.9821)


@given(st.lists(st.integers(0, 10**9), min_size=1))
def test_the_median_is_what_polars_says(values: list[int]) -> None:
    assert quantile(sorted(values), 0.5) == pytest.approx(pl.Series(values).quantile(0.5, "linear"))
