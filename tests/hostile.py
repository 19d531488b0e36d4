"""Texts that somebody may type, paste or send to do harm, or without knowing that they do.

One corpus for every room that takes text: what a room lets in is stored harmlessly, or refused in
words, on the page, in mail, in feeds and in the search.
"""

import re
from html.parser import HTMLParser

ALARM = "alert(20261122)"
TEXTS: dict[str, str] = {
    "a megabyte": "Aa " * 350_000,
    "turned around": "factuur\u202egpj.exe \u2066van mij\u2069",
    "a null byte": "voor\x00na",
    "control signs": "bel\x07 en \x1b[31mrood\x0b\x7f",
    "line separators": "een\u2028twee\u2029drie\x85vier",
    "a script": f"<script>{ALARM}</script>",
    "a script cut in two": f"<scr<script>ipt>{ALARM}</scr</script>ipt>",
    "a picture that runs": f'<svg/onload="{ALARM}"><img src=x onerror={ALARM}>',
    "html for a mail": f'</td></table><a href="javascript:{ALARM}">Klik</a><style>*{{}}</style>',
    "an address that runs": f"javascript:{ALARM} [klik](java\tscript:{ALARM})",
    "out of an attribute": f"\" autofocus onfocus={ALARM} x='",
    "a template": "{{ settings.SECRET_KEY }} {% debug %} ${7*7}",
    "a header": "Hallo\r\nBcc: iedereen@voorbeeld.nl\r\n\r\nTekst",
    "a query": "'; DROP TABLE people_person; -- %s %(x)s \\",
    "zalgo": "Z" + "\u0353\u0308\u0489" * 120 + "algo e" + "\u0301" * 200,
    "emoji in rows": "👩🏽\u200d⚕️ 👨\u200d👩\u200d👧\u200d👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇳🇱🇧🇪 1️⃣",
    "a name in other letters": "@N\u043e\u043er de W\u0456t, kijk: p\u0430ypal.nl",
    "nothing to be seen": "\u200b\u200d\ufeff\u2060\u00ad",
}
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
RUNNING = re.compile(r"^[\s\x00-\x1f]*(javascript|vbscript|data)\s*:", re.IGNORECASE)
ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "srcdoc")


class _Reader(HTMLParser):
    """What in a page would run, or lead to something that runs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        for name, value in attrs:
            if name.startswith("on"):
                self.faults.append(f"<{tag} {name}>")
            if name in ADDRESSES and RUNNING.match(value or ""):
                self.faults.append(f"<{tag} {name}={value!r}>")

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside in {"script", "style"} and ALARM in data:
            self.faults.append(f"<{self.inside}>{data[:60]}")


def faults_in(page: str) -> list[str]:
    """What would do harm in this HTML; empty for a page that is harmless."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.faults + [f"turned around: {sign!r}" for sign in set(TURNING.findall(page))]
