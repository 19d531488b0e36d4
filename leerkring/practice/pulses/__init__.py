"""Small scans of three taps around a session: before it, after it, and six weeks later.

Nouns: Pulse (asked once per session and kind), the link that everybody shares, OpenAnswer, Reply
(«dit doen we ermee»). It rests on the engine of `scans`: a round of an instrument, a byte an
answer, frozen at closing, released from k answers on and laid before the ledger.

It refuses to know who answered: no account, no link of one's own, no address and no time. Nobody is
reminded, because nobody is known to be missing.

How long what is kept:

- what a browser sent as its own mark, so that a double tap counts once: until the pulse closes;
- open answers: with traces of people masked before they are stored, unread until the pulse closes;
  gone at closing if fewer than k people answered, otherwise a year later (`tasks`);
- answers on the scale: without name, order or time in the round, like those of every round;
- what the round told (`scans.FrozenResult`) and the reply: as long as the session.
"""
