"""Boosted trees that tell crying from everything else: several small machines, each grown on its own share of groups and features."""
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from sound import random_for
from trees import together

MACHINES, ROUNDS = 6, 45
SHARE_OF_CLIPS, SHARE_OF_FEATURES = 0.75, 0.7
# How much each kind counts, crying and all else each as much as the other. No kind swamps another, however many clips it has.
WEIGHTS = {"cry.esc": 1.0, "cry.home": 1.0, "cry.synth": 0.04,
           "esc": 4.0, "speech": 4.0, "music": 0.8, "own": 0.4, "effects": 0.4, "laughed": 0.4, "synth": 3.0}


def family(kind):
    return kind if kind in WEIGHTS else kind.split(".")[0]


def sorts_of(rows):
    """Each clip's kind, for speech with its language: a language with few words is a voice like any other."""
    return np.array([kind + "/" + name.rsplit("-", 2)[0] if kind.startswith("speech.") else kind
                     for kind, name in zip(rows.kinds, rows.names)])


def weights_of(rows, chosen):
    """A weight for each chosen row, so that a family has the weight above, and each sort in it as much as the others."""
    weights = np.zeros(len(rows.clip))
    told = chosen & (rows.crying == np.char.startswith(rows.row_kinds, "cry.")) & np.any(rows.features, axis=1)
    sorts, sort = np.unique(sorts_of(rows)[rows.clip], return_inverse=True)
    counts = np.bincount(sort[told], minlength=len(sorts))
    families = np.array([family(name) for name in sorts])
    for n in np.flatnonzero(counts):
        sisters = np.count_nonzero(counts[families == families[n]])
        weights[told & (sort == n)] = WEIGHTS[families[n]] / sisters / counts[n]
    for cry in (0, 1):
        side = rows.crying == cry
        weights[side] *= np.count_nonzero(weights) / 2 / max(1e-9, weights[side].sum())
    return weights


def grown(rows, chosen, seed):
    """Trees from the chosen rows."""
    weights = weights_of(rows, chosen)
    machines, columns = [], []
    for n in range(MACHINES):
        rng = random_for("machine", seed, n)
        clips = rng.uniform(size=len(rows.kinds)) < SHARE_OF_CLIPS
        use = (weights > 0) & clips[rows.clip]
        seen = np.sort(rng.permutation(rows.features.shape[1])[:round(SHARE_OF_FEATURES * rows.features.shape[1])])
        machine = HistGradientBoostingClassifier(
            max_iter=ROUNDS, learning_rate=0.15, max_depth=3, max_leaf_nodes=8, min_samples_leaf=80, l2_regularization=20.0,
            max_bins=128, early_stopping=False, random_state=n)
        machine.fit(rows.features[use][:, seen], rows.crying[use], sample_weight=weights[use])
        machines.append(machine)
        columns.append(seen)
    return together(machines, columns)


def trained(rows, chosen, seed="all"):
    """First from ESC-10's crying alone; then with those windows of parents' own recordings in which the first hears
    crying too (they hold talk and silence as well)."""
    at_home = rows.row_kinds == "cry.home"
    first = grown(rows, chosen & ~at_home, f"first/{seed}")
    sure = first.scores(rows.features) > 0
    return grown(rows, chosen & (~at_home | sure), f"second/{seed}")
