"""The closed vocabularies; a record may write either the Korean label or the slug."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


class Term(StrEnum):
    """A word of a closed vocabulary: its slug is its value, `label` is what readers see."""

    label: str

    def __new__(cls, slug: str, label: str) -> Self:
        """A term of this slug and label."""
        self = str.__new__(cls, slug)
        self._value_ = slug
        self.label = label
        return self

    @classmethod
    def read(cls, written: object) -> Self:
        """Return the term for a label or slug; raises PydanticCustomError `unknown_value` for anything else."""
        term: Self | None = _terms(cls).get(written) if isinstance(written, str) else None
        if term is None:
            raise PydanticCustomError("unknown_value", "not in the vocabulary", {"vocabulary": cls})
        return term

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.read, serialization=core_schema.plain_serializer_function_ser_schema(lambda term: term.value)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "enum": [*(term.label for term in cls), *(term.value for term in cls)]}


@cache
def _terms(vocabulary: type[Term]) -> Mapping[str, Any]:
    """The terms of a vocabulary by label and by slug."""
    return {written: term for term in reversed(vocabulary) for written in (term.label, term.value)}


class Audience(Term):
    """For whom something is done, as the source names them."""

    OLDER = "older", "노인"
    OLDER_ALONE = "older-alone", "홀몸어르신"
    CHILDREN = "children", "아동"
    YOUTH = "youth", "청소년"
    DISABLED = "disabled", "장애인"
    WOMEN = "women", "여성"
    SINGLE = "single", "1인가구"
    LOW_INCOME = "low-income", "저소득"
    CRISIS = "crisis", "위기가구"
    HOUSING_POOR = "housing-poor", "주거취약"
    EVERYONE = "everyone", "모든 주민"


class Topic(Term):
    """What something is about; an editorial choice that needs no source."""

    DISCOVERY = "discovery", "발굴"
    CARE = "care", "돌봄"
    MEALS = "meals", "식생활"
    HOUSING = "housing", "주거"
    LEARNING = "learning", "교육·문화"
    HEALTH = "health", "건강"
    SAFETY = "safety", "안전"
    GIVING = "giving", "나눔·모금"
    ISOLATION = "isolation", "고립 예방"
    COOPERATION = "cooperation", "조직·협력"


class EvidenceLevel(Term):
    """How far a practice's effect is shown."""

    TOLD = "told", "이야기로 전함"
    COUNTED = "counted", "수를 세어 봄"
    COMPARED = "compared", "앞뒤를 견줌"
    EVALUATED = "evaluated", "평가를 받음"


class EventType(Term):
    """What kind of gathering an event was."""

    OUTCOME_SHARING = "outcome-sharing", "성과공유회"
    WORKSHOP = "workshop", "워크숍"
    APPOINTMENT = "appointment", "위촉식"
    MEETING = "meeting", "간담회"
    TRAINING = "training", "교육"
    CAMPAIGN = "campaign", "캠페인"
    BAZAAR = "bazaar", "바자회"
    SIGNING = "signing", "협약식"
    OPENING = "opening", "개소식"
    OTHER = "other", "그 밖의 행사"


class VisitStatus(Term):
    """What a visitor decided about a practice it saw."""

    UNDER_DISCUSSION = "under-discussion", "논의 중"
    ADOPTED = "adopted", "도입"
    ADAPTED = "adapted", "고쳐서 도입"
    DROPPED = "dropped", "도입하지 않음"


class Stage(Term):
    """How far a project has come."""

    PLANNED = "planned", "예정"
    PILOT = "pilot", "시범"
    RUNNING = "running", "진행"
    ENDED = "ended", "마침"


class StoryForm(Term):
    """In what form a story was told."""

    CASE = "case", "사례"
    ESSAY = "essay", "수기"
    CONTRIBUTION = "contribution", "기고"


class AwardNature(Term):
    """Whether something was won, designated or certified."""

    AWARD = "award", "수상"
    DESIGNATION = "designation", "지정"
    CERTIFICATION = "certification", "인증"


class MilestoneType(Term):
    """What kind of turning point a milestone is."""

    FOUNDING = "founding", "설립"
    REORGANISATION = "reorganisation", "조직 개편"
    OPENING = "opening", "시설 개소"
    STAGE = "stage", "단계 진입"
    OTHER = "other", "그 밖의 일"


class OrganisationType(Term):
    """What kind of body an organisation is."""

    WELFARE_CENTRE = "welfare-centre", "복지관"
    PUBLIC_OFFICE = "public-office", "공공기관"
    FACILITY = "facility", "복지시설"
    COOPERATIVE = "cooperative", "협동조합"
    BUSINESS = "business", "기업·가게"
    ASSOCIATION = "association", "단체"
    SCHOOL = "school", "학교"
    MEDICAL = "medical", "의료기관"
    RELIGIOUS = "religious", "종교기관"
    OTHER = "other", "그 밖의 기관"


class ClaimKind(Term):
    """Which superlative a claim makes."""

    FIRST = "first", "최초"
    ONLY = "only", "유일"
    MOST = "most", "최다"


class Licence(Term):
    """공공누리 (Korea Open Government License) types 0 to 4; source: kogl.or.kr."""

    FREE = "kogl-0", "공공누리 제0유형"
    ATTRIBUTION = "kogl-1", "공공누리 제1유형"
    NON_COMMERCIAL = "kogl-2", "공공누리 제2유형"
    NO_DERIVATIVES = "kogl-3", "공공누리 제3유형"
    NON_COMMERCIAL_NO_DERIVATIVES = "kogl-4", "공공누리 제4유형"


class Medium(Term):
    """Where a person agreed to be shown."""

    WEB = "web", "누리집"
    PRINT = "print", "책자"
    PRESS = "press", "보도자료"


class MetricSpan(Term):
    """Over what a metric's values may be added up."""

    COUNCILS = "councils", "동"
    PROJECTS = "projects", "사업"
    YEARS = "years", "해"


class Size(Term):
    """The trimmed page of a booklet, by its name in Korean printing."""

    A4 = "a4", "A4"
    B5 = "b5", "B5"
    SARYUK = "saryuk", "사륙배판"
    CROWN = "crown", "크라운판"
    SHINGUK = "shinguk", "신국판"
    A5 = "a5", "A5"


class Binding(Term):
    """How the pages of a booklet are held together."""

    SADDLE = "saddle", "중철"
    PERFECT = "perfect", "무선"


class Stock(Term):
    """A sort of paper for the inside of a booklet."""

    WOODFREE = "woodfree", "모조지"
    CREAM = "cream", "미색모조지"
    GLOSS = "gloss", "아트지"
    MATT = "matt", "스노우지"
    BULKY = "bulky", "러프그로스지"


class Standing(Term):
    """Whether a record may be shown."""

    DRAFT = "draft", "작성 중"
    READY = "ready", "공개"
    EMBARGOED = "embargoed", "공개 보류"
    WITHDRAWN = "withdrawn", "내림"
