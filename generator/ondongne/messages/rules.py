"""Messages of faults found between records."""

from ondongne.messages.message import Message

_MEANT = "혹시 {near:quote}인가요?"

_REFERENCES = {
    "unknown-record": Message(
        "error",
        "{ref:quote|이라는} 기록이 없습니다.",
        "그 기록의 id를 적어 주세요. id는 councils 폴더 아래의 경로에서 .yml을 뺀 것입니다.",
    ),
    "mistyped-record": Message("error", "{ref:quote|이라는} 기록이 없습니다.", _MEANT),
    "wrong-kind": Message(
        "error",
        "{ref:quote|은} {found} 기록입니다. 여기에는 {wanted} 기록을 적습니다.",
        "알맞은 기록의 id로 바꾸어 주세요.",
    ),
    "draft-above": Message(
        "warning",
        "이 기록이 작성 중이라 그 아래의 다 쓴 기록 {count:count}건도 싣지 않습니다.",
        "펴내려면 여기의 state도 ready로 바꾸어 주세요.",
    ),
    "hidden-record": Message(
        "warning",
        "이 기록이 공개될 때 {ref:quote|은} ‘{standing}’ 상태라서, 읽는 이에게는 이 연결이 보이지 않습니다.",
        "함께 보이게 하려면 그 기록의 state를 ready로 바꾸거나 공개일을 맞추어 주세요.",
    ),
    "alias-in-use": Message(
        "warning",
        "{alias:quote|은} 지금 있는 기록의 id라서 옛 id가 될 수 없습니다.",
        "aliases에서 이 줄을 지워 주세요.",
    ),
    "alias-claimed-twice": Message(
        "error",
        "{alias:quote|은} {first:quote|이} 이미 옛 id로 적었습니다.",
        "그 id를 실제로 쓰던 기록에만 남겨 주세요.",
    ),
    "alias-of-page": Message(
        "error",
        "{alias:quote|은} 누리집의 목록이나 다른 쪽이 쓰는 주소라서 옛 id가 될 수 없습니다.",
        "aliases에서 이 줄을 지우거나, 이 기록이 실제로 쓰던 옛 id로 바꾸어 주세요.",
    ),
    "region-of-another-city": Message(
        "error", "{ref:quote|은} {city}의 기록이 아닙니다.", "이 시의 협의체나 복지관만 권역에 적어 주세요."
    ),
    "edition-of-another-city": Message(
        "error",
        "{ref:quote|은} {city}의 기록이 아닙니다. 책자에는 그 시의 기록만 싣습니다.",
        "다른 시의 기록은 책자에서 빼 주세요. 배워 온 일은 우리 시의 사업이나 견학 기록에 적으면 책자에도 실립니다.",
    ),
    "region-twice": Message(
        "warning", "{ref:quote|은} {first:quote} 권역에 이미 있습니다.", "협의체는 한 권역에만 적어 주세요."
    ),
}

_LINEAGE = {
    "own-model": Message(
        "warning",
        "{ref:quote|은} 이 사업을 한 곳의 실천입니다. learned_from에는 다른 곳에서 배워 온 실천을 적습니다.",
        "그 실천의 projects에 {project:quote|을} 적거나, 지난해에서 이어졌다면 predecessor를 써 주세요.",
    ),
    "origin-loop": Message(
        "error",
        "어디서 왔는지 거슬러 올라가면 제자리로 돌아옵니다: {way}",
        "origin, learned_from, predecessor 가운데 방향이 거꾸로 된 것을 고쳐 주세요.",
    ),
    "predecessor-not-earlier": Message(
        "warning",
        "앞선 사업({before}년)이 이 사업({year}년)보다 앞선 해의 것이 아닙니다.",
        "predecessor에는 지난해나 그 전의 사업을 적어 주세요.",
    ),
    "visit-to-itself": Message(
        "error",
        "간 곳과 맞은 곳이 모두 {who:quote}입니다.",
        "visitor에는 배우러 간 곳을, host에는 맞아 준 곳을 적어 주세요.",
    ),
    "visit-before-founding": Message(
        "warning",
        "{who:이} 생긴 때({founded})보다 견학한 때({when})가 앞섭니다.",
        "날짜를 확인해 주세요. 협의체가 생기기 전의 견학이라면 그때 있던 기관을 적어 주세요.",
    ),
    "dropped-yet-learned": Message(
        "warning",
        "{ref:quote|을} 도입하지 않았다고 했는데, {project:quote|은} 그 실천에서 배웠다고 합니다.",
        "나중에 결정이 바뀌었다면 later에 그 결정을, became에 그 사업을 적어 주세요.",
    ),
}

_FIGURES = {
    "undeclared-metric": Message(
        "error",
        "{metric:quote|은} city.yml의 metrics에 없는 지표입니다.",
        "city.yml의 metrics에 이 지표의 label(이름)과 unit(단위)을 적어 주세요.",
    ),
    "mistyped-metric": Message("error", "{metric:quote|은} city.yml의 metrics에 없는 지표입니다.", _MEANT),
    "figure-twice": Message(
        "warning",
        "{metric:quote} 지표를 같은 기준일로 두 번 적었습니다. 앞의 것만 셉니다.",
        "하나만 남겨 주세요. 다른 날의 값이라면 as_of에 기준일을 적어 주세요.",
    ),
    "year-figure-exceeded": Message(
        "warning",
        "{label:이} 한 해를 통틀어 {own}인데, {parts}마다의 값을 더하면 {sum}입니다.",
        "값을 확인해 주세요. 겹쳐 센 것이라면 city.yml에서 이 지표의 adds_over에 있는 {parts:quote|을} 빼 주세요.",
    ),
    "year-count-disagrees": Message(
        "warning",
        "{label:이} figures에는 {own:으로}, {field}에는 {count:으로} 적혀 있습니다.",
        "하나만 남겨 주세요. 출처가 서로 다르다면 {field}에 conflict로 둘 다 적을 수 있습니다.",
    ),
}

_DAYS = {
    "date-outside-year": Message(
        "warning",
        "날짜({when})가 {year}년 폴더와 맞지 않습니다.",
        "날짜를 고치거나 파일을 그해 폴더로 옮겨 주세요. 이미 공개한 기록을 옮길 때에는 옛 id를 aliases에 적어 주세요.",
    ),
    "vision-declared-late": Message(
        "warning", "{year}년 비전인데 {held}년에 연 행사에서 선포했다고 합니다.", "비전의 해나 행사를 확인해 주세요."
    ),
    "term-over-before-signing": Message(
        "warning", "협약 기간({term})이 맺은 날({on})보다 먼저 끝납니다.", "기간이나 맺은 날을 확인해 주세요."
    ),
    "previous-award-not-earlier": Message(
        "warning",
        "지난 수상 {ref:quote|이} 이 수상보다 앞서지 않습니다.",
        "previous에는 이보다 먼저 받은 것을 적어 주세요.",
    ),
}

_WORDS = {
    "mistyped-brand": Message(
        "warning",
        "{brand:quote|은} 협의체가 쓰는 사업 이름 {near:quote|과} 조금 다릅니다.",
        "같은 이름이면 {near:quote|으로} 맞추고, 다른 이름이면 council.yml의 brands에 더해 주세요.",
    ),
    "same-title": Message(
        "warning",
        "{first:quote}도 제목이 {title:quote}입니다.",
        "목록에서 서로 가릴 수 있게 제목을 다르게 적어 주세요.",
    ),
    "emoji": Message(
        "error",
        "그림 글자(이모지)는 책자에 인쇄할 수 없습니다.",
        "지우거나 글로 바꾸어 주세요. ★, ♥, ☆ 같은 보통 기호는 쓸 수 있습니다.",
    ),
    "unprintable": Message(
        "error",
        "{text:quote}({unicode}) 글자는 책자 글꼴에 없어 인쇄할 수 없습니다.",
        "같은 뜻의 다른 글자로 바꾸거나 한글로 풀어 적어 주세요.",
    ),
    "superlative-without-claim": Message(
        "warning",
        "{word:quote|이라는} 말이 있는데, 누가 그렇게 말했는지는 없습니다.",
        "claims에 그 주장과 출처를 적어 주세요. 출처가 없으면 이 말을 빼 주세요.",
    ),
}

_PEOPLE = {
    "resident-number": Message(
        "error",
        "주민등록번호로 보이는 숫자가 있습니다.",
        "바로 지워 주세요. 이미 올린 파일이면 지난 판에도 남아 있으니 개인정보 보호 담당자에게 알려 주세요.",
    ),
    "mobile-number": Message(
        "warning",
        "휴대전화 번호로 보이는 숫자가 있습니다.",
        "개인의 번호이면 지워 주세요. 기관의 번호이면 contact의 phone에 적어 주세요.",
    ),
    "mail-address": Message(
        "warning",
        "전자우편 주소로 보이는 글이 있습니다.",
        "개인의 주소이면 지워 주세요. 기관의 주소이면 contact의 email에 적어 주세요.",
    ),
    "consent-over": Message(
        "warning",
        "동의한 기한({until})이 지나 이름이나 사진을 실을 수 없습니다.",
        "다시 동의를 받아 until을 고치거나, 이름이나 사진을 기록에서 지워 주세요.",
    ),
}

_FILES = {
    "missing-photo": Message(
        "error",
        "photos 폴더에 {file:quote|이라는} 사진이 없습니다.",
        "사진을 이 기록이 속한 해(해가 없으면 협의체나 시)의 photos 폴더에 넣어 주세요.",
    ),
    "mistyped-photo": Message(
        "error",
        "photos 폴더에 {file:quote|이라는} 사진이 없습니다.",
        f"{_MEANT} 파일 이름은 대문자와 소문자까지 같아야 합니다.",
    ),
    "unreadable-photo": Message(
        "error",
        "{file:quote|은} 사진으로 열 수 없습니다.",
        "파일이 깨졌거나, 다른 꼴의 파일에 이름만 바꾸어 붙인 것입니다. 원본을 그림판이나 사진 앱에서 열어 "
        "jpg로 다시 저장해 주세요. 아이폰 사진(heic)도 그렇게 하면 됩니다.",
    ),
    "photo-too-large": Message(
        "error",
        "사진 {file:quote|이} 너무 큽니다. 1억 화소까지 싣습니다.",
        "그림판이나 사진 앱에서 크기를 줄여 저장해 주세요. 긴 쪽이 4,000화소면 인쇄에도 넉넉합니다.",
    ),
    "unused-photo": Message(
        "notice",
        "{file:quote|을} 쓰는 기록이 없습니다.",
        "기록의 photos에 적어 주세요. 쓰지 않을 사진이면 지워 주세요.",
    ),
    "incomplete": Message(
        "notice", "아직 없는 것: {missing}", "한 줄 요약은 목록과 검색 결과에 보이고, 출처는 사실의 근거가 됩니다."
    ),
}

RULES: dict[str, Message] = {**_REFERENCES, **_LINEAGE, **_FIGURES, **_DAYS, **_WORDS, **_PEOPLE, **_FILES}
