"""The texts of the demo as posts hold them: HTML of a few tags."""

import re
from html import escape
from itertools import groupby


def rich(text: str) -> str:
    """Paragraphs apart by an empty line; «### » begins a heading, «- » a line of a list.

    >>> rich("Dag\\n\\n- een\\n- twee")
    '<p>Dag</p><ul><li>een</li><li>twee</li></ul>'
    """
    return "".join(_block(block) for block in re.split(r"\n\s*\n", text.strip()))


def _block(block: str) -> str:
    found = []
    for is_list, lines in groupby(block.split("\n"), key=lambda line: line.startswith("- ")):
        words = [escape(line.removeprefix("- "), quote=False) for line in lines]
        if is_list:
            found.append(f"<ul>{''.join(f'<li>{line}</li>' for line in words)}</ul>")
        elif words[0].startswith("### "):
            found.append(f"<h3>{words[0].removeprefix('### ')}</h3>")
        else:
            found.append(f"<p>{'<br>'.join(words)}</p>")
    return "".join(found)
