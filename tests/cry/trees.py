"""Complete trees of depth 3, as core/cry_trees.h has them, and their score."""
from dataclasses import dataclass

import numpy as np

NEVER = np.finfo(np.float32).max
SILENT = np.float32(-10)  # of a window in which there is nothing to judge: all of its features are 0


@dataclass
class Trees:
    """From split i right (2i + 2) where the feature is above, else left (2i + 1); splits 7 and on are the leaves."""
    feature: np.ndarray  # trees x 7
    above: np.ndarray  # trees x 7, float32; NEVER: a split that is not used
    leaf: np.ndarray  # trees x 8, float32
    base: np.float32

    def scores(self, features):
        """As the game adds them up: one tree after another, in float."""
        total = np.full(len(features), self.base, np.float32)
        every = np.arange(len(features))
        for feature, above, leaf in zip(self.feature, self.above, self.leaf):
            node = np.zeros(len(features), int)
            for _ in range(3):
                node = 2 * node + 1 + (features[every, feature[node]] > above[node])
            total += leaf[node - 7]
        total[~np.any(features, axis=1)] = SILENT
        return total


def completed(nodes):
    """One of sklearn's trees as 7 nodes and 8 leaves. A branch that ends early goes to the same value whichever way."""
    feature, above, leaf = np.zeros(7, int), np.full(7, NEVER), np.zeros(8, np.float32)

    def fill(source, at):
        node = nodes[source]
        if at >= 7:
            leaf[at - 7] = node["value"]
            return
        if not node["is_leaf"]:
            feature[at], above[at] = node["feature_idx"], below(node["num_threshold"])
        left, right = (source, source) if node["is_leaf"] else (node["left"], node["right"])
        fill(left, 2 * at + 1)
        fill(right, 2 * at + 2)
    fill(0, 0)
    return feature, above, leaf


def below(threshold):
    """The float at or just below it, so that each float lies on the same side of it as of the double."""
    near = np.float32(threshold)
    return near if near <= threshold else np.nextafter(near, np.float32(-np.inf))


def together(machines, columns):
    """The mean of several machines, each of which sees its own columns only."""
    parts = [completed(stage[0].nodes) for machine in machines for stage in machine._predictors]
    owner = [seen for machine, seen in zip(machines, columns) for _ in machine._predictors]
    feature = np.array([seen[part[0]] for part, seen in zip(parts, owner)])
    leaf = np.array([part[2] for part in parts], np.float32) / np.float32(len(machines))
    base = np.mean([float(np.ravel(machine._baseline_prediction)[0]) for machine in machines])
    return Trees(feature, written(np.array([part[1] for part in parts])), written(leaf), written(np.float32(base)))


@np.vectorize
def written(number):
    """As it will stand in the table: what is judged is what is shipped."""
    return np.float32(number if number == NEVER else f"{number:.6g}")
