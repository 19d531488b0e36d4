"""Gatherings of every kind (bijeenkomsten): an introduction, a vision day, a work day, a visit.

A `Meeting` has a programme of `Block`s, which may hold `Strand`s beside each other; people with a
`Role` in it; who is invited; `Material`; and the `BroughtQuestion`s that people send ahead. It does
not know who comes (`attendance`), what is asked in the room (`boards`), or what is told afterwards
(`reports`). The session of one team, with its script, is in `gatherings`.
"""
