"""A folder of corpora, scorers and an engine, all made up and as small as can be."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path

import pytest

ENGINE = """
import json, sys
given, made = sys.argv[-2:]
with open(given, encoding="utf-8") as articles, open(made, "w", encoding="utf-8") as out:
    for line in articles:
        article = json.loads(line)
        answer = {"id": article["id"], "quotes": [], "attributions": []}
        answer["title"] = article.get("title")
        answer["meta"] = {"version": "9.9", "model": "none", "elapsed_ms": 1}
        if article["text"] == "unreadable":
            answer = {"id": article["id"], "error": {"status": 422}}
        out.write(json.dumps(answer) + "\\n")
"""

ADAPTER = """
import sys
kind, responses, predictions, articles = sys.argv[1:]
open(predictions, "w").write(kind + open(responses).read())
"""

SCORER = """
import json, sys
gold, predictions, flag = sys.argv[1:]
assert flag == "--json"
print(json.dumps({"attribution": {"f1": 0.5}, "read": open(predictions).read()}))
"""

README = """
| | exact source / cue / content | attribution |
|---|---|---|
| Gender Gap Tracker | 30.1 / 20.2 / 10.3 | 41.6 |
"""


@pytest.fixture
def engine(tmp_path: Path) -> str:
    """A command that answers every article with nothing, and "unreadable" with an error."""
    path = tmp_path / "engine.py"
    path.write_text(ENGINE, encoding="utf-8")
    return shlex.join([sys.executable, str(path)])


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The corpus `polnear` with two articles, its README, an adapter and a scorer."""
    root = tmp_path / "corpora"
    corpus = root / "data" / "polnear"
    corpus.mkdir(parents=True)
    (root / "evaluate").mkdir()
    articles = [
        {"id": 1, "text": "The mill burned.", "title": "Fire", "attributions": []},
        {"id": 2, "text": "The mill stands.", "attributions": []},
    ]
    (corpus / "dev.jsonl").write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
    (corpus / "README.md").write_text(README, encoding="utf-8")
    (root / "evaluate" / "adapt.py").write_text(ADAPTER, encoding="utf-8")
    (root / "evaluate" / "polnear.py").write_text(SCORER, encoding="utf-8")
    return root
