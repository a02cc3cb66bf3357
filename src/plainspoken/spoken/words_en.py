"""The words that English abbreviations, numbers and letters are said with."""

from __future__ import annotations

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = (
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

ABBREVIATIONS = {
    "Det Supt": "Detective Superintendent", "Det Ch Supt": "Detective Chief Superintendent",
    "Det Ch Insp": "Detective Chief Inspector", "Det Insp": "Detective Inspector", "Det Sgt": "Detective Sergeant",
    "Det Con": "Detective Constable", "Ch Supt": "Chief Superintendent", "Ch Insp": "Chief Inspector",
    "Supt": "Superintendent", "Insp": "Inspector", "Sgt": "Sergeant", "Con": "Constable", "Const": "Constable",
    "Cllr": "Councillor", "Cllrs": "Councillors", "Dr": "Doctor", "Drs": "Doctors", "Prof": "Professor",
    "Rev": "Reverend", "Revd": "Reverend", "Fr": "Father", "Mr": "Mister", "Mrs": "Missis", "Hon": "Honourable",
    "Rt Hon": "Right Honourable", "Lt": "Lieutenant", "Lt Col": "Lieutenant Colonel", "Col": "Colonel", "Maj": "Major",
    "Capt": "Captain", "Cpl": "Corporal", "Rd": "Road", "Ave": "Avenue", "Ln": "Lane", "Sq": "Square",
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
    "m²": ("square metre", "square metres"),
    "°C": ("degree Celsius", "degrees Celsius"), "kWh": ("kilowatt hour", "kilowatt hours"),
    "GW": ("gigawatt", "gigawatts"), "MW": ("megawatt", "megawatts"), "GB": ("gigabyte", "gigabytes"),
    "hr": ("hour", "hours"), "yr": ("year", "years"), "min": ("minute", "minutes"),
}  # fmt: skip

# Said letter by letter though they have a vowel and could be read as a word; those without a vowel are always spelled.
SPELLED = frozenset((
    "AA", "ACC", "AED", "AGM", "AI", "AM", "ANPR", "ASB", "BA", "BBC", "CBE", "CC", "CCTV", "CEO", "CFO", "CPS",
    "CQC", "CSA", "CSE", "DC", "DCC", "DCI", "DCS", "DI", "DIY", "DNA", "DS", "DSU", "DVLA", "DWP", "EHCP", "EHO",
    "EHRC", "EIP", "ESOL", "EU", "EV", "FAQ", "FLO", "FOI", "GDPR", "GMP", "GP", "HIA", "HIV", "HMP", "HMRC",
    "HQ", "ICO", "ICU", "ID", "IDVA", "IOPC", "IP", "IPCC", "IRA", "ISA", "ISVA", "IT", "ITV", "IVF", "KBE",
    "LED", "LGBT", "LGBTQ", "MA", "MBE", "MEP", "MOD", "MOJ", "MP", "MSP", "NCA", "NHS", "NICU", "NIESR", "OBE",
    "OCG", "ONS", "PAYE", "PC", "PCSO", "PPE", "QR", "RAC", "RAF", "RNLI", "RSPCA", "SIO", "SSSI", "TUC", "TV",
    "UK", "UN", "URL", "URN", "US", "USA", "VAT", "VAWG",
))  # fmt: skip
# Said as words, and the numerals of kings and wars.
WORDLIKE = frozenset((
    "ACAS", "AIDS", "ASAP", "CLARE", "COBRA", "COVID", "CRIMESTOPPERS", "DEFRA", "II", "III", "IV", "IX", "LASER",
    "MAPPA", "MARAC", "MASH", "MENCAP", "MIND", "NASA", "NASUWT", "NATO", "NICE", "OFCOM", "OFGEM", "OFSTED",
    "OK", "PIN", "PREVENT", "RADAR", "SARAH", "SCOPE", "SEND", "SIM", "UNESCO", "UNICEF", "UNISON", "VI", "VII",
    "VIII", "XI", "XII", "XIII",
))  # fmt: skip
# Words too, in a line of capitals.
AMBIGUOUS = frozenset((
    "AA", "AI", "AM", "BA", "CC", "DI", "DS", "ID", "IP", "ISA", "IT", "LED", "MA", "US",
))  # fmt: skip


def below_hundred(number: int) -> str:
    """Return the words of a number from 0 to 99."""
    if number < 20:
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else "")


def year(number: int) -> str:
    """Return how a year from 1100 to 2099 is said: `nineteen ninety-eight`, `two thousand and nine`."""
    century, rest = divmod(number, 100)
    if century == 20 and rest < 10:
        return "two thousand" + (f" and {_SMALL[rest]}" if rest else "")
    if rest == 0:
        return f"{below_hundred(century)} hundred"
    return f"{below_hundred(century)} {'oh ' if rest < 10 else ''}{below_hundred(rest)}"


def one_by_one(digits: str) -> str:
    """Return digits said one after the other, nought as people say it on the phone."""
    return " ".join("oh" if digit == "0" else _SMALL[int(digit)] for digit in digits)


def letters(word: str) -> str:
    """Return a word spelled out. A lone A is written `ay`, or a voice says it as the article."""
    return " ".join("ay" if letter == "A" else letter for letter in word)
