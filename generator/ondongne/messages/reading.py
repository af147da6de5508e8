"""Messages of faults found in reading a file, before its content means anything."""

from ondongne.messages.message import Message

_SAVE_AS_UTF8 = "메모장에서는 [다른 이름으로 저장]을 눌러 인코딩을 UTF-8로 고르고 저장해 주세요."
_QUOTE = "값 전체를 큰따옴표로 감싸 주세요."

_FILES = {
    "file-too-large": Message(
        "error",
        "파일이 {size:count}바이트로 너무 큽니다. 기록 파일은 {most:count}바이트(1 MiB)까지 읽습니다.",
        "기록을 여러 파일로 나누어 주세요. 사진은 기록에 넣지 말고 photos 폴더에 두어 주세요.",
    ),
    "encoding-utf16": Message("error", "파일이 UTF-8이 아니라 UTF-16(유니코드)으로 저장되어 있습니다.", _SAVE_AS_UTF8),
    "encoding-cp949": Message("error", "파일이 UTF-8이 아니라 CP949(ANSI)로 저장되어 있습니다.", _SAVE_AS_UTF8),
    "encoding-broken": Message(
        "error",
        "UTF-8로 읽을 수 없는 글자가 있습니다. 파일이 저장되거나 옮겨지다가 깨진 것 같습니다.",
        "이 줄의 깨진 글자를 고친 뒤 인코딩을 UTF-8로 하여 다시 저장해 주세요.",
    ),
    "empty-file": Message(
        "error", "빈 파일입니다.", "적어도 ‘title: 제목’처럼 제목 한 줄은 적어 주세요. 필요 없는 파일이면 지워 주세요."
    ),
    "top-level": Message(
        "error",
        "파일이 ‘이름: 값’ 줄로 시작하지 않습니다.",
        "첫 줄을 ‘title: 제목’처럼 적고, 다른 항목도 그 아래에 같은 꼴로 적어 주세요.",
    ),
    "several-documents": Message(
        "error",
        "‘---’ 아래에 기록이 하나 더 있습니다.",
        "한 파일에는 기록을 하나만 적습니다. 다음 기록은 새 파일로 옮겨 주세요.",
    ),
    "conflict-marker": Message(
        "error",
        "병합하다 남은 충돌 표시가 있습니다.",
        "두 내용 가운데 맞는 쪽만 남기고 <<<<<<<, =======, >>>>>>> 줄을 지워 주세요.",
    ),
    "too-many-faults": Message(
        "error", "이 파일에는 고칠 곳이 {more:count}곳 더 있습니다.", "위의 것부터 고친 뒤 다시 확인해 주세요."
    ),
}

_CHARACTERS = {
    "control-character": Message(
        "error",
        "글에 쓸 수 없는 제어 문자({char})가 있습니다.",
        "그 글자를 지워 주세요. 다른 곳에서 복사해 왔다면 그 부분을 다시 입력해 주세요.",
    ),
    "hidden-character": Message(
        "error",
        "눈에 보이지 않는 글자({char})가 있습니다.",
        "표시한 곳의 앞뒤 글자까지 함께 지우고 다시 입력해 주세요. 웹이나 PDF에서 복사한 글에 섞여 들어옵니다.",
    ),
    "broken-character": Message("warning", "깨진 글자(�)가 있습니다.", "원본을 보고 알맞은 글자로 고쳐 주세요."),
    "private-character": Message(
        "warning",
        "다른 프로그램에서는 보이지 않는 특수 기호({char})가 있습니다.",
        "한글(HWP) 문서에서 복사한 기호일 수 있습니다. ‘·’이나 ‘-’ 같은 보통 기호로 바꾸어 주세요.",
    ),
    "tab-indent": Message("error", "줄 앞을 탭으로 띄웠습니다.", "탭을 지우고 스페이스 두 칸씩 들여 써 주세요."),
    "tab-inside": Message(
        "error",
        "줄 가운데에 탭이 있습니다.",
        "탭을 스페이스 한 칸으로 바꾸어 주세요. 표에서 복사한 글에 섞여 들어옵니다.",
    ),
    "odd-space": Message(
        "error", "보통 빈칸이 아닌 특수한 빈칸이 있습니다.", "표시한 빈칸을 지우고 스페이스로 다시 띄워 주세요."
    ),
}

_SLIPS = {
    "hash-tail": Message(
        "error",
        "빈칸 뒤의 ‘#’부터는 주석으로 읽혀 버려집니다.",
        "‘#’까지 값이라면 값 전체를 큰따옴표로 감싸고, 주석이라면 ‘#’ 뒤를 한 칸 띄워 주세요.",
    ),
    "full-width-colon": Message(
        "error",
        "쌍점을 전각 글자(：)로 적었습니다.",
        "반각 쌍점(:)으로 바꾸고 뒤를 한 칸 띄워 주세요. 쌍점까지 값이라면 값 전체를 큰따옴표로 감싸 주세요.",
    ),
    "missing-space": Message(
        "error",
        "쌍점(:) 뒤에 빈칸이 없습니다.",
        "‘title: 제목’처럼 쌍점 뒤를 한 칸 띄워 주세요. 쌍점까지 값이라면 값 전체를 큰따옴표로 감싸 주세요.",
    ),
    "dash-space": Message("error", "붙임표(-) 뒤에 빈칸이 없습니다.", "‘- 값’처럼 붙임표 뒤를 한 칸 띄워 주세요."),
    "curly-quote": Message(
        "error",
        "굽은 따옴표(“ ”)로 감싼 글이 중간에서 끊겼습니다.",
        '값을 감싸는 따옴표를 곧은 큰따옴표(")로 바꾸어 주세요.',
    ),
    "number-too-long": Message(
        "error", "숫자가 {most}자리를 넘습니다.", "번호처럼 글자로 적은 것이라면 큰따옴표로 감싸 주세요."
    ),
    "duplicate-key": Message(
        "error", "{key:quote} 항목이 {line}번째 줄에 이미 있습니다.", "둘 가운데 하나만 남기거나 하나로 합쳐 주세요."
    ),
    "key-not-text": Message(
        "error",
        "쌍점(:) 앞에 항목 이름이 없거나 이름이 글자가 아닙니다.",
        "쌍점 앞에 title처럼 항목 이름 하나를 적어 주세요.",
    ),
    "too-deep": Message(
        "error",
        "들여쓰기나 괄호가 {most}단계보다 깊습니다.",
        "기록은 그만큼 깊지 않습니다. 잘못 겹친 괄호나 들여쓰기를 지워 주세요.",
    ),
}

_UNUSED_YAML = {
    "yaml-anchor": Message(
        "error", "값이 ‘&’로 시작해 YAML 앵커로 읽힙니다. 기록에는 앵커를 쓰지 않습니다.", f"‘&’까지 값이라면 {_QUOTE}"
    ),
    "yaml-alias": Message(
        "error",
        "값이 ‘*’로 시작해 YAML 별칭으로 읽힙니다. 기록에는 별칭을 쓰지 않습니다.",
        f"‘*’까지 값이라면 {_QUOTE} 다른 곳의 값을 가져오려 했다면 그 값을 그대로 적어 주세요.",
    ),
    "yaml-merge": Message(
        "error", "기록에는 YAML 병합(<<)을 쓰지 않습니다.", "합치려던 항목을 이 자리에 그대로 적어 주세요."
    ),
    "yaml-tag": Message(
        "error", "값이 ‘!’로 시작해 YAML 태그로 읽힙니다. 기록에는 태그를 쓰지 않습니다.", f"‘!’까지 값이라면 {_QUOTE}"
    ),
    "yaml-directive": Message(
        "error", "‘%’로 시작하는 줄은 쓸 수 없습니다.", "%YAML이나 %TAG 같은 지시문이라면 그 줄을 지워 주세요."
    ),
}

_SYNTAX = {
    "missing-colon": Message(
        "error",
        "이 줄에 쌍점(:)이 없습니다.",
        "‘이름: 값’ 꼴로 적어 주세요. 윗줄에 이어지는 글이라면 윗줄보다 두 칸 들여 써 주세요.",
    ),
    "stray-colon": Message(
        "error", "한 줄에 쌍점(:)이 또 있어 어디까지가 값인지 알 수 없습니다.", f"쌍점까지 값이라면 {_QUOTE}"
    ),
    "special-start": Message(
        "error",
        "따옴표 없이는 값을 {char:quote} 기호로 시작할 수 없습니다.",
        f"{{char:quote}} 기호까지 값이라면 {_QUOTE}",
    ),
    "unclosed-quote": Message(
        "error",
        "여기서 연 따옴표가 제자리에서 닫히지 않았습니다.",
        "값이 끝나는 곳에 같은 따옴표를 적어 주세요. 여러 줄 글은 ‘이름: |’ 다음 줄부터 두 칸 들여 적습니다.",
    ),
    "unclosed-bracket": Message(
        "error",
        "괄호의 짝이 맞지 않거나 쉼표가 빠졌습니다.",
        "‘[가, 나]’처럼 쉼표로 나누고 괄호를 닫아 주세요. 괄호가 글의 일부라면 값 전체를 큰따옴표로 감싸 주세요.",
    ),
    "text-after-value": Message(
        "error",
        "따옴표나 괄호가 닫힌 뒤에 글이 더 있습니다.",
        f'뒤의 글까지 값이라면 {_QUOTE} 값 안의 큰따옴표는 \\"로 적습니다.',
    ),
    "wrong-indent": Message(
        "error", "이 줄의 들여쓰기가 윗줄과 맞지 않습니다.", "같은 단계의 항목은 같은 칸에서 시작하도록 맞추어 주세요."
    ),
    "stray-dash": Message(
        "error", "목록(-)이 올 수 없는 자리입니다.", "목록은 ‘이름:’ 다음 줄에 두 칸 들여 ‘- 값’으로 적어 주세요."
    ),
    "bad-escape": Message(
        "error",
        "큰따옴표 안에서는 {char:quote} 표기를 쓸 수 없습니다.",
        "역슬래시(\\)를 글자 그대로 적으려면 작은따옴표로 감싸거나 \\\\로 적어 주세요.",
    ),
    "syntax": Message(
        "error",
        "이 줄을 읽을 수 없습니다.",
        "들여쓰기, 쌍점, 따옴표, 괄호를 확인해 주세요. 값 전체를 큰따옴표로 감싸면 대개 풀립니다.",
    ),
}

READING: dict[str, Message] = {**_FILES, **_CHARACTERS, **_SLIPS, **_UNUSED_YAML, **_SYNTAX}
