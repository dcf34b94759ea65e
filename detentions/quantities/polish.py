"""Polish."""

from .vocabulary import Language, Scale, Sense

POLISH = Language(
    name="Polish",
    phrases={
        Sense.EXACTLY: "dokładnie; równo; tylko; zaledwie",
        Sense.AT_LEAST: (
            "co najmniej; conajmniej; przynajmniej; minimum; min; min.; nie mniej niż; nie mniej"
        ),
        Sense.MORE_THAN: (
            "ponad; powyżej; przeszło; więcej niż; nieco ponad; niewiele ponad; znacznie ponad; "
            "trochę ponad; nieco więcej niż"
        ),
        Sense.ABOUT: "około; ok; ok.; koło; mniej więcej; w przybliżeniu; szacunkowo",
        Sense.ALMOST: "prawie; niemal; blisko; niespełna; nieomal; bez mała; nieco mniej niż",
        Sense.AT_MOST: "co najwyżej; najwyżej; nie więcej niż; maksymalnie; maksimum; maks; maks.",
        Sense.BELOW: "mniej niż; poniżej",
        Sense.UP_TO: "do; aż do; nawet do",
        Sense.OR_MORE: "i więcej; lub więcej; albo więcej; czy więcej; plus",
        Sense.AND_SOME: "z górą; z okładem; z hakiem; z czymś",
        Sense.VAGUE: (
            "kilka; kilku; kilkoro; kilkorga; kilkoma; kilkanaście; kilkunastu; kilkadziesiąt; "
            "kilkudziesięciu; kilkaset; kilkuset; wiele; wielu; wieloma; mnóstwo; szereg; "
            "większość; część; niektórzy; niektóre; niektórych; parę; paru; paręnaście; "
            "parunastu; paręset; paruset; parędziesiąt; nieznana liczba; nieokreślona liczba"
        ),
        Sense.BETWEEN: "między; pomiędzy",
        Sense.FROM: "od",
        Sense.AND: "i; a; oraz",
        Sense.OR: "lub; albo; czy",
        Sense.AND_A_HALF: "i pół",
        Sense.NOT: "nie; brak; bez; żadnych",
        Sense.NOBODY: "nikt; nikogo; nikt nie; nikogo nie; żadnej osoby; ani jednej",
        Sense.PEOPLE: (
            "osób; osoba; osoby; osobę; osobami; os; os.; ludzi; ludzie; człowiek; człowieka; "
            "uczestnik; uczestnika; uczestnicy; uczestników; protestujących; protestujący; "
            "demonstrantów; demonstranci; manifestantów; manifestanci; obywateli; nazwisk; "
            "nazwiska; nazwisko"
        ),
        Sense.DETENTION: (
            "zatrzymany; zatrzymana; zatrzymano; zatrzymani; zatrzymane; zatrzymanych; "
            "zatrzymania; zatrzymań; zatrzymaniach; zatrzymali; aresztowany; aresztowano; "
            "aresztowani; aresztowanych; aresztowania; aresztowań; aresztowaniach"
        ),
        Sense.STATED: (
            "był; była; było; byli; były; są; jest; został; została; zostało; zostali; zostały; "
            "doszło; odnotowano; zgłoszono; doszło do; poinformowano; "
            "informowano; informacji; informacja; doniesień; wiadomo"
        ),
        Sense.TOTAL: "łącznie; razem; w sumie; ogółem; łączna liczba",
        Sense.PART_OF: "z; spośród",
        Sense.GLUE: "o; też; także; również; na razie; dotychczas",
    },
    numbers={
        0: "zero zera",
        1: "jeden jedna jedno jednego jednej jedną",
        2: "dwa dwie dwaj dwóch dwu dwom dwoma dwiema dwoje dwojga",
        3: "trzy trzej trzech trzem trzema troje trojga",
        4: "cztery czterej czterech czterem czterema czworo czworga",
        5: "pięć pięciu pięcioma pięcioro pięciorga",
        6: "sześć sześciu sześcioma sześcioro sześciorga",
        7: "siedem siedmiu siedmioma siedmioro",
        8: "osiem ośmiu ośmioma ośmioro",
        9: "dziewięć dziewięciu dziewięcioma dziewięcioro",
        10: "dziesięć dziesięciu dziesięcioma dziesięcioro",
        11: "jedenaście jedenastu jedenastoma",
        12: "dwanaście dwunastu dwunastoma",
        13: "trzynaście trzynastu",
        14: "czternaście czternastu",
        15: "piętnaście piętnastu",
        16: "szesnaście szesnastu",
        17: "siedemnaście siedemnastu",
        18: "osiemnaście osiemnastu",
        19: "dziewiętnaście dziewiętnastu",
        20: "dwadzieścia dwudziestu dwudziestoma",
        30: "trzydzieści trzydziestu trzydziestoma",
        40: "czterdzieści czterdziestu czterdziestoma",
        50: "pięćdziesiąt pięćdziesięciu",
        60: "sześćdziesiąt sześćdziesięciu",
        70: "siedemdziesiąt siedemdziesięciu",
        80: "osiemdziesiąt osiemdziesięciu",
        90: "dziewięćdziesiąt dziewięćdziesięciu",
        100: "sto stu",
        200: "dwieście dwustu",
        300: "trzysta trzystu",
        400: "czterysta czterystu",
        500: "pięćset pięciuset",
        600: "sześćset sześciuset",
        700: "siedemset siedmiuset",
        800: "osiemset ośmiuset",
        900: "dziewięćset dziewięciuset",
    },
    scales=(
        Scale(
            1_000,
            single="tysiąc tysiąca tysiącem",
            plural="tysiące",
            counted="tysięcy tysiącom tysiącami tys tys.",
        ),
        Scale(
            1_000_000,
            single="milion miliona milionem",
            plural="miliony",
            counted="milionów milionami mln mln.",
        ),
        Scale(
            10,
            single="dziesiątka dziesiątkę",
            plural="dziesiątki",
            counted="dziesiątek dziesiątków dziesiątkami",
            lot=True,
        ),
        Scale(12, single="tuzin tuzina", plural="tuziny", counted="tuzinów", lot=True),
        Scale(
            100,
            single="setka setkę setki setką",
            plural="setki",
            counted="setek setkami",
            lot=True,
        ),
    ),
    loose={6: "pół tuzina", 50: "pół setki", 500: "pół tysiąca"},
    one_and_a_half="półtora półtorej",
)
