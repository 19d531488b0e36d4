"""What this room keeps of a person. What was told stays for its readers, without a name."""

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.practice.dilemmas.models import Closing, Dilemma, Experience, Outing, Retraction

LOOSE = OnErasure.ANONYMISE
for model, path, label, fields, why in (
    (Dilemma, "author", "Dilemma's die je op de plank zette",
     ("put_at", "title", "one_side", "other_side", "text"),
     "Zodat anderen erover verder kunnen; je naam staat er dan niet meer bij."),
    (Experience, "author", "Ervaringen die je deelde", ("at", "text"),
     "Zodat anderen er iets aan hebben; je naam staat er dan niet meer bij."),
    (Outing, "by", "Waar je een dilemma terugbracht", ("at", "note"),
     "Zodat te zien is waar het besproken is."),
    (Closing, "by", "Dilemma's die je afsloot", ("at", "learnt"),
     "Zodat te lezen blijft wat er geleerd is."),
    (Retraction, "by", "Dilemma's en ervaringen die je weghaalde", ("at",),
     "Zodat te zien is waarom er niets meer staat."),
):  # fmt: skip
    register(
        PersonalData(model=model, path=path, label=label, fields=fields, on_erasure=LOOSE, why=why)
    )
