"""What makes a statement hard to answer: two things at once, a negation, too many words.

Words per language, for the few where we know them; nothing is said about the others. The rules are
those of any textbook on questionnaires, for instance Krosnick and Presser (2010), «Question and
questionnaire design», Handbook of Survey Research, section on wording.
"""

import re

MOST_WORDS = 20
_AND = {
    "nl": {"en", "alsook"},
    "en": {"and"},
    "fr": {"et"},
    "de": {"und"},
    "es": {"y"},
    "pt": {"e"},
    "tr": {"ve"},
    "pl": {"i", "oraz"},
    "uk": {"і", "та"},
}
_NOT = {
    "nl": {"niet", "geen", "nooit", "niemand", "niets", "nergens", "zonder"},
    "en": {"not", "no", "never", "nobody", "nothing", "nowhere", "without", "cannot"},
    "fr": {"pas", "jamais", "aucun", "aucune", "rien", "personne", "sans"},
    "de": {"nicht", "kein", "keine", "keinen", "keinem", "nie", "niemand", "nichts", "ohne"},
    "es": {"no", "nunca", "nadie", "nada", "ningún", "ninguna", "sin"},
    "pt": {"não", "nunca", "ninguém", "nada", "nenhum", "nenhuma", "sem"},
    "tr": {"değil", "yok", "asla"},
    "ar": {"لا", "ليس", "لم", "لن"},
    "pl": {"nie", "nigdy", "nikt", "nic", "bez"},
    "uk": {"не", "ні", "ніколи", "ніхто", "нічого", "без"},
}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def two_things_in(statement: str, language: str) -> str:
    """The word that joins two things, between other words; "" when there is none."""
    words = _words(statement)
    inner = (word for word in words[1:-1] if word in _AND.get(language, ()))
    return next(inner, "")


def negation_in(statement: str, language: str) -> str:
    """The first word that denies; "" when there is none."""
    denying = _NOT.get(language, set())
    found = (word for word in _words(statement) if word in denying or word.endswith("n't"))
    return next(found, "")


def is_long(statement: str) -> bool:
    return len(_words(statement)) > MOST_WORDS


def is_question(statement: str) -> bool:
    return statement.rstrip().endswith(("?", "؟"))


def _words(statement: str) -> list[str]:
    return _WORD.findall(statement.replace("’", "'").casefold())
