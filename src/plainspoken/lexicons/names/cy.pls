<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="cy">
  <lexeme>
    <grapheme>GIG</grapheme>
    <alias>G I G</alias>
  </lexeme>
  <lexeme>
    <grapheme>BBC</grapheme>
    <alias>B B C</alias>
  </lexeme>
</lexicon>
