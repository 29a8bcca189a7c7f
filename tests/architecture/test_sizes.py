"""Gate: functions and files are small (style.md's limits), and each gate catches a planted offender."""

import tomllib
from pathlib import Path

from tests.architecture import sizes
from tests.architecture.tree import File, list_ours, show

EXCEPTIONS = tomllib.loads((Path(__file__).parent / "exceptions.toml").read_text())
PAGES = (".ts", ".svelte")


def test_no_function_is_long() -> None:
    found = sizes.too_large(sizes.functions_of(list_ours("src/")), sizes.LONGEST_FUNCTION, EXCEPTIONS["functions"])
    assert not found, show(found)


def test_half_of_the_functions_are_a_few_lines() -> None:
    found = sizes.median_over(sizes.functions_of(list_ours("src/")), sizes.MEDIAN_FUNCTION, "function")
    assert not found, show(found)


def test_no_file_is_long() -> None:
    files = [*list_ours("src/", "bench/", "tests/"), *list_ours("web/", ends=PAGES), *list_ours("dev", ends=("dev",))]
    found = sizes.too_large(sizes.files_of(files), sizes.LONGEST_FILE, EXCEPTIONS["files"])
    assert not found, show(found)


def test_half_of_the_files_fit_a_screen() -> None:
    python, pages = sizes.files_of(list_ours("src/")), sizes.files_of(list_ours("web/src/", ends=PAGES))
    found = [*sizes.median_over(python, sizes.MEDIAN_FILE, "file"), *sizes.median_over(pages, sizes.MEDIAN_FILE, "page file")]
    assert not found, show(found)


def test_no_file_leans_on_many_others() -> None:
    files = [*list_ours("src/"), *list_ours("web/src/", ends=PAGES)]
    found = sizes.too_large(sizes.imports_per_file(files), sizes.MOST_IMPORTS, EXCEPTIONS["imports"])
    assert not found, show(found)


def test_gate_counts_a_long_function_inside_a_class() -> None:
    body = "\n".join(["class A:", "    def long(self):", *["        x = 1"] * 40])
    measured = sizes.functions_of([File("src/a.py", body)])
    assert measured == {"src/a.py::A.long": 41}
    assert sizes.too_large(measured, 40, {}) == ["src/a.py::A.long has 41, at most 40"]


def test_gate_reports_a_high_median() -> None:
    assert sizes.median_over({"a": 9, "b": 10, "c": 1}, 8, "function")
    assert not sizes.median_over({"a": 8, "b": 10, "c": 1}, 8, "function")


def test_gate_leaves_empty_files_out_of_the_median() -> None:
    assert sizes.files_of([File("a.py", ""), File("b.py", "x = 1\n")]) == {"b.py": 1}


def test_gate_counts_imports_in_python_and_pages() -> None:
    script = File("a.ts", "import a from 'a'\nimport {b} from 'b'\nconst important = 1\n")
    assert sizes.imports_per_file([script, File("a.py", "import os\ndef f():\n    from a import b\n")]) == {"a.ts": 2, "a.py": 2}


def test_an_exception_may_only_shrink() -> None:
    exceptions = {"grew": 310, "shrank": 330, "kept": 300, "gone": 400, "same": 350}
    found = sizes.too_large({"grew": 320, "shrank": 320, "kept": 299, "same": 350}, 300, exceptions)
    assert [complaint.split()[0] for complaint in found] == ["grew", "shrank", "kept", "gone"]
