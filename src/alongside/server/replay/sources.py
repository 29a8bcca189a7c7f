"""Which real days there are, and where their files lie."""

from dataclasses import dataclass
from pathlib import Path

from alongside.server.replay.refused import ReplayRefused

ROOT = Path(__file__).parents[4]


@dataclass(frozen=True)
class Source:
    """One call history: its files below the data folder, the mappings that read them, and the table that gives levels."""

    name: str
    title: str
    folder: str
    calls: str
    mapping: str
    geocoded: str
    geocoded_mapping: str
    types: str
    zone: str
    time_column: str
    licence: str


SOURCES = {
    "san-diego": Source(
        name="san-diego",
        title="San Diego, California",
        folder="san_diego_pd_cfs_2023_01",
        calls="pd_calls_for_service_2023-01.csv.gz",
        mapping="san_diego",
        geocoded="geocoded_subset.csv.gz",
        geocoded_mapping="san_diego_geocoded",
        types="san_diego_types",
        zone="America/Los_Angeles",
        time_column="date_time",
        licence="City of San Diego open data, ODC-PDDL (public domain)",
    )
}


def find_source(name: str) -> Source:
    """The source of that name, or a sentence that lists them."""
    if name not in SOURCES:
        raise ReplayRefused(f"There is no source “{name}”; choose one of {', '.join(SOURCES)}.")
    return SOURCES[name]


def find_file(source: Source, name: str, data: Path | None) -> Path:
    """A file of the source: below ``data``, or beside the project in ``shared/data``. Refused with where it was looked for."""
    folder = (data or ROOT.parent / "shared" / "data") / source.folder
    path = folder / name
    if not path.is_file():
        raise ReplayRefused(
            f"The history of {source.title} is not here: {name} was looked for in {folder}; give its parent folder with --history."
        )
    return path
