"""One hold's official form for one reader: found, what is known gathered, words read as the rules let them, and filled."""

from typing import Any, NamedTuple

from django.http import HttpRequest

from alongside.core.holds.rules import HoldKind
from alongside.core.sharing.share import Withheld
from alongside.server.holds.gathering import Gathered, gather
from alongside.server.holds.rows import last_hold
from alongside.server.official.filling import Filled, fill
from alongside.server.official.keeping import Official, find_official
from alongside.server.official.sheets import Continued
from alongside.server.site.looking import Look, look, read_words
from alongside.server.site.persons import person_row
from alongside.server.site.purposes import purpose_of


class Paper(NamedTuple):
    """One hold's form before its words are read."""

    told: dict[str, Any]
    official: Official
    gathered: Gathered | None


def see_paper(request: HttpRequest, episode: str) -> Paper:
    """Without a word of the vault yet. Raises ``Http404`` alike for what is not there and what is not theirs."""
    with look(request) as seen:
        id = last_hold(seen, seen.episode(episode).id).id
        data, law, kind = seen.deployment.options.data, seen.asking.rules.jurisdiction, _kind_of(seen, id)
    official = find_official(data, law, kind) if kind else Official(why="none")  # read from the disk while the board is free
    with look(request) as seen:
        found = seen.episode(episode)
        told = person_row(seen.view, found)
        one, filling = seen.view.board.holds.reach(id), official.filling
        gathered = gather(seen, found, one, filling.language, told["number"]) if filling else None
    return Paper(told, official, gathered)


def _kind_of(seen: Look, hold: str) -> HoldKind | None:
    """None where another law counts here now than the hold was written under."""
    one, law = seen.view.board.holds.reach(hold), seen.asking.rules.jurisdiction
    return law.find_kind(one.kind) if law.id == one.jurisdiction else None


def fill_paper(request: HttpRequest, paper: Paper) -> tuple[Filled, list[Withheld]]:
    """Filled for this reader, and why something was withheld from it."""
    assert paper.gathered is not None
    assert paper.official.filling is not None
    read = read_words(request, paper.gathered.all(), purpose_of(request.actor))
    notices = getattr(request, "notices", None) or {}
    beside = [Continued("42 CFR 2.32", notices["text"])] if notices.get("text") else []
    known = paper.gathered.with_words(read)
    filled = fill(paper.official.content, paper.official.filling, known, str(paper.told["number"]), beside)
    return filled, list(read.withheld.values())
