"""Single words for the closed codes that appear in sentences."""

WORDS = {
    "nothing": "nothing", "yes": "yes", "no": "no",
    "assigned": "assigned", "acknowledged": "acknowledged", "enroute": "en route", "staged": "staged", "on_scene": "on scene",
    "with_person": "with the person", "transporting": "transporting", "at_place": "at the place", "cleared": "clear",
    "cancelled": "called off", "withdrawn": "taken back", "declined": "declined",
}  # fmt: skip
