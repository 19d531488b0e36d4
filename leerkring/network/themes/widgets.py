"""Themes to tick, folded: a list of sixteen stands in the way of what comes after it."""

from typing import Any

from django import forms


class FoldedChoices(forms.CheckboxSelectMultiple):
    """Says what is chosen in the line that opens it; open when something is wrong with it."""

    template_name = "themes/widgets/folded.html"

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        widget = context["widget"]
        rows = [option for _, options, _ in widget["optgroups"] for option in options]
        widget["chosen"] = [str(row["label"]) for row in rows if row["selected"]]
        widget["is_open"] = widget["attrs"].get("aria-invalid") == "true"
        return context
