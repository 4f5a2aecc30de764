"""`newslint init`: finds the site, writes little, overwrites nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.config import load
from newslint.config.sites import detect
from tests.cli.conftest import Newslint

BAD = "---\ntitle: Ferry\n---\n\nA bad day.\n"

#: By generator: its files, and the folders in which articles are found.
SITES = {
    "jekyll": (
        {"_config.yml": "collections:\n  reports: {}\n", "_posts/2031-05-02-a.md": "",
         "_reports/b.markdown": "", "_layouts/post.html": "", "about.md": ""},
        ("_posts", "_reports"),
        (".md", ".markdown"),
    ),
    "hugo": (
        {"config.toml": 'contentDir = "inhalt"\n', "layouts/x.html": "", "inhalt/news/a.md": ""},
        ("inhalt",),
        (".md",),
    ),
    "eleventy": (
        {"eleventy.config.mjs": 'export default { dir: { input: "./src" } }', "src/posts/a.md": "",
         "src/_includes/base.html": ""},
        ("src/posts",),
        (".md",),
    ),
    "astro": (
        {"astro.config.mjs": "", "src/content/blog/a.mdx": "", "src/content/b.md": ""},
        ("src/content",),
        (".md", ".mdx"),
    ),
    "docusaurus": ({"docusaurus.config.ts": "", "blog/a.mdx": "", "docs/b.md": ""},
                   ("blog", "docs"), (".md", ".mdx")),
    "plain": ({"stories/a.txt": "", "tools/x.py": ""}, ("stories",), (".txt",)),
}  # fmt: skip


def make(files: dict[str, str]) -> None:
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text or BAD, encoding="utf-8")


def here() -> list[str]:
    return sorted(p.as_posix() for p in Path().rglob("*") if p.is_file())


@pytest.mark.parametrize("generator", SITES)
def test_a_site_is_recognised_and_its_articles_found(newslint: Newslint, generator: str) -> None:
    files, folders, suffixes = SITES[generator]
    make(files)
    site = detect(Path.cwd())
    assert (site.generator, site.folders, site.suffixes) == (generator, folders, suffixes)
    done = newslint("init", "--yes")
    assert done.code == 0, done.err
    settings = load(Path("newslint.toml")).settings
    assert settings.baseline == "newslint-baseline.json"
    preset = settings.front_matter.preset if settings.front_matter else None
    assert preset == (None if generator in ("plain", "docusaurus") else generator)
    checked = newslint("check", "--output-format", "json").json
    assert {Path(f["path"]).parts[0] for f in checked["files"]} == {
        f.split("/")[0] for f in folders
    }
    assert checked["summary"]["baselined"] == len(checked["files"])


def test_a_python_project_with_a_config_toml_is_no_hugo_site(newslint: Newslint) -> None:
    make({"config.toml": "a = 1\n", "_config.yml": "title: x\n", "news/a.md": ""})
    assert detect(Path.cwd()).generator == "plain"


def test_what_cannot_be_read_is_passed_over(newslint: Newslint) -> None:
    make({"hugo.toml": "][", "content/a.md": ""})
    assert detect(Path.cwd()).folders == ("content",)


def test_a_folder_outside_of_the_repository_is_not_proposed(newslint: Newslint) -> None:
    make({"hugo.toml": 'contentDir = "../elsewhere"\n', "a.md": ""})
    assert detect(Path.cwd()).folders == ()


def test_articles_at_the_top_are_found_without_any_folder(newslint: Newslint) -> None:
    make({"a.md": ""})
    assert "articles in the whole folder." in newslint("init").out
    assert newslint("check").out == "nothing found in 1 file (1 baselined)\n"


def test_a_dry_run_shows_the_settings_and_writes_nothing(newslint: Newslint) -> None:
    make({"hugo.toml": "", "content/a.md": ""})
    before = here()
    done = newslint("init", "--dry-run")
    assert "Found a site made with Hugo (hugo.toml); articles in content/." in done.out
    assert '        "/content/**/*.md",\n' in done.out
    assert here() == before


def test_it_says_what_to_do_next(newslint: Newslint) -> None:
    make({"a.md": ""})
    out = newslint("init").out
    assert "Wrote newslint.toml and newslint-baseline.json: 1 finding known." in out
    assert "git add newslint.toml newslint-baseline.json" in out


@pytest.mark.parametrize(
    "name, text",
    [
        ("newslint.toml", 'profile = "news"\n'),
        ("pyproject.toml", '[tool.newslint]\nprofile = "news"\n'),
        ("newslint-baseline.json", "{}"),
    ],
)
def test_nothing_is_overwritten(newslint: Newslint, name: str, text: str) -> None:
    make({"a.md": "", name: text})
    before = here()
    done = newslint("init", "--yes")
    assert done.code == 2
    assert name in done.err
    assert here() == before
    assert Path(name).read_text(encoding="utf-8") == text


def test_if_the_baseline_cannot_be_made_the_settings_go_again(
    newslint: Newslint, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    make({"a.md": ""})
    monkeypatch.setattr("newslint.engine.run.run", interrupted)
    assert newslint("init", "--yes").code == 130
    assert here() == ["a.md"]


def test_on_a_terminal_it_asks(newslint: Newslint, monkeypatch: pytest.MonkeyPatch) -> None:
    def no(question: str, *, abort: bool) -> None:
        assert question == "Write it, and make a baseline of what is found now?"
        raise KeyboardInterrupt

    make({"a.md": ""})
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.confirm", no)
    assert newslint("init").code == 130
    assert here() == ["a.md"]
