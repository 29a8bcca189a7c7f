"""Every address the server answers, with what its row of the access table says. Django is asked in a process of its own."""

import json
import os
import subprocess
import sys
import tempfile
from functools import cache
from typing import NamedTuple

from tests.server.running import ROOT

ASK = """
import json, os
from alongside.server.site.own_sqlite import swap; swap()
os.environ["DJANGO_SETTINGS_MODULE"] = "alongside.server.site.settings"
import django; django.setup()
from django.urls import get_resolver
from alongside.server.site.routes import ROUTES
def walk(found, names="", at="/"):
    for one in found.url_patterns:
        if hasattr(one, "url_patterns"):
            yield from walk(one, names + (one.namespace + ":" if one.namespace else ""), at + str(one.pattern))
        else:
            yield names + str(one.name), at + str(one.pattern)
print(json.dumps([(name, path, ROUTES.get(name, "")) for name, path in walk(get_resolver())]))
"""


class Address(NamedTuple):
    """One address by name; ``what`` is empty where the access table has no row for it."""

    name: str
    path: str
    what: str

    @property
    def plain(self) -> bool:
        """Whether the address can be opened as it stands."""
        return "<" not in self.path


@cache
def list_addresses() -> list[Address]:
    """All of them."""
    with tempfile.TemporaryDirectory() as data:
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "ALONGSIDE_DATA": data}
        told = subprocess.run([sys.executable, "-c", ASK], env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
    return [Address(*one) for one in json.loads(told.stdout.splitlines()[-1])]
