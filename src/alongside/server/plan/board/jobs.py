"""What was asked to be tried: a folder for each question, a queue by the time it was asked. Nothing here runs anything."""

import shutil
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from alongside.twin.whatif.moves import CannotBe
from alongside.twin.whatif.plan import MARK
from alongside.twin.whatif.told import ASKED, ENDED, FOUND, JOB, PROGRESS, STOP, Asked, Ended, Found, Job, Progress, read, write

MOST_WAITING, MOST_OWN = 20, 5  # one at a time is lived: nobody's questions keep everybody else's waiting for days
MOST_TRIED = 100  # folders; calls for help are kept on the same disk, and what is asked again is lived again, to the same figures


class Standing(NamedTuple):
    """How a question stands. ``state``: "" (never asked), waiting, running, done, stopped, failed; ``ahead``: how many come first;
    ``why`` it ended, by a code, with what its sentence says in ``told``."""

    state: str
    ahead: int = 0
    progress: Progress | None = None
    found: Found | None = None
    why: str = ""
    told: Mapping[str, str] = {}

    @property
    def is_open(self) -> bool:
        """Whether something is still to come."""
        return self.state in ("waiting", "running")


class Jobs:
    """Kept in a folder, so that a restart forgets nothing: what was asked and has not ended goes on."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.queue = folder / "tried", folder / "queue"

    def ask(self, job: Job, by: str) -> str:
        """Its mark. Asked twice is asked once; what was stopped goes on where it was. Raises :class:`CannotBe` where too many wait."""
        mark = job.mark()
        folder = self.folder / mark
        ended = read(folder, ENDED, Ended)
        if ended is not None and ended.how == "done" or (self.queue / f"{mark}.json").exists():
            return mark
        self._must_have_room(by)
        self._forget(mark)
        for one in (folder / "parts", self.queue):
            one.mkdir(parents=True, exist_ok=True)
        for name in (STOP, ENDED):
            (folder / name).unlink(missing_ok=True)
        write(folder, JOB, job)
        asked = Asked(at=time.time_ns() // 1_000_000, by=by)
        write(folder, ASKED, asked)
        write(self.queue, f"{mark}.json", asked)
        return mark

    def stop(self, mark: str) -> None:
        """Somebody wants it no more; what it found so far is kept."""
        if MARK.fullmatch(mark) and (self.queue / f"{mark}.json").exists():
            (self.folder / mark / STOP).touch()

    def standing(self, mark: str) -> Standing:
        """How it stands."""
        folder = self.folder / mark
        found, ended, progress = read(folder, FOUND, Found), read(folder, ENDED, Ended), read(folder, PROGRESS, Progress)
        waiting = self.waiting()
        if mark in waiting:
            ahead = waiting.index(mark)
            return Standing("waiting" if ahead else "running", ahead, progress, found)
        return Standing(ended.how, 0, progress, found, ended.why, ended.told) if ended else Standing("", 0, None, found)

    def waiting(self) -> list[str]:
        """Marks of all that have not ended, in the order they were asked."""
        return [mark for _at, mark, _by in self._asked()]

    def _asked(self) -> list[tuple[int, str, str]]:
        found = [(read(self.queue, path.name, Asked), path.stem) for path in self.queue.glob("*.json")]
        return sorted((asked.at, mark, asked.by) for asked, mark in found if asked)

    def _must_have_room(self, by: str) -> None:
        asked = self._asked()
        if len(asked) >= MOST_WAITING:
            raise CannotBe("queue_full", most=MOST_WAITING)
        if sum(whose == by for _at, _mark, whose in asked) >= MOST_OWN:
            raise CannotBe("own_full", most=MOST_OWN)

    def _forget(self, mark: str) -> None:
        """What was asked longest ago makes room for one more; never what waits."""
        staying = {mark, *self.waiting()}
        old = sorted((path for path in self.folder.glob("*") if path.name not in staying), key=lambda path: (path.stat().st_mtime_ns, path))
        for path in old[: max(0, len(old) + len(staying) - MOST_TRIED)]:
            shutil.rmtree(path, ignore_errors=True)

    def end(self, mark: str, how: str, why: str = "", **told: str) -> None:
        """It is over; where its own process did not say how, this does."""
        folder = self.folder / mark
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / ENDED).exists():
            write(folder, ENDED, Ended(how=how, why=why, told=told))
        (self.queue / f"{mark}.json").unlink(missing_ok=True)
