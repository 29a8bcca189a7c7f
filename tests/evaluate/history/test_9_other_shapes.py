"""Excel, Parquet, one row a unit, hourly telephone tables: the same rules whatever the shape."""

import zipfile

import polars as pl
import pytest

from alongside.evaluate.history.batch import Unreadable
from alongside.evaluate.history.importing import import_cad
from alongside.evaluate.history.shape import has, names_of

from .conftest import FILES, HEAD

MAPPING = (FILES / "rivertown.yaml").read_text()
UNITS = """\
name: rivertown_fire
about: One row a unit.
zone: America/Chicago
units: {call: Call, unit: Unit}
times:
  received_at: {column: Received, epoch: s}
  dispatched_at: {column: Sent, epoch: s}
  arrived_at: {column: There, epoch: s, optional: true}
  cleared_at: {column: Free, epoch: s, optional: true}
response: {column: Minutes, unit: minutes}
texts:
  source_id: {column: Call}
  type: {column: Kind}
"""
PHONE = """\
name: rivertown_phone
kind: phone
about: Hours of the telephone.
zone: America/Chicago
times: {received_at: {column: Hour, format: "%m/%d/%Y %H:%M"}}
lines: {emergency: {"10": E10, abandoned: EAB, all: E}}
"""


def write_excel(path, rows):
    """The smallest workbook that Excel itself would open."""
    cells = "".join("<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>" for row in rows)
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.'
        f'openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{relation}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {space} xmlns:r="{relation}"><sheets>'
        '<sheet name="Calls" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{relation}/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f"<worksheet {space}><sheetData>{cells}</sheetData></worksheet>",
    }
    with zipfile.ZipFile(path, "w") as book:
        for name, body in parts.items():
            book.writestr(name, body)


def test_1_an_excel_sheet_is_numbered_as_excel_shows_it(tmp_path):
    good = ["A", "2025-06-01 10:00:00", "", "", "", "Alarm", "", "P", "39", "-92", ""]
    write_excel(tmp_path / "calls.xlsx", [HEAD.split(","), good, [*good[:1], "soon", *good[2:]]])
    (tmp_path / "m.yaml").write_text(MAPPING + "file: {format: excel, sheet: Calls}\n")
    report = import_cad(tmp_path / "calls.xlsx", tmp_path / "m.yaml", tmp_path / "out")
    calls = pl.read_parquet(tmp_path / "out" / "calls.parquet").select("row", "type", "lat")
    assert (report.rows_read, calls.rows()) == (2, [(2, "Alarm", 39_000_000)])
    assert pl.read_parquet(tmp_path / "out" / "set_aside.parquet").select("row", "reason").rows() == [(3, "time unreadable")]


def test_2_a_sheet_that_is_not_there_is_refused(tmp_path):
    write_excel(tmp_path / "calls.xlsx", [HEAD.split(",")])
    (tmp_path / "m.yaml").write_text(MAPPING + "file: {format: excel, sheet: Nowhere}\n")
    with pytest.raises(Unreadable, match="cannot be read as an Excel workbook"):
        import_cad(tmp_path / "calls.xlsx", tmp_path / "m.yaml", dry_run=True)


def test_3_parquet_reads_as_the_text_it_came_from(tmp_path):
    pl.read_csv(FILES / "rivertown.csv", infer_schema=False, truncate_ragged_lines=True).write_parquet(tmp_path / "calls.parquet")
    (tmp_path / "m.yaml").write_text(MAPPING + "file: {format: parquet}\n")
    report = import_cad(tmp_path / "calls.parquet", tmp_path / "m.yaml", dry_run=True)
    assert (report.rows_read, report.rows_set_aside, report.reconciles) == (13, 2, True)  # a table has no line with too few fields


def test_4_unit_rows_become_one_call(tmp_path):
    rows = [
        "Call,Unit,Received,Sent,There,Free,Minutes,Kind",
        "7,E1,1700000000,1700000100,1700000500,1700001000,8.5,Fire",
        "7,M2,1700000000,1700000060,1700000400,1700003000,7,Medical",
        "8,E1,1700005000,1700005060,,1700005100,,Alarm",
        ",E9,1700006000,1700006060,,,,Alarm",
    ]
    (tmp_path / "units.csv").write_text("\n".join([*rows, ""]))
    (tmp_path / "units.yaml").write_text(UNITS)
    report = import_cad(tmp_path / "units.csv", tmp_path / "units.yaml", tmp_path / "out")
    calls = pl.read_parquet(tmp_path / "out" / "calls.parquet")
    assert (report.rows_read, report.rows_merged, report.calls, report.reconciles) == (4, 1, 3, True)
    seven = calls.row(0, named=True)
    assert (seven["units"], seven["dispatched_at"], seven["cleared_at"]) == (2, 1_700_000_060_000, 1_700_003_000_000)
    assert (seven["type"], names_of(seven["flags"])) == ("Medical", ("units_disagree",))  # the first unit sent was M2
    assert seven["stated_response_ms"] == 420_000
    assert calls.filter(has("no_number"))["row"].to_list() == [5]


def test_5_hours_of_the_telephone_become_counts(tmp_path):
    lines = ["Hour,E10,EAB,E", "11/2/2025 0:00,4,1,5", "11/2/2025 1:00,3,0,3", "11/2/2025 1:00,2,0,2", "11/2/2025 2:00,none,0,1", ""]
    (tmp_path / "phone.csv").write_text("\n".join(lines))
    (tmp_path / "phone.yaml").write_text(PHONE)
    report = import_cad(tmp_path / "phone.csv", tmp_path / "phone.yaml", tmp_path / "out")
    hours = pl.read_parquet(tmp_path / "out" / "phone.parquet")
    assert (report.rows_read, report.rows_taken, report.rows_set_aside, report.reconciles) == (4, 3, 1, True)
    assert hours.filter(pl.col("waited") == "all").select("row", "calls").rows() == [(2, 5), (3, 3), (4, 2)]
    assert hours["flags"].to_list()[3] == 16  # the hour that came twice
