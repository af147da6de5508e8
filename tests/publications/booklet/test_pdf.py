"""The PDF: what readers, screen readers and archives find in it."""

import re
import subprocess
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from statistics import mode
from typing import Any

import pypdf
import pytest

from ondongne.failure import Failure
from ondongne.paths import theme_folder
from ondongne.publications.booklet import forget, works
from ondongne.publications.design import read_design
from ondongne.records.vocabulary import Size
from tests.publications.booklet.shelf import GARAM, REAL, opened, planned, printed, read, texts, written
from tests.verapdf import verapdf

BIJEON = "pyeongtaek/bijeon-2/2017"
PROJECT = "garam/narae/2025/projects/birthday"
HOSTILE = '#set page(width: 1pt) $x$ *별* _밑줄_ `c` <표> @label // 끝 \\ ~ -- [대괄호] {중괄호} "따옴표"'
HANGUL = re.compile("[가-힣]")
TEXT, LEADING = 10.0, 17.0  # points on A4


def outline(items: list[Any], level: int = 1) -> list[tuple[int, str, Any]]:
    found: list[tuple[int, str, Any]] = []
    for item in items:
        found += outline(item, level + 1) if isinstance(item, list) else [(level, str(item.title), item)]
    return found


def _root(reader: pypdf.PdfReader) -> Any:
    return reader.trailer["/Root"]


def structure(pdf: bytes) -> dict[str, int]:
    """How often each kind of tag stands in the structure tree."""
    counts: dict[str, int] = {}
    stack: list[Any] = [_root(opened(pdf))["/StructTreeRoot"]["/K"]]
    while stack:
        node = stack.pop().get_object() if hasattr(stack[-1], "get_object") else stack.pop()
        if isinstance(node, list):
            stack += node
        elif isinstance(node, dict):
            counts[str(node.get("/S"))] = counts.get(str(node.get("/S")), 0) + 1
            stack += [node["/K"]] if "/K" in node else []
    return counts


@lru_cache(maxsize=1)
def bijeon() -> bytes:
    return printed(REAL, BIJEON)


def test_it_says_what_it_is_and_in_what_language() -> None:
    reader = opened(bijeon())
    assert reader.metadata is not None
    assert reader.metadata.title == "평택시 비전2동 지역사회보장협의체 성과 책자, 2017년(추정)"
    assert reader.metadata.author == "온동네"
    assert str(_root(reader)["/Lang"]).startswith("ko")
    assert "2017년(추정)" in reader.pages[0].extract_text()
    assert reader.pages[1].extract_text() == ""  # inside the cover
    assert "비전2동 지역사회보장협의체" in reader.pages[2].extract_text()  # the title page
    assert "판권" in reader.pages[-3].extract_text() + reader.pages[-2].extract_text()


def test_the_contents_give_the_pages_on_which_headings_are() -> None:
    reader, pages = opened(bijeon()), texts(bijeon())
    entries = [(title, reader.get_destination_page_number(place)) for _, title, place in outline(reader.outline)]
    contents = next(page for page in pages if page.startswith("차례"))
    assert len(entries) > 15
    for title, number in entries:
        assert number is not None and title in pages[number]
        if title not in ("판권", "차례"):
            assert re.search(rf"^{number - 1} ?{re.escape(title)}$", contents, re.MULTILINE)


@pytest.mark.parametrize(
    ("councils", "name"),
    [(REAL, BIJEON), (REAL, "gwangmyeong/2025"), (REAL, "gwangmyeong/2019"), (GARAM, "garam/2025")],
)
def test_chapters_open_on_the_right(councils: Path, name: str) -> None:
    """Right-hand pages have even numbers from 0; in a leaflet chapters of a page each may share an opening."""
    reader = opened(printed(councils, name))
    entries = [
        (title, reader.get_destination_page_number(place))
        for level, title, place in outline(reader.outline)
        if level == 1
    ]
    assert len(entries) > 6
    plain = {"부록", "출처", "찾아보기", "판권"} if len(reader.pages) < 24 else {"판권"}
    left = [
        (before, number)
        for (_, before), (title, number) in pairwise(entries)
        if (number or 0) % 2 and title not in plain
    ]
    assert [number for before, number in left if before is None or before < (number or 0) - 1] == []
    assert left == [] or len(reader.pages) < 24


def test_the_index_gives_the_pages_on_which_terms_are() -> None:
    pages = texts(bijeon())
    found = (line for page in pages[-4:] for line in page.split("\n"))
    line = next(line for line in found if line.startswith("복지기동대"))
    numbers = [int(number) for number in re.findall(r"[0-9]+", line)]
    assert numbers
    assert all("복지기동대" in pages[number + 1] or "복지기동대" in pages[number + 2] for number in numbers)


@pytest.mark.parametrize("size", [Size.A4, Size.CROWN, Size.A5])
def test_words_are_not_broken_at_line_ends(size: Size) -> None:
    """The next line of a paragraph must not go on with a word that the record has in one piece."""
    work = next(work for work in works(read(REAL), read_design(theme_folder())) if work.id == BIJEON)
    text = "\n".join(texts(work.artifact(size).make()))
    words = {word for path in (REAL / BIJEON).rglob("*.yml") for word in path.read_text(encoding="utf-8").split()}
    words |= set((REAL / "pyeongtaek/bijeon-2/council.yml").read_text(encoding="utf-8").split())
    ends = [(a.split()[-1], b.split()[0]) for a, b in pairwise(text.split("\n")) if a.split() and b.split()]
    assert len(ends) > 100
    assert [a + b for a, b in ends if HANGUL.search(a) and a + b in words and a not in words] == []


def test_signs_hang_at_both_edges_of_the_text(tmp_path: Path) -> None:
    """Commas and full stops stand beyond the edge that letters end at, opening signs before the one they begin at."""
    body = " ".join(["“안녕하세요”", "하고", "‘이웃’이", "물었고,", "골목에서", "모두가", "함께", "답했다."] * 60)
    story = {"garam/narae/2025/stories/long": f"title: 긴 이야기\nbody: '{body}'"}
    pdf = tmp_path / "book.pdf"
    pdf.write_bytes(planned(written(tmp_path / "a", story))["booklets/garam/narae/2025.pdf"].make())
    lines = edges(pdf)
    left, right = mode(round(line[2], 1) for line in lines), mode(round(line[3], 1) for line in lines)
    assert {first for first, _, start, _ in lines if left - 4 < start < left - 1} == {"“"}
    assert {last for _, last, _, end in lines if right + 1 < end < right + 4} == {".", ","}


def test_text_stands_on_one_grid_whatever_is_between(tmp_path: Path) -> None:
    """Lines of the text face are a whole number of leadings from each other, on every page."""
    tops = line_tops(bijeon(), tmp_path)
    usual = mode(round(top, 1) for top in tops)
    assert sum(abs(top - usual) < 0.2 for top in tops) > 0.9 * len(tops) > 18


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_text_stands_on_the_grid_below_a_title_of_several_lines(tmp_path: Path, lines: int) -> None:
    title = " ".join(["이웃과 나란히 걸으며 골목마다"] * lines)
    stories = {f"garam/narae/2025/stories/{n}": f"title: {title}\nbody: 함께 걸었습니다." for n in ("one", "two")}
    pdf = planned(written(tmp_path / "town", stories))["booklets/garam/narae/2025.pdf"].make()
    assert len({round(top, 1) for top in line_tops(pdf, tmp_path)}) == 1


def line_tops(pdf: bytes, folder: Path) -> list[float]:
    """How far each line of the text face is below the last line of a grid that begins at the edge of the page."""
    file = folder / "book.pdf"
    file.write_bytes(pdf)
    found = subprocess.run(["pdftotext", "-bbox-layout", file, "-"], capture_output=True, check=True, encoding="utf-8")
    lines = re.findall(r'<line xMin=".*?" yMin="(.*?)" xMax=".*?" yMax="(.*?)"', found.stdout)
    return [float(top) % LEADING for top, foot in lines if abs(float(foot) - float(top) - TEXT) < 0.1]


def edges(pdf: Path) -> list[tuple[str, str, float, float]]:
    """Each line's first and last character, and the points from the left of the page at which it begins and ends."""
    found = subprocess.run(["pdftotext", "-bbox-layout", pdf, "-"], capture_output=True, check=True, encoding="utf-8")
    lines = re.findall(r'<line xMin="(.*?)".*? xMax="(.*?)".*?>(.*?)</line>', found.stdout, re.DOTALL)
    return [
        (words[0][0], words[-1][-1], float(start), float(end))
        for start, end, line in lines
        if (words := re.findall(">([^<\\n]+)</word>", line))
    ]


def test_structure_tags_and_alternative_text_are_there() -> None:
    counts = structure(bijeon())
    assert {"/Document", "/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Link", "/TOC"} <= set(counts)
    tables = structure(printed(GARAM, "garam/2025"))
    assert tables["/Figure"] >= 2  # a photo and a bar


def test_the_same_records_give_the_same_bytes() -> None:
    artifact = planned(read(GARAM))["booklets/garam/narae/2025.pdf"]
    assert artifact.make() == artifact.make()


def test_text_of_records_is_never_evaluated(tmp_path: Path) -> None:
    record = f"title: '{HOSTILE}'\nsummary: '{HOSTILE}'\nactivities: '{HOSTILE}'\nplaces: ['{HOSTILE}']\n"
    pdf = planned(written(tmp_path, {PROJECT: record}))["booklets/garam/narae/2025.pdf"].make()
    plain = re.sub(r"\s", "", "".join(texts(pdf)))
    assert plain.count(re.sub(r"\s", "", HOSTILE)) >= 4


def test_a_paragraph_may_be_as_long_as_a_record_may_write_it(tmp_path: Path) -> None:
    sentence = "이웃을 만나 함께 밥을 먹었습니다. "
    story = {"garam/narae/2025/stories/long": f"title: 긴 이야기\nbody: '{sentence * 500}'"}
    pdf = planned(written(tmp_path, story))["booklets/garam/narae/2025.pdf"].make()
    assert " ".join(texts(pdf)).count("이웃을") == 500


def test_a_character_without_a_glyph_is_named_with_its_place(tmp_path: Path) -> None:
    artifact = planned(written(tmp_path, {PROJECT: "title: 잔치\nsummary: 함께 🎉 기뻐했습니다."}))
    with pytest.raises(Failure) as failure:
        artifact["booklets/garam/narae/2025.pdf"].make()
    assert "‘🎉’(U+1F389)" in str(failure.value)
    assert f"councils/{PROJECT}.yml:2" in str(failure.value)


def test_a_real_and_a_fictional_booklet_meet_both_standards(tmp_path: Path) -> None:
    for name, pdf in {"real": bijeon(), "fictional": printed(GARAM, "garam/2025")}.items():
        (tmp_path / f"{name}.pdf").write_bytes(pdf)
    assert verapdf(tmp_path.glob("*.pdf")) == []


def test_a_booklet_is_the_same_when_the_typesetter_forgot_it() -> None:
    artifact = planned(read(GARAM))["booklets/garam/narae/2025.pdf"]
    first = artifact.make()
    forget()
    assert artifact.make() == first
