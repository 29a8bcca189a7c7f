"""How many teams, chairs and beds a population needs. Model: Virginia DBHDS 2022 after the Crisis Now calculator.

People flow from first triage onward; a place is needed for every person who is there on an average day, and some stand free
so that nobody finds the house full: places = people a month × 12 × days / (365 × occupancy).
"""

from collections.abc import Mapping
from dataclasses import dataclass

MONTHS, DAYS = 12, 365


@dataclass(frozen=True)
class Need:
    """Flows are people a month; places and teams are how many must be there (not rounded)."""

    in_person: float
    mobile: float
    facility: float
    bed: float
    emergency: float
    inpatient: float
    teams: float
    facility_places: float
    bed_places: float
    inpatient_places: float


def calculate(figures: Mapping[str, float]) -> Need:
    """From the constants by id; percentages as such (32 is 32 %)."""
    share = {id: value / 100 for id, value in figures.items()}
    in_person = figures["events_per_100k"] * figures["population"] / 100_000
    mobile = share["first_mobile"] * in_person
    facility = share["first_facility"] * in_person + share["mobile_to_facility"] * mobile
    bed = share["facility_to_bed"] * facility
    emergency = share["first_emergency"] * in_person
    inpatient = share["bed_to_inpatient"] * bed + share["emergency_to_inpatient"] * emergency

    def places(people: float, days: str) -> float:
        return people * MONTHS * figures[days] / (DAYS * share["occupancy"])

    return Need(
        in_person, mobile, facility, bed, emergency, inpatient, mobile / figures["visits_per_team"],
        places(facility, "facility_days"), places(bed, "bed_days"), places(inpatient, "inpatient_days"),
    )  # fmt: skip


def first_triage_sum(figures: Mapping[str, float]) -> float:
    """Percent of people the three first ways account for; more than 100 cannot be."""
    return figures["first_mobile"] + figures["first_facility"] + figures["first_emergency"]
