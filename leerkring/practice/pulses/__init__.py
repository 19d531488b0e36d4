"""Small scans of three taps around something: before it, after it, and six weeks later.

Nouns: Subject (a model around whose rows people can be asked), Pulse (asked once per row and kind;
again and again where a row has no one moment), the link that everybody shares, OpenAnswer, Reply
(«dit doen we ermee»). It rests on the engine of `scans`: a round of an instrument, a byte an
answer, frozen at closing, released from k answers on and laid before the ledger.

A team's session and a circle are subjects (`subject_queries`). A room above registers one in its
own `apps.py`, and puts `{% pulses_of row %}` on the page of a row:

    register(Subject(
        model=Meeting, key="dag", words=SubjectWords("bijeenkomst", "wie erbij was"),
        led_by=Meeting.objects.led_by, read_by=Meeting.objects.visible_to, people=people_of,
        begins=lambda meeting: meeting.starts_at, size=size_of,
    ))

It refuses to know who answered: no account, no link of one's own, no address and no time. Nobody is
reminded, because nobody is known to be missing.

How long what is kept:

- what a browser sent as its own mark, so that a double tap counts once: until the pulse closes;
- answers on the scale, without name, order or time: until the pulse closes, and what it says is
  frozen;
- open answers: with traces of people masked before they are stored, unread until the pulse closes;
  gone at closing if fewer than k people answered, otherwise a year later (`tasks`);
- what the round told (`scans.FrozenResult`) and the reply: as long as the round.
"""
