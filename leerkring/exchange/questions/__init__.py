"""Questions and answers: routing, acceptance, and what came of it.

Nouns: `Question`, `Answer`, `Acceptance` (the asker says which answer helped), `Outcome` (what they
did with it), `Appeal` (one person is asked: do you know this?), `Draft`. And for who does not want
to be named: `Handover` (a question in the hands of a facilitator), `Key` and `Word` (something the
asker has passed on).

Who may read a question is one query, `Question.objects.visible_to(person)`; lists, pages, feeds,
search and notices all ask it. Of a question that was put on behalf of somebody this room does not
know who that is, at no moment (docs/decisions/0015-anonymous-questions.md).
"""
