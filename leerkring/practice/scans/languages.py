"""The languages in which an instrument can be asked, and what is asked beside its statements.

Codes after ISO 639-1.
"""

from dataclasses import dataclass

OWN = "nl"


@dataclass(frozen=True)
class Language:
    """name        in Dutch, for the people who make instruments
    own_name    as its speakers call it
    team        the question for somebody's team
    agree       the question above a list of statements
    dont_know   the answer beside the scale
    """

    code: str
    name: str
    own_name: str
    team: str
    agree: str
    dont_know: str
    right_to_left: bool = False

    @property
    def direction(self) -> str:
        """What HTML calls it."""
        return "rtl" if self.right_to_left else "ltr"


_ALL = (
    Language(
        "nl",
        "Nederlands",
        "Nederlands",
        "Bij welk team werk je?",
        "In hoeverre ben je het hiermee eens?",
        "weet ik niet",
    ),
    Language(
        "fr",
        "Frans",
        "Français",
        "Dans quelle équipe travaillez-vous ?",
        "Dans quelle mesure êtes-vous d'accord ?",
        "je ne sais pas",
    ),
    Language(
        "de",
        "Duits",
        "Deutsch",
        "In welchem Team arbeiten Sie?",
        "Inwieweit stimmen Sie zu?",
        "weiß ich nicht",
    ),
    Language(
        "en",
        "Engels",
        "English",
        "Which team do you work in?",
        "How far do you agree?",
        "I don't know",
    ),
    Language(
        "tr",
        "Turks",
        "Türkçe",
        "Hangi ekipte çalışıyorsunuz?",
        "Buna ne ölçüde katılıyorsunuz?",
        "bilmiyorum",
    ),
    Language(
        "ar",
        "Arabisch",
        "العربية",
        "في أي فريق تعمل؟",
        "إلى أي مدى توافق على ذلك؟",
        "لا أعرف",
        right_to_left=True,
    ),
    Language(
        "pl",
        "Pools",
        "Polski",
        "W którym zespole Pan/Pani pracuje?",
        "W jakim stopniu zgadza się Pan/Pani z tym?",
        "nie wiem",
    ),
    Language(
        "uk",
        "Oekraïens",
        "Українська",
        "У якій команді ви працюєте?",
        "Наскільки ви з цим згодні?",
        "не знаю",
    ),
    Language(
        "es",
        "Spaans",
        "Español",
        "¿En qué equipo trabaja?",
        "¿En qué medida está de acuerdo?",
        "no lo sé",
    ),
    Language(
        "pt",
        "Portugees",
        "Português",
        "Em que equipa trabalha?",
        "Até que ponto concorda?",
        "não sei",
    ),
)
LANGUAGES = {language.code: language for language in _ALL}
CHOICES = tuple((language.code, language.name) for language in _ALL)
AGREE_QUESTIONS = frozenset(language.agree for language in _ALL)
DONT_KNOW_WORDS = frozenset(language.dont_know.casefold() for language in _ALL)


def code_in(text: str) -> str | None:
    """The code of a language that is meant: "nl", "nl-informal", "English (en)", "Turks"."""
    word = text.strip().casefold()
    inside = word[word.find("(") + 1 :].rstrip(")") if "(" in word else word
    short = inside.replace("_", "-").split("-")[0].strip()
    if short in LANGUAGES:
        return short
    named = [one.code for one in _ALL if word in (one.name.casefold(), one.own_name.casefold())]
    return named[0] if named else None
