"""The compiled policy laid out as arrays, column by column (``state``)."""

import numpy as np

from alongside.core.codes import RED_FLAGS, PartyKind
from alongside.core.dispatch.crew import acts_as, languages_of
from alongside.core.follow_up.attempts import OVERDUE_AGAIN_MS
from alongside.core.party import Member, Party
from alongside.twin.engine import naming, state
from alongside.twin.engine.codes import WIDTH, code, party_code
from alongside.twin.engine.grid import GridTravel
from alongside.twin.engine.outcomes import DISPOSITIONS
from alongside.twin.engine.policy import Policy, abilities_of
from alongside.twin.engine.trace import rows_of
from alongside.twin.planning.scenario import Scenario

MOST_PROMISES = 4


def mask(words: frozenset[str], all_words: tuple[str, ...]) -> int:
    """One bit for each word."""
    return sum(1 << place for place, word in enumerate(all_words) if word in words)


def lay_kinds(scenario: Scenario, policy: Policy, travel: GridTravel) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """(kinds, terms, listed, told): by kind of call, by that and kind of crew, kinds of crew by row, and rows that are told again."""
    crews, size = policy.crew_kinds, len(policy.known)
    kinds = np.zeros((size, state.K_WIDTH), np.int64)
    terms, listed = np.full((size, len(crews), 3), -1, np.int64), np.full((size, len(crews) + 1, 2), -1, np.int64)
    told: list[tuple[int, ...]] = []
    for place, one in enumerate(policy.known):
        rows = [row for fact in one.told for row in rows_of(fact, travel.index)]
        kinds[place] = _kind(scenario, policy, place, len(told), len(rows))
        told += rows
        for turn, (kind, (row, _)) in enumerate(one.order.items()):
            listed[place, turn] = crews.index(kind), row
        for kind, term in one.terms.items():
            terms[place, crews.index(kind)] = term.row, term.limit_ms, term.worth_ms
    return kinds, terms, listed, np.array(told, np.int64).reshape(-1, WIDTH)


def _kind(scenario: Scenario, policy: Policy, place: int, first: int, rows: int) -> list[int]:
    one, kind, rules = policy.known[place], scenario.world.kinds[place], scenario.rules
    desk = naming.answers(rules, one.incident.origin)
    return [
        int(one.incident.level or 0), len(one.order), one.load_ms, one.within_ms, mask(one.needed, policy.abilities),
        mask(frozenset((kind.language,)), policy.languages) if kind.language else 0, party_code(Party(PartyKind.POSITION, desk.id)),
        naming.silence_ms(rules, desk.duty, "position"), int(one.weapon_known), code(kind.language), first, first + rows,
        int(bool(one.flags)), mask(frozenset(one.flags), RED_FLAGS), code(desk.id),
    ]  # fmt: skip


def lay_units(scenario: Scenario, policy: Policy) -> tuple[np.ndarray, np.ndarray]:
    """(units, members): every unit off duty."""
    units = np.zeros((len(scenario.units), state.U_WIDTH), np.int64)
    most = max((len(unit.members) for unit in scenario.units), default=0)
    members = np.zeros((len(scenario.units), most + 1, state.M_WIDTH), np.int64)
    program = scenario.rules.program
    for place, unit in enumerate(scenario.units):
        aboard = unit.aboard()
        kind = acts_as(program, unit.crew_kind, aboard)
        row = units[place]
        row[state.U_KIND] = policy.crew_kinds.index(kind) if kind else -1
        row[state.U_CREW_KIND] = policy.crew_kinds.index(unit.crew_kind)
        row[state.U_ABILITIES] = mask(abilities_of(scenario, unit.crew_kind, aboard), policy.abilities)
        row[state.U_LANGUAGES] = mask(languages_of(aboard), policy.languages)
        row[state.U_POST] = row[state.U_FROM] = row[state.U_TO] = unit.post
        row[state.U_ASSIGNMENT], row[state.U_TURN], row[state.U_KIND_CODE] = -1, -1, code(kind)
        row[state.U_REMOTE], row[state.U_MODE] = (int(program.crews[kind].remote), int(program.crews[kind].mode)) if kind else (0, 0)
        row[state.U_PARTY] = party_code(Party(PartyKind.CREW, naming.unit(place)))
        members[place, : len(aboard)] = [_member(scenario, one) for one in aboard]
        row[state.U_CLINICAL], row[state.U_SAFETY] = _leads(members[place, : len(aboard)].tolist())
    return units, members


def _leads(members: list[list[int]]) -> tuple[int, int]:
    """Who leads care and safety where this crew is alone (``kernel_leads``)."""
    clinical = next((staff for staff, clinician, _ in members if clinician), 0)
    others = [staff for staff, _, police in members if police] + [staff for staff, _, _ in members if staff != clinical]
    return clinical, (others or [clinical])[0]


def _member(scenario: Scenario, one: Member) -> tuple[int, int, int]:
    can = scenario.rules.program.roles.get(one.role, frozenset()) | set(one.certificates)
    return code(one.staff), int("clinician" in can), int("police" in can)


def lay_crews(scenario: Scenario, policy: Policy) -> np.ndarray:
    """Crew kind: remote, mode, code."""
    crews = scenario.rules.program.crews
    return np.array([(int(crews[kind].remote), int(crews[kind].mode), code(kind)) for kind in policy.crew_kinds], np.int64).reshape(-1, 3)


def lay_drives(scenario: Scenario) -> np.ndarray:
    """Mode, band, to, from: who is compared for one place stands side by side."""
    normal = np.array(scenario.world.drives, np.int64).transpose(0, 2, 1)
    return np.stack((normal, normal * scenario.world.lights_permille // 1000))


def lay_promises(scenario: Scenario) -> tuple[np.ndarray, np.ndarray]:
    """(rules, promises): which promises an outcome makes at a level, and what each is."""
    follow_ups = scenario.rules.program.follow_ups
    rules = np.full((len(DISPOSITIONS), 5, len(follow_ups) + 1), -1, np.int64)
    for row, outcome in enumerate(DISPOSITIONS):
        for level in range(5):
            found = [place for place, rule in enumerate(follow_ups) if outcome in rule.after and level in rule.levels]
            rules[row, level, : len(found)] = found
    laid = [(code(rule.id), rule.due_ms, rule.attempts, rule.again_ms) for rule in follow_ups]
    return rules, np.array(laid, np.int64).reshape(-1, state.F_WIDTH)


def lay_constants(scenario: Scenario, policy: Policy) -> dict[int, int]:
    """Limits and ids that hold for the whole run."""
    rules, practice = scenario.rules, scenario.practice
    clocks, plan = rules.clocks, rules.program.levels.get(rules.program.unassessed_as)
    desk = rules.get_desk("follow_up")
    police = mask(frozenset(("police",)), policy.abilities)
    moves = mask(frozenset(("transport", "ems", "police")), policy.abilities)
    return {
        state.C_START: scenario.start, state.C_END: scenario.end, state.C_EAST: scenario.world.east_ms,
        state.C_PAGE: clocks.page_ms, state.C_OFFER: clocks.offer_ms, state.C_RESERVATION: clocks.reservation_ms,
        state.C_AGAIN: clocks.silence_again_ms,
        state.C_WEAPON_BEFORE: clocks.weapon_before_ms, state.C_WEAPON_AGAIN: clocks.weapon_again_ms,
        state.C_CREW_SILENCE: naming.silence_ms(rules, "", "crew"), state.C_FACILITY_SILENCE: naming.silence_ms(rules, "", "facility"),
        state.C_DESK_SILENCE: naming.silence_ms(rules, desk.duty, "position"), state.C_REASSIGNS: int(practice.reassigns),
        state.C_SECOND: int(practice.sends_second), state.C_UNASSESSED_WITHIN: plan.assign_within_ms if plan else -1,
        state.C_UNASSESSED: int(rules.program.unassessed_as), state.C_POLICE: police, state.C_MOVES: moves,
        state.C_FOLLOW_UP_PARTY: party_code(Party(PartyKind.POSITION, desk.id)), state.C_SUPERVISOR: code(naming.SUPERVISOR),
        state.C_PROGRAM: code(rules.program.id), state.C_OVERDUE: OVERDUE_AGAIN_MS,
    }  # fmt: skip
