"""What a roster costs in a year: hours on duty, the people aboard, the vehicle. No call is needed for it."""

from collections.abc import Collection, Iterable, Mapping

from alongside.twin.planning.roster import PlannedUnit
from alongside.twin.whatif.hours import hours_a_week

WEEKS_A_YEAR = 365.25 / 7


def cost_a_year(units: Iterable[PlannedUnit], figures: Mapping[str, float], remote: Collection[str]) -> float:
    """``figures``: ``wage_<role>`` an hour, ``benefits`` and ``relief`` as factors, ``vehicle`` an hour on duty."""
    return sum(cost_an_hour(one, figures, one.crew_kind in remote) * hours_a_week(one) for one in units) * WEEKS_A_YEAR


def cost_an_hour(unit: PlannedUnit, figures: Mapping[str, float], is_remote: bool) -> float:
    """Of one team on duty; a role without a figure of its own counts as ``wage_other``."""
    wages = sum(figures.get(f"wage_{role}", figures["wage_other"]) for _staff, role, _languages in unit.members)
    return wages * figures["benefits"] * figures["relief"] + (0.0 if is_remote else figures["vehicle"])
