"""A form with one of every kind of field, for the gallery."""

from django import forms


class ExampleForm(forms.Form):
    name = forms.CharField(
        label="Naam van het team",
        help_text="Zoals jullie jezelf noemen, bijvoorbeeld «Wijkteam Noord».",
    )
    members = forms.IntegerField(label="Aantal leden", min_value=1)
    day = forms.DateField(label="Dag van de sessie", widget=forms.DateInput(attrs={"type": "date"}))
    part = forms.ChoiceField(
        label="Dagdeel", choices=[("o", "Ochtend"), ("m", "Middag")], required=False
    )
    story = forms.CharField(label="Waar zijn jullie trots op?", widget=forms.Textarea)
    emphasis = forms.ChoiceField(
        label="Waar begint het gesprek?",
        choices=[("ik", "Ik als professional"), ("wij", "Wij als team"), ("wijk", "Onze wijk")],
        widget=forms.RadioSelect,
        help_text="Je kunt dit in de sessie nog veranderen.",
    )
    invited = forms.MultipleChoiceField(
        label="Wie nodigen jullie uit?",
        choices=[("s", "Scholen"), ("h", "Huisartsen"), ("b", "Bewoners")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    answers = forms.FileField(label="Bestand met antwoorden", required=False)
    agreed = forms.BooleanField(label="Het hele team is het hiermee eens")
