"""One case as lists show it: whose, what is due next, how much contact there was. Names come with the words, through the vault."""

from collections.abc import Iterable

from alongside.core.board import Board
from alongside.core.cases.holding import OVERSEES, works
from alongside.core.cases.state import Case
from alongside.core.sharing.ties import is_contact_prohibited
from alongside.server.cases.coded import coded
from alongside.server.people.staff import list_active
from alongside.server.records.open import Words
from alongside.server.site.cases_of import name_references
from alongside.server.site.looking import Look
from alongside.server.site.rows import Row

SOON_MS = 3 * 86_400_000


def case_row(seen: Look, case: Case) -> Row:
    """The row without words; ``name_references`` are what the reader may ask for."""
    view, now = seen.view, seen.asking.now
    is_theirs = works(seen.actor, case) or (case.is_open and seen.actor.role in OVERSEES)  # who is asked, or worked it, learns no more
    kind = seen.asking.rules.cases.kinds.get(case.kind)
    due = min([case.contact_by, *(task.due_at for _, task in case.list_open_tasks())]) if case.is_open else case.closed_at
    return {
        "id": case.id,
        "person": case.person,
        "kind": case.kind,
        "kind_word": view.names.label(f"case_kind.{case.kind}", view.language),
        "holder": holder(seen, case),
        "worker": case.worker,
        "since": case.since,
        "opened_at": case.opened_at,
        "because": coded("because", case.because),
        "contact_by": case.contact_by,
        "reached_at": case.reached_at,
        "reached": case.count_reached(now - kind.within_ms) if kind else 0,
        "wanted": kind.contacts if kind else 0,
        "within_days": kind.within_ms // 86_400_000 if kind else 0,
        "tasks": [{"word": coded("task", task.what), "due_at": task.due_at} for _, task in case.list_open_tasks()],
        "due": due,
        "list": list_of(case, due or 0, now),
        "step": view.names.label(f"case_steps.{case.step}", view.language) if case.step else "",
        "offered_to": view.names.person(case.offered_to) if case.offered_to else "",
        "offered_because": coded("passed", case.offered_because),
        "offered_at": case.offered_at,
        "is_offer_late": case.is_offer_late,
        "is_shared": case.is_shared,
        "prohibited": is_theirs and is_contact_prohibited(view.board, case.person),
        "crises": list_crises(view.board, case) if is_theirs else [],
        "name_references": name_references(view.board, case.person),
        "name": "",
    }


def holder(seen: Look, case: Case) -> str:
    """Who holds it, as people say it."""
    view = seen.view
    return view.names.person(case.worker) if case.worker else view.names.desk(view.board, case.desk, view.language) if case.desk else ""


def list_of(case: Case, due: int, now: int) -> str:
    """Where it stands on a caseload."""
    if due <= now:
        return "overdue"
    return "soon" if due <= now + SOON_MS else "later"


def list_crises(board: Board, case: Case) -> list[Row]:
    """The person was met in a crisis again since the case was opened: {number, at}, latest first."""
    person = board.people.find(case.person)
    episodes = [one for id in (person.episodes if person else ()) if (one := board.episodes.find(id))]
    incidents = [need for episode in episodes if (need := board.incidents.find(episode.incident))]
    return [{"number": need.number, "at": need.taken_at} for need in reversed(incidents) if need.taken_at > case.opened_at]


def with_names(rows: Iterable[Row], words: Words) -> None:
    """Put the names in that this reader may see."""
    for row in rows:
        row["name"] = " ".join(words[one.vault_id] for one in row.pop("name_references") if one.vault_id in words)


def kinds_of(seen: Look) -> list[Row]:
    """Every kind of case this reader could work or, as a supervisor, hand out."""
    kinds, view = seen.asking.rules.cases.kinds.values(), seen.view
    mine = (one for one in kinds if seen.actor.role in one.workers or seen.actor.role == "supervisor")
    return [{"code": one.id, "word": view.names.label(f"case_kind.{one.id}", view.language), "limit": one.limit} for one in mine]


def workers_of(seen: Look) -> list[Row]:
    """Who could work cases: of the reader's own organization; for a supervisor everybody's."""
    roles = {role for kind in seen.asking.rules.cases.kinds.values() for role in kind.workers}
    staff = (one for one in list_active(roles) if one.id != seen.actor.staff)
    theirs = (one for one in staff if seen.actor.role == "supervisor" or one.agency == seen.actor.agency)
    role = seen.view.names.label
    return [{"code": one.id, "word": f"{one.name}, {role(f'role.{one.role}', seen.view.language)}"} for one in theirs]


def supervisors_of(seen: Look) -> list[Row]:
    """Who may sign."""
    return [{"code": one.id, "word": one.name} for one in list_active(["supervisor"]) if one.id != seen.actor.staff]
