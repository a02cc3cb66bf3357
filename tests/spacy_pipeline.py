"""A spaCy pipeline of the tests' own: a blank English one whose parser looks sentences up in a table of parses.

Each word of a parse is `word/POS/label/head`, the head counted from 1; a fifth part is its dictionary form.
"""

from __future__ import annotations

from pathlib import Path

PARSES = (
    "The/DET/det/2 council/NOUN/nsubj/3 closed/VERB/ROOT/3/close the/DET/det/5 pool/NOUN/dobj/3 ,/PUNCT/punct/3 "
    "and/CCONJ/cc/3 it/PRON/nsubj/9 opened/VERB/conj/3/open the/DET/det/11 library/NOUN/dobj/9 ./PUNCT/punct/3",
    "The/DET/det/2 council/NOUN/nsubj/3 closed/VERB/ROOT/3/close the/DET/det/5 pool/NOUN/dobj/3 ./PUNCT/punct/3",
    "It/PRON/nsubj/2 opened/VERB/ROOT/2/open the/DET/det/4 library/NOUN/dobj/2 ./PUNCT/punct/2",
    "The/DET/det/2 man/NOUN/nsubj/3 chased/VERB/ROOT/3/chase the/DET/det/5 boy/NOUN/dobj/3 ./PUNCT/punct/3",
    "The/DET/det/2 boy/NOUN/nsubj/3 chased/VERB/ROOT/3/chase the/DET/det/5 man/NOUN/dobj/3 ./PUNCT/punct/3",
    "The/DET/det/2 boy/NOUN/nsubjpass/4 was/AUX/auxpass/4/be chased/VERB/ROOT/4/chase by/ADP/agent/4 the/DET/det/7 "
    "man/NOUN/pobj/5 ./PUNCT/punct/4",
    "The/DET/det/2 man/NOUN/nsubj/5 did/AUX/aux/5/do not/PART/neg/5 chase/VERB/ROOT/5 the/DET/det/7 boy/NOUN/dobj/5 "
    "./PUNCT/punct/5",
    "The/DET/det/2 man/NOUN/nsubj/5 who/PRON/nsubj/4 fled/VERB/relcl/2/flee was/AUX/ROOT/5/be ill/ADJ/acomp/5 "
    "./PUNCT/punct/5",
    "The/DET/det/2 man/NOUN/nsubj/3 fled/VERB/ROOT/3/flee ./PUNCT/punct/3",
    "The/DET/det/2 nurse/NOUN/nsubj/3 fled/VERB/ROOT/3/flee ./PUNCT/punct/3",
    "The/DET/det/2 man/NOUN/nsubj/4 was/AUX/cop/4/be ill/ADJ/root/4 ./PUNCT/punct/4",
    "The/DET/det/2 long/ADJ/amod/3 pool/NOUN/ROOT/3 ./PUNCT/punct/3",
    "People/NOUN/nsubj/3/people can/AUX/aux/3 apply/VERB/ROOT/3 online/ADV/advmod/3 ./PUNCT/punct/3",
    "You/PRON/nsubj/3/you can/AUX/aux/3 apply/VERB/ROOT/3 online/ADV/advmod/3 ./PUNCT/punct/3",
    "This/PRON/nsubj/2/this closed/VERB/ROOT/2/close the/DET/det/4 pool/NOUN/dobj/2 ./PUNCT/punct/2",
    "Officers/NOUN/nsubj/2/officer searched/VERB/ROOT/2/search the/DET/det/4 house/NOUN/dobj/2 and/CCONJ/cc/2 "
    "found/VERB/conj/2/find a/DET/det/8 knife/NOUN/dobj/6 ./PUNCT/punct/2",
    "Officers/NOUN/nsubj/2/officer found/VERB/ROOT/2/find a/DET/det/4 knife/NOUN/dobj/2 ./PUNCT/punct/2",
    "Call/VERB/ROOT/1/call 101/NUM/dobj/1 ./PUNCT/punct/1",
)  # fmt: skip


def save(folder: Path, *, parser: str = "parser", extra: tuple[str, ...] = ()) -> Path:
    """Write the pipeline as a model's folder, as spaCy keeps models."""
    import spacy

    _register()
    nlp = spacy.blank("en")
    nlp.meta.update({"name": "told_in_tests", "version": "1.0"})
    nlp.add_pipe("plainspoken_tests_parse", name=parser, config={"parses": [*PARSES, *extra]})
    nlp.to_disk(folder)
    return folder


def _register() -> None:
    from spacy.language import Language
    from spacy.tokens import Doc

    if Language.has_factory("plainspoken_tests_parse"):
        return

    @Language.factory("plainspoken_tests_parse", default_config={"parses": []})
    def make(nlp: object, name: str, parses: list[str]) -> object:
        tables = [[tuple(word.rsplit("/")) for word in parse.split()] for parse in parses]
        known = {" ".join(row[0] for row in table): table for table in tables}

        def told(doc: Doc) -> Doc:
            table = known.get(" ".join(token.text for token in doc), ())
            for token, (_, pos, label, head, *lemma) in zip(doc, table, strict=False):
                token.pos_, token.dep_, token.head = pos, label, doc[int(head) - 1]
                token.lemma_ = lemma[0] if lemma else token.lower_
            return doc

        return told
