"""What an adviser fills in."""

from django import forms


class BudgetForm(forms.Form):
    budget = forms.IntegerField(label="Budget in euro", min_value=0, max_value=100_000_000)


class CatalogueForm(forms.Form):
    offers = forms.FileField(
        label="Scholingsaanbod",
        help_text="CSV of XLSX met de kolommen code, titel, aanbieder, competenties, vorm, "
        "dagdelen, plaatsen, rondes, prijs, per en omschrijving.",
    )
