"""Random policies, rosters and worlds, within the kernels' vocabulary: odd on purpose, with many things at the same millisecond."""

from dataclasses import replace
from functools import lru_cache
from random import Random

from msgspec.structs import replace as other

from alongside.core.codes import Disposition, Level
from alongside.core.intake.triage import run
from alongside.core.rules import Clocks, CrewKind, CrewStep, Facility, FollowUpRule, LevelPlan, Rules
from alongside.core.travel import Mode
from alongside.library import load_program
from alongside.library.protocols.examples import load_examples
from alongside.twin.planning.roster import PlannedUnit, Shift
from alongside.twin.planning.scenario import Practice, Scenario
from alongside.twin.planning.world import DURATIONS, CallKind, Door, PlanningWorld

START = 1_763_362_800_000  # 2025-11-17 00:00 in Salt Lake City
MINUTE = 60_000
DOORS = (
    ("wasatch-receiving", "chair_23h"),
    ("granite-receiving", "chair_23h"),
    ("foothill-hospital", "ed"),
    ("jordan-crisis-house", "crisis_bed"),
)
ABOARD = {
    "patrol": ("officer",), "cit_patrol": ("officer",), "co_responder": ("clinician", "officer"),
    "clinician_paramedic": ("clinician", "paramedic"),
    "mobile_crisis": ("clinician", "peer"), "community_responder": ("community_worker", "driver"), "ems": ("paramedic", "emt"),
    "clinician_phone": ("clinician",), "clinician_video": ("clinician",), "clinician_meets_officer": ("clinician",),
}  # fmt: skip
SILENCE = {
    "position": (300_000, 900_000), "crew": (600_000, 5_400_000), "facility": (3_600_000, 86_400_000), "follow_up": (3_600_000, 93_600_000),
}  # fmt: skip
ROLES = ("clinician", "officer", "paramedic", "peer", "community_worker", "case_manager")


@lru_cache(maxsize=1)
def base() -> Rules:
    """The default program's rules, to be bent."""
    return load_program("tailored").rules


@lru_cache(maxsize=1)
def spoken() -> tuple[tuple[tuple[str, str], ...], ...]:
    """Answers of the protocol's own example calls, where they say enough to be assessed."""
    rules = base()
    told = (one.answers for one in load_examples(rules.program.protocol))
    return tuple(tuple(answers.items()) for answers in told if run(rules.protocols[rules.program.protocol], answers).level is not None)


def scenario(dice: Random, days: float = 1.0) -> Scenario:
    """One of very many."""
    rules, world = policy(dice), planning_world(dice)
    units = tuple(unit(dice, index, len(world.places), rules) for index in range(dice.randint(0, 12)))
    reassigns = dice.random() < 0.4
    practice = Practice(reassigns=reassigns, sends_second=not reassigns and dice.random() < 0.6, demand=dice.choice((0.5, 1.0, 1.7)))
    return Scenario(rules, world, units, START, START + round(days * 86_400_000), dice.randrange(1 << 30), practice)


def crowded(dice: Random, days: float) -> Scenario:
    """More calls than a few crews can go to, each asking for something: crews are turned away, and others sent along, again and again."""
    one = scenario(dice, days)
    kinds = tuple(other(call_kind(dice, index), answers=dice.choice(spoken())) for index in range(6))
    world = other(one.world, kinds=kinds, weekly=(4.0,) * 168)
    units = tuple(other(unit(dice, index, len(world.places), one.rules), shifts=()) for index in range(dice.randint(3, 8)))
    return replace(one, world=world, units=units, practice=Practice(reassigns=True, sends_second=True, demand=2.5))


def policy(dice: Random) -> Rules:
    """Crews, orders, limits, promises and clocks at random; protocols, desks and places as they are."""
    rules = base()
    crews = {id: crew(dice, kind) for id, kind in rules.program.crews.items()}
    plans = {level: plan(dice, level, list(crews)) for level in (Level.ROUTINE, Level.MODERATE, Level.URGENT, Level.EMERGENT)}
    program = replace(
        rules.program, crews=crews, levels=plans, follow_ups=tuple(promise(dice, index) for index in range(dice.randint(0, 3)))
    )
    again = dice.choice((120_000, 300_000))
    clocks = replace(
        Clocks(), page_ms=dice.choice((1000, 20_000, 60_000)), weapon_before_ms=dice.choice((0, 180_000)),
        weapon_again_ms=dice.choice((20_000, 90_000)), silence_ms={party: dice.choice(limits) for party, limits in SILENCE.items()},
        silence_again_ms=again, reservation_ms=dice.choice((1_300_000, 2_700_000)),
    )  # fmt: skip
    facilities = {id: facility(dice, one) for id, one in rules.facilities.items()}
    return replace(rules, program=program, clocks=clocks, facilities=facilities)


def facility(dice: Random, one: Facility) -> Facility:
    services = tuple(replace(service, capacity=dice.randint(0, 3)) for service in one.services)
    return replace(one, drop_off_target_ms=dice.choice((120_000, 600_000)), services=services)


def crew(dice: Random, kind: CrewKind) -> CrewKind:
    return replace(kind, mode=dice.choice(tuple(Mode)), fewest=dice.choice((1, kind.fewest)))


def plan(dice: Random, level: Level, crews: list[str]) -> LevelPlan:
    order = dice.sample(crews, dice.randint(1, len(crews)))
    steps = tuple(CrewStep(kind, dice.choice((0, 300_000, 1_200_000, 3_600_000))) for kind in order)
    return LevelPlan(level, steps, dice.choice((0, 60_000, 900_000)), 3_600_000, dice.random() < 0.5, dice.choice((0, 600_000)))


def promise(dice: Random, index: int) -> FollowUpRule:
    after = frozenset(dice.sample(tuple(Disposition), dice.randint(1, 9)))
    levels = frozenset(dice.sample(tuple(Level), dice.randint(1, 5)))
    return FollowUpRule(
        f"p{index}",
        after,
        levels,
        dice.choice((60_000, 3_600_000, 86_400_000)),
        "follow_up",
        dice.randint(1, 4),
        dice.choice((1000, 3_600_000)),
    )


def planning_world(dice: Random) -> PlanningWorld:
    size = dice.randint(1, 6)
    places = tuple((40_700_000 + index * 1000, -111_900_000) for index in range(size))
    drives = tuple(
        tuple(tuple(0 if a == b else dice.choice((0, 60_000, 299_999, 1_300_001)) for b in range(size)) for a in range(size))
        for _ in range(2)
    )
    kinds = tuple(call_kind(dice, index) for index in range(dice.randint(1, 6)))
    doors = tuple(
        Door(facility=f, service=s, place=dice.randrange(size), yes=dice.choice((0.0, 0.5, 1.0)))
        for f, s in dice.sample(DOORS, dice.randint(0, 4))
    )
    return PlanningWorld(
        name="random", source="dice", east_ms=-25_200_000, places=places, weekly=(dice.choice((0.5, 2.0, 4.0)),) * 167 + (1.0,),
        where=(tuple(dice.random() + 0.01 for _ in places),) * 4, kinds=kinds, bands=tuple(dice.randrange(2) for _ in range(168)),
        drives=drives, lights_permille=dice.choice((700, 1000)), durations={name: quantiles(dice, name) for name in DURATIONS},
        reached=dice.random(), phone_resolves=dice.random(), calls_again=dice.choice((0.0, 0.3)), doors=doors,
    )  # fmt: skip


def quantiles(dice: Random, name: str) -> tuple[int, int, int, int, int]:
    if name == "drive_permille":
        return dice.choice(((1000,) * 5, (700, 900, 1000, 1200, 1800)))
    if dice.random() < 0.3:
        return (dice.choice((0, 60_000)),) * 5  # everything at once
    most = 1_200_000 if name == "answer" else dice.choice((90_000, 1_200_000, 14_400_000))
    found = sorted(dice.randrange(most) for _ in range(5))
    return found[0], found[1], found[2], found[3], found[4]


def call_kind(dice: Random, index: int) -> CallKind:
    answers = dice.choice(spoken()) if dice.random() < 0.5 else ()
    language = dice.choice(("en", "es", ""))
    origin = dice.choice(("call_911", "call_988", "officer", "community"))
    return CallKind(
        name=f"k{index}", weight=dice.random() + 0.1, origin=origin, answers=answers, level=dice.randint(0, 4), language=language,
        ends=(1.0, dice.random(), dice.random()), outcomes=(dice.random() + 0.01, dice.random(), dice.random(), dice.random()),
    )  # fmt: skip


def unit(dice: Random, index: int, places: int, rules: Rules) -> PlannedUnit:
    kind = dice.choice(list(ABOARD))
    roles = ABOARD[kind] if dice.random() < 0.8 else tuple(dice.choice(ROLES) for _ in range(dice.randint(1, 3)))
    members = tuple((f"s{index}-{turn}", role, dice.choice((("en",), ("en", "es")))) for turn, role in enumerate(roles))
    shifts = tuple(Shift(dice.choice((0, 3, 6, 8.5, 150)), dice.choice((1, 8, 20))) for _ in range(dice.choice((0, 0, 1, 3))))
    certificates = ("cit",) if kind == "cit_patrol" or dice.random() < 0.2 else ()
    return PlannedUnit(
        name=f"U{index}", crew_kind=kind, post=dice.randrange(places), members=members, shifts=shifts, certificates=certificates
    )
