"""Histories of consent thrown with dice: told to the board as facts, and to the oracle as papers."""

import random
from pathlib import Path
from typing import Any, NamedTuple

import cedarpy

from alongside.core.apply import apply
from alongside.core.board import Board
from alongside.core.consent import facts as f
from alongside.core.consent.holding import Asked, Held, asked_as, consent_of
from alongside.core.consent.kinds import KINDS
from alongside.core.party import Actor
from alongside.core.person import facts as p
from alongside.library.sharing.load import load_sharing

POLICIES = (Path(__file__).parent / "oracle.cedar").read_text()
CLASS_OF = load_sharing().rules.fields
FIELDS = ("medications", "diagnosis", "clinical_note", "part2_record", "psychotherapy_note", "name", "crisis_plan")
PURPOSES = ("treatment", "response", "referral", "own_record", "proceeding")
AGENCIES = ("clinic", "hospital", "pantry")
NOW = 1_000
STREAM = "person/w1"
FAR = 10**12


class History(NamedTuple):
    """The board after it, the papers by id, and who treats the person."""

    board: Board
    papers: dict[str, dict[str, Any]]
    treats: frozenset[str]


class Question(NamedTuple):
    """Who asks for which words, for what."""

    reader: Actor
    purpose: str
    field: str
    marks: frozenset[str]
    holder: str


def live(dice: random.Random, steps: int) -> History:
    """Somebody signs, refuses, takes back; ends come; one episode proves to be another person's."""
    board, papers, treats = Board(), dict[str, dict[str, Any]](), frozenset(dice.sample(AGENCIES, dice.randint(0, 2)))
    for fact in (p.PersonRecorded(STREAM, 0, "w1", "e1", "i1", "a", "clinic"), _identified("e1"), _identified("e2")):
        apply(board, fact)
    for one in sorted(treats):
        apply(board, p.TreatmentBegun(STREAM, 0, "w1", one, False))
    for turn in range(1, steps + 1):
        if papers and dice.random() < 0.4:
            _change(dice, board, papers, turn)
        else:
            _sign(dice, board, papers, turn)
    if dice.random() < 0.3:
        apply(board, p.IdentificationUndone(STREAM, 0, "w1", "e2", "i1", "same_name"))
        for paper in papers.values():
            paper["signed_by_another"] = paper.pop("episode") == "e2"
    return History(board, papers, treats)


def _identified(episode: str) -> p.PersonIdentified:
    return p.PersonIdentified(STREAM, 0, "w1", episode, "i1", "said_so")


def _some(dice: random.Random, of: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dice.sample(of, dice.randint(1, min(3, len(of)))))


def _sign(dice: random.Random, board: Board, papers: dict[str, dict[str, Any]], turn: int) -> None:
    id, sort = f"c{turn}", dice.choice(("part2", *KINDS))
    scope = (("all",) if dice.random() < 0.5 else _some(dice, FIELDS), ("any",) if dice.random() < 0.5 else _some(dice, AGENCIES))
    to = _some(dice, (*AGENCIES, "treating", "family", "court"))
    purposes = tuple(sorted(KINDS[sort].purposes)) if dice.random() < 0.6 else _some(dice, tuple(sorted(KINDS[sort].purposes)))
    yes, whole = dice.random() < 0.8, dice.random() < 0.85
    starts, ends = dice.choice((None, None, NOW - 5, NOW, NOW + 5)), dice.choice((None, None, NOW - 1, NOW, NOW + 1))
    episode, late = dice.choice(("", "e1", "e2")), dice.randint(0, NOW)  # a device may tell late: the ledger's order counts
    answer, missing = ("given" if yes else "declined"), (() if whole else ("date",))
    named = (STREAM, late, "w1", id, sort, answer, "drawn", "person", False)
    apply(board, f.ConsentRecorded(*named, *scope, to, purposes, "", starts, ends, "", missing, "a", "clinic", episode))
    papers[id] = {
        "sort": sort, "answer": "yes" if yes else "no", "whole": whole, "found_false": False, "taken_back": False, "end_seen": False,
        "starts": starts or 0, "ends": ends or FAR, "what": list(scope[0]), "holders": list(scope[1]), "to": list(to),
        "purposes": list(purposes), "signed_by_another": False, "episode": episode, "yes_at": turn, "no_at": 0 if yes else turn,
    }  # fmt: skip


def _change(dice: random.Random, board: Board, papers: dict[str, dict[str, Any]], turn: int) -> None:
    """What can become of a paper that still stands; each at most once."""
    id = dice.choice(sorted(papers))
    paper, at = papers[id], dice.randint(0, NOW)
    if paper["answer"] == "no" or paper["taken_back"] or paper["end_seen"] or paper["found_false"]:
        return
    match dice.choice(("taken_back", "taken_back", "end_seen", "found_false")):
        case "taken_back":
            apply(board, f.ConsentWithdrawn(STREAM, at, "w1", id, "person", "", "a"))
            paper |= {"taken_back": True, "no_at": turn}
        case "end_seen":
            apply(board, f.ConsentExpired(STREAM, at, "w1", id, "other_event"))
            paper["end_seen"] = True
        case _:
            apply(board, f.ConsentFoundWrong(STREAM, at, "w1", id, "nobody_signed", "a"))
            paper["found_false"] = True


def ask(dice: random.Random) -> Question:
    """Somebody's question."""
    role = dice.choice(("clinician", "clinician", "case_manager", "family", "privacy_officer"))
    agency = "" if role == "family" else dice.choice((*AGENCIES, ""))
    marks = frozenset(["part2"]) if dice.random() < 0.5 else frozenset[str]()
    return Question(Actor("x", role, agency), dice.choice(PURPOSES), dice.choice(FIELDS), marks, dice.choice((*AGENCIES, "")))


def near(dice: random.Random, history: History) -> Question:
    """A question that some paper was made for: the yeses are rare elsewhere."""
    one, paper = ask(dice), dice.choice(list(history.papers.values()))
    to = "court" if paper["sort"] == "part2_proceedings" and "court" in paper["to"] else dice.choice(paper["to"])
    agency = min(history.treats, default="") if to == "treating" else to
    reader = Actor("x", "family") if to == "family" else Actor("x", "privacy_officer" if to == "court" else "clinician", agency)
    fields = [field for field in FIELDS if CLASS_OF[field] in KINDS[paper["sort"]].covers or paper["sort"].startswith("part2")]
    marks = frozenset(["part2"]) if paper["sort"].startswith("part2") else frozenset[str]()
    return one._replace(reader=reader, purpose=dice.choice(paper["purposes"]), field=dice.choice(fields or [one.field]), marks=marks)


def apart(dice: random.Random, history: History) -> Question:
    """A question about what is asked for alone: a counselor's own notes, and records in a proceeding."""
    one = near(dice, history)
    if dice.random() < 0.5:
        marks = frozenset(["part2"]) if dice.random() < 0.7 else frozenset[str]()
        return one._replace(purpose="treatment", field="psychotherapy_note", marks=marks)
    papers = [paper for paper in history.papers.values() if paper["sort"] == "part2_proceedings"]
    paper = dice.choice(papers or list(history.papers.values()))
    reader = Actor("x", dice.choice(("privacy_officer", "clinician")), dice.choice((*paper["to"], "county")))
    field = dice.choice([field for field in FIELDS[:4] if field in paper["what"]] or FIELDS[:4])
    holder = next((one for one in paper["holders"] if one != "any"), one.holder)
    return one._replace(reader=reader, purpose="proceeding", field=field, marks=frozenset(["part2"]), holder=holder)


def ours(history: History, one: Question) -> Held:
    """What the product says."""
    asked = Asked(one.field, asked_as(CLASS_OF[one.field], one.marks), one.holder)
    return consent_of(history.board, "w1", one.reader, one.purpose, asked, NOW)


def theirs(history: History, one: Question) -> bool:
    """What Cedar says of each paper, joined: a yes opens unless a newer no speaks of the same."""
    ids = list(history.papers)
    asked = [_request(history, one, id, action) for action in ("opens", "closes") for id in ids]
    results = cedarpy.is_authorized_batch(asked, POLICIES, _entities(history, one)) if asked else []
    assert not [result.diagnostics.errors for result in results if result.diagnostics.errors]
    opens = [history.papers[id]["yes_at"] for id, result in zip(ids, results, strict=False) if result.allowed]
    closes = [history.papers[id]["no_at"] for id, result in zip(ids, results[len(ids) :], strict=True) if result.allowed]
    return any(yes > max(closes, default=0) for yes in opens)


def _request(history: History, one: Question, id: str, action: str) -> dict[str, Any]:
    context = {
        "now": NOW, "purpose": one.purpose, "field": one.field, "class": CLASS_OF[one.field], "holder": one.holder,
        "is_part2": "part2" in one.marks or CLASS_OF[one.field] == "part2",
    }  # fmt: skip
    return {"principal": 'Reader::"x"', "action": f'Action::"{action}"', "resource": f'Paper::"{id}"', "context": context}


def _entities(history: History, one: Question) -> list[dict[str, Any]]:
    who = {
        "is_family": one.reader.role == "family",
        "is_custodian": one.reader.role == "privacy_officer",
        "agency": one.reader.agency,
        "treats": one.reader.agency in history.treats,
    }
    kept = [{name: value for name, value in paper.items() if name != "episode"} for paper in history.papers.values()]
    papers = [{"uid": {"type": "Paper", "id": id}, "attrs": attrs, "parents": []} for id, attrs in zip(history.papers, kept, strict=True)]
    return [{"uid": {"type": "Reader", "id": "x"}, "attrs": who, "parents": []}, *papers]
