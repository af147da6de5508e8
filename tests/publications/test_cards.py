"""Cards: the right size, the same bytes, and all of it on the card."""

from io import BytesIO

import pytest
from PIL import Image

from ondongne.paths import theme_folder
from ondongne.publications.cards import HEIGHT, WIDTH, Card, draw
from ondongne.publications.design import read_design

DESIGN = read_design(theme_folder())


def picture(card: Card) -> Image.Image:
    return Image.open(BytesIO(draw(card, DESIGN))).convert("RGB")


def test_a_card_has_the_size_that_readers_expect_and_stays_small() -> None:
    content = draw(Card("garam/narae", "가람시", "나래동", "온동네"), DESIGN)
    image = Image.open(BytesIO(content))
    assert image.format == "PNG"
    assert image.size == (WIDTH, HEIGHT)
    assert len(content) < 60_000


def test_the_same_card_has_the_same_bytes() -> None:
    card = Card("garam/narae", "가람시", "나래동", "온동네")
    assert draw(card, DESIGN) == draw(card, DESIGN)


def test_another_id_has_another_cloth_and_another_title_another_text() -> None:
    first, second = picture(Card("garam/narae", "", "하나", "")), picture(Card("garam/danbi", "", "둘", ""))
    cloth, text = (0, 0, HEIGHT, HEIGHT), (HEIGHT, 0, WIDTH, HEIGHT)
    assert first.crop(cloth).tobytes() != second.crop(cloth).tobytes()
    assert first.crop(text).tobytes() != second.crop(text).tobytes()


LONG = "가람시 아주 긴 이름을 가진 나래동 지역사회보장협의체 " * 3


@pytest.mark.parametrize("card", [Card("garam", LONG, "제목", "온동네"), Card("garam", "가람시", "제목", LONG)])
def test_a_long_name_stays_on_the_card(card: Card) -> None:
    image = picture(card)
    edge = image.crop((WIDTH - 40, 0, WIDTH, HEIGHT))
    assert edge.getcolors() == [(40 * HEIGHT, image.getpixel((WIDTH - 1, 0)))]
