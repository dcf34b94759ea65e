"""What rules without a language hand out, in the words of whoever reads it."""

from .figures import in_words
from .refusals import why

__all__ = ["in_words", "why"]
