"""Who comes to a meeting: replies, places, the waiting list, who was there, and in which groups.

A `Reply` belongs to an invitation (of `meetings`). A `Letter` is one mail about it: the delivery
record is the queue. A `Tap` says that somebody is there, or not after all. A `Grouping` has
`GroupRound`s, in which everybody has a `Seat` at a table. Names of who comes are for organisers;
others hear numbers, and the names at their own table. It does not know what is asked in the room.
"""
