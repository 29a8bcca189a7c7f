"""What is known of a hold for its official form: codes in words, moments on local clocks, and the words to ask the vault for."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from alongside.core.holds.counting import local_ms
from alongside.core.holds.state import Hold
from alongside.core.party import Reference
from alongside.core.state import Episode
from alongside.server.official.known import Known
from alongside.server.records.open import Words
from alongside.server.site.looking import Look
from alongside.server.site.sentences import translate
from alongside.server.site.words import LANGUAGE_NAMES, WORDS

OF_THE_PERSON = ("name", "other_names", "birth_date", "address", "phone")


class Gathered(NamedTuple):
    """Everything but protected words: ``references`` are for the reader to ask for, by what they are called in a mapping."""

    words: Mapping[str, str]
    moments: Mapping[str, datetime]
    truths: frozenset[str]
    references: Mapping[str, tuple[Reference, ...]]

    def all(self) -> list[Reference]:
        """What to ask the vault for."""
        return [one for listed in self.references.values() for one in listed]

    def with_words(self, read: Words) -> Known:
        """With what this reader may see; the rest stays a line to write on."""
        told = {source: _said(read, listed) for source, listed in self.references.items()}
        born = _day(told.get("birth_date", ""))
        return Known({**self.words, **told}, {**self.moments, **({"birth_date": born} if born else {})}, self.truths)


def gather(seen: Look, episode: Episode, one: Hold, language: str, number: int) -> Gathered:
    """``language``: that of the form."""
    words, references = _words(seen, one, language, number), dict(_references(seen, episode, one))
    return Gathered(words, dict(_moments(seen, one)), _truths(one, episode), references)


def _said(read: Words, listed: tuple[Reference, ...]) -> str:
    return " ".join(read[one.vault_id] for one in listed if one.vault_id in read)


def _words(seen: Look, one: Hold, language: str, number: int) -> dict[str, str]:
    names = seen.deployment.names
    _, spoken, how, _, why = one.advised or (0, "", "", False, "")
    return {
        "incident": str(number),
        "jurisdiction": names.label(f"jurisdiction.{one.jurisdiction}", language),
        "hold_kind": names.label(f"hold_kind.{one.kind}", language),
        "grounds": "; ".join(names.label(f"criterion.{code}", language) for code in one.criteria),
        "author": names.person(one.author),
        "role": names.label(f"role.{one.role}", language),
        "agency": names.label(f"agency.{one.agency}", language),
        "facility": names.facility(one.facility) if one.facility else "",
        "advised_language": translate(LANGUAGE_NAMES.get(spoken, spoken), language) if spoken else "",
        "advised_how": translate(WORDS.get(how, how), language) if how else "",
        "advised_why_not": translate(WORDS.get(why, why.replace("_", " ")), language) if why else "",
    }


def _moments(seen: Look, one: Hold) -> Iterator[tuple[str, datetime]]:
    """Those there are. An instant of the law's own clocks, so that what stands on the paper is what a clock on the wall said."""
    law = seen.asking.rules.jurisdiction
    known = {"started_at": one.started_at, "written_at": one.written_at, "latest_at": one.latest_at}
    known |= {"advised_at": one.advised[0]} if one.advised else {}
    known |= {f"notice.{notice}": at for notice, at in one.served}
    for name, at in known.items():
        yield name, datetime.fromtimestamp(local_ms(law, at) / 1000, UTC)


def _truths(one: Hold, episode: Episode) -> frozenset[str]:
    told = {f"criterion.{code}" for code in one.criteria} | {f"role.{one.role}", "minor" if episode.minor else "adult"}
    if one.advised:
        told |= {"advised", "advised_whole" if one.advised[3] else "advised_partly"}
    return frozenset(told | {f"notice.{notice}" for notice, _ in one.served})


def _references(seen: Look, episode: Episode, one: Hold) -> Iterator[tuple[str, tuple[Reference, ...]]]:
    """Who the person is, by the newest entry of each kind that holds, and the facts of the hold."""
    board = seen.view.board
    person = board.people.find(episode.person) if episode.person else None
    items = [item for id in (person.items if person else ()) if (item := board.items.find(id)) and not item.state]
    for source in OF_THE_PERSON:
        if newest := next((item for item in reversed(items) if item.field == source), None):
            yield source, newest.words
    yield "facts", one.words


def _day(text: str) -> datetime | None:
    """A day as it is kept; None where somebody wrote it otherwise, which then stands as it was written."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError:
        return None
