"""The nominatives that a declined place name may stand for: «в Осиповичах», "w Nowogródku".

Newsrooms print places in the locative as often as in the nominative. Without a dictionary an ending
only narrows down the nominative, so each ending below lists every nominative ending that it may
answer, likeliest first; which of them is a place is for the gazetteer to say. Consonants that
alternate (Лідзе – Ліда) and vowels that flee (Городке – Городок) are written out where the
place names of the region have them.
"""

from collections.abc import Iterator, Mapping

# Russian, Belarusian and Ukrainian together: which one a word is in is seldom known, and an ending
# of one of them is rarely a misleading ending of another. Belarusian «ве» needs no line of its own
# (Барысаве – Барысаў): match keys write в and ў alike.
_CYRILLIC = {
    # plural: Боровлянах, Баранавічах, Осиповичами, Столбцов, Барановичей
    "ах": "ы и і а", "ях": "и і ы", "ами": "ы и і", "ями": "и і", "амі": "ы і", "ямі": "і",
    "ов": "ы и", "аў": "ы і", "яў": "і", "ів": "и і", "ей": "и а я ь ая яя",
    "ч": "чи чы чі", "н": "ны", "ок": "ки", "ак": "кі",
    # fleeting vowels: Городке, Каменце, Гарадку, Навагрудку, Астраўцы
    "ке": "ок ек", "ка": "ок ек ак", "ку": "ок ек ак ка", "ком": "ок ек", "кам": "ак ок",
    "це": "ец т та ць", "ца": "ец", "цу": "ец", "цом": "ец", "цам": "ец", "цем": "ец",
    "ўцы": "вец", "цы": "ец ка ца", "ці": "ка ця ць",
    # alternating consonants: Лідзе, Слаўгарадзе, Турові
    "дзе": "да д дзь", "зе": "га", "се": "ха", "зі": "га", "сі": "ха", "ові": "ів",
    # singular: Минске, Орше, Гродне, Гомелі, Мінску, Оршы, Минска, Сморгони, Минском
    "е": " а о ь я й", "и": "ь я а ", "і": "ь я а е о ", "у": " а о", "ю": "ь я й е",
    "ы": "а ", "а": " о", "я": "ь й е", "ам": "ы и і  а о", "ям": "и і ы ь е",
    "ом": " о ой ое ый ий", "ем": "ь е ее ий й ", "ём": "ь е ьё", "ью": "ь", "ою": "а", "ею": "а я",
    "ой": "а ая", "ай": "а ая", "яй": "я яя", "ій": "а я",
    # adjectives: Лесном, Лясным, Глыбокім, Лесного, Старых, Новую
    "ым": "ы ый ой ое ае", "ім": "і ій ае ой ое", "им": "ий ый ой ое",
    "ого": "ой ое ый ий", "его": "ий ее", "ага": "ы і ае", "яга": "і яе",
    "ому": "ой ое ый ий е", "ему": "ий ее", "аму": "ы і ае", "яму": "і яе",
    "ых": "ые ыя", "их": "ие", "іх": "ія і", "ую": "ая", "юю": "яя",
}  # fmt: skip
# Polish, which also serves Belarusian Latin and transliterated Russian ("v Minske").
_LATIN = {
    # plural: Baranowiczach, Smorgoniach, Osipowiczami, Stołpców
    "iach": "ie e", "ach": "e y i", "iami": "ie", "ami": "e y i", "ów": "e y", "cz": "cze",
    # fleeting vowels: Nowogródku, Homlu, Lunińcu
    "ku": "ek ok", "ka": "ek ok", "kiem": "ek ok", "lu": "el", "la": "el", "lem": "el",
    "cu": "ec iec", "ca": "ec iec", "cem": "ec iec",
    # alternating consonants: Lidzie, Wilejce
    "dzie": "da d do", "cie": "t ta to", "rze": "r ra ro", "dze": "ga", "ce": "ka ca", "sze": "cha",
    # singular: Mińsku, Brześciu, Mohylewie, Grodnie, Orszy, Mińska, Mińskiem, Lidą
    "iu": " ie", "u": " o", "ie": " o a", "e": " o a", "y": "a ", "i": "a ia ", "ia": " ie",
    "a": " o e", "iem": " ie", "em": " o", "ą": "a",
    # adjectives: Głębokiem, Głębokim, Wielkiej, Głębokiego
    "im": "ie i", "ym": "e y", "iego": "ie i", "ego": "e y", "iemu": "ie i", "emu": "e y",
    "iej": "a", "ej": "a",
}  # fmt: skip
_LONGEST_ENDING = 4
_SHORTEST_STEM = 2


def nominatives(word: str) -> Iterator[str]:
    """Yield the words that lower-case `word` may be a declined form of, likeliest first.

    The longest ending is tried first; `word` itself is not among the results. A word in neither
    Latin nor Cyrillic letters has none.
    """
    for table in (_CYRILLIC, _LATIN):
        yield from _replaced(word, table)


def _replaced(word: str, table: Mapping[str, str]) -> Iterator[str]:
    for length in range(min(_LONGEST_ENDING, len(word) - _SHORTEST_STEM), 0, -1):
        stem, ending = word[:-length], word[-length:]
        if ending in table:
            yield from (stem + nominative for nominative in table[ending].split(" "))
