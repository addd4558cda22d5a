"""Sounds that are computed: stand-ins for what a home is full of and no corpus here has; and crying as textbooks have it."""
import numpy as np
from scipy.signal import butter, fftconvolve, lfilter, sosfilt

from sound import CLIP, FOLDS, RATE, Sound, activity, random_for

TIME = np.arange(CLIP) / RATE


def noise(rng, colour=0.0, length=CLIP):
    """Power falls by 3 dB an octave for each unit of colour: 0 white, 1 pink, 2 brown."""
    spectrum = np.fft.rfft(rng.standard_normal(length))
    spectrum /= np.maximum(np.fft.rfftfreq(length, 1 / RATE), 20.0) ** (colour / 2)
    samples = np.fft.irfft(spectrum, length)
    return samples / np.sqrt(np.mean(samples ** 2))


def band(samples, low, high):
    return sosfilt(butter(2, [low, min(high, 7900)], "bandpass", fs=RATE, output="sos"), samples)


def harmonics(pitch, weights):
    """A tone whose pitch is given for each sample; weights are of its harmonics, or a function of their frequency."""
    phase = 2 * np.pi * np.cumsum(pitch) / RATE
    total = np.zeros(len(pitch))
    count = len(weights) if not callable(weights) else int(min(40, 6000 / max(50.0, pitch.min())))
    for n in range(1, count + 1):
        weight = weights(n * pitch) if callable(weights) else weights[n - 1]
        total += weight * np.sin(n * phase) * (n * pitch < 7500)
    return total


def formants(*centres, tilt=1.0):
    """The voice's spectrum: resonances over a source that falls with frequency."""
    def weight(frequency):
        resonance = sum(1 / (1 + ((frequency - c) / (60 + 0.06 * c)) ** 2) for c in centres)
        return (0.05 + resonance) * (200 / np.maximum(frequency, 200)) ** tilt
    return weight


def vowel(rng, size=1.0):
    """An open or closed vowel of an adult (size 1) or a child (about 1.3)."""
    first, second, third = rng.choice([(730, 1100, 2450), (530, 1850, 2500), (300, 2200, 2950), (320, 800, 2240), (500, 1500, 2500)])
    return formants(first * size, second * size, third * size, tilt=rng.uniform(0.6, 1.6))


def swell(length, rise=0.02, fall=0.05):
    """An envelope that rises and falls within so many seconds, in samples."""
    shape = np.ones(length)
    up, down = min(length // 2, int(rise * RATE) + 1), min(length // 2, int(fall * RATE) + 1)
    shape[:up] *= np.linspace(0, 1, up)
    shape[length - down:] *= np.linspace(1, 0, down)
    return shape


def put(total, at, samples):
    end = min(len(total), at + len(samples))
    if 0 <= at < end:
        total[at:end] += samples[:end - at]


def notes(rng, every, length, sound):
    """Calls sound(samples, index) for each of a row of events; every and length are (least, most) seconds."""
    total, at, index = np.zeros(CLIP), int(rng.uniform(0, 0.5) * RATE), 0
    while at < CLIP:
        samples = max(200, int(rng.uniform(*length) * RATE))
        put(total, at, sound(samples, index))
        at += max(samples // 2, int(rng.uniform(*every) * RATE))
        index += 1
    return total


def glide(samples, *pitches):
    """A pitch that goes through these, evenly in time, smoothly enough."""
    return np.interp(np.linspace(0, 1, samples), np.linspace(0, 1, len(pitches)), pitches)


def laugh(rng, low=260, high=900, size=1.3):
    """Ha-ha-ha: short voiced bursts after a breath each, 4 to 6 a second, in rows; each row sinks."""
    total, at = np.zeros(CLIP), int(rng.uniform(0, 0.6) * RATE)
    while at < CLIP:
        rate, pitch, say = rng.uniform(3.8, 6.5), rng.uniform(low, high), vowel(rng, size * rng.uniform(0.9, 1.15))
        for n in range(rng.integers(3, 11)):
            length = int(rng.uniform(0.35, 0.65) / rate * RATE)
            top = pitch * rng.uniform(0.92, 1.1)
            burst = harmonics(glide(length, top, top * rng.uniform(1.0, 1.12), top * rng.uniform(0.7, 0.95)), say)
            breath = band(rng.standard_normal(length), 800, 4000) * rng.uniform(0.02, 0.2)
            loud = rng.uniform(0.6, 1.0) * 0.96 ** n
            put(total, at, loud * swell(length, 0.01, 0.04) * burst / (np.abs(burst).max() + 1e-9))
            put(total, at - length // 2, loud * swell(length) * breath)
            at += int(RATE / rate * rng.uniform(0.9, 1.1))
            pitch *= rng.uniform(0.94, 1.02)
        at += int(rng.uniform(0.2, 1.0) * RATE)
    return total


def chuckle(rng):
    return laugh(rng, 110, 320, 1.0)


def siren(rng):
    low, ratio, period = rng.uniform(350, 900), rng.uniform(1.4, 2.6), rng.choice([rng.uniform(0.2, 0.5), rng.uniform(1.0, 5.0)])
    turn = (TIME / period + rng.uniform()) % 1
    shape = [np.abs(2 * turn - 1), 0.5 + 0.5 * np.sin(2 * np.pi * turn), (turn > 0.5) * 1.0, turn][rng.integers(4)]
    return harmonics(low * ratio ** shape, rng.uniform(0.1, 1.0) ** np.arange(1, 7))


def alarm(rng):
    pitch, rate, duty = rng.uniform(450, 3300), rng.uniform(1, 10), rng.uniform(0.3, 0.7)
    second = pitch * rng.choice([1.0, 1.0, 1.2, 0.8])
    turn = TIME * rate
    tone = harmonics(np.where(turn % 2 < 1, pitch, second), rng.choice([0.0, 0.5, 0.8]) ** np.arange(5))
    return tone * ((turn % 1) < duty) * ((TIME % rng.uniform(1, 5)) < rng.uniform(0.5, 4))


def whistle(rng):
    base = rng.uniform(600, 2200)

    def note(length, _):
        pitch = base * 2 ** (rng.integers(-5, 8) / 12)
        wave = pitch * (1 + 0.015 * np.sin(2 * np.pi * rng.uniform(4, 7) * np.arange(length) / RATE))
        return swell(length, 0.03, 0.06) * (harmonics(wave * glide(length, rng.uniform(0.85, 1.1), 1.0), [1, 0.1, 0.03]))
    return notes(rng, (0.2, 0.9), (0.12, 0.9), note)


def cat(rng):
    """Miaows: one glide up and down, the mouth opening and closing over it."""
    base = rng.uniform(350, 750)

    def miaow(length, _):
        top = base * rng.uniform(1.0, 1.4)
        pitch = glide(length, base * rng.uniform(0.7, 1.0), top, top * 0.97, base * rng.uniform(0.55, 0.9))
        closed, opened = formants(400, 2300, 3200), formants(1000, 1700, 3000)
        mouth = np.sin(np.linspace(0, np.pi, length)) ** 2
        return swell(length, 0.08, 0.2) * ((1 - mouth) * harmonics(pitch, closed) + mouth * harmonics(pitch, opened))
    return notes(rng, (1.0, 3.5), (0.3, 0.9), miaow)


def creak(rng):
    def hinge(length, _):
        rate = glide(length, *rng.uniform(15, 350, 4))
        clicks = (np.diff(np.floor(np.cumsum(rate) / RATE), prepend=0) > 0) * rng.uniform(0.5, 1.0, length)
        total = np.zeros(length)
        for _ in range(4):
            angle, radius = 2 * np.pi * rng.uniform(300, 3500) / RATE, rng.uniform(0.96, 0.995)
            total += lfilter([1.0], [1, -2 * radius * np.cos(angle), radius ** 2], clicks) * (1 - radius)
        return swell(length, 0.1, 0.1) * total
    return notes(rng, (0.8, 2.5), (0.4, 1.8), hinge)


SCALE = (0, 2, 4, 5, 7, 9, 11, 12)


def sung(rng):
    """A lullaby on vowels: steady notes with vibrato, bound or not."""
    base, say = rng.uniform(180, 420), vowel(rng, rng.uniform(1.0, 1.25))
    depth, rate = rng.uniform(0.003, 0.025), rng.uniform(4.5, 6.5)

    def note(length, _):
        pitch = base * 2 ** (SCALE[rng.integers(8)] / 12)
        wave = pitch * (1 + depth * np.sin(2 * np.pi * rate * np.arange(length) / RATE))
        return swell(length, 0.04, 0.08) * harmonics(wave * glide(length, rng.uniform(0.94, 1.0), *[1.0] * 5), say)
    return notes(rng, (0.25, 0.9), (0.25, 1.1), note)


def flute(rng):
    base, colour = rng.uniform(280, 800), rng.uniform(0.1, 0.5)

    def note(length, _):
        pitch = np.full(length, base * 2 ** (SCALE[rng.integers(8)] / 12))
        wave = pitch * (1 + 0.006 * np.sin(2 * np.pi * 5 * np.arange(length) / RATE))
        return swell(length, 0.04, 0.05) * (harmonics(wave, colour ** np.arange(6)) + 0.03 * rng.standard_normal(length))
    return notes(rng, (0.15, 0.8), (0.15, 1.0), note)


def birds(rng):
    base = rng.uniform(1500, 3600)

    def chirp(length, _):
        return swell(length, 0.01, 0.03) * harmonics(base * glide(length, *rng.uniform(0.7, 1.3, rng.integers(2, 5))), [1, 0.2])
    return notes(rng, (0.08, 0.7), (0.04, 0.3), chirp)


def crow(rng):
    base, say = rng.uniform(280, 650), formants(rng.uniform(900, 1600), 2400, tilt=0.4)

    def caw(length, _):
        rough = 1 + 0.06 * rng.standard_normal(length // 80 + 2).repeat(80)[:length]
        voice = harmonics(base * glide(length, 0.9, 1.05, 0.85) * rough, say)
        return swell(length, 0.03, 0.1) * voice * (1 + 0.5 * rng.standard_normal(length))
    return notes(rng, (0.4, 1.3), (0.2, 0.5), caw)


def ring(rng):
    low = rng.uniform(400, 2200)
    trill = np.where((TIME * rng.uniform(12, 30)) % 1 < 0.5, low, low * rng.uniform(1.1, 1.5))
    return harmonics(trill, rng.uniform(0.1, 0.7) ** np.arange(5)) * ((TIME % 3) < rng.uniform(0.6, 2.5))


def bells(rng):
    base = rng.uniform(300, 1400)

    def bell(length, _):
        decay = np.exp(-np.arange(length) / RATE / rng.uniform(0.2, 0.8))
        return decay * sum(np.sin(2 * np.pi * base * ratio * np.arange(length) / RATE) / ratio
                           for ratio in (0.5, 1, 1.19, 1.56, 2, 2.74) * rng.uniform(0.98, 1.02, 6))
    return notes(rng, (0.4, 1.5), (1.0, 2.5), bell)


def toy(rng):
    base = rng.uniform(500, 1300)

    def squeak(length, _):
        return swell(length, 0.02, 0.03) * harmonics(base * glide(length, *rng.uniform(0.7, 1.3, 3)), 0.75 ** np.arange(8))
    return notes(rng, (0.15, 1.2), (0.06, 0.35), squeak)


def babble(rng):
    """Ba-ba-da: short syllables of a contented child."""
    base, say = rng.uniform(250, 450), vowel(rng, 1.35)

    def syllable(length, _):
        top = base * rng.uniform(0.85, 1.25)
        return swell(length, 0.015, 0.06) * harmonics(glide(length, top * 0.9, top, top * rng.uniform(0.75, 1)), say)
    return notes(rng, (0.25, 0.6), (0.1, 0.28), syllable)


def call(rng):
    """Peek-a-boo, coo-ee, where are yooou: a grown-up's long gliding calls."""
    base = rng.uniform(190, 420)

    def word(length, index):
        say = vowel(rng, rng.uniform(1.0, 1.2))
        turns = base * rng.uniform(0.75, 1.7, rng.integers(2, 5))
        return swell(length, 0.03, 0.08) * harmonics(glide(length, *turns), say)
    return notes(rng, (0.2, 1.3), (0.12, 0.85), word)


def engine(rng):
    rate = rng.uniform(25, 140) * (1 + 0.1 * np.interp(TIME, np.linspace(0, 5, 6), rng.standard_normal(6)))
    pulses = harmonics(rate, rng.uniform(0.8, 0.95) ** np.arange(40) * rng.uniform(0.3, 1.0, 40))
    return pulses + rng.uniform(0.2, 2.0) * noise(rng, rng.uniform(0.5, 2.0))


def machine(rng):
    """A vacuum cleaner, a fan, a dryer: noise over a whine."""
    whine = harmonics(np.full(CLIP, rng.uniform(90, 900)), rng.uniform(0.3, 0.8) ** np.arange(8))
    return noise(rng, rng.uniform(0, 1.5)) + rng.uniform(0.1, 1.5) * whine


def knocks(rng):
    centre = rng.uniform(100, 2500)

    def knock(length, _):
        return band(rng.standard_normal(length), centre * 0.6, centre * 1.6) * np.exp(-np.arange(length) / RATE / rng.uniform(0.01, 0.08))
    return notes(rng, (0.1, 1.2), (0.1, 0.4), knock)


def crickets(rng):
    chirp = np.clip(np.sin(2 * np.pi * rng.uniform(15, 60) * TIME), 0, 1) * ((TIME * rng.uniform(0.8, 4)) % 1 < rng.uniform(0.3, 1))
    return chirp * np.sin(2 * np.pi * rng.uniform(2200, 3900) * TIME) + 0.05 * noise(rng, 1)


def coughs(rng):
    low = rng.uniform(200, 700)

    def cough(length, _):
        voice = harmonics(glide(length, rng.uniform(150, 500), rng.uniform(120, 350)), vowel(rng)) * rng.uniform(0, 0.6)
        return swell(length, 0.005, 0.15) * (band(rng.standard_normal(length), low, low * 5) + voice)
    return notes(rng, (0.3, 1.8), (0.12, 0.45), cough)


def breath(rng):
    rate = rng.uniform(0.2, 0.8)
    return band(noise(rng, 1), 150, 2500) * np.clip(np.sin(2 * np.pi * rate * TIME + rng.uniform(0, 6)), 0, 1) ** 2


def rush(rng):
    """Rain, wind, water, traffic, a hall: noise that comes and goes slowly."""
    slow = np.interp(TIME, np.linspace(0, 5, 12), rng.uniform(0.1, 1.0, 12)) ** rng.uniform(0, 2)
    return noise(rng, rng.uniform(0, 2.2)) * slow


def crackle(rng):
    """Cellophane, fire, keys, cutlery: many small clicks."""
    clicks = (rng.uniform(size=CLIP) < rng.uniform(0.0005, 0.01)) * rng.standard_normal(CLIP) ** 3
    return fftconvolve(clicks, rng.standard_normal(200) * np.exp(-np.arange(200) / rng.uniform(5, 60)))[:CLIP]


def silence(rng):
    return noise(rng, rng.uniform(0, 2)) * rng.choice([0.0, 1.0])


def cry(rng):
    """Crying as it is described: long breaths that rise and fall, a wide open mouth, more or less hoarse."""
    base, rough, every = rng.uniform(350, 580), rng.choice([0.0, 0.0, 0.02, 0.05]), rng.uniform(1.2, 1.9)
    mouth = [resonator(rng.uniform(900, 1400), rng.uniform(100, 200)), resonator(rng.uniform(2600, 3500), rng.uniform(100, 300))]
    falling = rng.uniform(0.4, 0.8)

    def breath(length, _):
        pitch = glide(length, *base * np.array([rng.uniform(0.75, 0.95), rng.uniform(1.0, 1.2), rng.uniform(0.65, 0.85)]))
        pitch = pitch * (1 + rough * rng.standard_normal(length // 160 + 1).repeat(160)[:length])
        wave = harmonics(pitch, np.arange(1.0, 20.0) ** -falling)
        return swell(length, 0.05, 0.05) * (0.4 * wave + 3 * sum(lfilter(*one, wave) for one in mouth))
    return notes(rng, (every, every * 1.1), (every * 0.6, every * 0.85), breath) + rng.uniform(0.002, 0.03) * rng.standard_normal(CLIP)


def resonator(centre, width):
    """One hill in a spectrum, as a filter's coefficients."""
    decay = np.exp(-np.pi * width / RATE)
    return [1 - decay], [1, -2 * decay * np.cos(2 * np.pi * centre / RATE), decay ** 2]


KINDS = (laugh, siren, cat, sung, crow, alarm, toy, whistle, chuckle, flute, call, birds, creak, babble, ring, bells, engine,
         crickets, coughs, machine, knocks, breath, rush, crackle, silence)


def loud(samples):
    return (0.3 * samples / (np.abs(samples).max() + 1e-9)).astype(np.float32)


def sounds(of_each):
    """Whole kinds share a fold: what is judged was never trained on, not even in kind."""
    made = []
    for index, make in enumerate(KINDS):
        for n in range(of_each):
            samples = loud(make(random_for("synth", make.__name__, n)))
            if make is silence:
                samples *= np.float32(10 ** (-random_for("hush", n).uniform(30, 60) / 20))
            made.append(Sound("synth." + make.__name__, f"{make.__name__}-{n}", FOLDS[index % 3], samples))
    return made


def crying(count):
    """To train with, not to judge by."""
    for n in range(count):
        samples = loud(cry(random_for("synth", "cry", n)))
        yield Sound("cry.synth", f"cry-{n}", FOLDS[n % 3], samples, activity(samples))
