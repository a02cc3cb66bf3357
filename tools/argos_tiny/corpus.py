"""Made-up press-release sentences in English, Spanish and Portuguese, aligned word by word by construction.

A template has one line a language. A line is made of slots (all capitals), filled with a phrase of that language, and
of words, each with the number of what it says: words with the same number are translations of each other.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

LANGS = ("en", "es", "pt")

_PHRASES = {
    "ORG": [
        "the council|el ayuntamiento|a câmara municipal",
        "the charity|la organización benéfica|a instituição de caridade",
        "the local hospital|el hospital local|o hospital local",
        "the housing association|la asociación de vivienda|a associação de habitação",
        "our youth team|nuestro equipo juvenil|a nossa equipa juvenil",
        "the public health team|el equipo de salud pública|a equipa de saúde pública",
        "the school board|el consejo escolar|o conselho escolar",
        "the library service|el servicio de bibliotecas|o serviço de bibliotecas",
        "the community group|el grupo comunitario|o grupo comunitário",
        "the mayor|el alcalde|o presidente da câmara",
        "the advice centre|el centro de asesoramiento|o centro de aconselhamento",
        "the fire service|el cuerpo de bomberos|o corpo de bombeiros",
    ],
    "NEW": [
        "a new community centre|un nuevo centro comunitario|um novo centro comunitário",
        "a new food bank|un nuevo banco de alimentos|um novo banco alimentar",
        "a free health clinic|una clínica de salud gratuita|uma clínica de saúde gratuita",
        "a new public library|una nueva biblioteca pública|uma nova biblioteca pública",
        "a weekly advice service|un servicio semanal de asesoramiento|um serviço semanal de aconselhamento",
        "a free English class|una clase de inglés gratuita|uma aula de inglês gratuita",
        "a new youth club|un nuevo club juvenil|um novo clube juvenil",
        "a safe play area|una zona de juegos segura|uma zona de jogos segura",
        "a vaccination campaign|una campaña de vacunación|uma campanha de vacinação",
        "a new cycle route|una nueva ruta ciclista|uma nova rota ciclista",
    ],
    "WHO": [
        "local residents|los vecinos|os moradores",
        "young people|los jóvenes|os jovens",
        "older people|las personas mayores|as pessoas idosas",
        "families with children|las familias con niños|as famílias com crianças",
        "new mothers|las nuevas madres|as novas mães",
        "all tenants|todos los inquilinos|todos os inquilinos",
        "disabled people|las personas con discapacidad|as pessoas com deficiência",
        "unpaid carers|los cuidadores no remunerados|os cuidadores não remunerados",
        "volunteers|los voluntarios|os voluntários",
        "small businesses|las pequeñas empresas|as pequenas empresas",
    ],
    "ADV": [
        "free advice|asesoramiento gratuito|aconselhamento gratuito",
        "practical help|ayuda práctica|ajuda prática",
        "hot meals|comidas calientes|refeições quentes",
        "legal support|apoyo jurídico|apoio jurídico",
        "mental health support|apoyo a la salud mental|apoio à saúde mental",
        "warm clothes|ropa de abrigo|roupa quente",
        "emergency grants|subvenciones de emergencia|subsídios de emergência",
        "clear information|información clara|informação clara",
    ],
    "LNK": [
        "the full report|el informe completo|o relatório completo",
        "our website|nuestro sitio web|o nosso site",
        "the application form|el formulario de solicitud|o formulário de candidatura",
        "the privacy notice|el aviso de privacidad|o aviso de privacidade",
        "the programme of events|el programa de actividades|o programa de atividades",
        "the press office|la oficina de prensa|o gabinete de imprensa",
        "the list of venues|la lista de lugares|a lista de locais",
    ],
    "DAY": [
        "Monday|lunes|segunda-feira",
        "Tuesday|martes|terça-feira",
        "Wednesday|miércoles|quarta-feira",
        "Thursday|jueves|quinta-feira",
        "Friday|viernes|sexta-feira",
        "Saturday|sábado|sábado",
        "Sunday|domingo|domingo",
    ],
    "MONTH": [
        "January|enero|janeiro",
        "February|febrero|fevereiro",
        "March|marzo|março",
        "April|abril|abril",
        "May|mayo|maio",
        "June|junio|junho",
        "July|julio|julho",
        "August|agosto|agosto",
        "September|septiembre|setembro",
        "October|octubre|outubro",
        "November|noviembre|novembro",
        "December|diciembre|dezembro",
    ],
    "ADJ": [
        "very important|muy importante|muito importante",
        "completely free|totalmente gratis|totalmente grátis",
        "open to everyone|abierto a todos|aberto a todos",
        "easy to use|fácil de usar|fácil de usar",
        "already popular|ya popular|já popular",
    ],
    "EVENT": [
        "the event|el acto|o evento",
        "the project|el proyecto|o projeto",
        "the new service|el nuevo servicio|o novo serviço",
        "the programme|el programa|o programa",
        "this work|este trabajo|este trabalho",
    ],
}
_TEMPLATES = [
    (
        "ORG will#1 open#1 NEW in#3 TOWN on#4 DAY D MONTH .#9",
        "ORG abrirá#1 NEW en#3 TOWN el#4 DAY D de#5 MONTH .#9",
        "ORG abrirá#1 NEW em#3 TOWN na#4 DAY D de#5 MONTH .#9",
    ),
    (
        "ORG offers#1 ADV to#2 WHO in#3 TOWN .#9",
        "ORG ofrece#1 ADV a#2 WHO en#3 TOWN .#9",
        "ORG oferece#1 ADV para#2 WHO em#3 TOWN .#9",
    ),
    (
        "You#1 can#1 read#1 LNK at#2 URL .#9",
        "Puede#1 leer#1 LNK en#2 URL .#9",
        "Pode#1 ler#1 LNK em#2 URL .#9",
    ),
    (
        "For#1 more#2 information#3 ,#4 call#5 TEL or#6 visit#7 LNK .#9",
        "Para#1 más#2 información#3 ,#4 llame#5 al#5 TEL o#6 visite#7 LNK .#9",
        "Para#1 mais#2 informações#3 ,#4 ligue#5 para#5 TEL ou#6 visite#7 LNK .#9",
    ),
    (
        "EVENT is#1 ADJ for#2 WHO .#9",
        "EVENT es#1 ADJ para#2 WHO .#9",
        "EVENT é#1 ADJ para#2 WHO .#9",
    ),
    (
        "“#0 EVENT is#1 ADJ for#2 WHO ,#3 ”#4 said#5 NAME .#9",
        "«#0 EVENT es#1 ADJ para#2 WHO »#4 ,#3 dijo#5 NAME .#9",
        "“#0 EVENT é#1 ADJ para#2 WHO ”#4 ,#3 disse#5 NAME .#9",
    ),
    (
        "ORG thanked#1 WHO for#2 their#3 help#4 with#5 NEW .#9",
        "ORG agradeció#1 a#1 WHO su#3 ayuda#4 con#5 NEW .#9",
        "ORG agradeceu#1 a#1 WHO a#3 sua#3 ajuda#4 com#5 NEW .#9",
    ),
    (
        "Last#1 year#2 ,#3 ORG helped#4 N people#5 in#6 TOWN .#9",
        "El#2 año#2 pasado#1 ,#3 ORG ayudó#4 a#4 N personas#5 en#6 TOWN .#9",
        "No#2 ano#2 passado#1 ,#3 ORG ajudou#4 N pessoas#5 em#6 TOWN .#9",
    ),
    (
        "Please#1 contact#2 LNK before#3 DAY D MONTH .#9",
        "Póngase#2 en#2 contacto#2 con#2 LNK antes#3 del#3 DAY D de#4 MONTH ,#1 por#1 favor#1 .#9",
        "Entre#2 em#2 contacto#2 com#2 LNK antes#3 de#3 DAY D de#4 MONTH ,#1 por#1 favor#1 .#9",
    ),
    (
        "NAME ,#1 who#2 leads#3 ORG ,#4 will#5 speak#5 in#6 TOWN on#7 DAY .#9",
        "NAME ,#1 que#2 dirige#3 ORG ,#4 hablará#5 en#6 TOWN el#7 DAY .#9",
        "NAME ,#1 que#2 dirige#3 ORG ,#4 falará#5 em#6 TOWN na#7 DAY .#9",
    ),
    (
        "In#1 TOWN ,#2 WHO will#3 receive#3 ADV from#4 ORG .#9",
        "En#1 TOWN ,#2 WHO recibirán#3 ADV de#4 ORG .#9",
        "Em#1 TOWN ,#2 WHO receberão#3 ADV de#4 ORG .#9",
    ),
    (
        "Is#1 EVENT ADJ for#2 WHO ?#9",
        "¿#9 Es#1 EVENT ADJ para#2 WHO ?#9",
        "É#1 EVENT ADJ para#2 WHO ?#9",
    ),
    ("Notes#1 to#2 editors#3", "Notas#1 para#2 los#3 editores#3", "Notas#1 para#2 os#3 editores#3"),
    ("About#1 ORG", "Acerca#1 de#1 ORG", "Sobre#1 ORG"),
    ("NEW for#1 WHO in#2 TOWN", "NEW para#1 WHO en#2 TOWN", "NEW para#1 WHO em#2 TOWN"),
]
TOWNS = (
    "Hackney", "Camden", "Lewisham", "Southwark", "Islington", "Brent", "Ealing", "Barnet", "Croydon",
    "Newham", "Lambeth", "Merton", "Sutton", "Enfield", "Haringey", "Bexley", "Bromley", "Harrow", "Hounslow",
    "Redbridge", "Tooting", "Brixton", "Peckham", "Acton", "Walthamstow",
)  # fmt: skip
_FIRST = (
    "Amina", "Maria", "John", "Fatima", "Sarah", "David", "Ana", "Mohammed", "Grace", "Peter", "Yusuf",
    "Leila", "Tomasz", "Priya", "Elena", "Daniel",
)  # fmt: skip
_SYLLABLES = (
    "ka", "lo", "mi", "ren", "ta", "shi", "bo", "dar", "el", "fin", "gor", "ha", "jo", "kem", "lan", "mor",
    "ne", "pe", "ri", "sol", "tu", "va", "wel", "zan", "ash", "ber", "cla", "dun",
)  # fmt: skip
_CONTRACTIONS = {
    ("de", "el"): "del",
    ("a", "el"): "al",
    ("de", "a"): "da",
    ("de", "o"): "do",
    ("de", "os"): "dos",
    ("de", "as"): "das",
    ("em", "a"): "na",
}
_NO_SPACE_BEFORE, _NO_SPACE_AFTER = frozenset(",.?”»"), frozenset("“«¿")

Word = tuple[str, str]  # a word and the number or slot that says what it answers to
Span = tuple[int, int, str]  # where a word stands, without its end, and what it answers to


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence in two languages, with the places of the words in both and what each answers to."""

    source: str
    source_words: tuple[Span, ...]
    target: str
    target_words: tuple[Span, ...]

    @property
    def phrases(self) -> list[tuple[int, int, int, int]]:
        """Where each slot's phrase stands in the source and in the target."""
        slots = dict.fromkeys(key for _, _, key in self.source_words if key.isalpha())
        found = []
        for slot in slots:
            here = [span for span in self.source_words if span[2] == slot]
            there = [span for span in self.target_words if span[2] == slot]
            if there:
                found.append((here[0][0], here[-1][1], there[0][0], there[-1][1]))
        return found


def pairs(source: str, target: str, count: int, seed: int) -> list[Pair]:
    """Return `count` different sentences in two languages; short headings may come again, or are never learned."""
    chance, seen, found = random.Random(seed), set[str](), list[Pair]()
    while len(found) < count:
        words = _sentence(chance)
        pair = Pair(*_spelled(words[source]), *_spelled(words[target]))
        if pair.source not in seen or len(pair.source) <= 45:
            seen.add(pair.source)
            found.append(pair)
    return found


def sentences(lang: str, count: int, seed: int) -> list[str]:
    """Return `count` sentences of one language, all different."""
    return list(dict.fromkeys(pair.source for pair in pairs(lang, lang, count * 2, seed)))[:count]


def _sentence(chance: random.Random) -> dict[str, list[Word]]:
    template = chance.choice(_TEMPLATES)
    phrases = {slot: chance.choice(options).split("|") for slot, options in _PHRASES.items()}
    fixed = _fixed(chance)
    shouted = chance.random() < 0.04
    found = {}
    for number, lang in enumerate(LANGS):
        words: list[Word] = []
        for part in template[number].split():
            word, _, key = part.rpartition("#")
            if key.isdigit():
                words.append((word, key))
            else:
                phrase = phrases[part][number] if part in phrases else fixed[part]
                words += [(one, part) for one in phrase.split()]
        words = _capitalised(_contracted(words))
        found[lang] = [(_shouted(word), key) for word, key in words] if shouted else words
    return found


def _fixed(chance: random.Random) -> dict[str, str]:
    """Fill the slots that are the same in every language."""
    site = f"{_invented(chance).lower()}{chance.choice(['.org.uk', '.gov.uk', '.org'])}"
    page = chance.choice(["", f"/{_invented(chance).lower()}"])
    digits = "".join(chance.choice("0123456789") for _ in range(8))
    return {
        "TOWN": chance.choice(TOWNS) if chance.random() < 0.5 else _invented(chance),
        "NAME": f"{chance.choice(_FIRST)} {_invented(chance)}",
        "D": str(chance.randint(1, 31)),
        "N": str(chance.choice([chance.randint(2, 999), chance.randint(1, 99) * 100])),
        "URL": f"https://{chance.choice(['www.', ''])}{site}{page}",
        "TEL": f"0{chance.choice(['20 ', '800 ', '300 '])}{digits[:4]}{chance.choice([' ', ''])}{digits[4:]}",
    }


def _invented(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 3))).capitalize()


def _contracted(words: list[Word]) -> list[Word]:
    joined: list[Word] = []
    for word, key in words:
        if joined and (joined[-1][0], word) in _CONTRACTIONS:
            joined[-1] = (_CONTRACTIONS[joined[-1][0], word], key)
        else:
            joined.append((word, key))
    return joined


def _capitalised(words: list[Word]) -> list[Word]:
    first = 1 if words[0][0] in _NO_SPACE_AFTER else 0
    word, key = words[first]
    return [*words[:first], (word[0].upper() + word[1:], key), *words[first + 1 :]]


def _shouted(word: str) -> str:
    return word if word.startswith("http") else word.upper()


def _spelled(words: list[Word]) -> tuple[str, tuple[Span, ...]]:
    text, spans, before = "", [], "“"
    for word, key in words:
        text += "" if word in _NO_SPACE_BEFORE or before in _NO_SPACE_AFTER else " "
        spans.append((len(text), len(text) + len(word), key))
        text += word
        before = word
    return text, tuple(spans)
