"""How people come in: invitation links, approved mail domains, requests, and their sign-ins.

Nouns: InvitationLink, Acceptance, ApprovedDomain, JoinRequest, SignIn. Whoever is new proves a mail
address first; only then does anything become visible or is anything kept. It refuses to know what
an invitation leads to: that is an address on this site.
"""
