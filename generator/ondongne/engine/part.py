"""The part of a site that one build makes, and its maps: the whole, a city's share, or what belongs to no city."""

from collections.abc import Iterable, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from ondongne.engine.pages import RecordFile
from ondongne.pipeline import Reading
from ondongne.publications import site
from ondongne.publications.site.page import SitePage


class Part:
    """What a build makes itself; pages of other shares only stand in its navigation, so that all pages are alike.

    `written` are the site paths of what was written past MkDocs.
    """

    def __init__(self, reading: Reading, config: MkDocsConfig) -> None:
        self._reading, self._config = reading, config
        self._files: list[File] = []
        self._others: list[RecordFile] = []
        self.written: list[str] = []

    def own(self, files: Iterable[File]) -> Iterator[File]:
        """Take note of the files that are made of the records."""
        for file in files:
            self._files.append(file)
            yield file

    def beside(self) -> Iterator[File]:
        """Pages of other shares that the navigation may name."""
        for planned in site.beside(self._reading.outcomes, self._reading.design, self._reading.share):
            file = RecordFile(planned, self._config, is_listed=False)
            self._others.append(file)
            yield file

    @property
    def cards(self) -> tuple[str, ...]:
        """The cards of other shares that its pages may be shared with; whoever makes parts draws them all."""
        return (site.HOME_CARD,) if self._reading.share.city else ()

    @property
    def planned(self) -> Iterator[SitePage]:
        """Its own pages and those beside them."""
        files = (*self._files, *self._others)
        return (file.planned for file in files if isinstance(file, RecordFile))

    @property
    def paths(self) -> tuple[str, ...]:
        """The site paths of what was made of the records."""
        return (*(file.dest_uri for file in self._files), *self.written)

    def settle(self, files: Files) -> None:
        """Add the maps, and keep MkDocs from making what belongs to other shares."""
        for file in self._maps(files):
            self._files.append(file)
            files.append(file)
        share, own = self._reading.share, set(self.paths)
        for file in files:
            is_record = isinstance(file, RecordFile)
            if not share.is_all and file.dest_uri not in own and (share.city or is_record):
                file.inclusion = InclusionLevel.EXCLUDED

    def index(self) -> str:
        """The index of all maps; nothing where the site's address is not known, or another share makes it."""
        share, outcomes = self._reading.share, self._reading.outcomes
        if share.city or not self._config.site_url:
            return ""
        return site.map_index(self._config.site_url, (city.id for city in outcomes.cities), outcomes.as_of)

    def _maps(self, files: Files) -> Iterator[File]:
        share, outcomes, address = self._reading.share, self._reading.outcomes, self._config.site_url
        if not address:
            return
        pages: dict[str, list[str]] = {city.id: [] for city in outcomes.cities if share.holds(city.id)}
        for file in self._files:
            if isinstance(file, RecordFile):
                pages.setdefault(file.planned.city, []).append(file.url)
        if not share.city:
            written = (file for file in files.documentation_pages() if not isinstance(file, RecordFile))
            pages.setdefault("", []).extend(file.url for file in written if file.inclusion.is_included())
        for city, urls in pages.items():
            path = site.city_map(city) if city else site.OF_NATION
            own = ("" if url == "./" else url for url in urls)
            yield File.generated(self._config, path, content=site.page_map(address, own, outcomes.as_of))
