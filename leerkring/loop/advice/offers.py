"""A training offer: what it teaches, to how many, how often, for how much.

Pure data; reading a catalogue from a file stands in `offer_files`.
"""

from dataclasses import dataclass

PER_GROUP = "groep"
PER_PERSON = "persoon"


@dataclass(frozen=True)
class Offer:
    """One entry of a catalogue.

    competences  names as the instrument spells them; an unknown name never matches a need
    form         training, intervisie, leerwerkplaats, e-learning … (free text)
    half_days    length of one run for one participant, in half days (dagdelen)
    places       participants in one run, at most
    price        whole euro: for one run (`per` is "groep") or per participant ("persoon")
    runs         how many times it can be given, at most
    """

    code: str
    title: str
    provider: str
    competences: tuple[str, ...]
    form: str
    half_days: int
    places: int
    price: int
    runs: int
    per: str
    description: str

    def __post_init__(self) -> None:
        """Raises ValueError for an offer that nobody could follow or pay for."""
        if self.places < 1 or self.runs < 0 or self.price < 0 or self.half_days < 0:
            raise ValueError(f"aanbod {self.code}: plaatsen is minstens 1, de rest minstens 0")
        if self.per not in (PER_GROUP, PER_PERSON):
            raise ValueError(f"aanbod {self.code}: prijs per {PER_GROUP} of per {PER_PERSON}")
