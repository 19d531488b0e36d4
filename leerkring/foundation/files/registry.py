"""Where files are used. Foreign keys to StoredFile count by themselves."""

from typing import Any

_written_in: set[tuple[Any, str]] = set()


def register_reference(model: Any, field: str) -> None:
    """Also count files whose number stands in this field: a text with pictures, a list in JSON.

    For a foreign key there is nothing to register.
    """
    if not model._meta.get_field(field).is_relation:
        _written_in.add((model, field))


def written_references() -> list[tuple[Any, str]]:
    return sorted(_written_in, key=lambda entry: (entry[0]._meta.label, entry[1]))
