"""What builds a town's site: Ondongne from its records, others from the same pages as Markdown."""

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from tests.benchmarks import towns
from tests.benchmarks.corpus import Corpus, write
from tests.benchmarks.measuring import environment
from tests.benchmarks.to_markdown import parsed, text_of
from tests.benchmarks.towns import Town

_HUGO: Final = Path(__file__).parent / "hugo"
_ARTICLE: Final = re.compile(r"<article.*?</article>", re.DOTALL)
_SEARCH: Final = r"""  - search:
      lang: ko
      separator: '[\s\-,:!=\[\]()"/「」『』〈〉《》·…]+'
"""
_MATERIAL: Final = """site_name: 가람시 온동네
site_description: 동 지역사회보장협의체가 한 해 동안 한 일
theme:
  name: material
  language: ko
  font: false
  features: [{features}]
plugins:
{search}markdown_extensions: [def_list]
validation:
  links: {{unrecognized_links: ignore, anchors: ignore}}
"""
_NAV: Final = """not_in_nav: /**
nav:
  - 우리 동네: index.md
  - 이야기: stories/index.md
  - 실천: practices/index.md
  - 배움의 길: lineage/index.md
  - 책자: booklets/index.md
  - 소개: about.md
  - 기자께: for-reporters.md
  - 다른 도시에서 오신 분께: for-visitors.md
  - 작성 안내: writing-guide.md
"""
_FEATURES: Final = ("navigation.tabs", "search.highlight", "search.suggest")


@dataclass(frozen=True)
class Site:
    """A folder in which a builder's command makes a site; `output` and `caches` are cleared for a cold build.

    `page` is the file whose text `change` alters, and `url` the address where it is then read.
    """

    folder: Path
    command: Sequence[str]
    serve: Callable[[int], Sequence[str]]
    output: Path
    page: Path
    url: str
    change: Callable[[Path, int], None]
    caches: tuple[Path, ...] = ()

    def clear(self, away: Path) -> None:
        """Move all of an earlier build away: for a while after much was removed, disks are slow to make new files."""
        away.mkdir(exist_ok=True)
        for folder in (self.output, *self.caches):
            if folder.exists():
                folder.rename(Path(mkdtemp(dir=away)) / folder.name)

    def html(self) -> int:
        """Bytes of the HTML pages that were made."""
        return sum(path.stat().st_size for path in self.output.rglob("*.html"))

    def words(self, urls: Iterable[str]) -> int:
        """Bytes of the words in the articles of some pages that were made."""
        return sum(_words((self.output / url / "index.html").read_text(encoding="utf-8")) for url in urls)


def _words(html: str) -> int:
    return sum(len(text_of(parsed(article)).encode()) for article in _ARTICLE.findall(html))


def ondongne(corpus: Corpus, _folder: Path, _peers: Path) -> Site:
    """Plain `mkdocs build` with our plugin: the site from the records, without booklets."""
    town = corpus.town
    mkdocs = [sys.executable, "-m", "mkdocs"]
    return Site(
        town.project, [*mkdocs, "build", "--quiet"],
        towns.serve,
        town.project / "site", town.record, town.url, towns.change, (town.project / ".ondongne",),
    )  # fmt: skip


def material(corpus: Corpus, folder: Path, peers: Path, features: Sequence[str] = (), nav: str = "") -> Site:
    """MkDocs with Material and its search; without `nav`, every page is in the navigation."""
    shutil.rmtree(folder, ignore_errors=True)
    write(corpus, folder / "docs")
    config = _MATERIAL.format(features=", ".join((*_FEATURES, *features)), search=_SEARCH) + nav
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    mkdocs = [str(program(peers, "python")), "-m", "mkdocs"]
    return Site(
        folder, [*mkdocs, "build", "--quiet"],
        lambda port: [*mkdocs, "serve", "--quiet", "--livereload", "--dev-addr", f"127.0.0.1:{port}"],
        folder / "site", _page(folder / "docs", corpus.town), corpus.town.url, change,
    )  # fmt: skip


def material_pruned(corpus: Corpus, folder: Path, peers: Path) -> Site:
    """Material with a pruned navigation."""
    return material(corpus, folder, peers, ("navigation.prune",))


def material_apart(corpus: Corpus, folder: Path, peers: Path) -> Site:
    """Material with a pruned navigation that holds none of the records, as Ondongne's does not."""
    return material(corpus, folder, peers, ("navigation.prune",), _NAV)


def hugo(corpus: Corpus, folder: Path, peers: Path, sidebar: str = "sections") -> Site:
    """Hugo with a theme of the same parts and its navigation cached; the sidebar holds `sections` or the `top` only."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(_HUGO, folder)
    config = folder / "hugo.toml"
    config.write_text(config.read_text(encoding="utf-8").replace("SIDEBAR", sidebar), encoding="utf-8")
    write(corpus, folder / "content", "_index.md")
    binary = str(hugo_program(peers))
    return Site(
        folder, [binary, "build", "--quiet"],
        lambda port: [binary, "server", "--port", str(port), "--bind", "127.0.0.1", "--watch"],
        folder / "public", _page(folder / "content", corpus.town), corpus.town.url, change, (folder / "resources",),
    )  # fmt: skip


def hugo_apart(corpus: Corpus, folder: Path, peers: Path) -> Site:
    """Hugo with a sidebar that holds none of the records."""
    return hugo(corpus, folder, peers, "top")


def change(page: Path, number: int) -> None:
    """Give a page of Markdown another first paragraph after its title."""
    before, title, after = page.read_text(encoding="utf-8").partition("\n# ")
    head, _, rest = after.partition("\n\n")
    rest = rest.partition("\n\n")[2] if "번째로 고쳐 적은" in rest.partition("\n\n")[0] else rest
    page.write_text(f"{before}{title}{head}\n\n{towns.said(number)}\n\n{rest}", encoding="utf-8")


def hugo_program(peers: Path) -> Path:
    """Hugo itself, without the Python that starts it; raises FileNotFoundError."""
    folder = packages(peers) / "hugo" / "binaries"
    found = [path for path in folder.glob("hugo*") if path.is_file()]
    if not found:
        raise FileNotFoundError(folder)
    return found[0]


def packages(peers: Path) -> Path:
    """Where the packages of the peers' virtual environment are."""
    return Path(sysconfig.get_path("purelib", vars={"base": str(peers), "platbase": str(peers)}))


def versions(peers: Path) -> dict[str, str]:
    """The versions of the peers, by package."""
    ask = "import sys; from importlib.metadata import version; print(*map(version, sys.argv[1:]), sep='\\n')"
    names = ("mkdocs", "mkdocs-material", "hugo", "weasyprint")
    command = [str(program(peers, "python")), "-c", ask, *names]
    told = subprocess.run(command, env=environment(), capture_output=True, check=True, encoding="utf-8").stdout
    return dict(zip(names, told.split(), strict=True))


def program(peers: Path, name: str) -> Path:
    """A program of the peers' virtual environment."""
    return peers / "bin" / name


def _page(folder: Path, town: Town) -> Path:
    return folder / f"{town.url.rstrip('/')}.md"


BUILDERS: Final[dict[str, Callable[[Corpus, Path, Path], Site]]] = {
    "ondongne": ondongne,
    "material": material,
    "material-pruned": material_pruned,
    "material-apart": material_apart,
    "hugo": hugo,
    "hugo-apart": hugo_apart,
}
