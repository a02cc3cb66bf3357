"""Word documents, built part by part: what Word writes, and what an attacker would."""

from __future__ import annotations

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_STYLES = (
    ("Title", "Title"),
    ("Subtitle", "Subtitle"),
    ("Heading1", "heading 1"),
    ("Quote", "Quote"),
    ("Caption", "caption"),
)
_PARTS = ("styles", "numbering", "footnotes", "comments")


def paragraph(text: str, style: str = "", numbered: int | None = None) -> str:
    """A paragraph of one run; `numbered` is the id of its list."""
    number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbered}"/></w:numPr>' if numbered else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{number}</w:pPr>{run(text)}</w:p>"


def run(text: str, marks: str = "", tag: str = "t") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{marks}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def picture(description: str, rel: str = "rel9") -> str:
    """A picture in a paragraph of its own, as Word 2010 and later draw it."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{drawing}/wordprocessingDrawing">'
        f'<wp:docPr id="1" name="Picture 1" descr="{description}"/><a:graphic xmlns:a="{drawing}/main"><a:graphicData>'
        f'<pic:pic xmlns:pic="{drawing}/picture"><pic:blipFill><a:blip xmlns:r="{_OFFICE}" r:embed="{rel}"/>'
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def text_box(text: str) -> str:
    """A text box as Word writes it: drawn anew, and a second time for programs of before 2010."""
    inner = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    return (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing>{inner}</w:drawing></mc:Choice>'
        f'<mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>{inner}</v:textbox>'
        "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def link(text: str, rel: str) -> str:
    """A hyperlink by relation."""
    return f'<w:hyperlink r:id="{rel}">{run(text)}</w:hyperlink>'


def relation(rel: str, kind: str, target: str, *, external: bool = True) -> str:
    """A relation of the document, to the outside unless said."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{rel}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'


def styles(lang: str = "en-GB") -> str:
    """The styles that Word has, and one of an office's own that is made from a heading."""
    known = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>' for key, name in _STYLES
    )
    own = (
        '<w:style w:type="paragraph" w:styleId="House"><w:name w:val="House head"/>'
        '<w:basedOn w:val="Heading1"/></w:style>'
    )
    default = f'<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="{lang}"/></w:rPr></w:rPrDefault></w:docDefaults>'
    return f"<w:styles {W}>{default}{known}{own}</w:styles>"


def numbering() -> str:
    """Two lists: 1 has bullets, 2 numbers."""
    kinds = enumerate(("bullet", "decimal"))
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:lvl w:ilvl="0"><w:numFmt w:val="{kind}"/></w:lvl></w:abstractNum>'
        for at, kind in kinds
    )
    nums = "".join(f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(2))
    return f"<w:numbering {W}>{made}{nums}</w:numbering>"


def core(title: str, creator: str, created: str) -> str:
    """The core properties."""
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator><dcterms:created>{created}</dcterms:created>"
        "</cp:coreProperties>"
    )


def docx(body: str, relations: str = "", **parts: str) -> bytes:
    """Return a document: its body, its relations, and more parts by name (`footnotes=...`, `core=...`)."""
    names = {name: f"word/{name}.xml" for name in _PARTS} | {"core": "docProps/core.xml"}
    own = "".join(relation(f"own-{name}", name, f"{name}.xml", external=False) for name in _PARTS if name in parts)
    files = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELS,
        "word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}{own}</Relationships>'
        ),
        **{names[name]: part for name, part in parts.items()},
    }
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    """Return an archive of these files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()
