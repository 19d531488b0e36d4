"""What people tell of themselves, to whom, and where to find whom.

Nouns: Profile, Reach (who sees a field), Portrait (what one reader sees of one person), Expertise,
handover. It refuses to know what people write, and in which circles they are.

A profile exists from the moment its person keeps it; nobody is in the list before that. Each field
has its own reach, and never a wider one than the name. There is one gate: `Profile.objects.seen_by`
gives every row a `closeness` to the reader, and a field is shown, searched, filtered and counted
only where its reach is at least that. A number in an address, the place in the alphabet and the
list of organisations betray nothing either: they come from the same rows.

For rooms above:

    registry.register_ties(callable(person) -> ids of people)       who is «in mijn kringen»
    registry.register_handover(label, things_of, hand_to, …)        what stays behind with a job
    queries.portraits(reader, ids) -> {id: Portrait}                for lists, three queries in all
    queries.experts_on(theme_ids, exclude=ids) -> profiles          who may be asked
    {% load profiles %}{% author_box person %}, {% person_link person %}

Author boxes name whoever wrote something: a name under a text is part of that text. The rest of
the box keeps to the profile.
"""
