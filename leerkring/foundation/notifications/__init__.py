"""Notices to people: on the site and by mail, each once, as often as they want.

An *event* is a kind of thing that rooms tell about (`registry.Event`, in their `notices.py`). What
is told once is an *occasion*; everyone who is told gets a *notice* of it, and a *delivery* if it
also goes by mail. A *mail* is what was written out of deliveries and is handed to a mail server.

This room knows people and rows by number. It does not know what a circle or a question is, and
asks the room that owns a thing whether somebody may still see it.
"""
