"""Two numbers about how easily a text reads. No formula knows what B1 is: they come last.

Flesch-Douma (W.H. Douma, *De leesbaarheid van landbouwbladen*, 1960):
    206.84 − 0.93 · (words per sentence) − 77 · (syllables per word); higher is easier, 60–70 is
    ordinary, below 30 is hard.
LIX (C.H. Björnsson, *Läsbarhet*, 1968):
    words per sentence + 100 · (words of more than six letters) / words; lower is easier, below 30
    is easy, 40 is ordinary, above 50 is hard.
"""

import re

_SYLLABLE = re.compile(
    r"(?<=t)ea(?=m)|aai|ooi|oei|eeu|ieu|aa|ee|ie|oo|uu|ij|ei|eu|oe|ou|au|ui|y(?![aeiou])"
    r"|[aeiouáéíóúàèìòùâêîôûäëïöüãåœæø]"
)
LETTERS_OF_A_LONG_WORD_IN_LIX = 6


def syllables_of(word: str) -> int:
    """How many syllables a Dutch word has: its groups of vowels that sound as one; at least one.

    Counts «beïnvloeden» and «zeeën» right by their dots; counts too few where two vowels meet in
    a compound without a sign («zeeegel», «gedachteis»), and reads English words as Dutch.
    """
    return len(_SYLLABLE.findall(word.lower())) or 1


def flesch_douma(words: int, sentences: int, syllables: int) -> float:
    """See the formula above. Needs at least one word and one sentence."""
    return 206.84 - 0.93 * words / sentences - 77 * syllables / words


def lix(words: int, sentences: int, long_words: int) -> float:
    """See the formula above. `long_words` have more than six letters."""
    return words / sentences + 100 * long_words / words
