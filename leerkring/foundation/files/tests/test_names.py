"""Names of files as they are shown."""

import pytest

from leerkring.foundation.files.names import LONGEST, clean_name

NAMES = {
    "verslag.pdf": "verslag.pdf",
    "Verslag  van\tjuni.PDF": "Verslag van juni.pdf",
    "../../etc/passwd": "passwd.pdf",
    "C:\\Users\\jan\\brief.docx": "brief.pdf",
    "factuur\u202efdp.exe": "factuurfdp.pdf",
    "nul\x00byte.pdf": "nulbyte.pdf",
    "\u200bonzichtbaar\ufeff.pdf": "onzichtbaar.pdf",
    'a<b>"c|d?.pdf': "a-b--c-d-.pdf",
    "": "bestand.pdf",
    "...": "bestand.pdf",
    ".htaccess": "htaccess.pdf",
    "con.txt": "con-.pdf",
    "e\u0301e\u0301n.pdf": "één.pdf",
    "rapport 2.0 definitief versie": "rapport 2.0 definitief versie.pdf",
}


@pytest.mark.parametrize(("given", "shown"), NAMES.items())
def test_a_name_is_cleaned(given: str, shown: str) -> None:
    assert clean_name(given, "pdf") == shown


def test_a_name_of_a_megabyte_is_cut() -> None:
    assert len(clean_name("a" * 2**20 + ".pdf", "pdf")) == LONGEST
