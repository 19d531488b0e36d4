"""A number that travels through an address of somebody who may see what it is of, and is believed
only when this site signed it for just this.
"""

from dataclasses import dataclass

from django.core.signing import BadSignature, Signer


@dataclass(frozen=True)
class SignedNumber:
    """purpose: what it is signed for; a number that was signed for something else is none."""

    purpose: str

    def write(self, number: int) -> str:
        return Signer(salt=self.purpose).sign(str(number))

    def read(self, text: str) -> int | None:
        try:
            return int(Signer(salt=self.purpose).unsign(text))
        except (BadSignature, ValueError):
            return None
