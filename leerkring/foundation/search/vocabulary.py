"""Which words there are, and which of them are common: so that a question is planned before it is
asked.

On PostgreSQL only. Its GIN index says at once which entries have a word, but for the beginning of
one it gathers every word that begins so before it looks at anything else: a table of words tells
which those are. How common a sign is PostgreSQL counts by itself when it analyses the table, and
keeps of the most common; a plan may be a little off, an answer never is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import prod, sqrt
from time import monotonic

from django.db import connection, transaction

from leerkring.foundation.search.expressions import (
    All,
    AnyOf,
    Expression,
    Sign,
    Without,
    either,
)
from leerkring.foundation.statements.asking import ask

WORDS = "w"  # under this letter all words stand; those in a title also under another
MOST_SPELLED = 64  # words that begin so, asked one by one; of more the beginning itself is asked
AN_HOUR = 3600

_LOOKED_UP = f"""
SELECT asked.place, known.words
FROM unnest(%s::text[]) WITH ORDINALITY AS asked (start, place)
CROSS JOIN LATERAL (SELECT array_agg(word) AS words FROM (
    SELECT DISTINCT word FROM search_word
    WHERE word >= asked.start AND word < asked.start || U&'\\FFFF' LIMIT {MOST_SPELLED + 1}
    ) AS those) AS known
"""  # noqa: S608
# No rule against doubles: so two writers never wait for each other, and a double does no harm.
_LEARNT = """
INSERT INTO search_word (word) SELECT word FROM unnest(%s::text[]) AS new (word)
WHERE NOT EXISTS (SELECT FROM search_word AS known WHERE known.word = new.word)
"""
# Texts may hold names: a word that stands nowhere any more goes out. It is looked at once more
# while nobody can write, since somebody may just now be using it again.
_UNUSED = """
SELECT DISTINCT word FROM search_word WHERE word NOT IN (
    SELECT substr(word, 2) FROM ts_stat('SELECT lexemes FROM search_entry')
    WHERE left(word, 1) = 'w')
"""
_FORGOTTEN = """
DELETE FROM search_word WHERE word = ANY(%s) AND NOT EXISTS (
    SELECT FROM search_entry WHERE lexemes @@ quote_literal('w' || word)::tsquery)
"""
_COMMON = """
SELECT sign, share FROM pg_stats,
    unnest(most_common_elems::text::text[], most_common_elem_freqs) AS common (sign, share)
WHERE schemaname = current_schema() AND tablename = 'search_entry' AND attname = 'lexemes'
    AND sign IS NOT NULL
"""


@dataclass(frozen=True)
class Vocabulary:
    """spelled: the words that begin as one of the question does; common: the share of all entries
    that has a sign, of the most common signs.
    """

    spelled: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    common: Mapping[str, float] = field(default_factory=dict)

    def share(self, wanted: Expression) -> float:
        """About which part of all entries has this. Signs are taken to stand together halfway as
        often as they can, and one that is not common to stand nowhere. While nothing is known, as
        in a table that was never analysed, anything may be everywhere.
        """
        if not self.common:
            return 1.0
        match wanted:
            case Sign(lexeme, prefix):
                if not prefix:
                    return self.common.get(lexeme, 0.0)
                return min(1.0, sum(self.common.get(sign, 0.0) for sign in self._signs(lexeme)))
            case All(parts):
                shares = [self.share(part) for part in parts]
                return sqrt(min(shares) * prod(shares))
            case AnyOf(parts):
                return min(1.0, sum(map(self.share, parts)))
            case Without(wanted, _):
                return self.share(wanted)

    def spelled_out(self, wanted: Expression) -> Expression:
        """The same, with the words that there are in the place of their beginning."""
        match wanted:
            case Sign(lexeme, prefix):
                if not prefix or not 0 < len(signs := self._signs(lexeme)) <= MOST_SPELLED:
                    return wanted
                return either(*map(Sign, signs))
            case All(parts):
                return All(tuple(map(self.spelled_out, parts)))
            case AnyOf(parts):
                return AnyOf(tuple(map(self.spelled_out, parts)))
            case Without(wanted, unwanted):
                return Without(self.spelled_out(wanted), self.spelled_out(unwanted))

    def _signs(self, beginning: str) -> tuple[str, ...]:
        words = self.spelled.get(beginning[1:], ())
        return tuple(beginning[0] + word for word in words)


def vocabulary_of(parts: Sequence[Expression]) -> Vocabulary:
    """What is known of the words of these questions, looked up in one go."""
    starts = list(dict.fromkeys(start for part in parts for start in _beginnings(part)))
    found = ask(_LOOKED_UP, [starts]) if starts else []
    spelled = {starts[place - 1]: tuple(words or ()) for place, words in found}
    return Vocabulary(spelled, common_signs(int(monotonic() // AN_HOUR)))


@lru_cache(maxsize=1)
def common_signs(hour: int) -> dict[str, float]:
    """Kept for an hour: it changes only when the table is analysed."""
    return dict(ask(_COMMON, ()))


def _beginnings(wanted: Expression) -> Iterator[str]:
    match wanted:
        case Sign(lexeme, prefix):
            if prefix:
                yield lexeme[1:]
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _beginnings(part)
        case Without(wanted, unwanted):
            yield from _beginnings(wanted)
            yield from _beginnings(unwanted)


def learn(signs: Iterable[str]) -> None:
    """Write down the words that were not known yet."""
    words = sorted({sign[1:] for sign in signs if sign[0] == WORDS})
    with connection.cursor() as cursor:
        cursor.execute(_LEARNT, [words])


def forget_unused() -> None:
    """Take out the words that stand in no entry any more."""
    if connection.vendor != "postgresql":
        return
    unused = [word for (word,) in ask(_UNUSED, ())]
    if unused:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("LOCK TABLE search_word IN SHARE ROW EXCLUSIVE MODE")
            cursor.execute(_FORGOTTEN, [unused])
