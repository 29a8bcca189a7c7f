"""Draws depend on what is asked and on nothing else."""

from statistics import fmean, median

import pytest

from alongside.twin.draw import Dice, at_share

QUANTILES = ((0.05, 2.0), (0.25, 4.0), (0.5, 8.0), (0.75, 13.0), (0.95, 40.0))


def test_1_the_same_counter_gives_the_same_number_in_any_order() -> None:
    forwards = [Dice(7).uniform("call", "level", n) for n in range(50)]
    backwards = [Dice(7).uniform("call", "level", n) for n in reversed(range(50))]
    assert forwards == backwards[::-1]
    assert len(set(forwards)) == 50


def test_2_this_number_is_the_same_on_every_machine() -> None:
    assert Dice(1).name("call:1", "incident") == "5f4d535a8c22fd5d34c2"
    assert int(Dice(1).uniform("hour:490000", "calls") * 2**53) == 17510499058716


def test_3_seed_entity_purpose_and_number_each_change_it() -> None:
    here = Dice(1).uniform("a", "b", 0)
    others = (Dice(2).uniform("a", "b", 0), Dice(1).uniform("x", "b", 0), Dice(1).uniform("a", "x", 0), Dice(1).uniform("a", "b", 1))
    assert here not in others
    assert len(set(others)) == 4


def test_4_an_entity_cannot_be_mistaken_for_a_longer_one() -> None:
    assert Dice(1).uniform("unit:1", "1:drive") != Dice(1).uniform("unit:1:1", "drive")


def test_5_distributions_have_the_means_they_are_asked_for() -> None:
    dice = Dice(3)
    assert fmean(dice.exponential(10, "e", "wait", n) for n in range(4000)) == pytest.approx(10, rel=0.06)
    assert median(dice.lognormal(8, 0.5, "l", "drive", n) for n in range(4000)) == pytest.approx(8, rel=0.06)
    assert fmean(dice.count(2.5, "c", "calls", n) for n in range(4000)) == pytest.approx(2.5, rel=0.06)
    assert dice.count(0, "c", "none") == 0


def test_6_quantiles_come_back_and_never_leave_what_is_known() -> None:
    drawn = sorted(Dice(3).quantile(QUANTILES, "q", "scene", n) for n in range(4000))
    assert drawn[2000] == pytest.approx(8, rel=0.08)
    assert drawn[3000] == pytest.approx(13, rel=0.08)
    assert drawn[0] >= 2.0
    assert drawn[-1] <= 40.0
    assert at_share(QUANTILES, 0.375) == 6.0
    assert at_share(QUANTILES, 0.999) == 40.0


def test_7_names_are_chosen_by_weight_and_one_without_weight_never() -> None:
    drawn = [Dice(5).choose({"often": 3, "seldom": 1, "never": 0}, "c", "which", n) for n in range(4000)]
    assert drawn.count("often") == pytest.approx(3000, rel=0.05)
    assert "never" not in drawn


def test_8_nothing_to_choose_from_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to choose from for which"):
        Dice(5).choose({"never": 0}, "c", "which")
