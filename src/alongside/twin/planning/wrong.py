"""What can be wrong with a world or a roster: a code with its parameters, and one sentence each. Pages say it in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

SENTENCES: Mapping[str, str] = {
    "no_world": "this is not a planning world ({why}); fit it again",
    "no_history": "the calls of the history {history} cannot be read; import it again",
    "world_missing": "there is no such world; give a file, or the name of one fitted by alongside twin fit",
    "place_outside": "the place {lat}, {lon} is not in this area; choose a world fitted for it",
    "kind_origin": "the kind {kind} comes from {origin}, which this program does not answer; fit the world for this program",
    "kind_answers": "the kind {kind} answers what the protocol {protocol} does not ask; fit the world for this program",
    "world_name": "a world's name is letters, digits, spaces, dots and hyphens, at most sixty of them; choose another",
    "no_place": "there is no place; give at least one",
    "place_off_earth": "a place is not on the earth; give latitude and longitude in microdegrees",
    "weekly": "the calls of a week must be 168 means of at least 0, Monday midnight first",
    "nobody_calls": "nobody calls in any hour of the week; at least one hour must be above 0",
    "seasons": "seasons must be twelve factors of at least 0",
    "yearly": "growth in a year must be from -0.9 to 2",
    "bands": "each of the 168 hours must name one of the tables of drives",
    "where": "where calls come from must be four times {places} weights of at least 0, one for each place",
    "no_kind": "there is no kind of call; give at least one with a weight above 0",
    "kind_level": "the kind {kind} has a level that is none; give 0 to 4",
    "kind_ends": "the kind {kind} must say what comes of it: three weights of how it ends and four of outcomes, not all 0",
    "drives": "a table of drives must be {places} by {places} milliseconds, from 0 to twenty days",
    "lights": "a drive with lights must be from 1 to 2000 permille of the same drive without",
    "shares": "how often somebody is reached, helped by phone or calls again must be a share from 0 to 1",
    "door_place": "the door of {facility} stands at a place that is not in the world",
    "door_yes": "{facility} must agree in a share of cases from 0 to 1",
    "duration_missing": "these durations are missing: {names}",
    "duration_falls": "the duration {name} must be five milliseconds that rise from at least 0",
    "duration_long": "the duration {name} is longer than twenty days",
    "unit_name": "there are two units called {unit}; give each a name of its own",
    "unit_nobody": "nobody is aboard {unit}; name its people or take it away",
    "unit_crew": "{unit} is to be a {crew}, which this policy does not have; choose one of its kinds of crew",
    "unit_made": "the people aboard {unit} do not make it a {crew}; look at what that kind of crew needs",
    "unit_place": "{unit} waits off the map; choose one of the places of this world",
    "unit_shift": "a shift of {unit} must begin within the week and last from a quarter of an hour to a week",
    "person_twice": "{person} is aboard {unit} and {other} at the same time; give them to one of the two",
    "run_ends": "a run must end after it starts",
    "demand": "the demand is {demand}; give 0 to {most} times the world's calls",
    "policy_crew": "level {level} of the policy sends a {crew}, a kind of crew it does not have; add it or strike it",
    "policy_duty": "nobody in the policy has the duty {duty}; give it a desk",
    "policy_protocol": "the policy asks by the protocol {protocol}, which is not there; choose one of its protocols",
    "door_service": "the policy has no service {service} at {facility}; strike that door, or add the service",
}  # fmt: skip


@dataclass(frozen=True)
class Complaint:
    """One thing that is wrong; ``code`` is a key of ``SENTENCES``."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)

    def sentence(self) -> str:
        """What, where, what to do, in English."""
        return SENTENCES[self.code].format(**self.params)


class Mistake(ValueError):
    """A world that cannot be lived in, or a roster that cannot be sent: what, where, what to do."""

    def __init__(self, name: str, complaint: Complaint) -> None:
        self.name, self.complaint = name, complaint
        super().__init__(f"{name}: {complaint.sentence()}")
