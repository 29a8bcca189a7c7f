"""Which rows a fact touches, and writing them once per commit."""

from collections.abc import Iterator

from alongside.core.board import Board
from alongside.core.fact import Fact
from alongside.ledger.engine import Engine
from alongside.ledger.projections.tables import STATEMENTS, TABLES, VERSION, WRITE_TIMELINE
from alongside.ledger.schema import TYPES, list_tables

# A fact that names no incident belongs to the incident of what it does name, in this order.
THROUGH = ("episode", "assignment", "follow_up", "reservation")


_named_by: dict[type[Fact], tuple[tuple[int, str], ...]] = {}


def named_by(kind: type[Fact]) -> tuple[tuple[int, str], ...]:
    """Which projected tables a kind of fact touches, as (index in TABLES, field that holds the id)."""
    known = _named_by.get(kind)
    if known is None:
        fields = kind.__dataclass_fields__
        known = tuple((index, table.touched_by) for index, table in enumerate(TABLES) if table.touched_by in fields)
        _named_by[kind] = known
    return known


class Touched:
    """The rows to write at the end of one commit."""

    __slots__ = ("_rows", "timeline")

    def __init__(self) -> None:
        self._rows: tuple[dict[str, None], ...] = tuple({} for _ in TABLES)
        self.timeline: list[tuple[str, int]] = []

    def add(self, board: Board, fact: Fact, seq: int) -> None:
        """Note what a fact, already applied to the board, changes."""
        for index, field in named_by(type(fact)):
            self._rows[index][getattr(fact, field)] = None
        for incident in incidents_of(board, fact):
            self.timeline.append((incident, seq))
            self._rows[0][incident] = None

    def write(self, engine: Engine, board: Board) -> None:
        """Bring the projected tables up to the board, inside the open transaction."""
        if self.timeline:
            engine.execute_many(WRITE_TIMELINE, self.timeline)
        for table, ids in zip(TABLES, self._rows, strict=True):
            if ids:
                engine.execute_many(table.write, [table.row(board, id) for id in ids if id])


def incidents_of(board: Board, fact: Fact) -> Iterator[str]:
    """The incidents in whose timeline a fact stands: named by it, or reached through the episode, assignment … it names."""
    named = [incident for field in ("incident", "other") if (incident := getattr(fact, field, ""))]
    yield from named or filter(None, (_through(board, fact),))


def _through(board: Board, fact: Fact) -> str:
    for field in THROUGH:
        id = getattr(fact, field, "")
        if not id:
            continue
        if field == "assignment":
            return board.assignments.reach(id).incident
        episode = id if field == "episode" else _episode_of(board, field, id)
        return board.episodes.reach(episode).incident if episode else ""
    return ""


def _episode_of(board: Board, field: str, id: str) -> str:
    thing = board.follow_ups.find(id) if field == "follow_up" else board.reservations.find(id)
    return thing.episode if thing else ""


def is_current(engine: Engine) -> bool:
    """Whether the projected tables are there in the shape this version writes."""
    return "projection_version" in list_tables(engine) and engine.fetch("SELECT version FROM projection_version") == [(VERSION,)]


def rewrite(engine: Engine, board: Board, touched: Touched) -> None:
    """Drop and make the projected tables, inside the open transaction; ``touched`` saw every fact and ``board`` holds them all."""
    for name in ("projection_version", "timeline", *(table.name for table in TABLES)):
        engine.execute(f"DROP TABLE IF EXISTS {name}")
    for statement in STATEMENTS:
        engine.execute(statement.format(**TYPES[engine.name]))
    touched.write(engine, board)
    engine.execute("INSERT INTO projection_version (version) VALUES (?)", (VERSION,))
