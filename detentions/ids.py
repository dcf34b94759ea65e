"""Permanent identifiers that say nothing about the record that bears them."""

import hashlib
import secrets
from itertools import product

# Crockford's base 32 in lower case: no letters that a reader confuses with digits.
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 12
BITS = 5 * LENGTH
_TRIPLES = ["".join(letters) for letters in product(_ALPHABET, repeat=3)]


def new_id() -> str:
    """Return a fresh identifier of 60 random bits, as 12 characters.

    Identifiers are random because a sequence would tell outsiders how many records exist
    that are not published, and in which order they were entered.
    """
    return id_of(secrets.randbits(BITS))


def id_of(bits: int) -> str:
    """Return the identifier that writes a number of 60 bits."""
    return (
        _TRIPLES[bits >> 45]
        + _TRIPLES[bits >> 30 & 0x7FFF]
        + _TRIPLES[bits >> 15 & 0x7FFF]
        + _TRIPLES[bits & 0x7FFF]
    )


def digest_of(slug: str) -> str:
    """Return what a slug is recognised by where it may no longer be told."""
    return hashlib.sha256(slug.encode()).hexdigest()
