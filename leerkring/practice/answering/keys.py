"""Secrets that a person holds, and what the server keeps instead.

A link and a key are 128 random bits. From each, separate keys are derived with HKDF (RFC 5869) for
separate uses: one to find the invitation, one to find the draft, one to lock its contents. The
server keeps only what was derived, so that an invitation and a draft cannot be brought together
without the link itself.
"""

import base64
import os
import secrets
from dataclasses import dataclass
from functools import cached_property

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

BYTES = 16
NONCE = 12
# Crockford's base 32: no I, L, O or U, so that what is copied by hand is not misread.
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MISREAD = str.maketrans("ILO", "110")


class WrongKey(Exception):
    """The key does not open this."""


@dataclass(frozen=True)
class Secret:
    """128 bits that only a person holds."""

    raw: bytes

    @classmethod
    def new(cls) -> "Secret":
        return cls(secrets.token_bytes(BYTES))

    @classmethod
    def from_link(cls, text: str) -> "Secret | None":
        """The secret in the last part of a link, if it can be one."""
        try:
            secret = cls(base64.urlsafe_b64decode(text + "=="))
        except ValueError:
            return None
        # Decoding skips what it does not know; one secret has one link.
        return secret if len(secret.raw) == BYTES and secret.link == text else None

    @classmethod
    def from_words(cls, text: str) -> "Secret | None":
        """The secret in a key as a person types it; capitals, spaces and dashes do not matter."""
        clean = "".join(filter(str.isalnum, text.upper())).translate(MISREAD)
        if len(clean) != 26 or any(letter not in LETTERS for letter in clean):
            return None
        number = 0
        for letter in clean:
            number = number * 32 + LETTERS.index(letter)
        return cls(number.to_bytes(17, "big")[1:]) if number < 1 << 128 else None

    @property
    def link(self) -> str:
        return base64.urlsafe_b64encode(self.raw).decode().rstrip("=")

    @property
    def words(self) -> str:
        """Twenty-six letters and figures in groups: to print, to save, to type over."""
        number = int.from_bytes(self.raw, "big")
        letters = "".join(LETTERS[number >> 5 * place & 31] for place in reversed(range(26)))
        return "-".join((letters[:6], letters[6:11], letters[11:16], letters[16:21], letters[21:]))

    def name(self, use: str) -> str:
        """What the server files something under; nothing leads from here back to the secret."""
        return self._derive(f"name {use}").hex()

    def lock(self, use: str, content: bytes) -> bytes:
        """Content that only this secret opens again (AES-256-GCM)."""
        nonce = os.urandom(NONCE)
        return nonce + AESGCM(self._derive(f"lock {use}")).encrypt(nonce, content, None)

    def unlock(self, use: str, locked: bytes) -> bytes:
        """Raises WrongKey."""
        try:
            key = AESGCM(self._derive(f"lock {use}"))
            return key.decrypt(locked[:NONCE], locked[NONCE:], None)
        except InvalidTag as fault:
            raise WrongKey from fault

    def _derive(self, use: str) -> bytes:
        if use not in self._derived:
            key = HKDF(SHA256(), 32, salt=None, info=f"leerkring {use}".encode())
            self._derived[use] = key.derive(self.raw)
        return self._derived[use]

    @cached_property
    def _derived(self) -> dict[str, bytes]:
        """Each once, as long as the secret itself is in hand: an answer asks for some twice."""
        return {}
