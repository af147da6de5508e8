"""Words of all sorts and the particle that follows them when they are read aloud."""

import unicodedata

import pytest

from ondongne.korean import with_particle

CASES = """
비전2동 | 을 은 이 과 으로 이라
온양3동 | 을 으로
사업 | 을 은 이 과 으로 이나 이며 이에요
나래 | 를 는 가 와 로 나 며 예요
서울 | 을 은 이 과 로 이라 이며
물 | 을 로
책 | 을 으로
새나래 | 를 로
값 | 을 으로
여덟 | 을 으로
가구 | 를 로
삼 | 을 으로

0 | 을 이 으로
1 | 을 이 로
2 | 를 가 로
3 | 을 이 으로
4 | 를 가 로
5 | 를 로
6 | 을 으로
7 | 을 은 로
8 | 을 로
9 | 를 로
10 | 을 으로
12 | 를 로
20 | 을 으로
100 | 을 으로
105 | 를 로
477 | 을 로
1000 | 을 으로
1,000 | 을 으로
1,004 | 를 로
1004 | 를 는 가 와 로
10000 | 을 으로
12,500,000 | 을 으로
100000000 | 을 으로
1000000000000 | 를 로
1,200,000,000,000 | 을 으로
1,200,000,000,000,000 | 를 로
10000000000000000 | 을 으로
100000000000000000000 | 를 로
3.5 | 를 로
0.10 | 을 으로
98.7 | 을 로
012 | 를 로
00 | 을 으로
1.2.3 | 을 으로
02-1234-5670 | 을 으로
1~3 | 을 으로
14:30 | 을 으로
9:00 | 를 로

2025년 | 은 을 으로
80여 | 를 로
80여 명 | 을 은
10곳 | 을 은 으로
48가구 | 를 는
30% | 가 를 로
12.5% | 가 로
3%p | 가 로
1,200㎡ | 를 로
㎡ | 를 로
30㎥ | 를
48km | 를 로
3 km | 를
5㎞ | 를
70kg | 을 으로
2 t | 을
5g | 을
500㎖ | 를
20L | 를
25℃ | 를 로
60dB | 을 로
120kcal | 를
4G | 를
제주 90° | 를
3억 2,000만 원 | 을 은
32,000,000원 | 이 은

2025. 12. 10. | 은 로
2025. 12. 10.(수) | 은 로 을
2019. 6. 13.(목)~14.(금) | 은 로
2018년 9월~2019년 3월 | 은 로
2025. 12. | 은 로

비전e | 를 는 로
LED | 를 가 로
CCTV | 를 로
PDF | 를 로
SOS | 를
ICT | 를
HTML | 을 로
html | 을 로
URL | 을 로
FM | 을 으로
NGN | 을 으로
VR | 을 로
K-pop | 을
Typst | 를 로
UNESCO | 를
ZOOM | 을 으로
TOEIC | 을
Team | 을
Green | 을 으로
Sharing | 을
Design | 을
Home | 을 으로
Online | 을
Care | 를
Village | 를
Mobile | 을 로
Mall | 을 로
Center | 를
Book | 을 으로
Facebook | 을
Workshop | 을
App | 을
Web | 을
Club | 을
Clinic | 을
Market | 을
Checkout | 을
Pack | 을
Work | 를
Point | 를
Street | 를
Hub | 를
Box | 를
Kit | 를
Café | 를
YouTube | 를
GitHub | 를
eBook | 을
myPDF | 를
A4 | 를
B5 | 를
ＬＥＤ | 를
budget | 을
title | 을 로
name | 을
spent | 를
visit | 을
city.yml | 을 로
책.epub | 을 은 으로

온양3동(아산) | 을 은
수눌음(나눔) | 을
비전2동 (평택시) | 을
나눔회[나래동] | 를
온(溫) | 을
溫(온) | 을
(사)온동네 | 를
온동네(주) | 를 로
가람상사㈜ | 를
나눔회(사) | 을
(아산) | 을
(가(나)) | 를
나눔(하나(둘)) | 을
나눔) | 을
‘나눔’ | 을
“나래” | 를
'LED' | 를
「비전e」 | 를
「비전e(나래)」 | 를
『가람의 한 해』 | 를
《물》 | 을 로
「함께 만드는 광명: 희로애락」 | 을 은 이 으로
「온(ON)동네 복지가 광명 온(溫)복지로!」 | 를 는
CCTV·로고젝터 | 를 와 로
나눔… | 을
나눔! | 을
나래? | 를
나눔, | 을
U.N. | 을

ㄱ | 을 으로
ㄹ | 을 로
ㅏ | 를 로
ㄲ | 을
ㅋㅋ | 을
A+ | 를
나눔♥ | 을
① | 을 로
② | 를
Ⅲ | 을 으로
Ⅱ | 를
"""

UNREADABLE = ("", "溫", "온복지溫", "さくら", "「」", "...", "()", "1000000000000000000000000")

PAIRS = ("을/를", "은/는", "이/가", "과/와", "으로/로", "이라/라", "이나/나", "이며/며", "이에요/예요")

ROWS = [
    (word, form)
    for word, _, forms in (line.partition(" | ") for line in CASES.split("\n") if line)
    for form in forms.split()
]


@pytest.mark.parametrize(("word", "form"), ROWS)
def test_the_form_fits_the_word_however_the_particle_is_named(word: str, form: str) -> None:
    (closed, opened), *_ = (pair.split("/") for pair in PAIRS if form in pair.split("/"))
    for particle in (closed, opened, f"{closed}/{opened}", f"{opened}/{closed}"):
        assert with_particle(word, particle) == word + form


@pytest.mark.parametrize("word", UNREADABLE)
@pytest.mark.parametrize(
    ("particle", "both"),
    [
        *(("을", "을(를)"), ("은", "은(는)"), ("이", "이(가)"), ("과", "과(와)"), ("로", "(으)로"), ("라", "(이)라")),
        *(("나", "(이)나"), ("며", "(이)며"), ("이에요", "이에요(예요)"), ("으로서", "(으)로서")),
    ],
)
def test_both_forms_stand_where_no_reading_is_known(word: str, particle: str, both: str) -> None:
    assert with_particle(word, particle) == word + both


@pytest.mark.parametrize(
    ("word", "particle", "text"),
    [
        ("서울", "으로서", "서울로서"),
        ("물", "으로써", "물로써"),
        ("나눔", "로부터", "나눔으로부터"),
        ("7", "으로는", "7로는"),
        ("나래", "이라고", "나래라고"),
        ("가람", "라는", "가람이라는"),
        ("이웃", "랑", "이웃이랑"),
        ("복지", "이란", "복지란"),
        ("길", "였다", "길이었다"),
    ],
)
def test_longer_particles(word: str, particle: str, text: str) -> None:
    assert with_particle(word, particle) == text


def test_white_space_at_the_end_is_looked_through() -> None:
    assert with_particle("나래 ", "을") == "나래 를"


def test_a_decomposed_word_is_read_and_kept_as_it_is() -> None:
    word = unicodedata.normalize("NFD", "서울")
    assert with_particle(word, "으로") == word + "로"
    assert with_particle(unicodedata.normalize("NFD", "나눔"), "가").endswith("이")


@pytest.mark.parametrize("particle", ["의", "에서", "", "을를", "을/은"])
def test_a_particle_without_two_forms_is_refused(particle: str) -> None:
    with pytest.raises(ValueError, match="not a particle"):
        with_particle("나래", particle)


@pytest.mark.parametrize("word", [")" * 50_000, "()" * 50_000, "(" * 500 + "가" + ")" * 500, "1," * 50_000 + "가("])
def test_hostile_words_are_read_by_their_end_only(word: str) -> None:
    assert with_particle(word, "을").startswith(word)


def test_the_table_covers_what_it_promises() -> None:
    assert len({word for word, _ in ROWS}) >= 80
