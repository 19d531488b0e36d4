"""What stays of a meeting: the report that writes itself.

Nouns: Report (begun once per meeting), its Part per chapter (the editor's words, or left out),
Photo, Approval (holds until something changes), Publication (what readers see, frozen).

What was planned, brought, said, promised and found is read from the rooms that know it; the editor
adds words and leaves things out, and counts nothing. A report that was brought out does not change
by itself: whoever wants newer words brings it out again. It tells no more than people in the room
could see: hidden cards, votes that may not be told and promises that somebody keeps to themselves
are not in it, also not for the editor.
"""
