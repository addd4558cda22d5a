"""What becomes of a sound on its way to a tablet: other pitches, a room, other sounds, a microphone, any loudness."""
from dataclasses import replace

import numpy as np
from scipy.signal import fftconvolve, resample_poly

from sound import CLIP, RATE, Sound, activity, fitted, level, random_for

# What a cry, or anything else, is heard through. The rest of the kinds are heard by themselves.
BACKGROUND = ("esc.rain", "esc.sea_waves", "esc.helicopter", "esc.crackling_fire", "esc.clock_tick", "speech.plain",
              "music", "synth.rush", "synth.machine", "synth.engine", "synth.crackle", "synth.breath", "synth.knocks")
# How many altered copies of each sound are trained with, beside itself.
COPIES = {"cry.esc": 10, "cry.home": 1, "cry.synth": 1, "esc": 4, "speech": 1, "music": 1, "own": 1, "effects": 1, "synth": 1, "laughed": 1}


def warped(samples, rate):
    """Played faster where rate (one value, or one for each sample) is above 1; pitch goes along."""
    place = np.cumsum(np.broadcast_to(rate, len(samples)))
    place = place[place < len(samples) - 1]
    return np.interp(place, np.arange(len(samples)), samples).astype(np.float32)


def swung(samples, rng):
    """As people speak to babies: the pitch swings widely, twice or so in a second."""
    time = np.arange(len(samples)) / RATE
    swing = np.sin(2 * np.pi * np.cumsum(rng.uniform(0.4, 1.8, len(time) // 4000 + 1).repeat(4000)[:len(time)]) / RATE)
    return warped(samples, 2 ** ((1 + 4 * swing * rng.uniform(0.5, 1.2)) / 12))


def laughed(samples, rng):
    """A voice let through in bursts, 4 to 6 a second, a breath before each: laughter with the voice of who cried."""
    time = np.arange(len(samples)) / RATE
    turn = np.cumsum(rng.uniform(3.8, 6.2) * rng.uniform(0.92, 1.08, len(time) // 3000 + 1).repeat(3000)[:len(time)]) / RATE
    open_part = rng.uniform(0.3, 0.5)
    gate = np.clip(np.minimum(turn % 1, open_part - turn % 1) * 12, 0, 1)
    row = np.interp((time / rng.uniform(1.2, 3.0)) % 1, [0, 0.75, 0.76, 1], [1, 0.5, 0, 0])
    breath = np.clip(np.sin(2 * np.pi * turn - 2), 0, 1) * 0.08 * np.abs(samples).max()
    return (row * (gate * samples + breath * rng.standard_normal(len(samples)))).astype(np.float32)


def room(samples, rng):
    """A room's answer: 0.15 to 0.9 s until it is gone, nearer or farther from who sounds."""
    length = int(rng.uniform(0.15, 0.9) * RATE)
    answer = rng.standard_normal(length) * 10 ** (-3 * np.arange(length) / length)
    answer *= 10 ** (rng.uniform(-15, 3) / 20) / np.sqrt(np.sum(answer ** 2))
    answer[:rng.integers(20, 150)] = 0
    answer[0] = 1
    heard = fftconvolve(samples, answer)[:len(samples)]
    return heard * level(samples) / level(heard)


def coloured(samples, rng):
    """As another microphone, or another place in the room, would: some bands louder, others softer."""
    spectrum = np.fft.rfft(samples)
    octaves = np.log2(np.maximum(np.fft.rfftfreq(len(samples), 1 / RATE), 30) / 30)
    return np.fft.irfft(spectrum * 10 ** (np.interp(octaves, np.arange(9), rng.uniform(-6, 6, 9)) / 20), len(samples))


def telephone(samples, rng):
    """8 kHz in 8 bits, as the recordings sent in by parents were: what is no cry must have that sound too."""
    narrow = resample_poly(samples, 1, 2)
    top = np.abs(narrow).max() + 1e-9
    bent = np.sign(narrow) * np.log1p(255 * np.abs(narrow) / top) / np.log(256)
    bent = np.round(bent * 127) / 127
    return resample_poly(np.sign(bent) * (256 ** np.abs(bent) - 1) / 255 * top, 2, 1)[:len(samples)]


def mixed(samples, other, ratio):
    """With other so many decibels below the louder parts of samples."""
    def loud(sound):
        frames = sound[:len(sound) // 1600 * 1600].reshape(-1, 1600)
        return np.sqrt(np.percentile(np.mean(np.square(frames), axis=1), 80) + 1e-12)
    if loud(other) < 1e-5 or loud(samples) < 1e-5:
        return samples
    return samples + other * loud(samples) / loud(other) * 10 ** (-ratio / 20)


def at_level(samples, decibels):
    """Loud parts at so many decibels below full scale; what is above full scale is clipped, as a microphone does."""
    frames = samples[:len(samples) // 1600 * 1600].reshape(-1, 1600)
    loudest = np.sqrt(np.mean(np.square(frames), axis=1).max() + 1e-12)
    return np.clip(samples * 10 ** (-decibels / 20) / max(loudest, 1e-5), -1, 1)


def later(sound, rng):
    """The same, begun later in the clip: what stood there before is what was after it, or nothing."""
    by = int(rng.uniform(0.3, 3.2) * RATE)
    active = sound.active if sound.active is not None else activity(sound.samples)
    moved = np.concatenate([np.zeros(by // 160, bool), active])[:CLIP // 160]
    return replace(sound, samples=fitted(np.concatenate([np.zeros(by), sound.samples])), active=moved)


def recorded(samples, rng):
    if rng.uniform() < 0.6:
        samples = room(samples, rng)
    if rng.uniform() < 0.5:
        samples = coloured(samples, rng)
    if rng.uniform() < 0.25:
        samples = telephone(samples, rng)
    hiss = rng.standard_normal(len(samples)) * 10 ** (-rng.uniform(50, 75) / 20)
    return at_level(samples, rng.choice([rng.uniform(2, 40), -6.0], p=[0.92, 0.08])) + hiss


def copy_of(sound, backgrounds, n):
    """The n-th altered copy. Backgrounds are of the sound's own fold, and never cry."""
    rng = random_for("copy", sound.name, n)
    if sound.kind.startswith(("cry.", "esc.")):
        samples = warped(sound.samples, 2 ** (rng.uniform(-2, 2) / 12))
        sound = replace(sound, samples=fitted(samples), active=activity(fitted(samples)) if sound.cry else None)
    if sound.cry and rng.uniform() < 0.4:
        sound = later(sound, rng)
    samples = sound.samples
    if rng.uniform() < 0.65:
        samples = mixed(samples, backgrounds[rng.integers(len(backgrounds))].samples, rng.uniform(0, 25))
    return replace(sound, name=f"{sound.name}#{n}", samples=recorded(samples, rng).astype(np.float32))


def laughing(sound):
    rng = random_for("laughed", sound.name)
    return Sound("laughed.cry", sound.name + "#laughed", sound.fold, laughed(sound.samples, rng))


def backgrounds_of(sounds, fold):
    return [sound for sound in sounds if sound.fold == fold and sound.kind in BACKGROUND]


def copies_of(sounds):
    """All altered copies of all the sounds."""
    behind = {fold: backgrounds_of(sounds, fold) for fold in {sound.fold for sound in sounds}}
    for sound in sounds:
        count = COPIES.get(sound.kind, COPIES.get(sound.kind.split(".")[0], 0))
        for n in range(count):
            yield copy_of(sound, behind[sound.fold], n)


def mixtures_of(sounds, ratio):
    """Each sound once with a background so many decibels below it, and nothing else done to it: to judge by."""
    for sound in sounds:
        rng = random_for("mixture", sound.name, ratio)
        behind = backgrounds_of(sounds, sound.fold)
        samples = np.clip(mixed(sound.samples, behind[rng.integers(len(behind))].samples, ratio), -1, 1)
        yield replace(sound, kind=f"{sound.kind}@{ratio}", name=f"{sound.name}@{ratio}", samples=samples.astype(np.float32))
