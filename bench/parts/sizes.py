"""How large a country is."""

from dataclasses import dataclass

FIRST = 1_000_000  # numbers of the country's rows begin above those of the demo


@dataclass(frozen=True)
class Sizes:
    """`posts` has blogs, updates, interviews, examples and pins, and a tenth of it questions."""

    people: int = 60_000
    circles: int = 1_500
    posts: int = 300_000
    remarks: int = 1_500_000
    notices: int = 5_000_000

    @property
    def each(self) -> int:
        """People who are told of one post."""
        return min(self.people, max(1, round(self.notices / (0.72 * self.posts))))


TINY = Sizes(people=60, circles=4, posts=200, remarks=300, notices=800)
