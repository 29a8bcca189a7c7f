"""One task tells every reader. A frame is the same for all of an audience, so nobody needs a task that wakes for it.

The server program takes what is sent into the connection's own queue without making us wait, so a reader that does not read keeps nobody
else waiting (tests/server/site/test_02_stream.py).
"""

import asyncio

from alongside.server.site.feed.feed import Feed

AT_ONCE = 100  # readers told before requests get a turn


async def tell_all(feed: Feed) -> None:
    """Runs until the server ends."""
    while True:
        changed = feed.changed
        for count, reader in enumerate(tuple(feed.readers), 1):
            try:
                await reader.tell()
            except Exception as broken:  # noqa: BLE001  (raised where that stream is served; everybody else must be told)
                reader.end(broken)
            if count % AT_ONCE == 0:
                await asyncio.sleep(0)
        await changed.wait()
