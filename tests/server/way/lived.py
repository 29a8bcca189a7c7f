"""``python -m tests.server.way.lived FOLDER``: a new demo ledger with the one person's whole way, and not an hour of the city."""

import asyncio
import os
import sys
from importlib import import_module
from pathlib import Path


async def play() -> str:
    """How many steps were granted, of how many."""
    import_module("alongside.server.site.asgi")  # sets Django up as the server does it
    from alongside.server.first_look.way_steps import load_way
    from alongside.server.first_look.whole_way import WholeWay
    from alongside.server.site.opening import open_deployment
    from alongside.server.site.options import Options

    options = Options(data=Path(os.environ["ALONGSIDE_DATA"]), quiet=True)
    deployment = await asyncio.to_thread(open_deployment, options, asyncio.get_running_loop())
    granted = await asyncio.to_thread(WholeWay(deployment).play)
    await asyncio.to_thread(deployment.close)
    return f"{granted} of {len(load_way().steps)}"


if __name__ == "__main__":
    os.environ["ALONGSIDE_DATA"] = sys.argv[1]
    sys.stdout.write(f"{asyncio.run(play())}\n")
