"""The words that English abbreviations, units and acronyms are said with."""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
MONTHS_SHORT = {
    "Jan": "January", "Feb": "February", "Mar": "March", "Apr": "April", "Jun": "June", "Jul": "July", "Aug": "August",
    "Sep": "September", "Sept": "September", "Oct": "October", "Nov": "November", "Dec": "December",
}  # fmt: skip
DAYS = {
    "Mon": "Monday", "Tue": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday", "Fri": "Friday", "Sat": "Saturday",
    "Sun": "Sunday",
}  # fmt: skip
# Said after a name and before a mark or the end; elsewhere Dr is a doctor.
STREETS = {
    "Rd": "Road", "Ave": "Avenue", "Ln": "Lane", "Sq": "Square", "Dr": "Drive", "Cres": "Crescent", "Gdns": "Gardens",
    "Ct": "Court", "Pl": "Place", "Tce": "Terrace", "Blvd": "Boulevard", "Pk": "Park", "Gr": "Grove", "Cl": "Close",
}  # fmt: skip
# Those whose Roman numeral counts a reign.
KINGS = ("Elizabeth", "Charles", "George", "Henry", "William", "Edward", "James", "Richard", "Louis", "Mary", "Pope",
         "Paul", "Benedict", "Pius", "Leo", "Gregory", "Philip", "Frederick", "Alexander", "Nicholas")  # fmt: skip

ABBREVIATIONS = {
    "Det Supt": "Detective Superintendent", "Det Ch Supt": "Detective Chief Superintendent",
    "Det Ch Insp": "Detective Chief Inspector", "Det Insp": "Detective Inspector", "Det Sgt": "Detective Sergeant",
    "Det Con": "Detective Constable", "Ch Supt": "Chief Superintendent", "Ch Insp": "Chief Inspector",
    "Supt": "Superintendent", "Insp": "Inspector", "Sgt": "Sergeant", "Const": "Constable",
    "Cllr": "Councillor", "Cllrs": "Councillors", "Dr": "Doctor", "Drs": "Doctors", "Prof": "Professor",
    "Rev": "Reverend", "Revd": "Reverend", "Fr": "Father", "Mr": "Mister", "Mrs": "Missis", "Hon": "Honourable",
    "Rt Hon": "Right Honourable", "Lt": "Lieutenant", "Lt Col": "Lieutenant Colonel", "Col": "Colonel", "Maj": "Major",
    "Capt": "Captain", "Cpl": "Corporal", "Rd": "Road", "Ave": "Avenue",
    "Maj Gen": "Major General", "Brig": "Brigadier", "Wg Cdr": "Wing Commander", "Sqn Ldr": "Squadron Leader",
    "Flt Lt": "Flight Lieutenant", "Lt Cdr": "Lieutenant Commander", "Cdr": "Commander", "Lt Gen": "Lieutenant General",
    "Ald": "Alderman", "HHJ": "Judge",
    "Messrs": "Messers", "Jr": "Junior", "Snr": "Senior", "Esq": "Esquire",
    "e.g.": "for example", "eg": "for example", "i.e.": "that is", "ie": "that is", "etc": "et cetera",
    "approx": "approximately", "vs": "versus", "Ltd": "Limited", "Dept": "Department", "Govt": "Government",
    "w/c": "week commencing", "c/o": "care of", "incl": "including", "tel": "telephone", "Tel": "Telephone",
    "ext": "extension", "yrs": "years", "hrs": "hours", "mins": "minutes", "secs": "seconds",
}  # fmt: skip

UNITS = {
    "mph": ("mile per hour", "miles per hour"), "km/h": ("kilometre per hour", "kilometres per hour"),
    "kph": ("kilometre per hour", "kilometres per hour"), "km": ("kilometre", "kilometres"),
    "cm": ("centimetre", "centimetres"), "mm": ("millimetre", "millimetres"), "kg": ("kilogram", "kilograms"),
    "mg": ("milligram", "milligrams"), "ml": ("millilitre", "millilitres"), "ft": ("foot", "feet"),
    "sq ft": ("square foot", "square feet"), "sq m": ("square metre", "square metres"),
    "m²": ("square metre", "square metres"), "°C": ("degree Celsius", "degrees Celsius"),
    "kWh": ("kilowatt hour", "kilowatt hours"), "g": ("gram", "grams"), "µg": ("microgram", "micrograms"),
    "lb": ("pound", "pounds"), "lbs": ("pound", "pounds"), "oz": ("ounce", "ounces"), "m": ("metre", "metres"),
    "km²": ("square kilometre", "square kilometres"), "sq km": ("square kilometre", "square kilometres"),
    "sq miles": ("square mile", "square miles"), "m³": ("cubic metre", "cubic metres"),
    "°F": ("degree Fahrenheit", "degrees Fahrenheit"), "°": ("degree", "degrees"),
     "ha": ("hectare", "hectares"), "kW": ("kilowatt", "kilowatts"),
    "MB": ("megabyte", "megabytes"), "TB": ("terabyte", "terabytes"),
    "mbps": ("megabit per second", "megabits per second"), "Mbps": ("megabit per second", "megabits per second"),
    "hrs": ("hour", "hours"), "mins": ("minute", "minutes"), "secs": ("second", "seconds"),
    "yrs": ("year", "years"), "cl": ("centilitre", "centilitres"), "dB": ("decibel", "decibels"),
    "GW": ("gigawatt", "gigawatts"), "MW": ("megawatt", "megawatts"), "GB": ("gigabyte", "gigabytes"),
    "tbsp": ("tablespoon", "tablespoons"), "tsp": ("teaspoon", "teaspoons"),
    "hr": ("hour", "hours"), "yr": ("year", "years"), "min": ("minute", "minutes"),
}  # fmt: skip

# Said letter by letter though they have a vowel and could be read as a word; those without a vowel are always spelled.
SPELLED = frozenset((
    "AA", "ACC", "ADHD", "AED", "AGM", "AI", "AM", "ANPR", "ASB", "ATM", "BA", "BBC", "CBE", "CC", "CCTV",
    "CEO", "CFO", "CPS", "CQC", "CSA", "CSE", "DC", "DCC", "DCI", "DCS", "DI", "DIY", "DNA", "DS", "DSU",
    "DVLA", "DWP", "ECHR", "EEA", "EGM", "EHCP", "EHO", "EHRC", "EIP", "ESOL", "EU", "EV", "FAQ", "FIA", "FLO",
    "FOI", "GCHQ", "GCSE", "GDPR", "GMP", "GP", "HGV", "HIA", "HIV", "HMP", "HMRC", "HQ", "IBM", "ICO", "ICU",
    "ID", "IDVA", "IOPC", "IP", "IPCC", "IRA", "ISA", "ISVA", "IT", "ITV", "IVF", "KBE", "LED", "LGBT", "LGBTQ",
    "MA", "MBE", "MEP", "MHCLG", "MHRA", "MOD", "MOJ", "MP", "MSP", "NCA", "NEU", "NFU", "NHS", "NICU", "NIESR",
    "NUJ", "OAP", "OBE", "OBR", "OCG", "OECD", "ONS", "OPCC", "PAYE", "PC", "PCSO", "PPE", "QR", "RAC", "RAF",
    "RNIB", "RNID", "RNLI", "RSPCA", "SIO", "SSSI", "TUC", "TV", "UAE", "UCL", "UHB", "UK", "UKHSA", "UKRI",
    "UKVI", "UN", "UNHCR", "URL", "URN", "US", "USA", "VAT", "VAWG",
))  # fmt: skip
# Said as words, and the numerals of kings and wars.
WORDLIKE = frozenset((
    "ACAS", "ACE", "AIDS", "AIM", "ARC", "ASAP", "AWOL", "BAFTA", "CAD", "CAFCASS", "CAMHS", "CLARE", "COBRA",
    "COP", "COVID", "CRIMESTOPPERS", "DEFRA", "EFTA", "FIFA", "GIF", "II", "III", "IKEA", "IPSO", "IV", "IX",
    "JPEG", "LASER", "MAPPA", "MARAC", "MASH", "MENCAP", "MIND", "NASA", "NASUWT", "NATO", "NICE", "OFCOM",
    "OFGEM", "OFSTED", "OK", "OPEC", "OSCAR", "PIN", "PIP", "PREVENT", "RADAR", "SAGE", "SARAH", "SCOPE",
    "SCUBA", "SEND", "SIM", "SWAT", "TED", "UCAS", "UEFA", "UKIP", "ULEZ", "UNESCO", "UNICEF", "UNISON", "VI",
    "VII", "VIII", "WASPI", "XI", "XII", "XIII", "ZIP",
))  # fmt: skip
# Words too, in a line of capitals.
AMBIGUOUS = frozenset((
    "AA", "AI", "AM", "BA", "CC", "DI", "DS", "ID", "IP", "ISA", "IT", "LED", "MA", "US",
))  # fmt: skip

# Short words that people write in capitals to be heard; other capitals of two or three letters are initials.
COMMON = frozenset((
    "ACT", "ADD", "AGO", "AIR", "ALL", "AN", "AND", "ANY", "ARE", "AS", "ASK", "AT", "BAD", "BE", "BIG", "BOX",
    "BUS", "BUT", "BUY", "BY", "CAN", "CAR", "CUT", "DAY", "DID", "DO", "EAT", "END", "FAR", "FEW", "FOR",
    "FUN", "GAS", "GET", "GO", "GOT", "GUN", "HAS", "HE", "HER", "HIM", "HIS", "HIT", "HOT", "HOW", "IF", "IN",
    "IS", "ITS", "JOB", "KEY", "LAW", "LET", "LIE", "LOW", "MAN", "MAY", "ME", "MEN", "MY", "NEW", "NO", "NOR",
    "NOT", "NOW", "OF", "OFF", "OH", "OLD", "ON", "ONE", "OR", "OUR", "OUT", "PAY", "PUT", "RED", "RUN", "SAY",
    "SEE", "SET", "SHE", "SIT", "SIX", "SO", "STOP", "TAX", "TEN", "THE", "TO", "TOO", "TOP", "TWO", "UP",
    "USE", "WAR", "WAS", "WAY", "WE", "WHO", "WHY", "WIN", "YES", "YET", "YOU",
))  # fmt: skip
# Initials that mix small letters and capitals.
MIXED = ("DfE", "DfT", "DfID", "MoD", "MoJ", "DoH", "PhD", "BSc", "MSc", "IoT")
