"""The words by which newsrooms mark the parts of a release, in the languages they write."""

from __future__ import annotations

import re

from plainspoken.model import Role

_LABELS: tuple[tuple[Role, str], ...] = (
    (
        "notes",
        r"(background )?notes? (to|for) (the )?(news )?(editors?|journalists|media|press)|"
        r"editors?['’]? ?['’]?s? notes?|editorial notes?|"
        r"(additional|background) notes?|notes?|nodi(ad|adau) i olygyddion|nodiadau|hinweise?( an die|"
        r" für die)? (redaktion(en)?|medien)|"
        r"weitere informationen|weiterführende informationen|notes? (aux|à la) r[ée]dact\w+|note aux \w+|"
        r"notas? (para|a) (los )?(editores|redactores|la prensa)|"
        r"note per (la redazione|i redattori|gli editori)|informacje dla (redakcji|mediów)|note pentru (editori|"
        r"redactori)|"
        r"notas? (aos|para) editores|editörlere notlar?|editöre not|ملاحظات? (ل(ل)?محرر\w*|إلى المحررين|للصحفيين)|"
        r"مدیران کے لیے نوٹس?|ایڈیٹرز کے لیے نوٹ\w*",
    ),
    (
        "contact",
        r"(media|press|news ?desk|journalists?['’]?)[ /&-]*((and|&) \w+ )?(contacts?|enquir(y|ies)|inquir(y|ies)|"
        r"queries|office|line|team|relations|information|interviews?)( (details|only|information))?|"
        r"contacts?( (details|information|for (the )?(media|press|journalists)|us|person))?|(for )?(further|"
        r"more) (press |media )?information,? (please )?contact|"
        r"for (media|press|interview) (enquiries|inquiries|requests?|queries)|press|enquiries|cyswllt( [yâi]r? (wasg|"
        r"cyfryngau))?|(ymholiadau|swyddfa)'?r? (y )?(wasg|cyfryngau)|"
        r"(presse|medien)?-?kontakte?|ansprechpartner(in)?( für .{3,30})?|pressestelle|rückfragen?( bitte an)?|"
        r"pressereferat|contacts? (de )?presse|contacto( de prensa| para medios)?|"
        r"contatt[oi]( stampa)?|ufficio stampa|kontakt( dla (mediów|prasy))?|biuro prasowe|contact (presă|de presă|"
        r"media)|contacto (com a )?(imprensa|media)|"
        r"(basın|medya) (irtibat|iletişim)\w*|(ل(ل)?)?(لا)?استفسارات (ال)?(صحف\w+|إعلامي\w+)|للاستفسارات الصحفية|"
        r"للتواصل الإعلامي|میڈیا رابطہ",
    ),
    (
        "boilerplate",
        r"(about|who is|who are) (the |us\b|our |this )?.{0,70}|(company|organi[sz]ation) (profile|information)|"
        r"boilerplate|disclaimer|"
        r"(forward|safe).{1,3}(looking|harbor).{0,20}|(gwybodaeth )?am (y |yr )?.{2,60}|ynghylch .{2,60}|über (die |"
        r"das |den |uns).{0,60}|à propos( d.{0,60})?|"
        r"acerca de .{2,60}|sobre .{2,60}|informazioni su .{2,60}|chi siamo|o (firmie|nas|organizacji).{0,40}|"
        r"despre .{2,60}|hakkında|.{2,50} hakkında|نبذة عن .{2,60}|عن .{2,40}",
    ),
    (
        "helpline",
        r"((other |more )?(ways|where|how) to |if you need |can (you|we) )?((get|find|seek|ask for|need|getting|"
        r"finding) )(help|support|advice)( and (help|support|advice))?.{0,60}|"
        r"(help|support|advice)( and | & |, )(help|support|advice|information)\b.{0,40}|help ?lines?|"
        r"support (services?|lines?|organi[sz]ations|available)|"
        r"(where|how) (to|can i|you can) (get|go|turn).{0,40}(help|support)|(sut|ble) i gael (help|cymorth|"
        r"cefnogaeth).{0,40}|llinell(au)? gymorth|"
        r"hilfe.{0,40}|hilfsangebote|où trouver de l.aide|obtenir de l.aide|(dónde|cómo) (pedir|obtener|"
        r"conseguir) ayuda|dove (trovare|chiedere) aiuto|"
        r"gdzie (szukać|znaleźć) pomocy|jak uzyskać pomoc|unde (găsiți|puteți găsi) ajutor|(onde|como) (pedir|"
        r"obter) ajuda|(nasıl|nereden) yardım.{0,30}|"
        r"(كيف|أين) (تحصل|يمكنك الحصول|تحصلون).{0,20}المساعدة|(خطوط?|للحصول على) ال?مساعدة|مدد (کیسے|کہاں).{0,30}",
    ),
)
_LABEL = tuple((role, re.compile(rf"\W*(?:{words})\W*", re.I)) for role, words in _LABELS)
_PREFIX = tuple(
    (role, re.compile(rf"\W*(?:{words})\s*(?:\([^)]*\))?\s*[:：]", re.I))
    for role, words in _LABELS
    if role in ("notes", "contact")
)
_ABOUT = re.compile(r"\W*(?:about|ynghylch|über|à propos de|acerca de|نبذة عن)\s[^:.]{2,70}:", re.I)
_ADVICE = re.compile(
    r"\b(what (you (can|should) |to )do|advice|how (to|you can) (report|help|contact)|report(ing)?\b.*|can you help|"
    r"do you have information|"
    r"contact|information|emergency|call|if you|help|support|stay safe|was (sie|ist zu) tun|que faire|qué hacer|"
    r"cosa fare|co (robić|zrobić)|ce (să|trebuie)|o que fazer|ne yapmal|beth i'w wneud|ماذا تفعل)",
    re.I,
)

END = re.compile(
    r"\W*(ends?|end of (the )?(press |news |media )?release|-?\s?30\s?-?|#(\s?#)+|(\*\s?){3,}|diwedd|ende|fin|fine|"
    r"koniec|sfârșit|fim|son|انتهى|النهاية|اختتام)\W*",
    re.I,
)
EMBARGO = re.compile(
    r"\W*(strictly )?(under )?(embargo(ed)?\b|not for (release|publication|broadcast) (before|until)|sperrfrist|"
    r"sous embargo|embargo hasta|hold for release)",
    re.I,
)
KICKER = re.compile(
    r"\W*(for immediate release|(press|news|media) (release|statement|notice)s?|news( story)?|press notice|statement|"
    r"announcement|pressemitteilung(en)?|"
    r"medieninformation|presseinformation|communiqué( de presse)?|comunicado( de prensa)?|comunicato( stampa)?|"
    r"informacja prasowa|datganiad( i'r wasg)?|بيان صحفي|appeal|latest news)\W*([\d/.-]{1,12})?\W*",
    re.I,
)
_PHONE = re.compile(
    r"(?<![\d./:,-])(?:\+\d{1,3}[ -]?)?\(?0?\d{2,5}\)?(?:[ -]?\d{2,8}){1,4}(?![\d/:])|(?<!\d)116 ?\d{3}(?!\d)"
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]+")
_SHORT = re.compile(
    r"(?<![\d.,£$€/:-])(999|112|911|101|111|105|119|988|1800\d|18000|116 ?\d{3}|61016|86463|110|113|115|144|"
    r"133)(?![\d%]|[.,:]\d)"
)
_FREE = re.compile(r"(?<!\d)0(?:800|808|300|303|333|345)(?=[ \d-])|\b1[- ]?8(?:00|88|77|66)[- ]\d")
_CALL = re.compile(
    r"\b(call|ring|phone|dial|text|telephone|contact|emergency|helpline|hotline|ffoni\w*|argyfwng|llinell|anruf\w*|"
    r"wählen|notruf|appele[zr]|composez|llam\w+|"
    r"marque|chiam\w+|dzwoń|zadzwo\w+|sunați|apelați|lig(ue|ar)|ara(yın|yabilir\w*)|wac)\b|اتصل|اتصال|خط|کال|فون|"
    r"کریں|ফোন|কল",
    re.I,
)
_HELP = re.compile(
    r"\b(help|support|advice|helpline|hotline|report|crimestoppers|floodline|samaritans|victim|confiden\w+|anonym\w+|"
    r"emergenc\w+|support line|information)\b",
    re.I,
)
_MEDIA = re.compile(
    r"\b(media|press|journalists?|news ?desk|interviews?|reporters?|communications|broadcast\w*|wasg|cyfryngau|"
    r"presse\w*|medien|prensa|stampa|prasow\w+|mediów|presă|imprensa|basın)\b|صحف|إعلام|میڈیا",
    re.I,
)


def role_of_heading(text: str) -> Role | None:
    """Return the part of the release that a heading opens, None if its words name none."""
    if len(text) > 160:
        return None
    label = text.strip().rstrip(":：").strip()
    return next((role for role, pattern in _LABEL if pattern.fullmatch(label)), None)


def role_of_paragraph(text: str) -> Role | None:
    """Return the part of the release that a paragraph belongs to by the label it opens with."""
    head = text[:120]
    role = next((role for role, pattern in _PREFIX if pattern.match(head)), None)
    return role or ("boilerplate" if _ABOUT.match(head) else None)


def may_advise(heading: str) -> bool:
    """Tell whether a heading could open advice; its section is a helpline if it names numbers to call."""
    return bool(_ADVICE.search(heading))


def has_address(text: str) -> bool:
    """Tell whether a text has a telephone number or an e-mail address."""
    return bool(_MAIL.search(text) or any(_is_number(found.group()) for found in _PHONE.finditer(text)))


def is_help(text: str) -> bool:
    """Tell whether a text says whom to call for help: a short or free number, or any number with words of help."""
    if is_media_contact(text) or not _CALL.search(text):
        return False
    if _SHORT.search(text) or _FREE.search(text):
        return True
    return bool(_HELP.search(text)) and has_address(text)


def is_media_contact(text: str, *, among_notes: bool = False) -> bool:
    """Tell whether a text says how journalists reach the publisher."""
    if not has_address(text):
        return False
    return bool(_MEDIA.search(text) or (among_notes and _CALL.search(text)))


def _is_number(text: str) -> bool:
    digits = sum(map(str.isdigit, text))
    return 7 <= digits <= 15 and (text.lstrip("(").startswith(("0", "+", "1")) or digits >= 9)
