"""Statements that make the people of a country, where they work, and the circles they are in."""

from django.contrib.auth.hashers import make_password
from parts.sizes import FIRST, Sizes

from leerkring.network.circles.kinds import KINDS
from leerkring.network.profiles.models import Sector
from leerkring.network.themes.models import Theme

ORGANISATIONS, MUNICIPALITIES = 300, 340


def statements(sizes: Sizes, pools: dict[str, int]) -> list[str]:
    themes = sorted(Theme.objects.current().values_list("pk", flat=True))
    picked = f"(ARRAY{themes})[1 + (random() * {len(themes) - 1})::int]"
    sectors = f"(ARRAY{list(Sector.values)})[1 + (random() * {len(Sector.values) - 1})::int]"
    kinds = f"(ARRAY{list(KINDS)})[1 + g % {len(KINDS)}]"
    names, places = pools["name"], pools["place"]
    nobody = make_password(None)
    people, circles = sizes.people, sizes.circles
    return [
        f"""INSERT INTO people_organisation (id, name, slug)
        SELECT {FIRST} + n, 'Stichting ' || text || ' ' || n, 'stichting-' || slug || '-' || n
        FROM bench_place WHERE n <= {ORGANISATIONS}""",
        f"""INSERT INTO people_municipality (id, name, slug, code)
        SELECT {FIRST} + n, text || ' ' || n, slug || '-' || n, '' FROM bench_place
        WHERE n <= {MUNICIPALITIES}""",
        f"""CREATE UNLOGGED TABLE bench_person AS
        SELECT {FIRST} + g AS id, a.first || ' ' || b.last AS name,
               ' ' || a.first_sort || ' ' || b.last_sort AS sort_name,
               a.signs || b.signs AS signs, random() AS chance, random() AS other,
               now() - random() * interval '5 years' AS since, c.text || ' ' || c.n AS region
        FROM (SELECT g, 1 + (random() * {names - 1})::int AS a,
              1 + (random() * {names - 1})::int AS b,
              1 + (random() * {MUNICIPALITIES - 1})::int AS c
              FROM generate_series(1, {people}) AS g OFFSET 0) AS drawn
        JOIN bench_name a ON a.n = drawn.a JOIN bench_name b ON b.n = drawn.b
        JOIN bench_place c ON c.n = drawn.c""",
        f"""INSERT INTO people_person (id, password, email, name, introduction, is_active,
            starts_programmes, moderates, joined_at)
        SELECT id, '{nobody}', 'p' || id || '@voorbeeld.invalid', name, '', true, false, false,
               since FROM bench_person""",
        f"""INSERT INTO profiles_profile (id, person_id, sort_name, position, sector, region,
            sentence, questions_a_month, since, organisation_id, name_seen, photo_seen,
            organisation_seen, position_seen, sector_seen, region_seen, sentence_seen,
            expertise_seen, themes_seen, email_seen)
        SELECT id, id, sort_name, (ARRAY['Wijkteammedewerker', 'Jeugdverpleegkundige',
               'Gezinswerker', 'Leerplichtambtenaar', 'Opbouwwerker'])[1 + id % 5], {sectors},
               region, CASE WHEN other < 0.5 THEN 'Ik werk graag samen met scholen.' ELSE '' END,
               CASE WHEN other < 0.1 THEN 2 ELSE 0 END, since,
               {FIRST} + 1 + (other * {ORGANISATIONS - 1})::int,
               CASE WHEN chance < 0.03 THEN 1 WHEN chance < 0.9 THEN 2 ELSE 3 END,
               2, 2, 2, 2, 2, 2, 2, 2, 0 FROM bench_person""",
        f"""INSERT INTO profiles_expertise (profile_id, theme_id)
        SELECT id, {picked} FROM bench_person WHERE other < 0.2""",
        f"""INSERT INTO themes_following (person_id, theme_id, since)
        SELECT id, {picked}, since FROM bench_person CROSS JOIN generate_series(1, 2)
        ON CONFLICT DO NOTHING""",
        f"""INSERT INTO circles_circle (id, kind, name, slug, purpose, house_rules, joining,
            visibility, created_at)
        SELECT {FIRST} + g, {kinds}, 'Samen in ' || p.text || ' ' || g,
               'samen-in-' || p.slug || '-' || g, t.text, '', 'vrij',
               (ARRAY['openbaar', 'ingelogd', 'ingelogd', 'leden', 'verborgen'])[1 + g % 5],
               now() - random() * interval '4 years'
        FROM generate_series(1, {circles}) AS g
        JOIN bench_place p ON p.n = 1 + g % {places}
        JOIN bench_text t ON t.n = 1 + g % {pools["text"]}""",
        f"""INSERT INTO circles_circle_themes (circle_id, theme_id)
        SELECT id, (ARRAY{themes})[1 + id % {len(themes)}] FROM circles_circle WHERE id > {FIRST}
        ON CONFLICT DO NOTHING""",
        f"""INSERT INTO circles_membership (circle_id, person_id, role, since)
        SELECT {FIRST} + 1 + (id * 7 + k * 113) % {circles}, id,
               CASE WHEN id <= {FIRST + circles} AND k = 1 THEN 'owner' ELSE 'member' END, since
        FROM bench_person CROSS JOIN generate_series(1, 2) AS k ON CONFLICT DO NOTHING""",
    ]
