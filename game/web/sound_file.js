'use strict';
// A sound file that the browser can read (a telephone's m4a, mp3, ogg), made one that the game can read.

(() => {
    const RATE = 48000;
    const LONGEST_S = 600; // what the game takes: store/take.h
    const BYTES_MOST = 32 << 20; // of a packed file; ten minutes of a voice are a third of it
    const HEADER = 44;

    function header(view, rate, count) {
        const text = (at, letters) => [...letters].forEach((c, i) => view.setUint8(at + i, c.charCodeAt(0)));
        text(0, 'RIFF');
        view.setUint32(4, HEADER - 8 + 2 * count, true);
        text(8, 'WAVEfmt ');
        view.setUint32(16, 16, true);
        view.setUint16(20, 1, true); // whole numbers
        view.setUint16(22, 1, true); // one channel
        view.setUint32(24, rate, true);
        view.setUint32(28, 2 * rate, true);
        view.setUint16(32, 2, true);
        view.setUint16(34, 16, true);
        text(36, 'data');
        view.setUint32(40, 2 * count, true);
    }

    // sample(i) is from -1 to 1.
    function wav(rate, count, sample) {
        const bytes = new Uint8Array(HEADER + 2 * count);
        const view = new DataView(bytes.buffer);
        header(view, rate, count);
        for (let i = 0; i < count; i++) {
            view.setInt16(HEADER + 2 * i, Math.round(32767 * Math.max(-1, Math.min(1, sample(i)))), true);
        }
        return bytes;
    }

    function mono(sound) {
        const sides = Array.from({ length: sound.numberOfChannels }, (_, i) => sound.getChannelData(i));
        return i => sides.reduce((sum, side) => sum + side[i], 0) / sides.length;
    }

    // The game has a sentence for what is too long: silence of a second more, at a rate that costs nothing.
    function tooLong() {
        return wav(1000, (LONGEST_S + 1) * 1000, () => 0);
    }

    // Rejects what the browser can't read. The buffer stays the caller's.
    peekaboo.sound.toWav = async buffer => {
        if (buffer.byteLength > BYTES_MOST) {
            return tooLong();
        }
        const Offline = globalThis.OfflineAudioContext || globalThis.webkitOfflineAudioContext;
        const sound = await new Offline(1, 1, RATE).decodeAudioData(buffer.slice(0));
        return sound.duration > LONGEST_S ? tooLong() : wav(sound.sampleRate, sound.length, mono(sound));
    };
})();
