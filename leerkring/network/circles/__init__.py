"""Groups with a purpose: werkgroep, lerend netwerk, klankbordgroep, bewonerspanel, kernpartners.

Nouns: Circle (of a kind), Membership with a role and perhaps a seat, JoinRequest, Invitation,
Doorway (a link that leads in), Closing, Inspection (a moderator looks, with a reason, for a day).
Who may know of a circle and who may read in it are two questions, and both are querysets. What is
written, asked or planned in a circle is not known here: rooms above link to it.
"""
