"""Make the fonts of booklet and site; run by hand, its results are kept in the repository.

    npm install --ignore-scripts --prefix sources @expo-google-fonts/noto-serif-kr@0.4.3 pretendard-gov@1.3.9
    npm install --ignore-scripts --prefix sources @expo-google-fonts/noto-sans-kr@0.4.3
    python -m pip install fonttools brotli cffsubr
    python theme/fonts.py sources/node_modules

All families are modified versions under the SIL Open Font License 1.1 and so carry names of their own: Ondongne Serif
is made from Noto Serif KR, Ondongne Sans from Pretendard GOV, Ondongne Hanja from Noto Sans KR. No clock is read: the
same packages and tools give the same bytes.
"""

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

import cffsubr
from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.qu2cuPen import Qu2CuPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib import instancer

Slice = tuple[str, set[int], str]

THEME = Path(__file__).resolve().parent
PRINT = THEME / "booklet" / "fonts"
COVERAGE = PRINT / "coverage.txt"
WEB = THEME / "site" / "assets" / "fonts"
FACES = THEME / "styles" / "fonts.css"

SERIF, SANS, HANJA = "Ondongne Serif", "Ondongne Sans", "Ondongne Hanja"
PRINTED = ("OndongneSerif", "OndongneSans")
SERIF_STYLES = {"Regular": "400Regular", "SemiBold": "600SemiBold"}
SANS_STYLES = ("Regular", "SemiBold", "Bold")
WEB_WEIGHTS = (400, 400, 800)
HANJA_STYLES = {"400Regular": ("Regular", "400 599"), "700Bold": ("Bold", "600 800")}

FEATURES = ["ccmp", "kern", "mark", "pnum"]
DROPPED = ["BASE", "STAT", "gasp", "vhea", "vmtx"]
COPYRIGHT, VERSION, TRADEMARK, DESIGNER, LICENCE, LICENCE_URL, AXIS = 0, 5, 7, 9, 13, 14, 256

# Signs of Korean office documents that the sources lack, and the sign whose glyph says the same.
STAND_INS = {"☐": "□", "☑": "▣", "✔": "✓", "∼": "~", "∙": "·", "►": "▶"}

SYLLABLES = set(range(0xAC00, 0xD7A4))
JAMO = {*range(0x1100, 0x1113), *range(0x1161, 0x1176), *range(0x11A8, 0x11C3)}
LATIN = {*range(0x20, 0x250), *range(0x300, 0x400), *range(0x1E00, 0x1F00)}
SIGNS = {*range(0x2000, 0x2C00), *range(0x3000, 0x3040), *range(0x3130, 0x3190), *range(0x3200, 0x3400)}
SIGNS |= {*range(0xFF00, 0xFFF0)}
UNIFIED = set(range(0x4E00, 0xA000))
KANA = set(range(0x3040, 0x3100))

# Where the slices of Hangul end, by rank: the syllables of WELFARE, then the package's list for the web at large.
RANKS = (560, 800, 1040, 1431, 1900, 2350)
# By the share of pages of real and invented councils that write them, the field's own words, and the web's list.
WELFARE = """
가기다로이니소습주고리사시지하개게나내대도동록면문바보비상서성신안어에오요우으을의있자작전제터화건국네디배복본분야처
천음길께닫담받센온준찾책필움를른실십밝둡아공해년간예발식만물협며당된출는든닙한정은모과체장명일업마수회관들행인입구었
역조없월았래여람위원치직력함누와민곳부려두웃집않금운용했목연추합산것무평그라돌계거진저반방적드때단되던유갈날말생르더
약쪽난달광봄까새표번례데봉러눔영료스형열림락편차살할꾸학골루호세알선손결통립뜻맞피불린앞겨교재후름임낸중먼애견노취활
웠늘획쓰끼미심맡양남워짝히걸울홀굴창놓파씩였렸매택망줄볼청따칠많품눈참등몸횟찬잡육팀뒤돕겹언확강종혼쓴왜쳐못왔글막속
설갔엇첫느뉴섯귀옮법머초액묻졌째득푼족올포탄같겠침벤친채논절킹특빛크경점급김벌큰걷토곱술둘녁꼴흔버펴검싣병져근빨셜끝
줌란벽녀햇판힘틀슬빌혀풀듣났탬태겼냈붙희핍철먹돈밥빠셋키감긴별접갑촉좋싶탁답셨칩밭풍트쉬맺떻량둠짜밖최옆읽류앗럼권씨
율챙독삼냉꺼텃충격렇앉련랑쭌각잎군폈랐춤끊너닿석백힌됩밤뽑범꽃페얼높좌허축빈메값뀌둔카릅프몇현색봅냄타질걱넷숲레증넓
뜨넘닭늦쳤엌쓸및덕순떡압능코커즐넣벗낮줍랍또듭숫몰므썼님층런잘욕억혔떠릴롱덟찍쭈변브켜맙외잠흘킴솔첩맨캠칸환험혈겪쌀
숍옥낡쁜읍켰섰쁨콘윤듬큼꿈뛰딸젊패향칙농눕띔즈티끄볕홍총죽밑깥쉰착묶눌블슨씀잔효핀짐꿍빵픔냐탕북홈뿐릇턱염훈튼꼭박흙
낫엮될쉼딘틈덜짚숨봐밀홉껐테플클폰짓텐퇴깔엄뚝뵈폭숙찰렵쇄팩싹맛츠팡놀률칼룹춥팅송갖핌괜뻐딱윗뇨쭙짧릎젝떤섭잊뿌럿승
찮규좁싸셔론붕푸잇익쌓갓퉁곁둥꿔깨똑걀깊뻔투황힙촛솜깎컨곰퍼끌샛튿곧웁룬극떨툴찌젖깁멀삭펜섞픈휠램싫악케납옵랜핑땀펼
탰궁땅낼렀넨띄슈댄럽응쥐꼽옴념퀴덮휴닦헤떼널꿰봬옅낌솥헷써졸꾼멈옛팔씹썹객베몫폐쪼닥뒷씻폴꼬텔겁냅빗깜굽벨댓션항딩릭
링뷰쇼엔완녔눠뀐탑킵척뜯좀즘듯됨뼘쯤끓앓닌탓춘삶찻벼멍킬쐬잃탭옷젓룻봤곤냥겉툼탔짰헌룩령균씁
"""
CORE_SIGNS = "\u00a0©°±²·×–—‘’“”•…※₩℃①②③④⑤→←↑↓∼■□▲△▼○●◇◆★☆✓、。〈〉《》「」『』【】ㆍ㎡～"
REST_BLOCK = 0x300
HANJA_SLICE = 120


def main(sources: Path) -> None:
    """Write every font, its licence and the style sheet from the unpacked packages in `sources`."""
    serif, sans = sources / "@expo-google-fonts" / "noto-serif-kr", sources / "pretendard-gov" / "dist"
    for folder in (PRINT, WEB, FACES.parent):
        folder.mkdir(parents=True, exist_ok=True)
    write_serif(serif)
    write_sans(sans)
    COVERAGE.write_text(coverage(), "utf-8", newline="\n")
    FACES.write_text(HEAD + "".join((*web(sans), *web_hanja(sources))), "utf-8", newline="\n")


def write_serif(package: Path) -> None:
    """The text face, with hanja in both weights: a typesetter does not look for them in another weight of a family."""
    for style, name in SERIF_STYLES.items():
        font = opened(package / name / f"NotoSerifKR_{name}.ttf")
        if style == "Regular":
            write_licence(font, package / "LICENSE_FONT", PRINT / "OFL-OndongneSerif.txt")
        font = cut(font, LATIN | SIGNS | KANA | JAMO | SYLLABLES | hanja())
        to_cubic(font)
        rename(font, SERIF, style)
        cffsubr.subroutinize(font, keep_glyph_names=False)
        font.save(PRINT / f"OndongneSerif-{style}.otf")


def write_sans(package: Path) -> None:
    """The face of heads and tables; what it lacks, hanja among it, is left to the serif."""
    for style in SANS_STYLES:
        font = opened(package / "public" / "static" / f"PretendardGOV-{style}.otf")
        if style == "Regular":
            for folder in (PRINT, WEB):
                write_licence(font, package / "LICENSE.txt", folder / "OFL-OndongneSans.txt")
        font = cut(font, LATIN | SIGNS | SYLLABLES)
        scale_upem(font, 1000)
        reset_matrix(font)
        rename(font, SANS, style)
        cffsubr.subroutinize(font, keep_glyph_names=False)
        font.save(PRINT / f"OndongneSans-{style}.otf")


def coverage() -> str:
    """The characters that every weight of one of the print families has, as ranges of code points, one a line.

    What the serif lacks is taken from the sans and the other way round. Spaces and signs of format count as they are.
    """
    families = ([TTFont(path) for path in sorted(PRINT.glob(f"{family}-*.otf"))] for family in PRINTED)
    codes = set().union(*(set.intersection(*(set(font.getBestCmap()) for font in fonts)) for fonts in families))
    starts = sorted(code for code in codes if code - 1 not in codes)
    ends = sorted(code for code in codes if code + 1 not in codes)
    return "".join(f"{a:04X}-{b:04X}\n" if a < b else f"{a:04X}\n" for a, b in zip(starts, ends, strict=True))


def web(package: Path) -> Iterator[str]:
    """Write the site's variable face in slices; yields the rules that tell a browser which to fetch."""
    font = opened(package / "public" / "variable" / "PretendardGOVVariable.ttf")
    instancer.instantiateVariableFont(font, {"wght": WEB_WEIGHTS}, inplace=True)
    font = cut(reread(font), LATIN | SIGNS | SYLLABLES)
    scale_upem(font, 1024)
    rename(font, SANS, "Regular")
    ranked = ranking((package / "web" / "variable" / "pretendardvariable-gov-dynamic-subset.css").read_text("utf-8"))
    lightest, _, boldest = WEB_WEIGHTS
    for name, wanted, reach in slices(ranked, set(font.getBestCmap())):
        write_slice(font, wanted, f"sans-{name}")
        yield face(SANS, f"{lightest} {boldest}", f"sans-{name}", reach)


def web_hanja(sources: Path) -> Iterator[str]:
    """Write the hanja that the sans lacks, in two weights and small slices: a page that writes any writes few."""
    package = sources / "@expo-google-fonts" / "noto-sans-kr"
    for folder, (style, weights) in HANJA_STYLES.items():
        font = opened(package / folder / f"NotoSansKR_{folder}.ttf")
        if style == "Regular":
            write_licence(font, package / "LICENSE_FONT", WEB / "OFL-OndongneHanja.txt")
        wanted = sorted(hanja() & set(font.getBestCmap()) & UNIFIED)
        font = cut(font, set(wanted))
        rename(font, HANJA, style)
        for start in range(0, len(wanted), HANJA_SLICE):
            part = wanted[start : start + HANJA_SLICE]
            name = f"hanja-{style.lower()}-{part[0]:x}"
            write_slice(font, set(part), name)
            yield face(HANJA, weights, name, f"U+{part[0]:x}-{part[-1]:x}")


def write_slice(font: TTFont, wanted: set[int], name: str) -> None:
    """Write some characters of a font for the site."""
    part = cut(reread(font), wanted)
    part.flavor = "woff2"
    part.save(WEB / f"{name}.woff2")


def slices(ranked: list[int], known: set[int]) -> Iterator[Slice]:
    """Yield name, code points and `unicode-range` of each web slice, the last resort first.

    A browser asks the face declared last first. So the slices that hardly any page needs may claim whole blocks,
    which halves the compressed style sheet that every page needs.
    """
    starts = (0, *RANKS)
    hangul = [{*ranked[start:end]} for start, end in zip(starts, RANKS, strict=False)]
    core = hangul[0] | set(range(0x20, 0x7F)) | {ord(sign) for sign in CORE_SIGNS}
    common = {f"hangul-{n}": part for n, part in enumerate(hangul[1:], start=1)}
    for first in range(0xAC00, 0xD7A4, REST_BLOCK):
        block = SYLLABLES.intersection(range(first, first + REST_BLOCK))
        yield f"rest-{first:x}", block - set(ranked), ranges(block)
    yield "latin", LATIN & known - core, ranges(LATIN)
    for name, wanted in {**common, "signs": SIGNS - core, "core": core}.items():
        yield name, wanted & known, ranges(wanted & known)


def ranking(listing: str) -> list[int]:
    """The 2,350 syllables of KS X 1001, most frequent first; the last slice of the package's list is the commonest."""
    common = {ord(bytes((row, cell)).decode("euc-kr")) for row in range(0xB0, 0xC9) for cell in range(0xA1, 0xFF)}
    found = [ord(syllable) for syllable in WELFARE]
    for listed in reversed(re.findall(r"unicode-range:([^;]+);", listing)):
        for first, last in re.findall(r"U\+([0-9a-f]+)(?:-([0-9a-f]+))?", listed):
            found += range(int(first, 16), int(last or first, 16) + 1)
    return [code for code in dict.fromkeys(found) if code in common]


def hanja() -> set[int]:
    """The hanja of KS X 1001: its code points for second readings, and the common ones that NFC puts for them."""
    listed = [bytes((row, cell)).decode("euc-kr") for row in range(0xCA, 0xFE) for cell in range(0xA1, 0xFF)]
    return {ord(character) for sign in listed for character in (sign, unicodedata.normalize("NFC", sign))}


def opened(path: Path) -> TTFont:
    """A source font with the stand-ins mapped; its own time stamps stay."""
    font = TTFont(path, recalcTimestamp=False)
    for table in font["cmap"].tables:
        for sign, like in STAND_INS.items():
            if table.isUnicode() and ord(like) in table.cmap:
                table.cmap.setdefault(ord(sign), table.cmap[ord(like)])
    return font


def cut(font: TTFont, wanted: set[int]) -> TTFont:
    """The font with only the wanted characters, without hints, glyph names and what Korean text does not use."""
    options = subset.Options(hinting=False, layout_features=FEATURES, name_IDs=["*"], notdef_outline=True)
    options.drop_tables = [*options.drop_tables, *DROPPED]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    return reread(font)


def reread(font: TTFont) -> TTFont:
    """The font as it would be read from its file: a copy, free of what the last step left in memory."""
    file = BytesIO()
    font.save(file)
    return TTFont(file, recalcTimestamp=False)


def to_cubic(font: TTFont) -> None:
    """Turn TrueType outlines into CFF of half the size, at most a thousandth of an em away: 4 µm in 10-point text."""
    glyphs = font.getGlyphSet()
    outlines = {}
    for name in font.getGlyphOrder():
        pen = T2CharStringPen(glyphs[name].width, glyphs)
        glyphs[name].draw(Qu2CuPen(pen, 1.0, all_cubic=True, reverse_direction=True))
        outlines[name] = pen.getCharString()
    del font["glyf"], font["loca"]
    font["maxp"].tableVersion, font.sfntVersion = 0x00005000, "OTTO"
    FontBuilder(font=font).setupCFF("Unnamed", {}, outlines, {})


def reset_matrix(font: TTFont) -> None:
    """Let outlines of 1000 units an em say so by the default matrix: scaling leaves two that PDF viewers multiply."""
    top = font["CFF "].cff.topDictIndex[0]
    for part in (top, *top.FDArray):
        part.rawDict.pop("FontMatrix", None)
        part.__dict__.pop("FontMatrix", None)


def rename(font: TTFont, family: str, style: str) -> None:
    """Give the font its own name wherever a name is kept; copyright, version and licence stay."""
    names = font["name"]
    kept = {key: names.getDebugName(key) for key in (COPYRIGHT, VERSION, LICENCE, LICENCE_URL)}
    full, postscript = f"{family} {style}", f"{family.replace(' ', '')}-{style}"
    linked = (family, style) if style in {"Regular", "Bold"} else (full, "Regular")
    own = {1: linked[0], 2: linked[1], 3: f"{kept[VERSION]};{postscript}", 4: full, 6: postscript}
    names.names = []
    for key, text in {**kept, **own, 16: family, 17: style}.items():
        names.setName(text, key, 3, 1, 0x409)
    if "fvar" in font:
        font["fvar"].instances = []
        font["fvar"].axes[0].axisNameID = AXIS
        names.setName("Weight", AXIS, 3, 1, 0x409)
    if "CFF " in font:
        rename_cff(font, family, style, postscript)


def rename_cff(font: TTFont, family: str, style: str, postscript: str) -> None:
    """The names inside the outlines' own table."""
    cff = font["CFF "].cff
    cff.fontNames = [postscript]
    top = cff.topDictIndex[0]
    top.FullName, top.FamilyName, top.Weight = f"{family} {style}", family, style
    top.Notice = font["name"].getDebugName(LICENCE)


def write_licence(font: TTFont, text: Path, target: Path) -> None:
    """The licence text as the package has it, under what the font itself says of its origin."""
    said = [str(font["name"].getDebugName(key)) for key in (COPYRIGHT, TRADEMARK, DESIGNER)]
    target.write_text("\n".join([*said, "", text.read_text("utf-8").strip(), ""]), "utf-8", newline="\n")


def ranges(codes: Iterable[int]) -> str:
    """Code points as a `unicode-range`."""
    runs: list[list[int]] = []
    for code in sorted(codes):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ",".join(f"U+{first:x}" if first == last else f"U+{first:x}-{last:x}" for first, last in runs)


HEAD = """\
/* Made by `python theme/fonts.py SOURCE_DIR`. */
/* Of two faces that claim a character, the later one is asked: the rest-* files hold only what no other has. */
"""


def face(family: str, weights: str, name: str, reach: str) -> str:
    """One `@font-face` rule; paths are relative to the site's `assets/css`."""
    return (
        f'@font-face{{font-family:"{family}";font-weight:{weights};font-display:swap;'
        f'src:url("../fonts/{name}.woff2")format("woff2");unicode-range:{reach}}}\n'
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
