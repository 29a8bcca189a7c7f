"""The worlds there are: this deployment's own, one for each imported history, and those fitted by command under other names."""

from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from alongside.evaluate.fitting.measured import Measured
from alongside.server.plan.histories import History, find_history, list_histories
from alongside.server.plan.worlds import join, kept
from alongside.server.plan.worlds.measuring import measure_file
from alongside.server.site.deployment import get_deployment
from alongside.server.site.own_world import open_own
from alongside.twin.planning.world import Mistake, PlanningWorld, read_world
from alongside.twin.today.keeping import open_today
from alongside.twin.world.numbers import load_world

TODAY = "today"
_fitting = Lock()


@dataclass(frozen=True)
class Shown:
    """One world; ``measured`` is None for this deployment's own."""

    name: str
    world: PlanningWorld
    measured: Measured | None


def list_names() -> list[str]:
    """This deployment's own first, then the imported histories, then what was fitted under other names."""
    histories = [one.name for one in list_histories()]
    others = [one.name for one in kept.list_kept(folder()) if one.name not in histories]
    return [TODAY, *(name for name in histories if name != TODAY), *(name for name in others if name != TODAY)]


def open_world(name: str) -> Shown | None:
    """The world of that name; None where there is none. Raises ``CannotFit`` for a history that says too little, ``Mistake`` for a file
    that is damaged."""
    if name == TODAY:
        return Shown(name, lived_world(), None)
    history = find_history(name)
    if history is not None:
        return open_fitted(history)
    found = kept.find_kept(folder(), name)
    return Shown(name, read_world(folder() / f"{name}.json"), found.measured) if found else None


def open_fitted(history: History) -> Shown:
    """Fitted when it is first looked at, and again when the history or the deployment's own world has changed."""
    own = own_world()
    with _fitting:  # a long history takes its time: those who look at it meanwhile wait for one fit, and start no other
        before = measured_before(history, own)
        measured = before or measure_file(history.file, history.zone, "behavioural", own.places)
        world = join.fitted_world(own, measured, history.name)
        if before is None:
            kept.keep(folder(), world, measured)
    return Shown(history.name, world, measured)


def measured_before(history: History, own: PlanningWorld) -> Measured | None:
    """What was measured for the same places since the history was imported."""
    path = folder() / f"{history.name}.json"
    found = kept.find_kept(folder(), history.name)
    if found is None or found.measured.wanted != "behavioural" or path.stat().st_mtime_ns < history.file.stat().st_mtime_ns:
        return None
    try:
        return found.measured if read_world(path).places == own.places else None
    except Mistake:
        return None


def lived_world() -> PlanningWorld:
    """Where this deployment's city is lived, and its plans begin: of its own figures, or the world it was started in."""
    deployment = get_deployment()
    return open_own(deployment.options, deployment.profile, deployment.travel, deployment.clock.now())


def own_world() -> PlanningWorld:
    """That of this deployment's own figures, which histories are fitted upon; kept beside the plans."""
    deployment = get_deployment()
    return open_today(folder().parent, deployment.profile, deployment.travel, load_world(), deployment.clock.now())


def folder() -> Path:
    """Where fitted worlds are kept."""
    return kept.folder_of(Path(get_deployment().options.data))
