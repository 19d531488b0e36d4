"""What the fields for a line and for a text leave of what was sent."""

import pytest
from django.core.exceptions import ValidationError

from leerkring.foundation.language.forms import LineField, TextField

TURNED, BELL = "\u202e", "\x07"


def test_a_line_is_one_line_without_signs_that_turn_or_control() -> None:
    assert LineField().clean(f"een{TURNED}\r\n  twee{BELL}") == "een twee"


def test_a_text_keeps_its_lines_and_loses_signs_that_turn_or_control() -> None:
    assert TextField().clean(f"een{TURNED}\r\n\r\n\ttwee{BELL}") == "een\n\n\ttwee"


@pytest.mark.parametrize("field", [LineField(), TextField()], ids=["line", "text"])
def test_nothing_but_such_signs_and_spaces_is_nothing(field: LineField | TextField) -> None:
    with pytest.raises(ValidationError, match="verplicht"):
        field.clean(f"{TURNED} {BELL} {TURNED}")


def test_a_text_that_may_begin_with_spaces_keeps_them() -> None:
    assert TextField(strip=False).clean(f"  {TURNED}ingesprongen ") == "  ingesprongen "
