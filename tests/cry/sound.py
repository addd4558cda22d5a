"""What every script here means by a sound, and by its place in cross-validation."""
from dataclasses import dataclass
from zlib import crc32

import numpy as np

RATE = 16000
FOLDS = (1, 2, 3)
CLIP = 5 * RATE  # samples; as long as the clips of ESC-10


@dataclass(frozen=True)
class Sound:
    kind: str  # "cry.esc", "esc.dog", "speech.en", "synth.siren" ...
    name: str  # unlike every other
    fold: int  # what has something to do with each other (a Freesound id, a device, a language) shares a fold
    samples: np.ndarray  # float32, -1 to 1
    active: np.ndarray = None  # for crying: whether there is any, for each 10 ms; None where all of it counts

    @property
    def cry(self):
        return self.kind.startswith("cry.")


def random_for(*words):
    """The same dice for the same words, whatever else was drawn before."""
    return np.random.default_rng(crc32("/".join(map(str, words)).encode()))


def fold_of(group):
    return FOLDS[crc32(group.encode()) % len(FOLDS)]


def level(samples):
    return float(np.sqrt(np.mean(np.square(samples)) + 1e-12))


def fitted(samples, length=CLIP):
    """Cut, or followed by silence, to the length."""
    return np.pad(samples[:length], (0, max(0, length - len(samples)))).astype(np.float32)


def pieces(samples, most):
    """At most so many pieces of five seconds, evenly spread over a longer recording."""
    starts = np.arange(0, max(1, len(samples) - CLIP + 1), CLIP)
    chosen = starts[np.unique(np.linspace(0, len(starts) - 1, min(most, len(starts))).astype(int))]
    return [fitted(samples[start:]) for start in chosen]


def activity(samples):
    """For each 10 ms, whether the sound is within 30 dB of its louder parts."""
    frames = samples[:len(samples) // 160 * 160].reshape(-1, 160)
    levels = np.sqrt(np.mean(np.square(frames), axis=1) + 1e-12)
    loud = np.maximum(levels, np.roll(levels, 1))
    return loud > 10 ** (-30 / 20) * np.percentile(levels, 95)
