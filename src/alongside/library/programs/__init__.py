"""Program profiles: one folder of data each. ``load_program`` reads one, ``load_rules`` gives the core's part of it."""

from alongside.library.programs.load import load_program, load_rules
from alongside.library.programs.profile import Agency, Profile, RosterUnit, Staff
from alongside.library.programs.sources import list_programs

__all__ = ["Agency", "Profile", "RosterUnit", "Staff", "list_programs", "load_program", "load_rules"]
