"""Gathers, trains, judges, writes the table: train.py DATA WORK CRY_ROWS TABLE.C (tests/cry/train is the command)."""
import sys
from pathlib import Path

import numpy as np

from augment import copies_of, mixtures_of
from corpora import recordings, strangers
from model import trained
from report import Figures, false_alarms, heard, summary, through, worst
from rows import joined, rows_of
from sound import FOLDS
from synth import crying, sounds as computed
from table import source

RATIOS = (20, 10, 5, 0)
COMPUTED = 10  # sounds of each kind
SOFT, HARD = 1.5, 2.6  # levels: what they cost is what is printed


def gathered(data, work, program):
    """Rows to train with (what was recorded, and altered copies), rows to judge mixtures by, rows of strangers."""
    sounds = [*recordings(data, work), *computed(COMPUTED), *crying(3 * COMPUTED)]
    mixtures = (mixture for ratio in RATIOS for mixture in mixtures_of(mixable(sounds), ratio))
    return [rows_of(program, some) for some in (sounds, copies_of(sounds), mixtures, strangers(work))]


def mixable(sounds):
    """What is judged in mixtures: crying, and the sounds that are not background themselves."""
    cries = [sound for sound in sounds if sound.kind == "cry.esc"] + [sound for sound in sounds if sound.kind == "cry.home"][::4]
    return cries + [sound for sound in sounds if sound.kind in ("esc.dog", "esc.rooster", "esc.sneezing", "speech.+4", "music")][::3]


def cross_validated(rows, *judged):
    """The score of each row of rows, and of the others, by a model that knows nothing of its fold."""
    tables = (rows, *judged)
    scores = [np.zeros(len(table.clip), np.float32) for table in tables]
    for fold in FOLDS:
        trees = trained(rows, rows.row_folds != fold, fold)
        for table, score in zip(tables, scores):
            held_out = table.row_folds == fold
            score[held_out] = trees.scores(table.features[held_out])
    return scores


def told(plain, mixed, foreign):
    levels = {"5 % on ESC-10": plain.threshold(0.05), "soft": SOFT, "hard": HARD}
    print(*summary(plain), "", f"5 %: {levels['5 % on ESC-10']:.2f}, 1 %: {plain.threshold(0.01):.2f}", "", sep="\n")
    print(*heard(plain, levels), "", *false_alarms(plain, levels), "", *through(mixed, RATIOS, SOFT), sep="\n")
    print("", "Languages that the shipped model never heard:", "", *false_alarms(foreign, levels), sep="\n")
    print("", "Wrong most often at the soft level:", *worst(plain, SOFT), sep="\n")


def main(data, work, program, table):
    work.mkdir(parents=True, exist_ok=True)
    plain, copies, mixed, foreign = gathered(data, work, program)
    everything = joined(plain, copies)
    scores, mixture_scores = cross_validated(everything, mixed)
    trees = trained(everything, np.ones(len(everything.clip), bool))
    table.write_text(source(trees, SOFT, HARD))
    told(Figures(plain, scores[:len(plain.clip)]), Figures(mixed, mixture_scores), Figures(foreign, trees.scores(foreign.features)))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]))
