"""Sounds to rows of features, always by the game's own C (the program cry_rows): one row for each window of a sound."""
import struct
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

FIRST, STEP, WINDOW = 1.25, 0.25, 2.5  # seconds: when the first window ends, from one to the next, how long one is
ENOUGH, TOO_LITTLE = 0.8, 0.25  # seconds of crying in a window that is to be heard, or that may be missed


@dataclass
class Rows:
    """All windows of many clips. clip holds each row's clip, an index of kinds, names and folds."""
    features: np.ndarray
    clip: np.ndarray
    crying: np.ndarray  # 1: there is crying in the window, 0: none, -1: too little to say
    kinds: np.ndarray
    names: np.ndarray
    folds: np.ndarray
    onsets: np.ndarray  # seconds: when the crying begins (0 where there is none)

    @property
    def row_kinds(self):
        return self.kinds[self.clip]

    @property
    def row_folds(self):
        return self.folds[self.clip]


def width_of(program):
    return len(subprocess.run([program, "--names"], check=True, capture_output=True, text=True).stdout.split())


def windows_of(program, sounds):
    """An array of windows x features for each sound."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{n}.raw" for n in range(len(sounds))]
        for path, sound in zip(paths, sounds):
            (np.clip(sound.samples, -1, 1) * 32767).round().astype("<i2").tofile(path)
        asked = "".join(f"{path}\n" for path in paths).encode()
        answer = subprocess.run([program], input=asked, check=True, capture_output=True).stdout
    return unpacked(answer, width_of(program))


def unpacked(answer, width):
    at, tables = 0, []
    while at < len(answer):
        (count,) = struct.unpack_from("<i", answer, at)
        tables.append(np.frombuffer(answer, "<f4", count * width, at + 4).reshape(count, width))
        at += 4 + 4 * count * width
    return tables


def crying_in(sound, count):
    """What each window of a sound is to be taken for."""
    if not sound.cry:
        return np.zeros(count, np.int8)
    ends = FIRST + STEP * np.arange(count)
    total = np.concatenate([[0], np.cumsum(sound.active)]) / 100
    place = lambda seconds: np.clip((seconds * 100).astype(int), 0, len(total) - 1)
    heard = total[place(ends)] - total[place(np.maximum(ends - WINDOW, 0))]
    return np.where(heard >= ENOUGH, 1, np.where(heard <= TOO_LITTLE, 0, -1)).astype(np.int8)


def onset(sound):
    return float(np.argmax(sound.active)) / 100 if sound.cry else 0.0


def rows_of(program, sounds, at_once=200):
    features, clips, crying, meta = [], [], [], []
    batch = []

    def flush():
        for sound, table in zip(batch, windows_of(program, batch)):
            features.append(table)
            clips.append(np.full(len(table), len(meta)))
            crying.append(crying_in(sound, len(table)))
            meta.append((sound.kind, sound.name, sound.fold, onset(sound)))
        batch.clear()
    for sound in sounds:
        batch.append(sound)
        if len(batch) == at_once:
            flush()
    if batch:
        flush()
    kinds, names, folds, onsets = (np.array(column) for column in zip(*meta))
    return Rows(np.concatenate(features), np.concatenate(clips), np.concatenate(crying), kinds, names, folds, onsets)


def joined(*parts):
    """Several tables as one."""
    shift = np.cumsum([0] + [len(part.kinds) for part in parts[:-1]])
    stack = lambda name: np.concatenate([getattr(part, name) for part in parts])
    return Rows(stack("features"), np.concatenate([part.clip + by for part, by in zip(parts, shift)]), stack("crying"),
                stack("kinds"), stack("names"), stack("folds"), stack("onsets"))
