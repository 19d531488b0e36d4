"""What else of a meeting is read by who sees it, when it comes before more people."""

from leerkring.foundation.language.checked_texts import Along
from leerkring.foundation.language.traces import TraceKind
from leerkring.practice.meetings.models import Meeting, Strand

# A meeting is somewhere, and people have to find it: where it is, is there to be told, and at the
# door so is the number to ring. A mail address or a name in it is somebody's, and is a question.
WHERE = frozenset((TraceKind.ADDRESS, TraceKind.POSTCODE, TraceKind.PLACE))
HOW_TO_GET_IN = WHERE | {TraceKind.PHONE}
WHO = frozenset((TraceKind.NAME,))  # a field that asks who does it


def told_along(meeting: Meeting, *, whole: bool) -> list[Along]:
    """The texts beside title and purpose; not `whole`: what others may borrow of it."""
    strands = Strand.objects.filter(block__meeting=meeting)
    told = [Along("Programma", block.title) for block in meeting.blocks.all()]
    told += [Along("Sessie", strand.title) for strand in strands]
    told += [
        Along("Materiaal", title) for title in meeting.materials.values_list("title", flat=True)
    ]
    if whole:
        told.append(Along("Plaats", meeting.place, HOW_TO_GET_IN))
        told.append(Along("Adres", meeting.address, WHERE))
        told.append(Along("Bereikbaar en toegankelijk", meeting.reachable, HOW_TO_GET_IN))
    return told
