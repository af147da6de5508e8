"""A fictional country for tests: sample towns side by side, whose councils learn from each other across borders."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from ondongne.outcomes.borders import merged, packed_view, received_view
from ondongne.outcomes.digest import Digest, digest, packed, received
from ondongne.outcomes.links import Links
from ondongne.records.reading import read_tree
from ondongne.records.tree import RecordTree
from ondongne.sample import make_sample
from ondongne.scaffold import write_project

DAY = date(2026, 1, 15)
CITIES = {"bodam": "보담군", "daon": "다온시", "garam": "가람시", "maru": "마루시"}
ALL_READY = "topics: [돌봄]\nsources: [군 소식지]\nstate: ready\n"

ACROSS = {
    "bodam/narae/2025/visits/to-daon": """
        title: 다온시에 다녀왔습니다
        visitor: {record: bodam/narae}
        host: {record: daon/bom}
        when: 2025-05-20
        seen:
          - practice: daon/bom/practices/far
            status: 고쳐서 도입
            changed: 달마다 하던 것을 철마다 합니다.
            became: bodam/narae/2025/projects/far
          - {practice: garam/sol/practices/root, status: 논의 중}
          - {practice: garam/narae/practices/laundry, status: 도입}
    """,
    "bodam/narae/2025/projects/far": """
        title: 먼 데서 배운 사업
        audience: [노인]
        learned_from: [daon/bom/practices/far]
    """,
    "bodam/narae/2025/agreements/neighbours": """
        title: 네 도시가 함께하는 약속
        parties: [{record: bodam/narae}, {record: daon/bom}, {record: garam/organisations/bangatgan}]
        on: 2025-06-10
    """,
    "daon/bom/practices/far": """
        title: 문 앞 인사
        summary: 아침마다 문 앞에서 인사를 나눕니다.
        audience: [노인]
        origin: [garam/old/practices/root]
        projects: [daon/bom/2024/projects/near]
    """,
    "daon/bom/2024/projects/near": "title: 문 앞 인사 첫해\nlearned_from: [garam/sol/practices/root]",
    "daon/2025/stories/told": """
        title: 보담군에서 들은 이야기
        about: [bodam/narae, bodam/narae/2025/projects/far]
        body: 다른 도시의 이야기를 옮깁니다.
    """,
    "garam/sol/practices/root": """
        title: 골목 인사
        since: 2020-03
        aliases: [garam/old/practices/root, maru/gone/practices/root]
        projects: [garam/sol/2023/projects/first, garam/sol/2026/projects/home]
    """,
    "bodam/narae/practices/seasons": "title: 철마다 인사\nprojects: [bodam/narae/2025/projects/far]",
    "maru/ondal/2025/visits/to-bodam": """
        title: 보담군에 다녀왔습니다
        visitor: {record: maru/ondal}
        host: {record: bodam/narae}
        seen: [{practice: bodam/narae/practices/seasons, became: maru/ondal/2025/projects/seasons}]
    """,
    "maru/ondal/2025/projects/seasons": "title: 온달 철 인사",
    "maru/ondal/practices/seasons": "title: 온달 철마다 인사\nprojects: [maru/ondal/2025/projects/seasons]",
    "garam/sol/2026/projects/home": "title: 돌아온 골목 인사\nlearned_from: [maru/ondal/practices/seasons]",
    "garam/sol/2023/projects/first": "title: 골목 인사 첫걸음\nphotos: []",
    "maru/ondal/2025/projects/again": """
        title: 다시 이은 골목 인사
        learned_from: [maru/gone/practices/root]
    """,
    "maru/ondal/practices/again": "title: 온달 골목 인사\norigin: [garam/sol/2023/projects/first]",
    "maru/ondal/practices/well": "title: 우물가 인사",
    "bodam/narae/2025/visits/well": """
        title: 마루시에 다녀왔습니다
        visitor: {record: bodam/narae}
        seen: [{practice: maru/ondal/practices/well, became: bodam/narae/2025/projects/well}]
    """,
    "bodam/narae/2025/projects/well": "title: 보담 우물가",
    "bodam/narae/practices/well": "title: 보담 우물가 인사\nprojects: [bodam/narae/2025/projects/well]",
    "daon/bom/2025/projects/well": "title: 다온 우물가\nlearned_from: [bodam/narae/practices/well]",
    "daon/bom/practices/well": "title: 다온 우물가 인사\nprojects: [daon/bom/2025/projects/well]",
    "garam/sol/2025/projects/well": "title: 가람 우물가\nlearned_from: [daon/bom/practices/well]",
    "maru/ondal/2025/awards/pair": """
        title: 함께 받은 상
        recipient: {record: daon/bom}
        previous: daon/bom/2024/awards/pair
        on: 2025-12-01
    """,
    "daon/bom/2024/awards/pair": "title: 먼저 받은 상\non: 2024-12-01",
    "maru/ondal/2025/year": "year: {on: 2025, derived: true, as_written: 올해}",
}
"""Records that lead from one city into another, beside those of the sample towns."""

INSTEAD_OF_TOWNS = {
    **{f"{slug}/city": f"name: {name}\nprovince: 물빛도" for slug, name in CITIES.items()},
    "garam/narae/council": "name: 나래동",
    "garam/narae/practices/laundry": "title: 빨래 나눔\ncontact: {phone: 000-0000-1000}",
    "garam/organisations/bangatgan": "name: 방앗간\nduties: [쌀을 나눕니다.]",
}

COUNCILS = {"bodam/narae": "나래동", "daon/bom": "봄내동", "garam/sol": "솔내동", "maru/ondal": "온달동"}


def make_country(project: Path, councils: int = 2, years: int = 2) -> None:
    """Write a project of four cities, with sample towns in them unless these have no councils."""
    write_project(project, "온동네")
    if not councils:
        for id_, text in INSTEAD_OF_TOWNS.items():
            _write(project, f"{id_}.yml", f"{text}\n{ALL_READY}".encode())
    for seed, (slug, name) in enumerate(CITIES.items() if councils else (), start=1):
        for path, content in _town(councils, years, seed):
            renamed = content.replace(b"garam", slug.encode()).replace("가람".encode(), name[:-1].encode())
            _write(project, path.replace("garam", slug, 1), renamed if path.endswith(".yml") else content)
    for id_, name in COUNCILS.items():
        _write(project, f"{id_}/council.yml", f"name: {name}\nsummary: 어깨를 겯는 동네입니다.\n{ALL_READY}".encode())
    for id_, text in ACROSS.items():
        lines = [line.removeprefix(" " * 8) for line in text.strip("\n").splitlines()]
        _write(project, f"{id_}.yml", ("\n".join(lines).rstrip() + f"\n{ALL_READY}").encode())


@cache
def _town(councils: int, years: int, seed: int) -> tuple[tuple[str, bytes], ...]:
    with TemporaryDirectory() as folder:
        make_sample(Path(folder), councils, years, seed)
        root = Path(folder) / "councils"
        files = sorted(path for path in root.rglob("*") if path.is_file())
        return tuple((path.relative_to(root).as_posix(), path.read_bytes()) for path in files)


def _write(project: Path, path: str, content: bytes) -> None:
    target = project / "councils" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


class Country:
    """A country read at once, and city by city."""

    def __init__(self, folder: Path) -> None:
        councils = folder / "councils"
        tree, _ = read_tree(councils)
        self.whole = Links(tree, DAY)
        self.parts = {city.name: alone(councils, city.name) for city in sorted(councils.iterdir())}
        self.packed = [packed(digest(Links(part, DAY), city)) for city, part in self.parts.items()]
        self.borders = merged(self.digests, DAY)

    def digests(self) -> Iterator[Digest]:
        return map(received, self.packed)

    def seen(self, city: str) -> Links:
        view = received_view(packed_view(self.borders.view(city)))
        return Links(view.around(self.parts[city]), DAY)


def alone(councils: Path, city: str) -> RecordTree:
    """The tree of one city, as a machine reads it that has no other."""
    tree, _ = read_tree(councils)
    return RecordTree(councils, {id_: entry for id_, entry in tree.entries.items() if entry.city == city})
