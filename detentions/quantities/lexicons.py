"""The five languages that figures are read in, by the code of each."""

from .belarusian import BELARUSIAN
from .english import ENGLISH
from .polish import POLISH
from .russian import RUSSIAN
from .ukrainian import UKRAINIAN
from .vocabulary import Lexicon

# A refusal names what the first of the languages that know equally many words does not know.
LEXICONS = {
    "en": Lexicon(ENGLISH),
    "ru": Lexicon(RUSSIAN),
    "be": Lexicon(BELARUSIAN),
    "uk": Lexicon(UKRAINIAN),
    "pl": Lexicon(POLISH),
}
