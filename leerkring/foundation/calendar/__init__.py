"""What happens when: dates from every room on one calendar, and in feeds that phones read.

A `Moment` is one date as one person may see it. Rooms give their own (`dates.py`, `registry.py`),
for one person at a time: this room keeps no dates, and cannot show what a room did not give. It
keeps one thing: that somebody has a feed, by the hash of its address and not the address itself.
The envelope of Atom feeds is here too (`views/atom.py`); what is in them is of the rooms above.
"""
