"""Whether the shift between two votes on a dilemma may be told: it singles nobody out.

Both tables are about many people, but their difference is about few: whoever sees "6 and 4" before
the talk and "7 and 3" after it, and knows that only Jan came in late, knows what Jan chose. So we
look at every figure that follows from both tables by subtraction.

The two tables give, per option, a sum over people of "chose it after" less "chose it before". A
reader may add such differences up with any factor c per option. Somebody who went from a to b
counts c(b) - c(a) in that; being absent has factor 0. So a combination is zero on everybody who
stays within a group of options with the same factor, and about those who cross from one group to
another. **Rule:** for every set of options (a cut: these against the other options and being
absent), the people who cross it are none, or at least k.

*Why cuts suffice.* A combination that is about 1..k-1 people has groups between which they cross.
Somebody crosses, say into or out of group G. Laid against all the others, G is crossed by no more
people than cross anywhere: so by 1..k-1, and the cut at G (or at its complement, where being absent
belongs to G) breaks the rule.

Who cannot be paired (no second vote, no first one, typed in from paper, another browser) may be
somebody who left and somebody who came, or one person twice. The rule must hold both ways: when all
of them are different people, and when as many as possible are the same who chose the same.
"""

from collections.abc import Hashable, Mapping
from itertools import combinations


def is_safe(
    before: Mapping[Hashable, int],
    after: Mapping[Hashable, int],
    *,
    options: int,
    k: int,
) -> bool:
    """Whether both tables may be shown. Per person who can be recognised the option 0..options-1.

    A person who cannot be recognised has a key of their own in one of the two. O(2^options · n).
    """
    paired = [(before[who], after[who]) for who in before.keys() & after.keys()]
    left = [option for who, option in before.items() if who not in after]
    came = [option for who, option in after.items() if who not in before]
    for size in range(1, options + 1):
        for cut in map(set, combinations(range(options), size)):
            crossed = sum((old in cut) != (new in cut) for old, new in paired)
            gone = sum(option in cut for option in left)
            new = sum(option in cut for option in came)
            if not all(_is_enough(n, k) for n in (crossed + gone + new, crossed + abs(gone - new))):
                return False
    return True


def _is_enough(people: int, k: int) -> bool:
    return people == 0 or people >= k
