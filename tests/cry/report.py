"""The figures of tests/cry/README.md."""
import numpy as np

from judge import above, area, clip_scores, reached, threshold_at

GROUPS = {
    "other sounds of ESC-10": lambda kind: kind.startswith("esc."),
    "plain speech": lambda kind: kind == "speech.plain",
    "speech, 4 semitones higher": lambda kind: kind == "speech.+4",
    "speech, 7 semitones higher": lambda kind: kind == "speech.+7",
    "as one speaks to babies": lambda kind: kind == "speech.swung",
    "9 semitones higher, and so": lambda kind: kind == "speech.child",
    "music": lambda kind: kind == "music",
    "the game's own sounds": lambda kind: kind == "own",
    "a game's noises": lambda kind: kind == "effects",
    "silence and noise": lambda kind: kind in ("synth.silence", "synth.rush"),
    "laughter (computed)": lambda kind: kind in ("synth.laugh", "synth.chuckle"),
    "laughter (crying, chopped)": lambda kind: kind == "laughed.cry",
    "other computed sounds": lambda kind: kind.startswith("synth.") and kind.split(".")[1] not in ("silence", "rush", "laugh", "chuckle"),
}


def of(kinds, group):
    return np.array([bool(GROUPS[group](kind)) for kind in kinds])


def percent(share):
    return f"{100 * share:.1f} %"


class Figures:
    """Of clips that no model had seen in training: rows, and the score of each by the model that had not."""

    def __init__(self, rows, scores):
        self.rows, self.scores = rows, scores
        self.best = clip_scores(rows, scores)
        self.kinds = rows.kinds

    def group(self, name):
        return self.best[of(self.kinds, name)]

    def cries(self, kind):
        return self.best[self.kinds == kind]

    def threshold(self, share):
        return threshold_at(self.group("other sounds of ESC-10"), share)

    def latency(self, kind, threshold):
        """Median seconds from the crying's onset to the level, of those heard."""
        seconds = reached(self.rows, self.scores, threshold) - self.rows.onsets
        heard = seconds[(self.kinds == kind) & np.isfinite(seconds)]
        return float(np.median(heard)) if len(heard) else float("nan")


def summary(figures):
    others = figures.group("other sounds of ESC-10")
    lines = ["| crying | clips | AUC | recall at 5 % false alarms | at 1 % |", "|---|---|---|---|---|"]
    for kind, name in (("cry.esc", "ESC-10, by fold"), ("cry.home", "donateacry, by device, all as they are")):
        cries = figures.cries(kind)
        levels = [figures.threshold(share) for share in (0.05, 0.01)]
        recalls = [f"{np.sum(cries > level)} ({percent(above(cries, level))})" for level in levels]
        lines.append(f"| {name} | {len(cries)} | {area(cries, others):.3f} | {recalls[0]} | {recalls[1]} |")
    return lines


def false_alarms(figures, levels):
    lines = ["| what else sounds | clips | " + " | ".join(levels) + " |", "|---|---|" + "---|" * len(levels)]
    for name in GROUPS:
        scores = figures.group(name)
        if len(scores):
            cells = [f"{percent(above(scores, level))}" for level in levels.values()]
            lines.append(f"| {name} | {len(scores)} | " + " | ".join(cells) + " |")
    return lines


def heard(figures, levels):
    lines = ["| crying | clips | " + " | ".join(levels) + " | median seconds to soft |", "|---|---|" + "---|" * (len(levels) + 1)]
    for kind, name in (("cry.esc", "ESC-10"), ("cry.home", "donateacry")):
        cells = [percent(above(figures.cries(kind), level)) for level in levels.values()]
        lines.append(f"| {name} | {len(figures.cries(kind))} | " + " | ".join(cells) + f" | {figures.latency(kind, levels['soft']):.2f} |")
    return lines


def through(figures, ratios, soft):
    """Mixtures: what is heard through a room with other sounds in it."""
    lines = ["| other sounds below by | crying heard (ESC-10) | (donateacry) | other sounds wrong |", "|---|---|---|---|"]
    for ratio in ratios:
        other = np.array([kind.endswith(f"@{ratio}") and not kind.startswith("cry.") for kind in figures.kinds])
        cells = [percent(above(figures.cries(f"cry.{kind}@{ratio}"), soft)) for kind in ("esc", "home")]
        lines.append(f"| {ratio} dB | {cells[0]} | {cells[1]} | {percent(above(figures.best[other], soft))} |")
    return lines


def worst(figures, threshold):
    """Which kinds are wrong most often."""
    lines = []
    for kind in np.unique(figures.kinds):
        if not kind.startswith("cry."):
            scores = figures.best[figures.kinds == kind]
            lines.append((above(scores, threshold), kind, len(scores), tuple(np.sort(scores)[-3:].round(2))))
    wrong = sorted((line for line in lines if line[0] > 0), reverse=True)
    return [f"{percent(share)} {kind} of {count}, highest {list(top)}" for share, kind, count, top in wrong[:25]]
