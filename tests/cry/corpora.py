"""Where the recordings come from: ESC-10 and donateacry in a folder, the rest in Debian's packages and the game's own sounds."""
import csv
import subprocess
from pathlib import Path
from zlib import crc32

import numpy as np

from augment import laughing, swung
from sound import CLIP, FOLDS, RATE, Sound, activity, fitted, fold_of, pieces, random_for

ASTERISK = Path("/usr/share/asterisk/sounds")
SPEAKERS = ("en_US_f_Allison", "fr_CA_f_June")
KTUBERLING = Path("/usr/share/ktuberling/sounds")
SUPERTUX = Path("/usr/share/games/supertux2")
OWN = Path(__file__).resolve().parents[2] / "assets/sounds"
RAISED = (4, 7)  # semitones


def place_of(work, path, form=(), filters=()):
    return work / "decoded" / f"{crc32(repr((str(path), form, filters)).encode()):08x}.raw"


def decode(work, paths, form=(), filters=()):
    """Recordings to raw samples in work, many in one go; what was decoded once is kept."""
    wanted = [(path, place_of(work, path, form, filters)) for path in paths]
    wanted = [(path, place) for path, place in wanted if not place.exists()]
    command = ["ffmpeg", "-v", "error", "-nostdin", "-y"]
    for path, _ in wanted:
        command += [*form, "-i", str(path)]
    for n, (_, place) in enumerate(wanted):
        place.parent.mkdir(parents=True, exist_ok=True)
        changed = ["-af", ",".join(filters)] if filters else []
        command += ["-map", f"{n}:a", *changed, "-ac", "1", "-ar", str(RATE), "-f", "s16le", f"{place}.part"]
    if wanted:
        subprocess.run(command, check=True)
    for _, place in wanted:
        Path(f"{place}.part").rename(place)


def decoded(work, path, form=(), filters=()):
    decode(work, [path], form, filters)
    return np.fromfile(place_of(work, path, form, filters), np.int16).astype(np.float32) / 32768


def all_decoded(work, paths):
    for at in range(0, len(paths), 40):
        decode(work, paths[at:at + 40])
    return [decoded(work, path) for path in paths]


def esc(data, work):
    """Its own folds; clips of one Freesound recording share one."""
    with open(data / "esc10/index.csv", newline="") as index:
        rows = list(csv.DictReader(index))
    for row, samples in zip(rows, all_decoded(work, [data / "esc10" / row["file"] for row in rows])):
        cry = row["class"] == "crying_baby"
        samples = fitted(samples)
        yield Sound("cry.esc" if cry else "esc." + row["class"], row["file"], int(row["fold"]), samples,
                    activity(samples) if cry else None)


def home(data, work):
    """donateacry: parents' recordings. A device is in one fold; its number is the middle of the name."""
    paths = sorted((data / "donateacry").glob("*.flac"))
    for path, samples in zip(paths, all_decoded(work, paths)):
        device = path.stem.split("__")[1][:36].lower()
        clip = fitted(samples)
        yield Sound("cry.home", path.name, fold_of(device), clip, activity(clip))


def voices(work):
    """(language, fold, one long recording) for every language that is trained with."""
    for fold, speaker in zip(FOLDS, SPEAKERS):
        yield speaker[:2], fold, joined(work, sorted((ASTERISK / speaker).rglob("*.g722")), speaker)
    for n, language in enumerate(ktuberling()[1::2]):
        yield "kt-" + language.name, FOLDS[n % 3], np.concatenate(all_decoded(work, spoken(language)))


def ktuberling():
    """Its languages; the same voice in another spelling (sr@latin) is no other."""
    return [folder for folder in sorted(KTUBERLING.iterdir()) if spoken(folder) and "@" not in folder.name]


def spoken(language):
    return sorted([*language.rglob("*.wav"), *language.rglob("*.ogg")])


def stored(work, name, contents):
    """A file of its own for what was put together: what is decoded from it is kept under its name."""
    path = work / f"{name}-{crc32(contents):08x}"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(contents)
    return path


def joined(work, paths, name):
    """G.722 has no header, so that files joined are a file."""
    whole = b"".join(path.read_bytes() for path in paths if "silence" not in path.parts)
    return decoded(work, stored(work, name, whole), ("-f", "g722"))


def raised(work, name, samples, semitones, tempo):
    """The voice higher by so many semitones, at tempo times its speed."""
    source = stored(work, name, (np.clip(samples, -1, 1) * 32767).astype(np.int16).tobytes())
    ratio = 2 ** (semitones / 12)
    return decoded(work, source, ("-f", "s16le", "-ar", "16000", "-ac", "1"),
                   (f"asetrate={round(16000 * ratio)}", "aresample=16000", f"atempo={tempo / ratio:.4f}"))


def spoken_sounds(work, language, fold, samples, most):
    """A language as it is, raised, as one speaks to babies, and as a small child would."""
    whole = samples[:CLIP * most * 4]
    made = {"plain": whole, "swung": swung(raised(work, language, whole, 2, 0.85), random_for("swung", language)),
            "child": swung(raised(work, language, whole, 9, 0.85), random_for("child", language))}
    for semitones in RAISED:
        made[f"+{semitones}"] = raised(work, language, whole, semitones, 0.9)
    for kind, samples in made.items():
        for n, piece in enumerate(pieces(samples, most)):
            yield Sound("speech." + kind, f"{language}-{kind}-{n}", fold, piece)


def speech(work):
    for language, fold, samples in voices(work):
        yield from spoken_sounds(work, language, fold, samples, 16 if language.startswith("kt-") else 40)


def strangers(work):
    """The other half of KTuberling's languages: the shipped model never hears them."""
    for language in ktuberling()[::2]:
        samples = np.concatenate(all_decoded(work, spoken(language)))
        yield from spoken_sounds(work, "kt-" + language.name, 0, samples, 8)


def music(work):
    tracks = sorted((SUPERTUX / "music").rglob("*.ogg"))
    for n, (track, samples) in enumerate(zip(tracks, all_decoded(work, tracks))):
        for k, piece in enumerate(pieces(samples, 4)):
            yield Sound("music", f"{track.stem}-{k}", FOLDS[n % 3], piece)


def single(work, kind, folder):
    """A folder of short sounds; numbered ones of a name share a fold."""
    paths = sorted([*folder.glob("*.ogg"), *folder.glob("*.wav")])
    for path, samples in zip(paths, all_decoded(work, paths)):
        for k, piece in enumerate(pieces(samples, 3)):
            yield Sound(kind, f"{kind}-{path.stem}-{k}", fold_of(path.stem.rstrip("0123456789_")), piece)


def recordings(data, work):
    """Everything that is trained with, as it was recorded; and the laughter made of some of the crying."""
    sounds = [*esc(data, work), *home(data, work), *speech(work), *music(work),
              *single(work, "own", OWN), *single(work, "effects", SUPERTUX / "sounds")]
    cries = [sound for sound in sounds if sound.cry]
    return sounds + [laughing(sound) for sound in cries if sound.kind == "cry.esc"] + [laughing(sound) for sound in cries[24::3]]
