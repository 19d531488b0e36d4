"""What comes in, as what; and what stays out, with a sentence that helps."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from leerkring.foundation.files.checking import BadFile, Checked, accept, check
from leerkring.foundation.files.tests import corpus
from leerkring.foundation.files.tests.corpus import office, open_document, package, pdf, picture

SCRIPT = b"<script>alert(1)</script>"
GOOD = {
    "foto.jpg": (picture("JPEG"), "image/jpeg", "foto.jpg"),
    "foto.png": (picture("PNG"), "image/png", "foto.png"),
    "foto.webp": (picture("WEBP"), "image/webp", "foto.webp"),
    "plaatje.gif": (picture("GIF"), "image/png", "plaatje.png"),
    "verslag.pdf": (pdf(), "application/pdf", "verslag.pdf"),
    "brief.docx": (office(), f"{corpus.OFFICE}.wordprocessingml.document", "brief.docx"),
    "cijfers.xlsx": (office(corpus.EXCEL), f"{corpus.OFFICE}.spreadsheetml.sheet", "cijfers.xlsx"),
    "dia.pptx": (
        office(corpus.POWERPOINT),
        f"{corpus.OFFICE}.presentationml.presentation",
        "dia.pptx",
    ),
    "open.odt": (open_document(), corpus.ODT, "open.odt"),
    "link.odt": (open_document('<text:a xlink:href="https://x.nl/"/>'), corpus.ODT, "link.odt"),
    "link.docx": (
        office(word___rels=corpus.RELATIONS.format("hyperlink")),
        f"{corpus.OFFICE}.wordprocessingml.document",
        "link.docx",
    ),
    "lijst.csv": ("naam;stad\nJoost;Den Haag\n".encode("cp1252"), "text/csv", "lijst.csv"),
    "tekst.txt": ("één à twee".encode("cp1252"), "text/plain", "tekst.txt"),
    "sheet.txt": ("a\tb".encode("utf-16"), "text/plain", "sheet.txt"),
    "onder.vtt": (b"WEBVTT\n\n00:00.000 --> 00:02.000\nDag", "text/vtt", "onder.vtt"),
    "film.mp4": (corpus.film(), "video/mp4", "film.mp4"),
    # the content says what it is; name and claim are not believed
    "foto.exe": (picture("PNG"), "image/png", "foto.png"),
    "lief.html": (picture("JPEG"), "image/jpeg", "lief.jpg"),
}
BAD = {
    "leeg.txt": (b"", "is leeg"),
    "tekening.svg": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "SVG-tekening"),
    "tekening.png": (b"<?xml version='1.0'?>\n<svg/>", "SVG-tekening"),
    "pagina.html": (b"\xef\xbb\xbf <!DOCTYPE html><p>", "webpagina"),
    "pagina.txt": (b"dag\n" + SCRIPT, "HTML of SVG"),
    "los.csv": (b"naam,stad\nx,<iframe src=x>\n", "HTML of SVG"),
    "formule.csv": (b"naam,bedrag\nx,=cmd|'/c calc'!A1\n", "Regel 2"),
    "programma.exe": (b"MZ\x90\x00" + bytes(60), "programma"),
    "oud.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(60), "docx"),
    "nullen.txt": (b"dag\x00dag", "nemen we niet aan"),
    "ruis.bin": (bytes(range(128, 256)) * 4, "nemen we niet aan"),
    "kapot.jpg": (picture("JPEG")[:200], "niet lezen"),
    "gif.js": (b"GIF89a/*" + SCRIPT + b"*/=1;", "niet lezen"),
    "enorm.png": (corpus.png_claiming(60_000, 60_000), "te groot|niet lezen"),
    "groot.png": (corpus.png_claiming(9_000, 9_000), "50 megapixel"),
    "half.pdf": (b"%PDF-1.7\n1 0 obj", "niet compleet"),
    "js.pdf": (pdf(b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), "JavaScript"),
    "js2.pdf": (pdf(b"/S /J#61vaScript"), "JavaScript"),
    "js3.pdf": (corpus.pdf_with_packed(b"7 0 << /S /JavaScript >>"), "JavaScript"),
    "start.pdf": (pdf(b"/S /Launch"), "starten"),
    "zip.pdf": (pdf(after=package({"a.txt": "x"})), "ander bestand"),
    "staart.pdf": (pdf(after=SCRIPT * 100), "ander bestand"),
    "los.zip": (package({"a.txt": "x"}), "zip nemen we niet aan"),
    "voor.zip": (b"PK\x03\x04" + bytes(100), "niet lezen"),
    "bom.docx": (office(word__media__a="0" * (60 * 2**20)), "veel te groot"),
    "veel.docx": (package({f"{n}": "" for n in range(5001)}), "veel te groot"),
    "deel.docx": (corpus.overlapping(), "veel te groot|niet lezen"),
    "macro.docx": (office(word__vbaProject___bin=b"x"), "macro"),
    "macro2.docx": (office("application/vnd.ms-word.document.macroEnabled.main+xml"), "macro"),
    "dll.docx": (office(word__a___dll=b"MZ"), "macro"),
    "sjabloon.docx": (office(word__a___rels=corpus.RELATIONS.format("attachedTemplate")), "buiten"),
    "xxe.docx": (office(a___rels='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "niet lezen"),
    "pad.docx": (office(**{"..__..__etc__passwd": b"x"}), "niet lezen"),
    "buiten.odt": (open_document('<draw:image xlink:href="http://kwaad.example/"/>'), "buiten"),
    "macro.odt": (open_document("<office:event-listener/>"), "macro"),
    "film.mov": (corpus.film(b"qt  "), "Dit soort film"),
    "staart.mp4": (corpus.film() + SCRIPT, "niet lezen"),
    "stuk.mp4": (corpus.film()[:-4], "niet lezen"),
}


def look(name: str, data: bytes, **more: object) -> Checked:
    return check(SimpleUploadedFile(name, data, "image/png"), **more)


@pytest.mark.parametrize("name", GOOD)
def test_this_comes_in_as_what_it_is(name: str) -> None:
    data, media_type, kept_as = GOOD[name]
    checked = look(name, data)
    assert (checked.kind.media_type, checked.name) == (media_type, kept_as)


@pytest.mark.parametrize("name", BAD)
def test_this_stays_out_and_one_hears_why(name: str) -> None:
    data, why = BAD[name]
    with pytest.raises(BadFile) as refused:
        look(name, data)
    (sentence,) = refused.value.messages
    assert re.search(why, sentence), sentence
    assert sentence.endswith(".")


def test_a_photo_loses_place_camera_and_comment_and_stands_upright() -> None:
    data = look("foto.jpg", corpus.photo_with_place()).content.read()
    assert b"GEHEIME" not in data
    with Image.open(io.BytesIO(data)) as kept:
        assert kept.size == (40, 60)
        assert not kept.getexif()


def test_nothing_that_hangs_behind_a_picture_comes_along() -> None:
    for form in ("JPEG", "PNG", "WEBP", "GIF"):
        data = picture(form) + package({"kwaad.js": SCRIPT}) + SCRIPT
        kept = look("foto", data).content.read()
        assert b"PK\x03\x04" not in kept
        assert b"script" not in kept


def test_a_large_picture_becomes_smaller() -> None:
    kept = look("breed.png", picture("PNG", (3000, 30))).content
    with Image.open(kept) as image:
        assert image.size == (2400, 24)


def test_a_film_forgets_where_it_was_made_and_keeps_its_length() -> None:
    before = corpus.film()
    after = look("film.mp4", before).content.read()
    assert b"+51.92" in before
    assert b"+51.92" not in after
    assert len(after) == len(before)
    assert after.endswith(b"beeld" * 10)


def test_a_text_is_kept_in_utf_8() -> None:
    assert look("a.txt", "één".encode("cp1252")).content.read() == "één".encode()
    assert look("a.txt", "één".encode("utf-16")).content.read() == "één".encode()


def test_each_size_has_its_limit(settings: object) -> None:
    settings.FILES_LIMIT, settings.FILES_FILM_LIMIT = 2**20, 3 * 2**20
    with pytest.raises(BadFile, match="hoogstens 1 MB"):
        look("a.txt", b"a" * (2**20 + 1))
    with pytest.raises(BadFile, match="hoogstens 3 MB"):
        look("a.mp4", corpus.film() + bytes(3 * 2**20))


def test_a_form_may_ask_for_pictures_only() -> None:
    assert look("f.png", picture("PNG"), only=("afbeelding",)).kind.extension == "png"
    with pytest.raises(BadFile, match="geen pdf-bestand kiezen, wel een afbeelding"):
        look("v.pdf", pdf(), only=("afbeelding",))
    assert accept(("afbeelding",)) == ".jpg,.png,.webp,image/gif"
