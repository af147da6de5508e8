"""기관: a welfare centre, facility, cooperative or partner."""

from typing import ClassVar

from ondongne.records.base import field, many
from ondongne.records.people import Contact
from ondongne.records.quantities import Count, Staffing, Stated
from ondongne.records.record import Named
from ondongne.records.text import Line, Prose
from ondongne.records.vocabulary import Audience, OrganisationType
from ondongne.records.when import When


class Organisation(Named):
    """A body that works with councils."""

    kind: ClassVar = "organisations"
    label: ClassVar = "기관"

    type: OrganisationType | None = field("갈래", "복지관, 복지시설, 협동조합")
    founded: When | None = field("세운 때", "기관을 세운 때")
    founded_by: Line | None = field("세운 이", "누가 세웠는지")
    opened: When | None = field("문 연 때", "시설이 문을 연 때")
    operator: Line | None = field("운영", "누가 꾸리는지. 직영, 위탁")
    audience: tuple[Audience, ...] = many("대상", "누구를 위한 곳인가")
    region: Line | None = field("권역", "어느 권역에 있는지")
    place: Line | None = field("장소", "어느 동에 있는지")
    staff_total: Stated[Count] | None = field("일하는 사람", "모두 몇 명인지")
    staff: tuple[Staffing, ...] = many("직종", "직종과 인원")
    rooms: tuple[Line, ...] = many("방", "어떤 방이 있는지")
    duties: tuple[Line, ...] = many("맡은 일", "무엇을 하는 곳인지")
    businesses: tuple[Line, ...] = many("사업", "벌이는 사업")
    growth: tuple[Staffing, ...] = many("자라온 길", "회원 4명에서 돌봄 인력 80여 명으로, 오래된 것부터")
    before: Prose | None = field("그전에는", "생기기 전에는 누가 그 일을 했는지")
    contact: Contact | None = field("연락처", "찾아가거나 물어볼 곳")
