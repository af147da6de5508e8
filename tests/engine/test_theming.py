"""The theme that lists no icons gives MkDocs what Material gives it."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

from ondongne.engine.theming import Quick


def test_the_same_files_are_copied_and_the_same_templates_found(tmp_path: Path) -> None:
    for name in ("main.html", "extra/a.css", ".hidden/b.css", "extra/.c.css", "assets/javascripts/own.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    theme = Theme("material", custom_dir=str(tmp_path))
    config = MkDocsConfig()
    config.load_dict({"site_name": "온동네", "docs_dir": str(tmp_path)})
    config.theme = theme
    found = []
    for environment in (theme.get_env(), Quick(theme).get_env()):
        files = Files([])
        files.add_files_from_theme(environment, config)
        found.append([(file.src_uri, file.src_dir) for file in files])
        assert environment.get_template("main.html").render() == "main.html"
        assert environment.get_template(".icons/material/account.svg").render()
    assert found[0] == found[1]
    assert len(found[0]) > 10
