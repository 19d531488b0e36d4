"""A country in a database that has the demo: put in with a statement per table, on PostgreSQL."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from parts import people_sql, writing_sql
from parts.pools import fill_pools
from parts.sizes import FIRST, Sizes

TABLES = (
    "people_organisation", "people_municipality", "people_person", "profiles_profile",
    "profiles_expertise", "themes_following", "circles_circle", "circles_circle_themes",
    "circles_membership", "posts_post", "posts_post_themes", "questions_question",
    "questions_question_themes", "questions_answer", "remarks_remark", "remarks_thanks",
    "search_entry", "notifications_occasion", "notifications_notice", "notifications_delivery",
)  # fmt: skip
STAGING = ("person", "post", "text", "title", "place", "name")
COUNTED = (
    "people_person", "circles_circle", "posts_post", "questions_question", "questions_answer",
    "remarks_remark", "remarks_thanks", "notifications_notice", "search_entry",
)  # fmt: skip
INDEXES = """
SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s) AND indexname NOT IN
(SELECT indexrelid::regclass::text FROM pg_index WHERE indisunique) ORDER BY indexname
"""


def fill(sizes: Sizes, without: tuple[str, ...] = ()) -> dict[str, Any]:
    """Seconds that it took, and how many rows the larger tables have now.

    Tables whose name begins with one of `without` are left as they are.

    Foreign keys are not looked at row by row (each comes from the same numbers), and indexes are
    made when the rows are in.
    """
    start = time.perf_counter()
    pools = fill_pools()
    with connection.cursor() as cursor:
        cursor.execute("SELECT setseed(0.5)")
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("SET max_parallel_workers_per_gather = 0")  # drawn in one order
        cursor.execute("SET maintenance_work_mem = '1GB'")
        cursor.execute("SET work_mem = '256MB'")
        with without_indexes(cursor):
            for statement in (
                *people_sql.statements(sizes, pools),
                writing_sql.drawn(sizes, pools),
                "CREATE INDEX ON bench_post (id)",
                "ANALYZE bench_post",
                *writing_sql.statements(sizes),
            ):
                if statement.startswith(tuple(f"INSERT INTO {name}" for name in without)):
                    continue
                cursor.execute(statement)
        for name in STAGING:
            cursor.execute(f"DROP TABLE bench_{name}")
        for table in TABLES:
            _count_on(cursor, table)
        cursor.execute(f"VACUUM (ANALYZE) {', '.join(TABLES)}, search_word")
        cursor.execute("CHECKPOINT")
        rows = {table: _rows(cursor, table) for table in COUNTED}
    connection.close()
    return {"seconds": time.perf_counter() - start, "rows": rows}


@contextmanager
def without_indexes(cursor: Any) -> Iterator[None]:
    """Those that hold no rule; afterwards as they were."""
    cursor.execute(INDEXES, [list(TABLES)])
    found = cursor.fetchall()
    for name, _ in found:
        cursor.execute(f'DROP INDEX "{name}"')
    yield
    for _, definition in found:
        cursor.execute(definition)


def _count_on(cursor: Any, table: str) -> None:
    """The next row gets a number that nobody has."""
    cursor.execute(
        f"SELECT setval(pg_get_serial_sequence('{table}', 'id'),"
        f" GREATEST((SELECT max(id) FROM {table}), {FIRST}))"
    )


def _rows(cursor: Any, table: str) -> int:
    cursor.execute(f"SELECT count(*) FROM {table}")
    return int(cursor.fetchone()[0])
