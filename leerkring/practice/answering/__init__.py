"""How people are asked and answer: links, drafts, mail, and a result only they can see.

Nouns: Launch, Invitee, Sending, Draft, OwnLine. Who is invited and what is answered share no key:
without the link that a person holds, nobody can bring the two together.
"""
