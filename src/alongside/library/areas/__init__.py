"""A bundled place to run in: roads, beats, posts, facilities. Data an agency changes without a programmer."""

from alongside.library.areas.area import Area, Neighbourhood, Post
from alongside.library.areas.load import list_areas, load_area

__all__ = ["Area", "Neighbourhood", "Post", "list_areas", "load_area"]
