"""Permanent identifiers that say nothing about the record that bears them."""

import secrets

# Crockford's base 32 in lower case: no letters that a reader confuses with digits.
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 12


def new_id() -> str:
    """Return a fresh identifier of 60 random bits, as 12 characters.

    Identifiers are random because a sequence would tell outsiders how many records exist
    that are not published, and in which order they were entered.
    """
    return "".join(secrets.choice(_ALPHABET) for _ in range(LENGTH))
