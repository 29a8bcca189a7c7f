"""Files that are broken: one clear sentence, or the broken line set aside and every other line taken."""

import gzip
import json
import zipfile

import polars as pl
import pytest

from alongside.evaluate.history.batch import Unreadable
from alongside.evaluate.history.importing import import_cad

from .conftest import FILES, HEAD

GOOD = "A,2025-06-01 10:00:00,,,,Alarm,,P,39,-92,"
MAPPING = FILES / "rivertown.yaml"


def test_1_a_megabyte_in_a_narrative_is_cut_and_flagged(take):
    report, calls, _ = take(f'A,2025-06-01 10:00:00,,,,Alarm,,P,39,-92,"{"x" * 1_000_000}"', GOOD)
    assert (report.flags["text_cut"], calls["narrative"].str.len_chars().to_list()) == (1, [100, None])


def test_2_a_megabyte_in_a_call_type_is_set_aside_with_its_length(take):
    _, calls, aside = take(f"A,2025-06-01 10:00:00,,,,{'x' * 1_000_000},,P,39,-92,", GOOD)
    assert (calls.height, aside["column"][0], aside["detail"][0]) == (1, "Kind", "the field holds 1000000 characters; the most is 500")


def test_3_a_quotation_never_closed_costs_its_own_line_only(take):
    report, calls, aside = take(GOOD, 'B,2025-06-01 10:01:00,,,,"Alarm,,P,39,-92,', GOOD.replace("A,", "C,"), GOOD.replace("A,", "D,"))
    assert (calls["source_id"].to_list(), aside["row"].to_list(), report.reconciles) == (["A", "C", "D"], [3], True)


def test_4_a_mark_that_is_only_a_mark_is_kept(take):
    _, calls, _ = take("A,2025-06-01 10:00:00,,,,Fight,,P,39,-92,a man 6' 2\" tall", GOOD)
    assert calls["narrative"][0] == "a man 6' 2\" tall"


def test_5_too_many_and_too_few_fields_do_not_cancel_out(take):
    _, calls, aside = take(GOOD, GOOD + ",more", "B,2025-06-01 10:00:00,,,,Alarm,,P,39,-92", GOOD)
    assert (calls["row"].to_list(), aside["row"].to_list()) == ([2, 5], [3, 4])


def test_6_the_header_in_the_middle_and_blank_lines(take):
    report, calls, aside = take(GOOD, "", HEAD, GOOD)
    assert (report.rows_read, calls["row"].to_list(), aside["reason"].to_list()) == (3, [2, 5], ["time unreadable"])


def test_7_windows_line_ends_a_byte_order_mark_and_bytes_that_are_no_text(tmp_path):
    source = tmp_path / "odd.csv"
    source.write_bytes(b"\xef\xbb\xbf" + HEAD.encode() + b"\r\n" + GOOD.replace("Alarm", "Caf\u00e9").encode("latin-1") + b"\r\n")
    import_cad(source, MAPPING, tmp_path / "out")
    assert pl.read_parquet(tmp_path / "out" / "calls.parquet").select("type", "narrative").rows() == [("Caf\ufffd", None)]


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("a.csv", b"", "the file is empty"),
        ("a.csv", b"No,Received\nA,2025-06-01 10:00:00\n", "the column “Kind” that the mapping needs is not there"),
        ("a.csv.gz", gzip.compress(b"No,Received\n" * 9000, mtime=0)[:60], "cannot be read to its end"),
    ],
)
def test_8_a_file_that_cannot_be_read_is_refused_in_a_sentence(tmp_path, name, body, words):
    (tmp_path / name).write_bytes(body)
    with pytest.raises(Unreadable, match=words):
        import_cad(tmp_path / name, MAPPING, dry_run=True)


def test_9_a_page_that_is_the_servers_error_is_refused(tmp_path):
    (tmp_path / "page.json").write_text(json.dumps({"error": {"code": 400}}))
    with pytest.raises(Unreadable, match="holds the server's error"):
        import_cad(tmp_path, "baltimore", dry_run=True)


def test_10_pages_say_when_the_server_held_more(tmp_path):
    for number in (1, 2):
        row = {"callNumber": f"P{number}", "callDateTime": 1_600_000_000_000 + number, "description": "ALARM", "priority": "Low"}
        wanted = {"PolicePost": 1, "incidentLocation": "1 MAIN ST", "location": None}
        page = {"features": [{"attributes": {**row, **wanted}}], "exceededTransferLimit": number == 1}
        (tmp_path / f"{number}.json").write_text(json.dumps(page))
    report = import_cad(tmp_path, "baltimore", tmp_path / "out")
    assert (report.rows_read, report.notes) == (2, ["1.json: the server held more rows than this page (exceededTransferLimit)"])
    assert pl.read_parquet(tmp_path / "out" / "calls.parquet")["received_at"].to_list() == [1_600_000_000_001, 1_600_000_000_002]


def test_11_zip_gzip_and_plain_give_the_same_calls(tmp_path):
    text = (FILES / "rivertown.csv").read_bytes()
    (tmp_path / "plain.csv").write_bytes(text)
    (tmp_path / "packed.csv.gz").write_bytes(gzip.compress(text))
    with zipfile.ZipFile(tmp_path / "packed.zip", "w") as archive:
        archive.writestr("inside.csv", text)
    made = []
    for name in ("plain.csv", "packed.csv.gz", "packed.zip"):
        import_cad(tmp_path / name, MAPPING, tmp_path / name.replace(".", "-"))
        made.append(pl.read_parquet(tmp_path / name.replace(".", "-") / "calls.parquet").drop("file"))
    assert made[0].equals(made[1])
    assert made[0].equals(made[2])


def test_12_a_mark_that_swallows_the_lines_below_costs_its_own_line_only(take):
    lines = [GOOD, 'B,2025-06-01 10:01:00,,,,"Alarm,,P,39,-92,', GOOD.replace("A,", "C,"), 'D,2025-06-01 10:03:00,,,,Fight",,P,39,-92,']
    report, calls, aside = take(*lines)
    assert (calls["source_id"].to_list(), aside.select("row", "reason").rows()) == (["A", "C", "D"], [(3, "quotation never closed")])
    assert report.reconciles
