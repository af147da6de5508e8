"""Messages of faults found in records: in their place in the tree, in their fields, and in what they say."""

from ondongne.messages.message import Message

_MEANING = "({meaning})"
_NO_EXTENSION = (
    "기록 파일의 경로를 councils/와 .yml 없이 적어 주세요. "
    "예: 협의체는 garam/narae, 사업은 garam/narae/2025/projects/birthday"
)
_NAMES = "영문 소문자와 숫자로 60자까지 적고, 낱말 사이는 붙임표(-)로 이어 주세요."

_TREE = {
    "no-councils": Message(
        "error",
        "기록을 두는 {name:quote} 폴더가 없습니다.",
        "mkdocs.yml이 있는 폴더에서 실행했는지 확인해 주세요. 처음이라면 이 폴더를 만들어 주세요.",
    ),
    "missing-city": Message(
        "error",
        "시 폴더에 city.yml이 없습니다.",
        "이 파일을 만들고 ‘name: 시 이름’ 한 줄을 적어 주세요. 시 폴더가 아니라면 옮기거나 지워 주세요.",
    ),
    "missing-council": Message(
        "error",
        "동 협의체 폴더에 council.yml이 없습니다.",
        "이 파일을 만들고 ‘name: 동 이름’ 한 줄을 적어 주세요. 협의체 폴더가 아니라면 옮기거나 지워 주세요.",
    ),
    "wrong-name": Message(
        "error", "기록의 파일과 폴더 이름에 {name:quote|은} 쓸 수 없습니다.", f"{_NAMES} 예: {{example}}"
    ),
    "reserved-name": Message(
        "error",
        "{name:quote|은} 누리집의 다른 쪽이 쓰는 이름이라 시나 협의체 폴더에 쓸 수 없습니다.",
        "동 이름을 로마자로 적은 것처럼 다른 이름으로 바꾸어 주세요. 예: narae",
    ),
    "case-twin": Message(
        "error",
        "{name:quote|은} {other:quote|과} 대소문자나 한글을 적는 방식만 다릅니다.",
        "윈도와 맥에서는 두 이름이 하나로 보여 한쪽을 잃습니다. 하나를 지우거나 다른 이름으로 바꾸어 주세요.",
    ),
    "decomposed-name": Message(
        "error",
        "파일 이름의 한글이 자음과 모음으로 풀려 있습니다.",
        "이름을 {right:quote|으로} 다시 입력해 저장해 주세요. 보기에는 같아도 다른 컴퓨터에서 찾지 못합니다.",
    ),
    "mistyped-folder": Message(
        "error",
        "{name:quote|이라는} 폴더는 여기에 두지 않습니다.",
        "혹시 {near:quote}인가요? 폴더 이름을 바꾸어 주세요.",
    ),
    "unknown-folder": Message(
        "error", "{name:quote|이라는} 폴더는 여기에 두지 않습니다.", "여기에는 {allowed} 같은 폴더를 둡니다."
    ),
    "misplaced-folder": Message(
        "error", "{name:quote} 폴더가 제자리에 있지 않습니다.", "{right:quote} 같은 자리로 옮겨 주세요."
    ),
    "stray-folder": Message(
        "error",
        "{parent:quote} 안에는 폴더를 두지 않습니다.",
        "폴더 안의 파일을 {parent:quote} 바로 아래로 옮겨 주세요.",
    ),
    "year-out-of-range": Message(
        "error",
        "{year}년은 기록할 수 있는 해가 아닙니다.",
        "{first}년부터 {last}년까지 적을 수 있습니다. 폴더 이름을 확인해 주세요.",
    ),
    "wrong-suffix": Message(
        "error", "기록 파일의 이름은 .yml로 끝나야 합니다.", "파일 이름을 {right:quote|으로} 바꾸어 주세요."
    ),
    "not-a-record": Message(
        "error",
        "{name:quote|은} 기록 파일이 아닙니다.",
        "기록은 .yml 파일에 적습니다. 사진은 photos 폴더로, 문서는 councils 폴더 밖으로 옮겨 주세요.",
    ),
    "file-outside-city": Message(
        "error",
        "{name:quote|이} 시 폴더 밖에 있습니다.",
        "시마다 폴더를 만들고 기록은 그 안에 두어 주세요. 예: councils/garam/city.yml",
    ),
    "misplaced-file": Message(
        "error",
        "{name:quote|이} 제자리에 있지 않습니다.",
        "이 폴더 바로 아래에는 {own}만 둡니다. projects처럼 갈래에 맞는 폴더로 옮겨 주세요.",
    ),
    "mistyped-file": Message(
        "error", "{name:quote|이} 제자리에 있지 않습니다.", "혹시 {near:quote}인가요? 파일 이름을 바꾸어 주세요."
    ),
    "stray-photo": Message(
        "error",
        "{name:quote|은} 사진으로 쓸 수 없는 파일입니다.",
        "그림판이나 사진 앱에서 열어 jpg, png, webp로 저장해 주세요. 아이폰 사진(heic)도 이름만 바꾸어서는 안 됩니다. "
        "사진이 아니라면 councils 폴더 밖으로 옮겨 주세요.",
    ),
    "not-a-file": Message(
        "error", "{name:quote|은} 파일도 폴더도 아닌 특수 파일입니다.", "지우거나 councils 폴더 밖으로 옮겨 주세요."
    ),
    "link-leads-out": Message(
        "error",
        "{name:quote|은} councils 폴더 밖을 가리키는 링크입니다.",
        "링크 대신 파일이나 폴더를 직접 넣어 주세요.",
    ),
    "broken-link": Message(
        "error", "{name:quote|은} 없는 곳을 가리키는 링크입니다.", "링크 대신 파일이나 폴더를 직접 넣어 주세요."
    ),
    "folder-loop": Message("error", "{name:quote|은} 자기를 담은 폴더를 가리키는 링크입니다.", "링크를 지워 주세요."),
    "unreadable-file": Message(
        "error",
        "파일을 읽을 수 없습니다. (운영체제 오류 {number})",
        "다른 프로그램에서 열려 있는지, 읽을 권한이 있는지 확인해 주세요.",
    ),
    "unreadable-folder": Message(
        "error", "폴더를 열 수 없습니다. (운영체제 오류 {number})", "폴더를 열 권한이 있는지 확인해 주세요."
    ),
    "year-disagrees": Message(
        "error",
        "해(year)는 {written}년인데 폴더는 {folder}년입니다.",
        "폴더 이름과 year 가운데 맞는 쪽으로 고쳐 주세요. 둘이 같다면 year는 적지 않아도 됩니다.",
    ),
}

_FIELDS = {
    "missing-field": Message("error", "{field:이} 없습니다.", f"‘{{key}}: …’ 줄을 더해 주세요. {_MEANING}"),
    "empty-field": Message("error", "{field:이} 비어 있습니다.", f"값을 적어 주세요. {_MEANING}"),
    "empty-item": Message("error", "{field}에 빈 항목이 있습니다.", "값을 적거나 그 줄을 지워 주세요."),
    "empty-list": Message(
        "error", "{field}에 적은 목록이 비어 있습니다.", "값을 적거나 줄을 지워 주세요. 적지 않은 것과 0은 다릅니다."
    ),
    "mistyped-key": Message(
        "error",
        "{key:quote|이라는} 항목은 없습니다.",
        "혹시 {near}인가요? 그렇다면 {key:quote|을} {right:quote|으로} 바꾸어 주세요.",
    ),
    "unknown-key": Message("error", "{key:quote|이라는} 항목은 없습니다.", "여기에는 {fields:을} 적을 수 있습니다."),
    "needs-quotes": Message(
        "error",
        "{field}에는 글을 적는데 {written:quote|은} 글로 읽히지 않습니다.",
        '글이 맞다면 "{written}"처럼 큰따옴표로 감싸 주세요.',
    ),
    "list-for-one": Message(
        "error", "{field}에는 값을 하나만 적는데 목록이 적혀 있습니다.", "값 하나만 남기고 ‘-’나 대괄호를 지워 주세요."
    ),
    "mapping-for-one": Message(
        "error",
        "{field}에는 값만 적는데 ‘이름: 값’이 적혀 있습니다.",
        "쌍점(:)까지 값이라면 값 전체를 큰따옴표로 감싸 주세요. 그렇지 않으면 값만 남겨 주세요.",
    ),
    "one-for-list": Message(
        "error",
        "{field}에는 목록을 적는데 값 하나가 적혀 있습니다.",
        "하나뿐이어도 다음 줄에 두 칸 들여 ‘- {written}’처럼 적어 주세요.",
    ),
    "commas-for-list": Message(
        "error",
        "{field}에는 목록을 적는데 쉼표로 이은 글이 적혀 있습니다.",
        "여럿이라면 ‘{meant}’처럼 대괄호로 묶고, 쉼표까지 한 항목이라면 다음 줄에 두 칸 들여 ‘- ’ 뒤에 적어 주세요.",
    ),
    "mapping-for-list": Message(
        "error",
        "{field}에는 목록을 적는데 ‘이름: 값’이 적혀 있습니다.",
        "하나뿐이어도 ‘- ’로 시작하는 목록으로 적어 주세요.",
    ),
    "not-a-mapping": Message(
        "error",
        "{field}에는 ‘이름: 값’을 적습니다.",
        "‘{first}: …’처럼 적어 주세요. 여기에는 {fields:을} 적을 수 있습니다.",
    ),
    "unnamed-values": Message(
        "error",
        "{field}에는 이름마다 값을 적습니다.",
        f"다음 줄부터 두 칸 들여 ‘이름: {{{{…}}}}’ 꼴로 적어 주세요. {_MEANING}",
    ),
    "too-long": Message(
        "error",
        "{field:이} {size:count}자로 너무 깁니다. {most:count}자까지 적습니다.",
        "{over:count}자를 줄여 주세요.",
    ),
    "several-lines": Message(
        "error", "{field}에는 한 줄만 적는데 여러 줄이 적혀 있습니다.", "한 줄로 이어 적어 주세요."
    ),
    "too-many-parts": Message(
        "error",
        "기록 하나에 값이 {size:count}개나 있습니다. {most:count}개까지 읽습니다.",
        "기록을 여러 파일로 나누어 주세요.",
    ),
    "wrong-value": Message("error", "{field}에 적은 값을 읽을 수 없습니다.", f"알맞은 값으로 고쳐 주세요. {_MEANING}"),
}

_VALUES = {
    "not-a-slug": Message("error", "{field}에 {written:quote|은} 쓸 수 없습니다.", f"{_NAMES} 예: meal-boxes"),
    "not-a-reference": Message(
        "error", "{field}에는 다른 기록의 id를 적는데 {written:quote|은} id가 아닙니다.", _NO_EXTENSION
    ),
    "mistyped-reference": Message(
        "error",
        "{field}에는 다른 기록의 id를 적는데 {written:quote|은} id가 아닙니다.",
        "{meant:quote|으로} 적어 주세요. id는 기록 파일의 경로에서 councils/와 .yml을 뺀 것입니다.",
    ),
    "not-a-colour": Message(
        "error",
        "{field}에 {written:quote|은} 쓸 수 없습니다.",
        '쪽, 홍화, 자초 가운데 하나나 "#1F4E79" 같은 색을 적어 주세요.',
    ),
    "not-a-flag": Message(
        "error",
        "{field}에는 true나 false를 적습니다.",
        f"{{written:quote}} 대신 true(맞음)나 false(아님)를 따옴표 없이 적어 주세요. {_MEANING}",
    ),
    "not-a-number": Message(
        "error",
        "{field}에는 숫자를 적는데 {written:quote|은} 숫자가 아닙니다.",
        f"숫자만 적고, 모르면 줄을 지워 주세요. {_MEANING}",
    ),
    "number-as-text": Message(
        "error",
        "{field}에는 숫자만 적는데 {written:quote|은} 글로 읽힙니다.",
        "쉼표, 단위, 따옴표 없이 {meant:으로} 적어 주세요.",
    ),
    "count-as-text": Message(
        "error",
        "{field}에는 숫자만 적는데 {written:quote|은} 글로 읽힙니다.",
        "어림이나 단위는 {meant}처럼 따로 적어 주세요.",
    ),
    "not-whole": Message(
        "error", "{field}에는 소수점 없는 수를 적습니다.", f"{{written}} 대신 정수를 적어 주세요. {_MEANING}"
    ),
    "too-small": Message(
        "error", "{field}에 적은 {written:은} 너무 작습니다.", f"{{least}} 이상의 수를 적어 주세요. {_MEANING}"
    ),
    "too-large": Message(
        "error", "{field}에 적은 {written:은} 너무 큽니다.", f"{{most}} 이하의 수를 적어 주세요. {_MEANING}"
    ),
    "unknown-value": Message(
        "error", "{field}에 {written:quote|은} 쓸 수 없습니다.", "{choices} 가운데에서 적어 주세요."
    ),
    "mistyped-value": Message(
        "error",
        "{field}에 {written:quote|은} 쓸 수 없습니다.",
        "혹시 {near:quote}인가요? {choices} 가운데에서 적어 주세요.",
    ),
    "wrong-address": Message(
        "error",
        "{field}에 적은 {written:quote|은} 인터넷 주소가 아닙니다.",
        "https://로 시작하는 주소를 빈칸 없이 그대로 붙여 넣어 주세요.",
    ),
    "wrong-photo-file": Message(
        "error",
        "{field}에 적은 {written:quote|은} 사진 파일의 이름이 아닙니다.",
        "photos 폴더에 둔 jpg, png, webp 파일의 이름만 적어 주세요. 폴더 이름은 적지 않습니다.",
    ),
    "wrong-date": Message(
        "error",
        "{field}에 적은 {written:quote|은} 날짜로 읽을 수 없습니다.",
        "2025-12-10, 2025-12, 2025처럼 아는 데까지 적고, 기간은 2019-06-13/2019-06-14처럼 적어 주세요. "
        "원문이 ‘지난해’라고만 했다면 {{on: 2024, derived: true, as_written: 지난해}}처럼 적습니다.",
    ),
    "date-style": Message(
        "error",
        "{field}에 적은 {written:quote|은} 날짜로 읽을 수 없습니다.",
        "{meant:으로} 적어 주세요. 날짜는 연-월-일이며 월과 일은 두 자리입니다.",
    ),
    "dates-reversed": Message(
        "error",
        "{field}에서 끝나는 날이 시작하는 날보다 앞섭니다.",
        "{written:quote}의 두 날짜를 바꾸거나 고쳐 주세요.",
    ),
    "no-such-day": Message(
        "error", "{field}에 적은 {written:quote|은} 달력에 없는 날짜입니다.", "원문에서 날짜를 다시 확인해 주세요."
    ),
    "conflict-of-one": Message(
        "error",
        "엇갈리는 값(conflict)에는 값이 둘 이상 있어야 합니다.",
        "‘- {{value: 값, source: 1}}’ 꼴의 줄을 둘 이상 적어 주세요. 값이 하나뿐이면 conflict 없이 그 값만 적습니다.",
    ),
    "no-such-preference": Message(
        "error",
        "{written}번째 값을 앞세우라고 했는데 엇갈리는 값(conflict)은 {size}개입니다.",
        "1부터 {size}까지에서 골라 적어 주세요.",
    ),
    "bare-state": Message(
        "error",
        "{field:을} 이렇게 적을 수 없습니다.",
        "draft, ready, {{embargoed: 2026-01-05}}, {{withdrawn: 내린 까닭}} 가운데 하나를 적어 주세요.",
    ),
}

_CONTENT = {
    "overspent": Message(
        "error", "집행액 {spent:won|이} 예산 {budget:won}보다 많습니다.", "추경이 있었다면 budget에 더해 주세요."
    ),
    "as-written-not-derived": Message(
        "error",
        "원문 표현 {written:quote|을} 옮겨 적고도 날짜를 추정이라고 밝히지 않았습니다.",
        "미루어 안 날짜라면 ‘derived: true’를 더하고, 원문에 적힌 날짜라면 as_written을 지워 주세요.",
    ),
    "restored-without-original": Message(
        "error",
        "글자를 되살렸다고 하면서 원문을 밝히지 않았습니다.",
        "‘as_written:’ 뒤에 원문에 적힌 그대로 적어 주세요.",
    ),
    "empty-figure": Message(
        "error", "지표 {metric:quote}에 실적(value)도 목표(target)도 없습니다.", "둘 가운데 아는 것을 적어 주세요."
    ),
    "name-without-consent": Message(
        "error",
        "{role:quote|으로} 적은 사람의 이름을 밝히려면 동의가 있어야 합니다.",
        "동의를 받았다면 consent를, 공직자로서 한 일이면 ‘public_office: true’를 더하고, 아니면 이름을 지워 주세요.",
    ),
    "photo-without-consent": Message(
        "warning",
        "찍힌 사람의 동의가 없어 사진 {file:quote|을} 싣지 않습니다.",
        "동의를 받았다면 consent를 더하고, 알아볼 수 있는 사람이 없다면 ‘people: false’를 더해 주세요.",
    ),
    "claim-without-source": Message(
        "error",
        "최초·유일·최다라는 주장에 출처가 없습니다.",
        "sources에 출처를 적고 ‘source: 1’처럼 그 번호를 더해 주세요. 출처가 없으면 실을 수 없습니다.",
    ),
    "nameless-party": Message(
        "error",
        "이름(name)도 기록(record)도 없습니다.",
        "기록이 있으면 record에 id를, 없으면 name에 이름을 적어 주세요.",
    ),
    "unknown-source": Message(
        "error",
        "{number}번 출처가 없습니다. 이 기록의 출처는 모두 {size}개입니다.",
        "번호를 고치거나 sources에 출처를 더해 주세요. 번호는 1부터 차례대로 매깁니다.",
    ),
    "weak-accent": Message(
        "error",
        "{accent} 색은 바탕과의 명암비가 {ratio}:1이라 글을 읽기 어렵습니다.",
        "4.5:1을 넘는 더 짙은 색으로 바꾸어 주세요. 쪽, 홍화, 자초는 모두 넘습니다.",
    ),
    "dropped-yet-became": Message(
        "error",
        "도입하지 않은 실천에서 사업 {project:quote|이} 나왔다고 적혀 있습니다.",
        "결정(status, later)과 생긴 사업(became) 가운데 틀린 쪽을 고쳐 주세요.",
    ),
    "agreement-of-one": Message(
        "warning", "협약을 맺은 곳이 한 곳뿐입니다.", "함께 맺은 곳을 모두 parties에 적어 주세요."
    ),
    "spine-of-saddle": Message(
        "warning",
        "중철로 묶는 책에는 책등이 없어 책등 제목을 싣지 못합니다.",
        "cover의 spine을 지우거나, 책등이 있는 책이면 binding을 무선으로 바꾸어 주세요.",
    ),
    "wrong-isbn": Message(
        "error",
        "{isbn:quote|은} ISBN이 아닙니다.",
        "받은 번호 열세 자리를 그대로 옮겨 적었는지 확인해 주세요. 받은 번호가 없으면 이 줄을 지워 주세요.",
    ),
    "forbidden-markup": Message(
        "error",
        "본문에 {markup:quote|은} 쓸 수 없습니다.",
        "HTML은 지우고 마크다운으로 적어 주세요. 링크는 https://로 시작해야 하고 사진은 photos에 적습니다.",
    ),
    "tangled-markup": Message(
        "error",
        "본문에서 굵게 하는 표시(*, **, _)가 서로 엇갈려 글의 일부가 사라집니다.",
        "여는 표시와 닫는 표시의 짝을 맞추어 주세요. 별표나 밑줄을 글자로 쓰려면 앞에 역슬래시(\\)를 붙여 주세요.",
    ),
}

RECORDS: dict[str, Message] = {**_TREE, **_FIELDS, **_VALUES, **_CONTENT}
