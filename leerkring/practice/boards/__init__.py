"""Live questions in the room: people join by six letters, a facilitator leads from a phone.

A `Board` of a meeting or a session has `BoardQuestion`s. To open kinds people give `Card`s, to the
others `Vote`s; neither has a person or a moment. A `Reveal` shows what came in, a `Hiding` takes a
card out of sight with a reason, a `Group` brings cards together by hand. What is told of votes is
an `Outcome`, frozen (`docs/decisions/0017-boards.md`). It refuses to know who said what: the mark
of a device only keeps a double tap from counting twice, and is gone when the board closes.
"""
