"""The three steps at an editor's desk, and which one it is now."""


def steps(*, is_agreed: bool, is_out: bool) -> list[dict[str, str]]:
    """As the component for steps takes them: label, state, note and address on the page."""
    labels = (
        ("Bijschaven", "De krant is er al; maak hem van jullie.", "#bijschaven"),
        ("Akkoord", "Het team leest hem en zegt ja.", "#akkoord"),
        ("Uitbrengen", "Voor het team of voor iedereen.", "#uitbrengen"),
    )
    now = 3 if is_out else 2 if is_agreed else 0
    return [
        {"label": label, "note": note, "url": url, "state": _state(number, now)}
        for number, (label, note, url) in enumerate(labels)
    ]


def _state(number: int, now: int) -> str:
    return "done" if number < now else "current" if number == now else "coming"
