"""Gate: every relative link of the documentation leads somewhere."""

from pathlib import Path

from tests.architecture import links
from tests.architecture.tree import ROOT, File, list_committed, show


def test_every_relative_link_leads_somewhere() -> None:
    pages = [file for file in list_committed() if file.path.endswith(".md")]
    found = list(links.broken_links(pages, ROOT))
    assert not found, show(found)


def test_gate_sees_a_missing_file_and_a_missing_heading(tmp_path: Path) -> None:
    (tmp_path / "here.md").write_text("# The one promise\n")
    page = File("a.md", "[a](here.md) [b](gone.md) [c](here.md#the-one-promise) [d](here.md#other) ![e](f.png) [g](https://h.org) `[i](j)`")
    assert [complaint.split()[3].strip(",") for complaint in links.broken_links([page], tmp_path)] == ["gone.md", "here.md#other", "f.png"]


def test_gate_follows_links_from_a_folder_below(tmp_path: Path) -> None:
    (tmp_path / "README.md").touch()
    (tmp_path / "docs").mkdir()
    assert list(links.broken_links([File("docs/a.md", '[up](../README.md) <img src="../README.md">')], tmp_path)) == []
