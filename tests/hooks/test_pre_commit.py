"""The hook that a newsroom's repository installs, run by the real pre-commit."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from pre_commit.clientlib import load_manifest

from newslint.cli.check import check

ROOT = Path(__file__).resolve().parent.parent.parent
MANIFEST = ROOT / ".pre-commit-hooks.yaml"

FAULTY = "The hall fell silent.\n\nThe the town is finished.\n\nNobody left.\n"
CLEAN = "The library opens at nine.\n"

Git = Callable[..., subprocess.CompletedProcess[str]]


def test_the_manifest_is_one_that_pre_commit_accepts() -> None:
    hooks = load_manifest(str(MANIFEST))
    assert [hook["id"] for hook in hooks] == ["newslint", "newslint-staged", "newslint-fix"]
    for hook in hooks:
        assert hook["types_or"] == ["markdown", "mdx", "html", "plain-text"]
        assert hook["require_serial"] is True


#: Whether this newslint can check changed sentences only.
STAGED = any("--staged" in option.opts for option in check.params)


@pytest.mark.model
def test_the_hook_runs_a_command_that_exists(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from newslint.cli.main import main

    story = tmp_path / "story.md"
    story.write_text(CLEAN, encoding="utf-8")
    for hook in load_manifest(str(MANIFEST)):
        _, *arguments = hook["entry"].split()
        if "--staged" not in arguments:
            assert main([*arguments, str(story)]) == 0, capsys.readouterr()


def git_in(folder: Path, **environment: str) -> Git:
    """Return a function that runs git in `folder`, with nobody's settings but its own."""
    outer = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    settings = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_AUTHOR_NAME": "Desk",
        "GIT_AUTHOR_EMAIL": "desk@example.org",
        "GIT_COMMITTER_NAME": "Desk",
        "GIT_COMMITTER_EMAIL": "desk@example.org",
    }

    def git(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *arguments],
            cwd=folder,
            env={**outer, **settings, **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return git


@pytest.fixture(scope="module")
def newsroom(
    snapshot: Path, package_index: None, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Git]:
    """A repository of articles with the hook installed, and git to work in it.

    pre-commit clones newslint from a repository made of the tree as it is now, and builds
    the hook's environment itself.
    """
    git = git_in(snapshot)
    for command in (["init", "-q"], ["add", "--all"], ["commit", "-q", "-m", "Now"]):
        assert git(*command).returncode == 0
    revision = git("rev-parse", "HEAD").stdout.strip()

    folder = tmp_path_factory.mktemp("newsroom")
    home = tmp_path_factory.mktemp("pre-commit")
    git = git_in(folder, PRE_COMMIT_HOME=str(home))
    git("init", "-q")
    use_hooks(folder, snapshot, revision, "newslint")
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "install", "--install-hooks"],
        cwd=folder,
        env={**os.environ, "PRE_COMMIT_HOME": str(home), "GIT_CONFIG_GLOBAL": os.devnull},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    git("add", ".pre-commit-config.yaml")
    assert git("commit", "-q", "-m", "The hook").returncode == 0
    git("tag", "start")
    return folder, git


def use_hooks(folder: Path, snapshot: Path, revision: str, *names: str) -> None:
    """Let the repository in `folder` use these hooks."""
    hooks = [{"repo": str(snapshot), "rev": revision, "hooks": [{"id": name} for name in names]}]
    config = yaml.safe_dump({"repos": hooks})
    (folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")


@pytest.fixture
def desk(newsroom: tuple[Path, Git], snapshot: Path) -> Iterator[Callable[..., tuple[Path, Git]]]:
    """Return a function that changes which hooks the repository uses, until the test is over."""
    folder, git = newsroom

    def using(*names: str) -> tuple[Path, Git]:
        git("reset", "-q", "--hard", "start")
        use_hooks(folder, snapshot, git_in(snapshot)("rev-parse", "HEAD").stdout.strip(), *names)
        assert (
            git("commit", "-q", "-a", "--allow-empty", "--no-verify", "-m", "Hooks").returncode == 0
        )
        return folder, git

    yield using
    git("reset", "-q", "--hard", "start")


@pytest.fixture
def article(newsroom: tuple[Path, Git]) -> Callable[[str, str], str]:
    """Stage an article, try to commit it, and return what the hook said."""
    folder, git = newsroom

    def commit(name: str, text: str) -> str:
        git("reset", "-q", "--hard")
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        git("add", "--", name)
        done = git("commit", "-m", "Story")
        return f"exit {done.returncode}\n{done.stdout}{done.stderr}"

    return commit


@pytest.mark.slow
@pytest.mark.model
class TestTheHook:
    """What a reporter sees who commits an article."""

    @pytest.mark.parametrize("name", ["the vote.md", "städte/brücke über den fluß.md", "vote.txt"])
    def test_it_blocks_a_faulty_article_and_shows_why(
        self, article: Callable[[str, str], str], name: str
    ) -> None:
        said = article(name, FAULTY)
        assert said.startswith("exit 1\n"), said
        assert "grammar.doubled-word" in said
        assert name in said

    @pytest.mark.parametrize("name", ["opening hours.md", "bücherei.md", "page.mdx", "page.html"])
    def test_it_lets_a_clean_article_pass(
        self, article: Callable[[str, str], str], name: str
    ) -> None:
        assert article(name, CLEAN).startswith("exit 0\n")

    def test_it_does_not_look_at_code(self, article: Callable[[str, str], str]) -> None:
        said = article("tool.py", f'"""{FAULTY}"""\n')
        assert said.startswith("exit 0\n"), said

    def test_it_leaves_out_what_the_settings_leave_out(
        self, article: Callable[[str, str], str]
    ) -> None:
        said = article("README.md", FAULTY)
        assert said.startswith("exit 0\n"), said

    def test_it_judges_what_is_staged_and_not_what_lies_beside_it(
        self, desk: Callable[..., tuple[Path, Git]]
    ) -> None:
        """An article of which one version is staged, and another one is at hand."""
        folder, git = desk("newslint")
        for staged, at_hand, code in ((FAULTY, CLEAN, 1), (CLEAN, FAULTY, 0)):
            name = f"the vote {code}.md"
            (folder / name).write_text(staged, encoding="utf-8")
            git("add", name)
            (folder / name).write_text(at_hand, encoding="utf-8")
            done = git("commit", "-m", "Story")
            assert done.returncode == code, done.stdout + done.stderr
            assert (folder / name).read_text(encoding="utf-8") == at_hand
            git("rm", "-q", "--force", "--cached", name)

    def test_the_baseline_is_heeded_and_never_written(
        self, desk: Callable[..., tuple[Path, Git]]
    ) -> None:
        folder, git = desk("newslint")
        (folder / "old.md").write_text(FAULTY, encoding="utf-8")
        (folder / "newslint.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
        known = folder / "known.json"
        subprocess.run(
            [sys.executable, "-m", "newslint", "baseline", "create", "-q"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=True,
        )
        before = known.read_bytes()
        git("add", ".")
        done = git("commit", "-m", "Old story")
        assert done.returncode == 0, done.stdout + done.stderr
        (folder / "old.md").write_text(FAULTY + "\nNor are the the others.\n", encoding="utf-8")
        git("add", ".")
        done = git("commit", "-m", "New fault")
        assert done.returncode == 1
        assert "old.md\n  7:9 error grammar.doubled-word" in done.stdout + done.stderr
        assert known.read_bytes() == before

    def test_the_fixing_hook_fixes_and_stops_the_commit(
        self, desk: Callable[..., tuple[Path, Git]]
    ) -> None:
        folder, git = desk("newslint-fix")
        (folder / "the vote.md").write_text("The the vote is late.\n", encoding="utf-8")
        git("add", ".")
        done = git("commit", "-m", "Story")
        assert done.returncode == 1
        assert "files were modified by this hook" in done.stdout + done.stderr
        assert (folder / "the vote.md").read_text(encoding="utf-8") == "The vote is late.\n"
        git("add", ".")
        assert git("commit", "-m", "Story").returncode == 0

    @pytest.mark.skipif(not STAGED, reason="this newslint has no --staged")
    def test_only_changed_sentences_are_judged(self, desk: Callable[..., tuple[Path, Git]]) -> None:
        folder, git = desk("newslint-staged")
        (folder / "the vote.md").write_text(FAULTY, encoding="utf-8")
        git("add", ".")
        assert git("commit", "--no-verify", "-m", "Old").returncode == 0
        (folder / "the vote.md").write_text(FAULTY + "\nRain fell.\n", encoding="utf-8")
        git("add", ".")
        done = git("commit", "-m", "Rain")
        assert done.returncode == 0, done.stdout + done.stderr
        (folder / "the vote.md").write_text(
            FAULTY + "\nNor are the the others.\n", encoding="utf-8"
        )
        git("add", ".")
        done = git("commit", "-m", "New fault")
        assert done.returncode == 1
        assert "the the" in done.stdout + done.stderr
        assert "town is finished" not in done.stdout + done.stderr
