"""Sentences of the commands: what they do, ask and report."""

SENTENCES: dict[str, str] = {
    # what the program is
    "about": "온동네: 동 지역사회보장협의체의 한 해 기록을 누리집과 성과 책자로 펴냅니다.",
    "help.usage": "쓰는 법: ",
    "help.options": "선택",
    "help.words": "명령 [값]...",
    "help.commands": "명령",
    "help.help": "이 도움말을 보입니다.",
    "help.version": "판 번호를 보입니다.",
    "lost-record": "{file:을} 읽는 사이에 바뀌었거나 없어졌습니다.",
    "lost-record.hint": "파일을 확인하고 다시 해 주세요.",
    # commands
    "check.help": "기록을 모두 읽고 잇고 살펴, 고칠 곳을 한꺼번에 알립니다.",
    "check.format": "보고서의 꼴: text(사람), json(프로그램), github(깃허브 작업)",
    "build.help": "누리집과 책자를 만들어 한꺼번에 펴냅니다. 고칠 곳이 있으면 아무것도 바꾸지 않습니다.",
    "build.out": "펴낼 폴더 (적지 않으면 mkdocs.yml의 site_dir)",
    "build.city": "이 시만 (여러 번 쓸 수 있습니다)",
    "build.as_of": "기준일: 이 날 보일 수 있는 것만 펴냅니다 (적지 않으면 오늘, 서울 시각)",
    "build.jobs": "책자와 사진을 한꺼번에 몇씩 만들지 (적지 않으면 컴퓨터의 코어 수)",
    "build.on": "나누어 지을 Dask 클러스터의 스케줄러. 보기: tcp://scheduler:8786",
    "build.to": "나누어 지어 펴낼 곳: 폴더, file://, s3:// 처럼 fsspec이 아는 주소 (적지 않으면 --out과 같은 폴더)",
    "build.two-places": "--out과 --to는 둘 다 펴낼 곳이므로 하나만 적어 주세요.",
    "serve.help": "고치면 바로 바뀌는 미리보기를 엽니다 (누리집과 책자).",
    "serve.port": "미리보기 포트",
    "booklet.help": (
        "책자 한 권을 PDF, 전자책, 한글 문서로 만듭니다. "
        "책자는 ‘시 해’, ‘시/협의체 해’ 또는 ‘시/editions/이름’으로 가리킵니다. "
        "보기: ondongne booklet garam/narae 2025"
    ),
    "booklet.format": "꼴: pdf(화면과 인쇄), epub(전자책), hwpx(한글에서 고쳐 쓰기) (적지 않으면 pdf)",
    "booklet.only-pdf": "{names:은} PDF에만 쓸 수 있습니다. 빼거나 --format pdf 로 해 주세요.",
    "booklet.wrong-name": (
        "{name:quote|은} {form} 파일의 이름이 아닙니다. --format {other} 로 하거나 {right}처럼 적어 주세요."
    ),
    "booklet.size": "판형: {sizes} (적지 않으면 책자 기록의 size, 그것도 없으면 A4)",
    "booklet.for": "쓰임: screen(화면과 보존), print(인쇄소: 재단 여백, 재단선, 표지 따로)",
    "booklet.impose": "접지판: saddle(중철로 묶을 차례대로 두 쪽씩 앉힌 판을 함께 만듭니다)",
    "booklet.paper": "본문 종이와 무게: 모조지100, 스노우지120 (책등의 너비를 셈합니다)",
    "booklet.only-print": "{names:은} 인쇄용에만 쓸 수 있습니다. --for print 를 더해 주세요.",
    "printed.pages": "  {binding} {pages:count}쪽{blank}, {trim} {width}×{height}mm, 재단 여백 3mm",
    "printed.blank": " (빈 쪽 {count:count}쪽을 더함)",
    "printed.spine": "  책등 {spine}mm: {paper} {weight}g, 한 장 {thickness}㎛로 셈했습니다. 인쇄소에 확인해 주세요.",
    "printed.no-text": "  책등이 {least}mm보다 좁아 책등 글을 뺐습니다.",
    "printed.stapled": (
        "  처음 두 쪽과 끝 두 쪽이 표지입니다. 표지만 두꺼운 종이에 찍으려면 그 겉면에 표지 파일을 써 주세요."
    ),
    "printed.thick": "  중철은 {most}쪽까지가 알맞습니다. 더 두꺼우면 무선으로 묶어 주세요.",
    "printed.colours": (
        "  색은 CMYK(글은 먹 1도)이고 사진만 sRGB입니다. 출력 조건은 정하지 않았으니 교정지로 확인해 주세요."
    ),
    "booklet.out": "책자를 둘 곳: 폴더 또는 파일 이름 (적지 않으면 지금 폴더)",
    "new.help": (
        "새 시, 협의체, 해, 기록의 빈 파일을 만들고 다음에 할 일을 알려 줍니다. "
        "보기: ondongne new city garam --name 가람시. 종류: {kinds}"
    ),
    "new.name": "이름이나 제목 (한글)",
    "schema.help": "기록의 JSON 스키마를 씁니다. 편집기가 적는 동안 바로 알려 줄 수 있습니다.",
    "schema.out": "스키마를 둘 폴더",
    "sample.help": "꾸며 낸 시의 기록으로 프로젝트 하나를 만듭니다. 써 보고 시험하는 데 씁니다.",
    "sample.councils": "동 협의체 수",
    "sample.years": "햇수",
    "sample.seed": "씨앗: 같은 수이면 같은 시가 나옵니다",
    # reports
    "as-of": "기준일은 {day}입니다.",
    "clean": "기록 {records:count}건을 살폈습니다. 고칠 곳이 없습니다.",
    "found": (
        "기록 {records:count}건을 살폈습니다. 오류 {errors:count}건, 경고 {warnings:count}건, 알림 {notices:count}건."
    ),
    "first-error": "먼저 {place}부터 고쳐 주세요.",
    "notices-later": "알림은 오류를 다 고친 뒤에 ondongne check가 보여 드립니다.",
    "hidden": "{records:count}건은 작성 중이거나 공개할 날이 아니거나 내린 것이라 싣지 않습니다.",
    "not-built": "오류가 있어 아무것도 펴내지 않았습니다. 위에 적힌 곳을 고친 뒤 다시 해 주세요.",
    "progress.booklets": "책자",
    "progress.photos": "사진",
    "progress.cards": "공유 그림",
    "progress.pages": "쪽",
    "progress.booklets.begun": "책자 {size:count}권을 만듭니다.",
    "progress.cards.begun": "주소를 나눌 때 보일 그림 {size:count}장을 그립니다.",
    "progress.photos.begun": "사진 {size:count}장을 살핍니다.",
    "progress.pages.begun": "누리집 {size:count}쪽을 만듭니다.",
    "progress.seconds": "약 {count:count}초 남음",
    "progress.minutes": "약 {count:count}분 남음",
    "booklet-done": "  책자 {path}",
    "booklet-failed": "책자 {path:을} 만들지 못했습니다: {reason}",
    "no-glyph": "{text:quote}({unicode}) 글자가 책자 글꼴에 없습니다. {place}",
    "no-glyph.hint": "그 글자를 지우거나 다른 글자로 바꿔 주세요. 그림 글자(이모지)는 책자에 실을 수 없습니다.",
    "photo-broken": "사진 {file:을} 열 수 없습니다.",
    "photo-broken.hint": "JPEG, PNG, WebP 파일인지 확인하고, 다시 저장해 주세요.",
    "photo-too-large": "사진 {file:이} 너무 큽니다.",
    "photo-too-large.hint": "1억 화소 아래로 줄여 저장해 주세요.",
    "booklet-written": "책자를 만들었습니다: {path}",
    "shard-done": "  {city}: 파일 {files:count}개",
    "shards-built": "펴냈습니다.\n  누리집: {place}\n  책자:   {count:count}권",
    "shard-failed": "맡긴 일 하나가 거듭 실패하여 아무것도 펴내지 않았습니다: {reason}",
    "shard-failed.hint": "일꾼(worker)의 기록을 살펴 주세요. 일꾼마다 같은 판의 온동네가 설치되어 있어야 합니다.",
    "no-hwpx": "한글 문서(HWPX)를 만드는 데 필요한 패키지가 설치되어 있지 않습니다.",
    "no-hwpx.hint": "pip install 'ondongne[hwpx]' 를 해 주세요.",
    "no-cluster": "나누어 짓는 데 필요한 패키지가 설치되어 있지 않습니다.",
    "no-cluster.hint": "pip install 'ondongne[cluster]' 를 해 주세요.",
    "no-scheduler": "{address}에서 일할 클러스터를 찾지 못했습니다.",
    "no-scheduler.hint": "스케줄러와 일꾼(worker)이 적어도 하나 떠 있는지, 주소가 맞는지 살펴 주세요. 보기: tcp://scheduler:8786",
    "parcel-link": "{path:은} 파일도 폴더도 아니어서 다른 컴퓨터로 보낼 수 없습니다.",
    "parcel-link.hint": "링크 대신 파일을 두어 주세요.",
    "target-memory": "memory://에는 클러스터가 지은 것을 둘 수 없습니다. 컴퓨터마다 메모리가 따로 있기 때문입니다.",
    "target-memory.hint": "모든 일꾼이 쓸 수 있는 곳을 --to에 적어 주세요. 보기: s3://버킷/누리집",
    "target-failed": "{url:을} 쓸 수 없습니다: {reason}",
    "target-failed.hint": "쓸 권한이 있는지, 저장소의 fsspec 패키지가 설치되어 있는지 살펴 주세요. s3://는 s3fs입니다.",
    "not-a-site": "펴내면 이 폴더에 있던 것이 모두 없어지는데, 누리집이 아닌 것이 들어 있습니다: {folder}",
    "not-a-site.hint": "새 폴더나, 전에 누리집을 펴낸 폴더를 적어 주세요.",
    "outside-project": "mkdocs.yml이 프로젝트 폴더 밖의 파일을 가리켜 나누어 지을 수 없습니다.",
    "outside-project.hint": "INHERIT, docs_dir, custom_dir, hooks에 적은 것을 mkdocs.yml이 있는 폴더에 두어 주세요.",
    "built": (
        "펴냈습니다.\n  누리집: {site}\n  책자:   {booklets} ({count:count}권)\n"
        "보려면: ondongne serve 를 하고 나오는 주소를 여세요."
    ),
    "serving": "미리보기: {url} (그만두려면 Ctrl+C)",
    "schemas-written": "스키마 {count:count}개를 {folder}에 썼습니다.",
    "sample-written": (
        "꾸며 낸 가람시의 기록 {records:count}건을 {folder}에 썼습니다.\n다음: 그 폴더에서 ondongne build"
    ),
    "scaffold.rest": (
        "아래는 아는 것만 골라 앞의 #을 지우고 채웁니다. 모르는 것은 그대로 두세요. 없음과 0은 다릅니다."
    ),
    "created": "만들었습니다: {path}",
    "next.city": (
        "다음: 파일을 열어 채우고, 협의체를 더하세요. id에는 동 이름을 로마자로 적습니다.\n"
        "보기: ondongne new council {id}/narae --name 나래동\n"
        "펴낼 때는 시와 협의체의 파일도 state: ready 로 바꿉니다. 시가 직접 펴내면 official: true 를 적습니다."
    ),
    "next.council": "다음: 파일을 열어 채우고, ondongne new year {id}/2025 처럼 한 해를 더하세요.",
    "next.year": (
        "다음: 파일을 열어 채우고, 사업과 이야기를 더하세요. 파일 이름은 영문으로 짓습니다.\n"
        '보기: ondongne new project {id}/birthday --name "생일상 나눔"'
    ),
    "next.record": "다음: 파일을 열어 채우고, 다 쓰면 state: ready 로 바꾼 뒤 ondongne check 로 살피세요.",
    # what went wrong with a command
    "no-councils": "이 폴더에는 councils 폴더가 없습니다: {folder}",
    "no-such-city": "그런 시는 없습니다: {city}",
    "no-such-city.hint": "쓸 수 있는 시: {choices}",
    "no-councils.hint": "프로젝트 폴더에서 하거나 ondongne new city 로 새로 시작하세요.",
    "no-config": "이 폴더에는 mkdocs.yml이 없습니다: {folder}",
    "no-config.hint": "프로젝트 폴더에서 하거나 ondongne new city 로 새로 시작하세요.",
    "wrong-config": "mkdocs.yml을 읽지 못했습니다. {reason}",
    "wrong-config.text": "{line}번째 줄 {column}번째 칸에서 막혔습니다.",
    "wrong-config.values": "값이 맞지 않는 항목: {names}",
    "wrong-config.whole": "‘이름: 값’ 꼴로 적혀 있지 않습니다.",
    "wrong-config.hint": "들여쓰기, 쌍점 뒤의 빈칸, 따옴표와 이름을 살펴 주세요.",
    "wrong-as-of": "mkdocs.yml의 as_of에는 2025-12-10 같은 날짜를 씁니다: {written}",
    "no-plugin": "mkdocs.yml의 plugins에 ondongne가 없습니다.",
    "no-plugin.hint": "plugins: 아래에 - ondongne 를 더해 주세요.",
    "site-failed": "누리집을 만들지 못했습니다: {reason}",
    "page-failed": "{page} 쪽을 만들지 못했습니다: {reason}",
    "refused": "하지 못했습니다:{place} {reason}",
    "refused.port": "다른 프로그램이 이 포트를 쓰고 있습니다. --port 8001 처럼 다른 번호를 적어 주세요.",
    "refused.space": "디스크가 가득 찼습니다.",
    "refused.right": "권한이 없거나, 다른 프로그램에서 열어 둔 파일입니다.",
    "refused.place": "그런 폴더가 없거나, 폴더와 파일의 이름이 겹칩니다.",
    "refused.otherwise": "컴퓨터가 파일을 다루지 못했습니다(운영체제 오류 {number}).",
    "no-such-booklet": "그런 책자는 없습니다: {target}",
    "no-such-booklet.hint": "만들 수 있는 책자: {choices}",
    "no-booklets": "공개된 기록이 있는 해가 없어 만들 책자가 없습니다. 다 쓴 기록은 state: ready 로 바꾸어 주세요.",
    "exists": "이미 있습니다: {path}",
    "not-empty": "빈 폴더가 아닙니다: {folder}",
    "not-empty.hint": "아직 없는 폴더의 이름을 적어 주세요.",
    "wrong-id": "id가 맞지 않습니다: {id}",
    "wrong-id.hint": (
        "{kind} id는 {form}처럼 적습니다. "
        "이름은 영문 소문자, 숫자, 붙임표(-)로 {most}자까지, 해는 {first}년부터 {last}년까지 쓸 수 있습니다."
    ),
    "reserved-id": "{id}에는 누리집의 다른 쪽이 쓰는 이름이 들어 있습니다.",
    "reserved-id.hint": "시와 협의체의 이름으로 {names:은} 쓸 수 없습니다.",
    "no-holder": "먼저 {holder:을} 만들어야 합니다.",
    "no-holder.hint": "ondongne new {kind} {id} 로 만들 수 있습니다. 이미 있다면 이름을 바르게 적었는지 살펴 주세요.",
    "unknown-kind": "그런 종류는 없습니다: {kind}",
    "unknown-kind.hint": "쓸 수 있는 종류: {choices}",
    "usage.missing": "{name:quote|이} 빠졌습니다.",
    "usage.extra": "{words:quote|은} 쓸 곳이 없습니다. 빈칸이 있는 이름은 큰따옴표로 감싸 주세요.",
    "usage.no-value": "{name} 뒤에 값이 없습니다.",
    "usage.no-option": "그런 선택은 없습니다: {name}",
    "usage.no-command": "그런 명령은 없습니다: {name}",
    "usage.near": "혹시 {name}인가요?",
    "usage.bad": "{name}에 쓸 수 없는 값입니다.",
    "usage.bad-paper": "{name}에는 모조지100처럼 종이와 무게(40~400g)를 씁니다. 종이: {sorts}",
    "usage.bad-choice": "{name}에는 {choices} 가운데 하나를 씁니다.",
    "usage.bad-range": "{name}에는 {least}부터 {most}까지의 수를 씁니다.",
    "usage.bad-number": "{name}에는 수를 씁니다.",
    "usage.bad-date": "{name}에는 2025-12-10 같은 날짜를 씁니다.",
    "usage.wrong": "명령을 알아듣지 못했습니다.",
    "usage.see-help": "자세히: {command} --help",
    "preview.faults": "고칠 곳이 있어 아직 보여 드릴 수 없습니다",
    "preview.faults.advice": "아래에 적힌 곳을 고쳐 저장하면 이 쪽이 저절로 바뀝니다.",
    "preview.failed": "이 쪽을 만들지 못했습니다",
    "preview.failed.advice": "까닭을 터미널에 적었습니다. 고쳐 저장하면 이 쪽이 저절로 바뀝니다.",
    "shell.differs": "{page} 쪽은 틀로 만든 것과 달라, 같은 꼴의 쪽을 모두 따로 만듭니다.",
    "shell.not-understood": "{page} 쪽과 같은 꼴은 틀로 만들 수 없어 따로 만듭니다: {reason}",
    "shell.lost": "꼴이 같은 쪽이 거의 없어, 나머지 쪽을 모두 따로 만듭니다.",
    "stopped": "그만두었습니다. 펴낸 것은 그대로입니다.",
    "internal": "프로그램이 잘못되었습니다({kind}). 자세한 내용을 {path}에 적었습니다. 고칠 수 있게 알려 주세요.",
    "internal-unkept": (
        "프로그램이 잘못되었습니다({kind}, {place}). 이 폴더에 쓸 수 없어 자세한 내용은 적지 못했습니다. "
        "고칠 수 있게 이 줄을 알려 주세요."
    ),
    "hint": "  도움: {hint}",
}
