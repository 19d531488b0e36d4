"""Statements that make what the people of a country wrote, and what was said and told of it."""

from parts.sizes import FIRST, Sizes

from leerkring.exchange.posts.kinds import BY_KEY
from leerkring.network.themes.models import Theme

YEARS = 6
# In so many of a hundred; what is left are questions.
SHARES = {"blog": 30, "update": 35, "interview": 5, "example": 10, "pin": 10}


def _kind() -> str:
    ends, branches = 0, []
    for key, share in SHARES.items():
        ends += share
        branches.append(f"WHEN g % 100 < {ends} THEN '{key}'")
    return f"CASE {' '.join(branches)} ELSE 'question' END"


def _slug(what: str) -> str:
    pairs = " ".join(f"WHEN '{kind.key}' THEN '{kind.slug}'" for kind in BY_KEY.values())
    return f"CASE {what} {pairs} ELSE 'vragen' END"


def drawn(sizes: Sizes, pools: dict[str, int]) -> str:
    """bench_post: what each post is, drawn once; the newer the more."""
    themes = sorted(Theme.objects.current().values_list("pk", flat=True))
    ten = "(random() * 9)::int"
    return f"""CREATE UNLOGGED TABLE bench_post AS
    SELECT {FIRST} + g AS id, {_kind()} AS kind, now() - power(random(), 2)
           * interval '{YEARS} years' - interval '1 minute' AS at,
           (ARRAY['openbaar', 'openbaar', 'openbaar', 'openbaar', 'openbaar', 'ingelogd',
                  'ingelogd', 'ingelogd', 'kring', 'kring'])[1 + {ten}] AS audience,
           {FIRST} + 1 + (random() * {sizes.circles - 1})::int AS circle,
           {FIRST} + 1 + (random() * {sizes.people - 1})::int AS author,
           (ARRAY{themes})[1 + (random() * {len(themes) - 1})::int] AS theme,
           1 + (random() * {pools["title"] - 1})::int AS title,
           1 + (random() * {pools["text"] - 1})::int AS one,
           1 + (random() * {pools["text"] - 1})::int AS two,
           1 + (random() * {pools["place"] - 1})::int AS place
    FROM generate_series(1, {sizes.posts}) AS g"""


def statements(sizes: Sizes) -> list[str]:
    said = """bench_post p JOIN bench_title t ON t.n = p.title JOIN bench_text a ON a.n = p.one
        JOIN bench_text b ON b.n = p.two JOIN bench_place c ON c.n = p.place"""
    circle = "CASE WHEN p.audience = 'kring' THEN p.circle END"
    body = "a.html || CASE WHEN p.kind = 'update' THEN '' ELSE b.html END"
    plain = "c.text || '. ' || a.text || CASE WHEN p.kind = 'update' THEN '' ELSE ' ' || b.text END"
    signs = "CASE WHEN p.kind = 'update' THEN '{}' ELSE b.signs END"
    token = """CASE p.audience WHEN 'openbaar' THEN 'apublic' WHEN 'ingelogd' THEN 'asignedin'
        ELSE 'acircle' || p.circle END"""
    return [
        f"""INSERT INTO posts_post (id, kind, title, slug, lead, content, author_id, audience,
            circle_id, rung, wants, expires_on, begun_at, published_at, changed_at, announced_at,
            review_on)
        SELECT p.id, p.kind, t.text, t.slug, left(a.text, 250), jsonb_build_object(
               'title', t.text, 'texts', CASE p.kind WHEN 'example' THEN jsonb_build_object('doel',
                   a.html, 'aanpak', b.html) ELSE jsonb_build_object('tekst', {body}) END,
               'facts', '{{}}'::jsonb, 'keywords', '[]'::jsonb,
               'themes', jsonb_build_array(p.theme), 'audience', p.audience, 'circle', {circle}),
               p.author, p.audience, {circle},
               CASE p.kind WHEN 'example' THEN 'uitgeprobeerd' ELSE '' END,
               CASE p.kind WHEN 'pin' THEN 'aanbod' ELSE '' END,
               CASE p.kind WHEN 'pin' THEN (p.at + interval '60 days')::date END,
               p.at, p.at, p.at, p.at, NULL
        FROM {said} WHERE p.kind <> 'question' ORDER BY p.at""",
        """INSERT INTO posts_post_themes (post_id, theme_id)
        SELECT id, theme FROM bench_post WHERE kind <> 'question'""",
        f"""INSERT INTO questions_question (id, title, slug, text, on_behalf, author_id, audience,
            circle_id, asked_at, announced_at)
        SELECT p.id, t.text, t.slug, a.text, false, p.author, p.audience, {circle}, p.at, p.at
        FROM {said} WHERE p.kind = 'question' ORDER BY p.at""",
        """INSERT INTO questions_question_themes (question_id, theme_id)
        SELECT id, theme FROM bench_post WHERE kind = 'question'""",
        f"""INSERT INTO questions_answer (question_id, author_id, text, at)
        SELECT p.id, {FIRST} + 1 + (random() * {sizes.people - 1})::int, b.text,
               p.at + k * interval '1 hour'
        FROM generate_series(1, 3) AS k CROSS JOIN {said} WHERE p.kind = 'question'""",
        f"""INSERT INTO remarks_remark (about, about_id, author_id, text, at)
        SELECT CASE p.kind WHEN 'question' THEN 'questions.question' ELSE 'posts.post' END,
               p.id::text, {FIRST} + 1 + (who * {sizes.people - 1})::int, t.text,
               least(now(), p.at + later * interval '20 days')
        FROM (SELECT {FIRST} + 1 + (power(random(), 2) * {sizes.posts - 1})::int AS post,
              random() AS who, random() AS later, 1 + g % (SELECT count(*) FROM bench_text) AS n
              FROM generate_series(1, {sizes.remarks}) AS g OFFSET 0) AS r
        JOIN bench_post p ON p.id = r.post JOIN bench_text t ON t.n = r.n""",
        f"""INSERT INTO remarks_thanks (about, about_id, by_id, at)
        SELECT CASE kind WHEN 'question' THEN 'questions.question' ELSE 'posts.post' END,
               id::text, {FIRST} + 1 + (id * 31 + k * 17) % {sizes.people}, at
        FROM bench_post CROSS JOIN generate_series(1, 2) AS k""",
        f"""INSERT INTO search_entry (about, about_id, kind, title, text, url, at, owned, owner_id,
            read_at, lexemes)
        SELECT CASE p.kind WHEN 'question' THEN 'questions.question' ELSE 'posts.post' END,
               p.id::text, CASE p.kind WHEN 'question' THEN 'vraag' ELSE {_slug("p.kind")} END,
               t.text, {plain}, '/' || {_slug("p.kind")} || '/' || p.id || '-' || t.slug || '/',
               p.at, p.kind = 'question', CASE p.kind WHEN 'question' THEN p.author END, now(),
               array_to_tsvector(t.signs || a.signs || c.signs || {signs} || ARRAY[{token},
                   CASE WHEN p.audience = 'kring' THEN 'c' || p.circle ELSE {token} END,
                   'h' || p.theme, 's' || floor(extract(epoch FROM p.at) / 604800)::int,
                   'k' || CASE p.kind WHEN 'question' THEN 'vraag'
                          ELSE replace({_slug("p.kind")}, '-', '') END])
        FROM {said} ORDER BY p.at""",
        """INSERT INTO search_entry (about, about_id, kind, title, text, url, at, owned,
            person_id, read_at, lexemes)
        SELECT 'profiles.profile', id::text, 'deelnemer', name, region,
               '/deelnemers/' || id || '-naam/', since, false, id, now(),
               array_to_tsvector(signs || ARRAY['kdeelnemer', CASE WHEN chance < 0.9
                   THEN 'asignedin' ELSE 'apublic' END,
                   's' || floor(extract(epoch FROM since) / 604800)::int])
        FROM bench_person WHERE chance >= 0.03""",
        """INSERT INTO search_word (word)
        SELECT substr(sign, 2) FROM (SELECT unnest(signs) FROM bench_text
            UNION SELECT unnest(signs) FROM bench_title UNION SELECT unnest(signs) FROM bench_place
            UNION SELECT unnest(signs) FROM bench_person) AS every (sign) WHERE left(sign, 1) = 'w'
        EXCEPT SELECT word FROM search_word""",
        *_told(sizes),
    ]


def _told(sizes: Sizes) -> list[str]:
    """Of what is not for a circle alone; most of it was read. A digest waits for the last days."""
    return [
        f"""INSERT INTO notifications_occasion (id, event, about, about_id, once, thread, title,
            sentence, own_words, url, by_id, at)
        SELECT p.id, 'posts.new_in_theme', 'posts.post', p.id::text, '', 'posts.post:' || p.id,
               t.text, 'Blog. ' || left(a.text, 250), 5,
               '/' || {_slug("p.kind")} || '/' || p.id || '-' || t.slug || '/', p.author, p.at
        FROM bench_post p JOIN bench_title t ON t.n = p.title JOIN bench_text a ON a.n = p.one
        WHERE p.kind <> 'question' AND p.audience <> 'kring' ORDER BY p.at""",
        f"""INSERT INTO notifications_notice (person_id, occasion_id, at, is_on_site, read_at)
        SELECT {FIRST} + 1 + (o.id * 7919 + k * 3571) % {sizes.people}, o.id, o.at, true,
               CASE WHEN o.at < now() - interval '10 days' OR k % 3 = 0
                    THEN o.at + interval '1 hour' END
        FROM notifications_occasion o CROSS JOIN generate_series(1, {sizes.each}) AS k
        WHERE o.id > {FIRST} ORDER BY o.at LIMIT {sizes.notices}""",
        f"""INSERT INTO notifications_delivery (person_id, notice_id, frequency, at, why)
        SELECT person_id, id, 'week', at, '' FROM notifications_notice
        WHERE at > now() - interval '7 days' AND occasion_id > {FIRST}""",
    ]
