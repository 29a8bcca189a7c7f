"""Gate: what is installed is what was locked, for a reason somebody wrote down; CI runs what people run."""

from tests.architecture import locks
from tests.architecture.tree import ROOT, show

GROUPS = ("tools", "run", "plan", "test", "ray")
LOCK = "django==5.2.1 \\\n    --hash=sha256:aa\nasgiref==3.0\n"


def asked_for(group: str) -> str:
    return (ROOT / f"requirements/{group}.in").read_text()


def lock_of(group: str) -> str:
    return (ROOT / f"requirements/{group}.lock").read_text()


def test_everything_asked_for_is_locked_with_hashes() -> None:
    found = [f"{group}: {complaint}" for group in GROUPS for complaint in locks.lock_complaints(asked_for(group), lock_of(group))]
    assert not found, show(found)


def test_lock_groups_agree() -> None:
    found = list(locks.disagreements({group: lock_of(group) for group in GROUPS}))
    assert not found, show(found)


def test_every_dependency_has_a_reason() -> None:
    package = ROOT / "web/package.json"
    names = [name for group in GROUPS for name in locks.direct(asked_for(group))]
    names += locks.direct_of_pages(package.read_text()) if package.exists() else []
    found = locks.unexplained(names, (ROOT / "docs/decisions/0002-dependencies.md").read_text())
    assert not found, show(f"docs/decisions/0002-dependencies.md does not say why {name} is here" for name in found)


def test_ci_runs_what_people_run_and_nothing_else() -> None:
    lines = [line for line in (ROOT / ".ci/run").read_text().splitlines() if line and not line.startswith("#")]
    assert lines == ['exec "$(dirname "$0")/../dev" test']


def test_gate_sees_what_a_lock_lacks() -> None:
    found = locks.lock_complaints("# why\ndjango~=5.2\nnumpy\n-r run.in\n", LOCK)
    assert [complaint.split()[0] for complaint in found] == ["numpy", "asgiref"]


def test_gate_sees_locks_that_disagree() -> None:
    found = locks.disagreements({"run": "a==1 \\\n", "plan": "a==1 \\\n", "test": "A==2 \\\n"})
    assert list(found) == ["a differs between run and test: run ./dev lock"]


def test_gate_sees_a_dependency_without_a_reason() -> None:
    assert locks.unexplained(["django", "numpy"], "| `Django` | because |\nnumpy is nice\n") == ["numpy"]
