"""The strict YAML that records are written in.

Only `true`, `false`, `null`, an empty value and plain decimal numbers without a leading zero are typed; `~`, `yes`,
`14:30`, `012`, `1e3` and dates stay text, and keys are always text. Anchors, aliases, merge keys, tags, directives,
tabs outside quotes and blocks, and characters that cannot be seen are faults.
"""

from yaml import YAMLError

from ondongne.diagnostics import Diagnostic
from ondongne.records.decoding import check_characters, decode
from ondongne.records.document import Document
from ondongne.records.source import Findings
from ondongne.records.yaml_events import Composer, TooDeepError
from ondongne.records.yaml_slips import check_tabs
from ondongne.records.yaml_syntax import report_syntax


def parse(content: bytes, file: str) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Read one file; `file` is its path in reports.

    Returns the document, or None when nothing can be read from the file, and all faults from top to bottom. With
    faults that leave the rest readable (a key written twice, say) there are both. All text is NFC.
    """
    source = decode(content, file)
    if isinstance(source, Diagnostic):
        return None, (source,)
    findings = Findings(source)
    check_characters(findings)
    document = None if findings.has_errors() else _compose(findings)
    return document, findings.report()


def _compose(findings: Findings) -> Document | None:
    composer, source = Composer(findings), findings.source
    try:
        data = composer.compose()
    except TooDeepError:
        return None
    except (YAMLError, ValueError, OverflowError) as error:  # the last two from chr() of an escape, in Python's parser
        report_syntax(error, findings, composer.quoted)
        return None
    check_tabs(findings, len(source.text), composer.quoted)
    return None if data is None else Document(source.file, source.text, data, composer.marks)
