"""What an adviser fills in."""

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile


class BudgetForm(forms.Form):
    budget = forms.IntegerField(label="Budget in euro", min_value=0, max_value=100_000_000)


class CatalogueForm(forms.Form):
    offers = forms.FileField(
        label="Scholingsaanbod",
        help_text="CSV of XLSX met de kolommen code, titel, aanbieder, competenties, vorm, "
        "dagdelen, plaatsen, rondes, prijs, per en omschrijving.",
    )

    def clean_offers(self) -> UploadedFile:
        offers: UploadedFile = self.cleaned_data["offers"]
        if offers.size and offers.size > settings.UPLOAD_LIMIT:
            most = settings.UPLOAD_LIMIT // 2**20
            raise forms.ValidationError(f"Dit bestand is groter dan {most} MB.")
        return offers
