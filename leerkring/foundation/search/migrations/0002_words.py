"""PostgreSQL: a table of words, and more of the common signs kept by what it counts by itself."""

from django.db import migrations

POSTGRESQL = (
    'CREATE TABLE search_word (word text COLLATE "C" NOT NULL)',
    """INSERT INTO search_word (word)
       SELECT substr(word, 2) FROM ts_stat('SELECT lexemes FROM search_entry')
       WHERE left(word, 1) = 'w'""",
    "CREATE INDEX search_word_beginning ON search_word (word)",
    "ALTER TABLE search_entry ALTER COLUMN lexemes SET STATISTICS 500",
)


def lay_words(apps, editor):
    if editor.connection.vendor == "postgresql":
        for statement in POSTGRESQL:
            editor.execute(statement)


def take_words_away(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP TABLE search_word")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(lay_words, take_words_away)]
