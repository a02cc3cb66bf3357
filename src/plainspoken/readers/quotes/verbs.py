"""The words of attribution, by language: verbs of saying, pronouns, and nouns for people without a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from plainspoken.lang import primary
from plainspoken.readers.alternatives import grouped

# `|` parts the forms; a space stands for any white space.
_SAYING = {
    "en": "said|says|say|added|adds|explained|explains|commented|comments|told|tells|continued|concluded|concludes|"
    "warned|warns|stressed|stresses|urged|urges|replied|noted|notes|stated|states|remarked|insisted|went on|asked|"
    "wrote|writes|welcomed|praised|admitted|recalled|announced|according to|observed|emphasised|emphasized|claimed|"
    "argued|declared|reflected|highlighted|remembered|confirmed|answered|had this to say|had the following to say|"
    "shared|paid tribute|pointed out|reported|responded|agreed|cautioned|the words of|"
    "recalls|pleaded|remembers|described|describes|recounted|revealed|pledged|vowed|reiterated|reminded|"
    "appealed|acknowledged|acknowledges|put it|puts it",
    "cy": "dywedodd|meddai|ychwanegodd|esboniodd|dywed|eglurodd|pwysleisiodd|rhybuddiodd|nododd|meddwn|yn ôl|"
    "atebodd|soniodd|cyhoeddodd|cadarnhaodd|disgrifiodd|mynnodd|medd",
    "de": "sagt|sagte|sagten|erklärt|erklärte|betont|betonte|erläutert|erläuterte|meint|meinte|ergänzt|ergänzte|"
    "fügt|fügte|unterstreicht|unterstrich|kommentiert|kommentierte|hält|hielt|berichtet|berichtete|warnt|warnte|"
    "fordert|forderte|mahnt|mahnte|freut sich|zeigt sich|zeigte sich|führt|führte|schreibt|schrieb|stellt|stellte|"
    "bekräftigt|bekräftigte|appelliert|appellierte|resümiert|resümierte|lobt|lobte|verweist|verwies|so|laut|"
    "schildert|schilderte|hebt|hob|äußert|äußerte|begründet|begründete|bestätigt|bestätigte|ruft|rief|dankt|dankte|"
    "zufolge|"
    "erzählt|erzählte|bilanziert|bilanzierte|versichert|versicherte|beschreibt|beschrieb|erinnert|"
    "erinnerte|kritisiert|kritisierte|würdigt|würdigte|wirbt|ist überzeugt|kündigt|kündigte",
    "fr": "a déclaré|déclare|déclarait|a expliqué|explique|a ajouté|ajoute|a dit|dit|a affirmé|affirme|a souligné|"
    "souligne|a précisé|précise|a indiqué|indique|a rappelé|rappelle|a conclu|conclut|s’est félicitée?|se félicite|"
    "a commenté|commente|témoigne|a témoigné|poursuit|a poursuivi|insiste|a insisté|estime|a estimé|raconte|"
    "a raconté|selon|ont déclaré|s’exclame|regrette|avertit|a averti|"
    "confie|a confié|s’est réjouie?|se réjouit|a salué|a assuré|assure|reconnaît|a reconnu|résume|"
    "détaille|d’après|alerte|a alerté|a regretté|a exhorté",
    "es": "dijo|dice|ha dicho|afirmó|afirma|ha afirmado|explicó|explica|ha explicado|añadió|añade|ha añadido|"
    "señaló|señala|ha señalado|declaró|declara|ha declarado|destacó|destaca|ha destacado|aseguró|asegura|comentó|"
    "comenta|indicó|subrayó|subraya|recordó|manifestó|concluyó|advirtió|relató|según|apuntó|sostuvo|insistió|"
    "expresó|"
    "relata|cuenta|contó|ha contado|ha subrayado|subraya|ha recordado|recuerda|ha asegurado|lamentó|"
    "lamenta|celebró|concluye|sostiene|insiste|apunta|precisó|precisa|ha comentado|expresa|reconoció|"
    "detalló|reiteró|agregó|agrega|advierte",
    "it": "ha detto|dice|disse|ha dichiarato|dichiara|dichiarò|ha spiegato|spiega|spiegò|afferma|ha affermato|"
    "affermò|ha aggiunto|aggiunge|aggiunse|sottolinea|ha sottolineato|commenta|ha commentato|racconta|"
    "ha raccontato|conclude|ha concluso|ricorda|ha ricordato|prosegue|osserva|secondo|precisa|ha precisato|avverte|"
    "ha ribadito|ribadisce|evidenzia|ha evidenziato|ha osservato|ha proseguito|assicura|ha assicurato|"
    "ha avvertito|confida",
    "pt": "disse|diz|afirmou|afirma|explicou|explica|acrescentou|acrescenta|declarou|declara|destacou|destaca|"
    "sublinhou|sublinha|referiu|refere|salientou|salienta|contou|conta|comentou|concluiu|segundo|adiantou|alertou|"
    "frisou|lembrou|"
    "relatou|relata|comenta|reforçou|reforça|garantiu|garante|ressaltou|ressalta|recorda|recordou|conclui|"
    "assegurou|avisou|observou|lamentou|lembra|de acordo com",
    "nl": "zegt|zei|zeiden|aldus|verklaart|verklaarde|legt uit|voegt|voegde|vertelt|vertelde|benadrukt|benadrukte|"
    "stelt|stelde|reageert|reageerde|volgens|waarschuwt|waarschuwde|licht toe|vindt|besluit|laat weten|liet weten|"
    "concludeert|herinnert zich|meldt|meldde|schrijft|schreef|vervolgt|vult|erkent|meent",
    "pl": "powiedziała?|mówi|mówiła?|dodała?|dodaje|wyjaśniła?|wyjaśnia|podkreśliła?|podkreśla|stwierdziła?|"
    "stwierdza|zaznaczyła?|zaznacza|oświadczyła?|oznajmiła?|komentuje|skomentowała?|przyznała?|przyznaje|"
    "zaapelowała?|apeluje|ostrzegła?|ostrzega|opowiada|według|zauważa|tłumaczy|przekonuje|poinformowała?|informuje|"
    "relacjonuje|wspomina|wspominała?|przypomina|przypomniała?|zwraca uwagę|zwróciła? uwagę|potwierdza|"
    "potwierdziła?|przekazała?|odpowiedziała?|odpowiada|zapewnia|zapewniła?|ocenia|oceniła?",
    "ro": "a spus|spune|a declarat|declară|a explicat|explică|a adăugat|adaugă|a afirmat|afirmă|a precizat|"
    "precizează|a subliniat|subliniază|a menționat|menționează|a povestit|povestește|a transmis|potrivit|"
    "a avertizat|a conchis|"
    "a mai spus|a mai declarat|a anunțat|a punctat|a completat|a concluzionat|susține|a susținut|"
    "a mărturisit|mărturisește|a reamintit|conform",
    "sv": "säger|sade|sa|berättar|berättade|förklarar|förklarade|tillägger|tillade|menar|menade|betonar|betonade|"
    "skriver|skrev|enligt|fortsätter|fortsatte|konstaterar|konstaterade|varnar|varnade|kommenterar|uppger|svarar|"
    "påpekar|påpekade|minns|understryker|beskriver|avslutar|uppmanar",
    "tr": "dedi|diyor|söyledi|söylüyor|belirtti|ekledi|ifade etti|açıkladı|vurguladı|anlattı|konuştu|kaydetti|"
    "uyardı|şunları söyledi|dile getirdi|dediler|aktardı|sözlerini sürdürdü|şöyle konuştu|şöyle dedi|göre|"
    "ifadelerini kullandı|ifadesini kullandı|diye konuştu|diye belirtti|diye ekledi|diye anlattı|"
    "değerlendirmesinde bulundu|açıklamasında bulundu|çağrısında bulundu|anlatıyor|ekliyor|belirtiyor|"
    "hatırlattı",
    "uk": "сказала|сказав|говорить|каже|додала|додав|додає|пояснила|пояснив|пояснює|зазначила|зазначив|зазначає|"
    "заявила|заявив|наголосила|наголосив|наголошує|підкреслила|підкреслив|розповіла|розповів|розповідає|повідомила|"
    "повідомив|попередила|попередив|зауважила|зауважив|за словами|коментує|прокоментувала|прокоментував|"
    "пригадує|згадує|згадала|згадав|запевнила|запевнив|застерегла|застеріг|відповіла|відповів|уточнила|"
    "уточнив|закликала|закликав|нагадала|нагадав|підсумувала|підсумував|констатувала|констатував|вважає",
    "ru": "сказала|сказал|говорит|добавила|добавил|добавляет|пояснила|пояснил|поясняет|объяснила|объяснил|отметила|"
    "отметил|отмечает|заявила|заявил|подчеркнула|подчеркнул|подчёркивает|рассказала|рассказал|рассказывает|"
    "сообщила|сообщил|предупредила|предупредил|по словам|комментирует|прокомментировала|прокомментировал|уточнила|"
    "уточнил|"
    "вспоминает|вспомнила|вспомнил|заверила|заверил|ответила|ответил|призвала|призвал|напомнила|напомнил|"
    "считает|подтвердила|подтвердил",
    "el": "είπε|λέει|δήλωσε|δηλώνει|πρόσθεσε|προσθέτει|εξήγησε|εξηγεί|τόνισε|τονίζει|ανέφερε|αναφέρει|σημείωσε|"
    "σημειώνει|υπογράμμισε|σχολίασε|υποστήριξε|σύμφωνα με|κατέληξε|προειδοποίησε",
    "hu": "mondta|mondja|mondta el|közölte|hozzátette|magyarázta|hangsúlyozta|kiemelte|elmondta|jelentette ki|"
    "nyilatkozta|tette hozzá|fogalmazott|szerint|figyelmeztetett|emlékeztetett|írta|jegyezte meg|húzta alá",
    "cs": "řekla?|říká|uvedla?|uvádí|dodala?|dodává|vysvětlila?|vysvětluje|prohlásila?|zdůraznila?|zdůrazňuje|"
    "podotkla?|popsala?|popisuje|upozornila?|upozorňuje|doplnila?|podle|konstatovala?|okomentovala?|míní|sdělila?",
    "ar": "قال|قالت|أضاف|أضافت|أوضح|أوضحت|صرح|صرحت|أكد|أكدت|ذكر|ذكرت|أشار|أشارت|يقول|تقول|علق|علقت|تابع|تابعت|شدد|"
    "شددت|حذر|حذرت|أعلن|أعلنت|بحسب|"
    "أفاد|أفادت|لفت|لفتت|اعتبر|اعتبرت|روى|روت|تروي|كشف|كشفت|ختم|ختمت",
    "fa": "گفت|می‌گوید|میگوید|گفته است|افزود|اضافه کرد|توضیح داد|اعلام کرد|تأکید کرد|تاکید کرد|اظهار داشت|"
    "اظهار کرد|هشدار داد|ادامه داد|بیان کرد",
    "ur": "نے کہا|کا کہنا ہے|کا کہنا تھا|نے بتایا|نے مزید کہا|نے وضاحت کی|نے خبردار کیا|نے زور دیا|کہتے ہیں|"
    "کہتی ہیں|نے اعلان کیا|"
    "نے لکھا|نے جواب دیا|نے یاد دلایا|بتاتی ہیں|بتاتے ہیں|نے اپیل کی|کے مطابق",
    "hi": "ने कहा|ने बताया|कहती हैं|कहते हैं|ने समझाया|ने जोड़ा|ने आगे कहा|का कहना है|का कहना था|ने चेतावनी दी|"
    "ने ज़ोर दिया|ने घोषणा की|"
    "बताती हैं|बताते हैं|ने याद दिलाया|ने लिखा|ने जवाब दिया|ने अपील की|के अनुसार",
    "bn": "বলেন|বলেছেন|বললেন|জানান|জানিয়েছেন|যোগ করেন|ব্যাখ্যা করেন|উল্লেখ করেন|মন্তব্য করেন|আরও বলেন|সতর্ক করেন|"
    "জানালেন|বলছেন|যোগ করেছেন|বলেছিলেন|মনে করেন",
    "zh": "表示|指出|强调|強調|补充说|補充說|补充道|解释说|解釋說|"
    "告诉记者|介绍说|认为|警告说|坦言|写道|说道|說道|说|說|称|稱|道|"
    "告訴記者|介紹說|認為|警告說|寫道|補充|补充|解釋|解释|介紹|介绍|透露|回應|回应|直言|呼籲|呼吁|重申|提醒|回憶|回忆",
}  # fmt: skip

_PRONOUNS = {
    "en": "she|he|they",
    "cy": "hi|ef|fe|fo|e",
    "de": "sie|er",
    "fr": "elle|il|t-elle|t-il",
    "es": "ella|él",
    "it": "lei|lui|ella",
    "pt": "ela|ele",
    "nl": "zij|ze|hij",
    "pl": "ona|on",
    "ro": "ea|el|aceasta|acesta",
    "sv": "hon|han|hen",
    "tr": "o",
    "uk": "вона|він",
    "ru": "она|он",
    "el": "αυτή|αυτός|η ίδια|ο ίδιος",
    "hu": "ő",
    "cs": "ona|on",
    "ar": "هي|هو",
    "fa": "او|وی",
    "ur": "انہوں|اس|ان",
    "hi": "उन्होंने|उसने|उनका|उन्होंने आगे",
    "bn": "তিনি|সে",
    "zh": "她|他",
}  # fmt: skip

# Nouns for a person or people who may be quoted without a name.
_PEOPLE = {
    "en": "spokes(?:man|woman|person|people)|mother|father|mum|dad|parents?|family|families|brother|sister|son|"
    "daughter|widow|husband|wife|victims?|survivors?|residents?|officers?|neighbours?|neighbors?|witness|driver|"
    "judge|owner|nurse|doctor|teacher|pupil|student|volunteer|worker|patient|minister|president|mayor|director|"
    "chief executive|leader|manager|commissioner|secretary|chair(?:man|woman|person)?|head|inspector|detective|"
    "superintendent|caller|tenant|customer|relatives?|friends?|colleague|official|expert|scientist|researcher|"
    "professor|author|farmer|councillor|source|staff member|firefighter|paramedic|soldier|pilot|captain|man|woman|"
    "boy|girl|teenager|mp|"
    "assistant|carer|shopkeeper|passenger|passer-by|boss|organiser|campaigner|manager|mum|midwife|"
    "engineer|sergeant|constable",
    "cy": "llefarydd|mam|mam y dioddefwr|tad|teulu|swyddog|dioddefwr|preswylydd|gweinidog",
    "de": "sprecher(?:in)?|mutter|vater|eltern|familie|nachbar(?:in)?|zeug(?:e|in)|opfer|bewohner(?:in)?|"
    "polizist(?:in)?|beamter|beamtin|richter(?:in)?|\\w*minister(?:in)?|präsident(?:in)?|\\w*sprecher(?:in)?|"
    "direktor(?:in)?|leiter(?:in)?|\\w*sekretär(?:in)?|bürgermeister(?:in)?|kanzler(?:in)?|vorsitzende[r]?|"
    "geschäftsführer(?:in)?",
    "fr": "porte-parole|mère|père|famille|voisine?|témoin|victime|habitante?|responsable|ministre|maire|"
    "présidente?|directeur|directrice|policière?|agente?|juge|survivante?",
    "es": "portavoz|madre|padre|familia|vecin[ao]|testigo|víctima|ministr[ao]|alcalde(?:sa)?|president[ea]|"
    "director[a]?|agente|juez|jueza|superviviente|responsable|médic[oa]|"
    "una de las \\w+|uno de los \\w+|mujer|hombre|pasajer[ao]|enfermer[ao]|conductor[a]?",
    "it": "portavoce|madre|padre|famiglia|vicin[ao]|testimone|vittima|ministr[ao]|sindac[ao]|presidente|direttore|"
    "direttrice|agente|giudice|responsabile",
    "pt": "porta-voz|mãe|pai|família|vizinh[ao]|testemunha|vítima|ministr[ao]|presidente|diretor[a]?|agente|juiz|"
    "juíza|"
    "mulher|homem|passageir[ao]|enfermeir[ao]|médic[ao]|moradora?",
    "nl": "woordvoerder|woordvoerster|moeder|vader|familie|buurman|buurvrouw|getuige|slachtoffer|minister|"
    "burgemeester|directeur|voorzitter|agent|rechter|wethouder|"
    "buurtbewoner|bewoner|bewoonster|verpleegkundige|reiziger|vrouw|man",
    "pl": "rzeczni(?:k|czka)|matka|ojciec|rodzina|sąsiad(?:ka)?|świadek|ofiara|minister|burmistrz|prezydent|"
    "dyrektor(?:ka)?|policjant(?:ka)?|sędzia|mieszkan(?:iec|ka)|"
    "kobieta|mężczyzna|pasażer(?:ka)?|lekar(?:z|ka)|nauczyciel(?:ka)?|kierow(?:ca|czyni)",
    "ro": "purtător(?:ul)? de cuvânt|mama|tatăl|familia|vecin[aă]?|martor(?:ul)?|victima|ministrul|primarul|"
    "directorul|directoarea|președintele",
    "sv": "talesperson(?:en)?|mamma|mamman|pappan|mor|far|familjen|granne|vittne|offret|ministern|polisen|chefen|"
    "domaren",
    "tr": "sözcü(?:sü)?|annesi|babası|ailesi|komşu(?:su)?|tanık|mağdur|bakan|müdürü|başkan(?:ı)?|"
    "kadın|adam|yolcu|hemşire|öğretmen|sürücü",
    "uk": "речни(?:к|ця)|мати|батько|родина|сусід(?:ка)?|свідок|постраждал[аи]й?|міністр(?:ка)?|мер|директор(?:ка)?|"
    "жінка|чоловік|лікар(?:ка)?|учитель(?:ка)?|мешкан(?:ець|ка)|начальни(?:к|ця)",
    "ru": "представитель(?:ница)?|пресс-секретарь|мать|отец|семья|сосед(?:ка)?|свидетель(?:ница)?|"
    "пострадавш(?:ая|ий)|министр|мэр|директор|врач|судья",
    "el": "εκπρόσωπος|μητέρα|πατέρας|οικογένεια|γείτονας|γειτόνισσα|μάρτυρας|θύμα|υπουργός|δήμαρχος|διευθυντής|"
    "διευθύντρια",
    "hu": "szóvivő(?:je)?|anyja|apja|családja|szomszéd|tanú|áldozat|miniszter|polgármester|igazgató(?:ja)?",
    "cs": "mluvčí|matka|otec|rodina|soused(?:ka)?|svěd(?:ek|kyně)|oběť|ministr(?:yně)?|starost(?:a|ka)|"
    "ředitel(?:ka)?",
    "ar": "متحدث|متحدثة|المتحدث|المتحدثة|والدة|والد|عائلة|جار|جارة|شاهد|ضحية|ناطق|مسؤول|مصدر|الوزير|الوزيرة",
    "fa": "سخنگوی|سخنگو|مادر|پدر|خانواده|همسایه|شاهد|وزیر|مدیر",
    "ur": "ترجمان|والدہ|والد|خاندان|پڑوسی|گواہ|وزیر",
    "hi": "प्रवक्ता|माँ|मां|पिता|परिवार|पड़ोसी|गवाह|मंत्री",
    "bn": "মুখপাত্র|মা|বাবা|পরিবার|প্রতিবেশী|সাক্ষী|মন্ত্রী",
    "zh": "发言人|發言人|母亲|母親|父亲|父親|家人|邻居|鄰居|目击者|负责人",
}  # fmt: skip

FIRST = frozenset(("ar",))  # languages whose speaker follows the verb


@dataclass(frozen=True, slots=True)
class Words:
    """The patterns of one language.

    Attributes:
        saying: a verb of saying, or a preposition that does its work (`according to`).
        pronoun: a word for the person spoken of last.
        person: a noun for somebody without a name.
    """

    lang: str
    saying: re.Pattern[str]
    pronoun: re.Pattern[str]
    person: re.Pattern[str]


@cache
def of(lang: str) -> Words:
    """Return the words of a language; English where it has none here.

    >>> bool(of("de-AT").saying.search("sagte Rosa Lang"))
    True
    """
    name = primary(lang)
    name = name if name in _SAYING else "en"
    return Words(name, _saying(name), _pattern(_PRONOUNS[name], name), _pattern(_PEOPLE[name], name))


def languages() -> tuple[str, ...]:
    """Return the languages that have words here."""
    return tuple(_SAYING)


def _saying(name: str) -> re.Pattern[str]:
    if name == "ar":
        return re.compile(rf"(?<!\w)[وف]?(?:{_SAYING[name]})(?!\w)")
    return _pattern(_SAYING[name], name)


def _pattern(forms: str, name: str) -> re.Pattern[str]:
    forms = grouped(re.split(r"\|(?![^(]*\))", forms)).replace(" ", r"\s+").replace("’", "['’]")
    if name == "zh":
        return re.compile(forms)
    edge = r"[\w\u0900-\u0963\u0966-\u09ff]"  # Indic vowel signs are no word characters of `re`
    return re.compile(rf"(?<!{edge})(?:{forms})(?!{edge})", re.IGNORECASE)
