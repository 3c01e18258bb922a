"""How far each token's subtree reaches, for the whole document in linear time."""

from __future__ import annotations

from onrecord.document.tree import Document


def extents(document: Document) -> tuple[tuple[int, int], ...]:
    """First and last (excluded) token of everything below each token, itself included."""
    first = [token.index for token in document.tokens]
    last = [token.index + 1 for token in document.tokens]
    waiting = [0] * len(document.tokens)
    for token in document.tokens:
        waiting[token.head] += token.head != token.index
    ready = [index for index, count in enumerate(waiting) if not count]
    while ready:
        index = ready.pop()
        head = document.tokens[index].head
        if head == index:
            continue
        first[head] = min(first[head], first[index])
        last[head] = max(last[head], last[index])
        waiting[head] -= 1
        if not waiting[head]:
            ready.append(head)
    return tuple(zip(first, last, strict=True))
