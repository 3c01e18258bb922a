from __future__ import annotations

import threading
import time

import pytest

from onrecord.deadline import Deadline
from onrecord.errors import OutOfTime
from onrecord.types import Article
from onrecord.web.errors import ProblemError
from onrecord.web.queue import InTurn, Queue
from tests.fakes import DAWDLE, FakePipeline


def test_places_are_for_the_one_that_is_read_and_those_that_wait() -> None:
    queue = Queue(waiting=1)
    queue.enter()
    queue.enter()
    with pytest.raises(ProblemError) as refused:
        queue.enter()
    assert refused.value.problem.kind.status == 503
    assert int(refused.value.headers["Retry-After"]) >= 1
    queue.leave()
    queue.enter()


def test_a_place_is_given_back_whatever_happens() -> None:
    queue = Queue(waiting=0)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), queue.place():
            raise ZeroDivisionError


def test_the_wait_that_is_told_is_what_articles_have_taken() -> None:
    queue = Queue(waiting=9)
    for _ in range(20):
        with queue.turn():
            time.sleep(0.01)
    for _ in range(10):
        queue.enter()
    with pytest.raises(ProblemError) as refused:
        queue.enter()
    assert refused.value.headers["Retry-After"] == "1"


def test_turns_come_in_the_order_of_asking_and_one_at_a_time() -> None:
    queue, order, inside = Queue(waiting=9), list[int](), list[int]()

    def read(number: int) -> None:
        with queue.turn():
            inside.append(number)
            assert len(inside) == 1
            order.append(number)
            time.sleep(0.005)
            inside.clear()

    threads = []
    with queue.turn():
        for number in range(5):
            threads.append(threading.Thread(target=read, args=(number,)))
            threads[-1].start()
            time.sleep(0.02)
    for thread in threads:
        thread.join()
    assert order == [0, 1, 2, 3, 4]


def test_a_turn_is_passed_on_whatever_happens() -> None:
    queue = Queue(waiting=0)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), queue.turn():
            raise ZeroDivisionError


def test_who_waits_past_the_deadline_goes_and_the_next_has_its_turn() -> None:
    queue, order = Queue(waiting=9), list[str]()

    def wait() -> None:
        with queue.turn():
            order.append("next")

    behind = threading.Thread(target=wait)
    with queue.turn():
        with pytest.raises(OutOfTime), queue.turn(Deadline(0.05)):
            order.append("late")
        behind.start()
        time.sleep(0.02)
        assert order == []
    behind.join(10)
    assert order == ["next"]


def test_a_turn_that_comes_as_time_runs_out_is_passed_on() -> None:
    queue, order = Queue(waiting=9), list[str]()
    mine = threading.Lock()
    mine.acquire()
    with queue.turn(), pytest.raises(OutOfTime):
        queue._wait(mine, Deadline(0))  # as if it had been taken out of the line just now
    with queue.turn(Deadline(1)):
        order.append("next")
    assert order == ["next"]


def test_a_pipeline_in_turn_has_the_deadline() -> None:
    in_turn = InTurn(FakePipeline(), Queue(waiting=0))
    with pytest.raises(OutOfTime):
        in_turn.extract(Article(DAWDLE), Deadline(0.05))
    with pytest.raises(OutOfTime), in_turn._queue.turn():
        in_turn.extract(Article("Ada said “Yes.”"), Deadline(0.05))


def test_a_pipeline_in_turn_is_the_pipeline() -> None:
    pipeline, article = FakePipeline(), Article("Ada said “Yes.”")
    in_turn = InTurn(pipeline, Queue(waiting=0))
    assert in_turn.model == pipeline.model
    assert in_turn.extract(article) == pipeline.extract(article)
