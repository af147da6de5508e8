"""Messages of what is found when a booklet is made ready for print."""

from ondongne.messages.message import Message

PRINTING: dict[str, Message] = {
    "coarse-photo": Message(
        "warning",
        "사진 {file:quote|이} 책자 {page}쪽에 너비 {width}mm로 실리는데 {dpi}dpi라서 흐리게 찍힐 수 있습니다.",
        "인쇄하려면 {least}dpi 이상이어야 합니다. 너비가 {pixels:count}화소 이상인 원본으로 바꾸어 주세요.",
    ),
}
