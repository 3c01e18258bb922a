"""Teachers that tell the network what they think of articles that they have not learned from.

People who mark attributions differ among themselves, and what one of them marked by chance a
network learns by heart when it reads it often. So the training articles are parted in folds; for
each there are teachers that learned from the others alone. What they say of it is free of its own
chances (compare Furlanello et al. 2018, Born-Again Neural Networks), and it is what a larger
network says.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from onrecord.tagging.learned.vocabulary import Vocabulary
from training.tagger.augment import Augmenter
from training.tagger.batches import Batch
from training.tagger.examples import Labelled
from training.tagger.network import Answers
from training.tagger.teacher import Teacher
from training.tagger.train import Lesson, Recipe, Run, train

FOLDS = 3
SEEDS = 2
"""Teachers a fold; each step of the network that learns hears one of them."""

RECIPE = Recipe(
    steps=1700,
    size=16,
    rate=6e-5,
    new_rate=5e-4,
    naming=0.3,
    taught=0.0,
    fade=0.9,
    warm_up=150,
    keep=0.996,
)


class Council:
    """The teachers of all folds."""

    def __init__(self, teachers: Sequence[Sequence[Teacher]]) -> None:
        """Take the teachers by the fold that they did not learn from."""
        self._teachers = teachers
        self._asked = 0

    def advise(self, batch: Batch, inputs: Tensor, real: Tensor) -> Answers:
        """What teachers say of a batch: of each row one that did not learn from its article."""
        self._asked += 1
        folds = batch.articles % len(self._teachers)
        answers: list[Tensor] = []
        for fold, teachers in enumerate(self._teachers):
            rows = torch.from_numpy(np.flatnonzero(folds == fold)).to(inputs.device)
            if not len(rows):
                continue
            teacher = teachers[self._asked % len(teachers)]
            with torch.no_grad(), torch.autocast(inputs.device.type, dtype=torch.bfloat16):
                told = teacher(inputs[:, rows], real[rows])
            if not answers:
                answers = [t.new_zeros(len(folds), *t.shape[1:]) for t in told]
            for whole, part in zip(answers, told, strict=True):
                whole[rows] = part
        tags, bounds, links, names = answers
        return tags, bounds, links, names


@dataclass(frozen=True)
class Teaching:
    """How one teacher is trained.

    Attributes:
        start: makes the untrained teacher.
        articles: all of the training articles.
        vocabulary: of the base.
        augmenter: changes the articles.
        folder: for the checkpoints.
        device: where it is trained.
        workers: processes that make batches.
    """

    start: Callable[[], Teacher]
    articles: Sequence[Labelled]
    vocabulary: Vocabulary
    augmenter: Augmenter
    folder: Path
    device: str
    workers: int
    recipe: Recipe = RECIPE

    def teach(self, place: tuple[int, int]) -> Path:
        """Train the teacher of one fold and seed; the file with its averaged weights."""
        fold, seed = place
        done = self.folder / f"teacher-{fold}-{seed}.done.pt"
        if done.exists():
            return done
        logging.basicConfig(level=logging.INFO, format=f"%(asctime)s teacher {place} %(message)s")
        recipe = replace(self.recipe, seed=self.recipe.seed + 1000 * (1 + fold) + seed)
        others = [a for number, a in enumerate(self.articles) if number % FOLDS != fold]
        lesson = Lesson(others, self.vocabulary, self.augmenter, recipe)
        torch.manual_seed(recipe.seed)
        run = Run(self.start(), recipe, torch.device(self.device))
        teacher = train(run, lesson, self.folder / f"teacher-{fold}-{seed}.pt", self.workers)
        part = done.with_suffix(".part")
        torch.save(teacher.state_dict(), part)
        part.replace(done)
        return done

    def council(self, jobs: int) -> Council:
        """Train all teachers, `jobs` at a time, and bring them together."""
        places = [(fold, seed) for fold in range(FOLDS) for seed in range(SEEDS)]
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
            files = list(pool.map(self.teach, places))
        teachers = list(map(partial(self._load), files))
        return Council([teachers[fold * SEEDS : (fold + 1) * SEEDS] for fold in range(FOLDS)])

    def _load(self, file: Path) -> Teacher:
        teacher = self.start()
        teacher.load_state_dict(torch.load(file, weights_only=True, map_location="cpu"))
        return teacher.to(self.device).eval()
