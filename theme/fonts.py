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
RANKS = (800, 880, 960, 1040, 1120, 1200)
# By the share of pages of real and invented councils that write them; after these, the web's list.
WELFARE = """
가개건게국근기길께나내네니다담당대도동둡디라로록른리면문바받밝배보복본분사상서성센소습시신실십안야어에오온와요
우움으의이인자작전접정제주지찾책처천터필하화음년을아는해협며고공과모은간없한를장출만관식체일마입명들물람었수았
업든래회있예구역행함두여원비위직낸려누조발치웃계꾸운월날민부않력집돌합추평했된방용금무르연목그곳드갈되저것닙적
산유거준루쪽반난던락진말광러약봄새생번학편달례애까형표눔더종열영스세골립데살짜짝료림맞단불미견때봉린임할교차맡
슬호앞씩렸쓰먼손히피혼선윤후걸뜻중활겨육재뒤엇느참강알끼갔글워름홀청취통웠왔곱잡양굴택놓늘벌몸망묻찬결심펴칠획
언파쓴속눈울큰줄친못볼였포섯품류돕걷창희횟따같밥녁뜨혀설남철졌노막첫겹빨귀옮벽째법탄란침먹많족뉴벤셜킹매확왜올
힌돈경등둘엌권팀득릅앉밭병났최봅냈범셨녀빠김논줌련빛액푼흔석랑텃채탁렇크끝쳐싣긴밖빈버밤키몇풍각좋특술폈겼질촉
힘냄잠흙숫급빌꽃끊햇맺초쉬럼점겠칩킴떻릴증싶줍듣붙풀읽송됩춤머답태늦옥챙랐듭쓸맨백져현량틀뽑절닭얼값뀌걱쐬앗탬
혔순독셋꿈넘넷닿둠똑눕볕율쭌켰토및좌옵꺼판핍떤찍큼쉰젊핌랍충깔떠뿐잘갑칼런겪또뿌짓축켜쇄군씨압허둔프쁜삼검엮틈
핀혈덟트몰므환격넓웁갓깥꿍눌잊즐휠감별브젝힙쳤껐높레숲썼홉딘묶즈착쉼낡낼잇덕듬뵈승앓짚쭈룹너캠페능옆폰띄색욕칸
훈꿰냐률릎섰잎졸짐첩촛봐슨짧타갖좁험낫램렵놀농뇌뛰뻐쌓탔팡읍맙셔룬곁냉쁨냅셈씁옴폴넌닫떡띔벗씀푸꿔클꼭납낱딸숍
깨끌넣릇낮널덮변뻔샛숙흩꾼탕탭컨팅곧깁럿멈섞싸씻억커옅괜끓넨님댄될론룻맛봬숨쭙찮춥층꼬꼴꿉령륙옛웹킵땅쇠킬펼픔
헷규깊꼽끄낌됨둥듦떨렀몫묵믿박빼염익젖퇴툰툴툼튿삶곤냥닐메밀밈써얻잰코텐효깜넸눠뒷땀멀멍싫악잔젓쥐즘쪼찌칙카퉁
픈외뀝낭뉘댐땠뗀뚜렷뺀셉쌉쌍앱쟀쫓쭐츠컴케콘쿠큽킷퍼폅퓨향홍휴힐객걀겁곡굽극꼼뀐끗녔눅닌닥듯딱뚝랜롯룩봤빗솥쉴
썹씹엽응잦죽짭퀴탓탰턱텔투티팔펜핑헌깝뎌블앙완촘총흥겉곰굵균귤꼈뀔끈낀낯넵녘뇐늬닦닳덜덧돼됐떼랄랫럽룰룽뤄맣뭄
뭅뭇뭉벨벼붉빚뼉삽샌샘섭솔솜싱싹싼쌀썬쑥앨잃잖좀짠쩍쩔쯤척칫컸켠콩탈텼톱닮튼팥헛혜황흘돋롱패밑빵북홈테플엄폭찰
"""
CORE_SIGNS = "\u00a0\u2060‹›©°±²·×–—‘’“”•…※₩℃①②③④⑤→←↑↓∼■□▲△▼○●◇◆★☆✓、。〈〉《》「」『』【】ㆍ㎡㎛～⁺ㅂㅊ"
REST_BLOCK = 0x80
HANJA_SLICE = 120
# Hanja that councils put beside their own words, in a slice of their own.
HANJA_OF_NAMES = "溫氣福祉愛心情喜怒哀樂孝老幼人民家洞市新和同"


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
        names = {ord(sign) for sign in HANJA_OF_NAMES}
        wanted = sorted(hanja() & set(font.getBestCmap()) & UNIFIED - names)
        font = cut(font, names.union(wanted))
        rename(font, HANJA, style)
        for start in range(0, len(wanted), HANJA_SLICE):
            part = wanted[start : start + HANJA_SLICE]
            name = f"hanja-{style.lower()}-{part[0]:x}"
            write_slice(font, set(part), name)
            yield face(HANJA, weights, name, f"U+{part[0]:x}-{part[-1]:x}")
        write_slice(font, names, f"hanja-{style.lower()}-names")
        yield face(HANJA, weights, f"hanja-{style.lower()}-names", ranges(names))


def write_slice(font: TTFont, wanted: set[int], name: str) -> None:
    """Write some characters of a font for the site."""
    part = cut(reread(font), wanted)
    part.flavor = "woff2"
    part.save(WEB / f"{name}.woff2")


def slices(ranked: list[int], known: set[int]) -> Iterator[Slice]:
    """Yield name, code points and `unicode-range` of each web slice, the last resort first.

    A browser asks the face declared last first, and the next where that one lacks a character. So the core, which
    every page fetches anyway, may claim all syllables, and the slices that hardly any page needs whole blocks: naming
    the syllables of each would more than double the compressed style sheet.
    """
    starts = (0, *RANKS)
    hangul = [{*ranked[start:end]} for start, end in zip(starts, RANKS, strict=False)]
    core = hangul[0] | set(range(0x20, 0x7F)) | {ord(sign) for sign in CORE_SIGNS}
    common = {f"hangul-{n}": part for n, part in enumerate(hangul[1:], start=1)}
    for first in range(0xAC00, 0xD7A4, REST_BLOCK):
        block = SYLLABLES.intersection(range(first, first + REST_BLOCK))
        yield f"rest-{first:x}", block - set(ranked[: RANKS[-1]]), ranges(block)
    yield "latin", LATIN & known - core, ranges(LATIN)
    yield "core", core & known, ranges(core & known | SYLLABLES)
    for name, wanted in {**common, "signs": SIGNS - core}.items():
        yield name, wanted & known, ranges(wanted & known)


def ranking(listing: str) -> list[int]:
    """The syllables of KS X 1001, most frequent first; the last slice of the package's list is the commonest."""
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
/* Of two faces that claim a character, the later one is asked first, and the other only where that one lacks it. */
"""


def face(family: str, weights: str, name: str, reach: str) -> str:
    """One `@font-face` rule; paths are relative to the site's `assets/css`."""
    return (
        f'@font-face{{font-family:"{family}";font-weight:{weights};font-display:swap;'
        f'src:url("../fonts/{name}.woff2")format("woff2");unicode-range:{reach}}}\n'
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
