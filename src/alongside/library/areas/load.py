"""Reading an area's folder: area.yaml names the rest."""

import os
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from alongside.core.rules import Beat
from alongside.core.travel import Spot
from alongside.library.areas.area import Area, Neighbourhood, Post
from alongside.library.areas.facilities import read_facilities
from alongside.library.areas.fields import check_unique, rows, slug, spot, text, whole, words
from alongside.library.reading import Mistake, Reading, read_yaml

HERE = Path(__file__).parent
LAYERS = ("major", "middle", "local")


def list_areas() -> list[str]:
    """The names of the bundled areas."""
    return sorted(path.parent.name.replace("_", "-") for path in HERE.glob("*/area.yaml"))


def find_folder(name_or_path: str | Path) -> Path:
    """The folder of a bundled area or one built into the data folder, by name, or any folder with an area.yaml. Raises ``Mistake``."""
    built = Path(os.environ.get("ALONGSIDE_DATA", "var")) / "areas" / str(name_or_path)
    for folder in (Path(name_or_path), HERE / str(name_or_path).replace("-", "_"), built):
        if (folder / "area.yaml").is_file():
            return folder.resolve()
    known = ", ".join(list_areas())
    raise Mistake("area.yaml", 1, "", f"there is no area “{name_or_path}”: name one of {known}, or a folder made by area build")


def load_area(name_or_path: str | Path) -> Area:
    """Read an area. Raises ``Mistake`` naming file, line and field of what is wrong."""
    folder = find_folder(name_or_path)
    main = read_yaml(folder / "area.yaml")
    return Area(
        name=slug(main, "name"),
        title=text(main, "title"),
        zone=read_zone(main),
        bounds=read_bounds(main),
        beats=read_beats(read_yaml(folder / "beats.yaml")),
        posts=read_posts(read_yaml(folder / "posts.yaml")),
        facilities=read_facilities(read_yaml(folder / "facilities.yaml")),
        neighbourhoods=read_neighbourhoods(main),
        roads=a_file(main, folder, "roads"),
        speeds=a_file(main, folder, "speeds") if main.find("speeds") else HERE / "speeds.yaml",
        streets={layer: a_file(main, folder, "streets", layer) for layer in LAYERS},
        attribution=text(main, "attribution"),
        invented=text(main, "invented"),
        limits=words(main, "limits"),
        grid=a_file(main, folder, "grid") if main.find("grid") else None,
        calibration=a_file(main, folder, "calibration") if main.find("calibration") else None,
    )


def a_file(main: Reading, folder: Path, *where: str) -> Path:
    """A file of the area's own folder that exists."""
    path = folder / text(main, *where)
    if path.parent != folder or not path.is_file():
        raise main.mistake("must name a file of this folder", *where)
    return path


def read_zone(main: Reading) -> str:
    zone = text(main, "zone")
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise main.mistake("must be a time zone of the IANA list, such as America/Denver", "zone") from error
    return zone


def read_bounds(main: Reading) -> tuple[Spot, Spot]:
    south_west, north_east = spot(main, "bounds", "south_west"), spot(main, "bounds", "north_east")
    if not (south_west.lat < north_east.lat and south_west.lon < north_east.lon):
        raise main.mistake("south_west must lie south and west of north_east", "bounds")
    return south_west, north_east


def read_neighbourhoods(main: Reading) -> tuple[Neighbourhood, ...]:
    part = "neighbourhoods"
    if main.find(part) is None:
        return ()
    return tuple(
        Neighbourhood(text(main, part, row, "label"), spot(main, part, row, "spot"), whole(main, part, row, "radius_m", least=1))
        for row in rows(main, part)
    )


def read_beats(reading: Reading) -> tuple[Beat, ...]:
    """Rings of at least three corners, closed on reading."""
    part = "beats"
    beats = tuple(
        Beat(slug(reading, part, row, "id"), text(reading, part, row, "label"), read_ring(reading, row)) for row in rows(reading, part)
    )
    check_unique(reading, part, tuple(beat.id for beat in beats))
    return beats


def read_ring(reading: Reading, row: int) -> tuple[Spot, ...]:
    where = ("beats", row, "ring")
    ring = tuple(spot(reading, *where, corner) for corner in rows(reading, *where))
    if len(ring) < 3:
        raise reading.mistake("must have at least three corners", *where)
    return ring if ring[0] == ring[-1] else (*ring, ring[0])


def read_posts(reading: Reading) -> tuple[Post, ...]:
    part = "posts"
    posts = tuple(read_post(reading, part, row) for row in rows(reading, part))
    check_unique(reading, part, tuple(post.id for post in posts))
    return posts


def read_post(reading: Reading, *at: str | int) -> Post:
    return Post(slug(reading, *at, "id"), text(reading, *at, "label"), spot(reading, *at, "spot"), words(reading, *at, "kinds"))
