"""Invented forms, made by other programs than the one that fills them: ReportLab's, and one written by hand as courts' tools write them."""

import zlib
from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

PAGE = (612, 792)


def make_paper(*, locked: bool = False, link: bool = False, packed: bool = False) -> bytes:
    """A page with one field of each kind."""
    written = BytesIO()
    lock = StandardEncryption("", "owner", canModify=0) if locked else None
    sheet = canvas.Canvas(written, pagesize=PAGE, pageCompression=int(packed), encrypt=lock, invariant=1)
    fields, told = sheet.acroForm, {"borderWidth": 0.5, "fontSize": 11, "height": 20}
    sheet.drawString(54, 740, "APPLICATION FOR EMERGENCY DETENTION (invented)")
    fields.textfield(name="Person Name", x=120, y=692, width=200, **told)
    fields.textfield(name="DOB", x=370, y=692, width=100, **told)
    fields.checkbox(name="Danger to self", x=160, y=655, size=16)
    fields.checkbox(name="Danger to others", x=160, y=635, size=16)
    for option, x in (("officer", 160), ("clinician", 290)):
        fields.radio(name="By", value=option, x=x, y=595, size=16)
    facts = {**told, "height": 90, "fieldFlags": "multiline", "maxlen": 20_000}
    fields.textfield(name="Facts", x=120, y=480, width=400, **facts)
    fields.textfield(name="Case", x=120, y=440, width=120, maxlen=8, **{**told, "fieldFlags": "comb"})
    fields.choice(name="Ground", x=120, y=400, width=160, options=["-", "self", "others"], value="-", **told)
    fields.textfield(name="Detained", x=120, y=362, width=120, **told)
    fields.textfield(name="Until", x=320, y=362, width=120, **told)
    fields.textfield(name="Signature", x=120, y=300, width=200, **told)
    if link:
        sheet.linkURL("https://court.example", (54, 200, 200, 220))
    sheet.showPage()
    sheet.save()
    return written.getvalue()


def make_picture() -> bytes:
    """A form without a field to fill."""
    written = BytesIO()
    sheet = canvas.Canvas(written, pagesize=PAGE, pageCompression=0, invariant=1)
    sheet.drawString(54, 740, "NAME ______________")
    sheet.save()
    return written.getvalue()


NESTED = (
    b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R 8 0 R]/DA(/Helv 0 Tf 0 g)>>>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Annots[6 0 R 7 0 R 9 0 R 10 0 R]>>",
    b"<</T(person)/Kids[5 0 R 10 0 R]>>",
    b"<</T(name)/TU(Name of the person)/FT/Tx/Parent 4 0 R/Kids[6 0 R 7 0 R]>>",
    b"<</Type/Annot/Subtype/Widget/Parent 5 0 R/Rect[100 700 300 720]/F 4/MK<</BC[1 0 0]>>>>",
    b"<</Type/Annot/Subtype/Widget/Parent 5 0 R/Rect[100 100 300 120]/F 4>>",
    b"<</T(others)/TU(Danger to others)/FT/Btn/Kids[9 0 R]>>",
    b"<</Type/Annot/Subtype/Widget/Parent 8 0 R/Rect[100 600 116 616]/F 4>>",
    b"<</Type/Annot/Subtype/Widget/T(seal)/FT/Sig/Parent 4 0 R/Rect[100 500 300 540]/F 4>>",
)


def make_nested(*extra: bytes, catalog: bytes = b"", nested: Sequence[bytes] = NESTED) -> bytes:
    """One name in two boxes, a field within a field, a tick without a picture of its own, a signature; packed as PDF 1.5 packs."""
    objects = [nested[0].replace(b"/Pages", catalog + b"/Pages", 1), *nested[1:], *extra]
    heads, body = [], b""
    for number, one in enumerate(objects, 1):
        heads.append(b"%d %d" % (number, len(body)))
        body += one + b"\n"
    head = b" ".join(heads) + b"\n"
    packed, number = zlib.compress(head + body), len(objects) + 1
    told = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>" % (len(objects), len(head), len(packed))
    content = b"%%PDF-1.5\n%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (number, told, packed)
    rows = [(0, 0, 65535), *((2, number, at) for at in range(len(objects))), (1, 9, 0), (1, len(content), 0)]
    table = b"".join(kind.to_bytes(1, "big") + at.to_bytes(4, "big") + more.to_bytes(2, "big") for kind, at, more in rows)
    told = b"<</Type/XRef/Size %d/W[1 4 2]/Root 1 0 R/Length %d>>" % (len(rows), len(table))
    xref = b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (number + 1, told, table)
    return content + xref + b"startxref\n%d\n%%%%EOF\n" % len(content)
