"""A replay that is watched: the server somebody at a terminal starts."""

from pathlib import Path

from tests.server.running import Server


class Replaying(Server):
    """`alongside replay --watch`, as somebody at a terminal starts it."""

    def __init__(self, data: Path, history: Path, *options: str) -> None:
        self.history = history
        super().__init__(data, *options)

    @property
    def command(self) -> list[str]:
        return [
            "-m", "alongside", "replay", "--source", "san-diego", "--date", "2023-01-14", "--program", "pert", "--watch",
            "--history", str(self.history), "--out", str(self.data / "day"), "--port", str(self.port), *self.options,
        ]  # fmt: skip
