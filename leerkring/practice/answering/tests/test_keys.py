"""Secrets: 128 bits that a person holds, and what is derived from them."""

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leerkring.practice.answering.keys import Secret, WrongKey

secrets = st.binary(min_size=16, max_size=16).map(Secret)
FIXED = Secret(bytes(range(16)))


def test_every_use_has_a_name_of_its_own_that_says_nothing_of_the_others() -> None:
    names = {FIXED.name(use) for use in ("link", "draft", "line", "poster")}
    assert len(names) == 4
    assert all(len(name) == 64 and FIXED.raw.hex() not in name for name in names)


def test_a_name_is_hkdf_with_sha256_as_the_standard_has_it() -> None:
    """RFC 5869 by hand: extract with an empty salt, expand one block."""
    import hmac

    pseudo_random_key = hmac.digest(bytes(32), FIXED.raw, "sha256")
    block = hmac.digest(pseudo_random_key, b"leerkring name link\x01", "sha256")
    assert FIXED.name("link") == block.hex()


def test_a_name_is_no_key() -> None:
    """Knowing what a draft is filed under opens nothing."""
    locked = FIXED.lock("draft", b"inhoud")
    for use in ("draft", "link", "line"):
        filed = bytes.fromhex(FIXED.name(use))
        with pytest.raises(WrongKey):
            Secret(filed[:16]).unlock("draft", locked)


@given(secrets)
@settings(max_examples=50)
def test_words_and_link_come_back_as_they_were(secret: Secret) -> None:
    assert Secret.from_words(secret.words) == secret
    assert Secret.from_link(secret.link) == secret
    assert len(secret.link) == 22


def test_words_may_be_typed_as_people_type_them() -> None:
    words = FIXED.words
    for typed in (words.lower(), words.replace("-", " "), words.replace("-", ""), f" {words}\n",
                  words.replace("-", "–"), words.replace("0", "O").replace("1", "l")):  # fmt: skip
        assert Secret.from_words(typed) == FIXED


@pytest.mark.parametrize("typed", ["", "AAAAA", "Z" * 26, "U" * 26, "0" * 25, "0" * 27, "é" * 26])
def test_what_is_no_key_is_not_taken_for_one(typed: str) -> None:
    assert Secret.from_words(typed) is None


def test_one_secret_has_one_link() -> None:
    link = FIXED.link
    spare_bits = link[:-1] + chr(ord(link[-1]) + 1)  # decodes to the same bytes
    assert base64.urlsafe_b64decode(spare_bits + "==") == FIXED.raw
    for other in (spare_bits, link + "A", link[:-1], f"{link}=", f"!{link}", "é", "a" * 500, ""):
        assert Secret.from_link(other) is None


def test_only_the_same_secret_and_the_same_use_open_a_lock() -> None:
    locked = FIXED.lock("draft", b"inhoud")
    assert FIXED.unlock("draft", locked) == b"inhoud"
    with pytest.raises(WrongKey):
        FIXED.unlock("line", locked)
    with pytest.raises(WrongKey):
        Secret(bytes(16)).unlock("draft", locked)
    with pytest.raises(WrongKey):
        FIXED.unlock("draft", locked[:-1] + bytes([locked[-1] ^ 1]))


def test_the_same_content_never_looks_the_same_twice() -> None:
    assert FIXED.lock("draft", b"inhoud") != FIXED.lock("draft", b"inhoud")
    assert len({Secret.new().raw for _ in range(100)}) == 100
