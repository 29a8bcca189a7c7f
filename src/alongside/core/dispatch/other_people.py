"""Other people are aboard a unit that works needs: who left leads nothing there, and the desk sees what is missing now."""

from alongside.core.asking import Asking
from alongside.core.dispatch.facts import Missing, NeedUnmet
from alongside.core.fact import Fact, area_stream
from alongside.core.field.leads import after_change
from alongside.core.intake.queue import level_of
from alongside.core.party import Member
from alongside.core.state import Unit


def other_people_aboard(asking: Asking, unit: Unit, members: tuple[Member, ...], becomes: str) -> tuple[Fact, ...]:
    """For every need this crew works: its leads among those there now, and the need unmet where it is no longer the kind that was sent."""
    needs = [asking.incident(asking.assignment(id).incident) for id in unit.assignments]
    leads = (fact for need in needs for fact in after_change(asking, need, unit, members))
    if becomes == unit.acts_as or not unit.acts_as:
        return tuple(leads)
    missing = (Missing(unit.acts_as, "incomplete"),)
    unmet = (NeedUnmet(area_stream(one.area), asking.at, one.id, level_of(asking, one), missing) for one in needs)
    return (*leads, *unmet)
