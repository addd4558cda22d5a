"""How well clips are told apart."""
import numpy as np

from rows import FIRST, STEP

RUN = 3  # windows in a row


def clip_scores(rows, scores):
    """Each clip's largest minimum of RUN windows in a row."""
    runs = run_minima(rows, scores)
    best = np.full(len(rows.kinds), -100.0)
    np.maximum.at(best, rows.clip, runs)
    return best


def run_minima(rows, scores):
    """For each window the least of it and the two before it in its clip; -100 where there are no two before."""
    least = scores.astype(float).copy()
    for back in range(1, RUN):
        same = np.concatenate([np.zeros(back, bool), rows.clip[back:] == rows.clip[:-back]])
        earlier = np.concatenate([np.full(back, -100.0), scores[:-back]])
        least = np.where(same, np.minimum(least, earlier), -100.0)
    return least


def reached(rows, scores, threshold):
    """For each clip the second at which the level is first reached; inf where it never is."""
    place = np.arange(len(rows.clip)) - np.searchsorted(rows.clip, rows.clip)
    ends = FIRST + STEP * place
    first = np.full(len(rows.kinds), np.inf)
    above = run_minima(rows, scores) > threshold
    np.minimum.at(first, rows.clip[above], ends[above])
    return first


def area(cries, others):
    """Under the ROC curve: how often a cry scores above another sound."""
    everything = np.concatenate([cries, others])
    order = np.argsort(everything, kind="stable")
    ranks = np.empty(len(everything))
    ranks[order] = np.arange(1, len(everything) + 1)
    for value in np.unique(everything):
        same = everything == value
        ranks[same] = ranks[same].mean()
    return (ranks[:len(cries)].sum() - len(cries) * (len(cries) + 1) / 2) / (len(cries) * len(others))


def threshold_at(others, share):
    """The least level above which at most this share of other sounds scores."""
    ordered = np.sort(others)[::-1]
    return ordered[int(share * len(ordered))]


def above(scores, threshold):
    return float(np.mean(scores > threshold)) if len(scores) else float("nan")
