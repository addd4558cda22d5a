'use strict';
// What a page lets be heard: how loud it is and how much of a known tone is in it, block by block, said on the console.
// Nobody touches the page for that.

const { wav } = require('./kept.js');

const RATE = 48000;

// In the page, before its scripts. Whatever is connected to a loudspeaker is listened to as well.
function listen({ tone }) {
    const BLOCK = 4096;
    const real = AudioNode.prototype.connect;
    let ear = null;

    // Goertzel: the tone's amplitude.
    function amplitude(samples, hertz, rate) {
        const turn = 2 * Math.cos((2 * Math.PI * hertz) / rate);
        let [before, last] = [0, 0];
        for (const sample of samples) {
            [before, last] = [last, sample + turn * last - before];
        }
        return (2 * Math.sqrt(Math.max(0, before * before + last * last - turn * before * last))) / samples.length;
    }

    function say(samples, rate) {
        const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
        const beside = Math.max(amplitude(samples, tone * 0.9, rate), amplitude(samples, tone * 1.1, rate));
        console.debug('ear ' + JSON.stringify({ loudest, tone: amplitude(samples, tone, rate), beside }));
    }

    function earOf(context, loudspeaker) {
        const node = context.createScriptProcessor(BLOCK, 1, 1);
        node.onaudioprocess = ({ inputBuffer }) => say(inputBuffer.getChannelData(0), context.sampleRate);
        real.call(node, loudspeaker);
        return node;
    }

    AudioNode.prototype.connect = function connect(to, ...rest) {
        if (to instanceof AudioDestinationNode && this instanceof GainNode) {
            ear ||= earOf(this.context, to);
            real.call(this, ear);
        }
        return real.call(this, to, ...rest);
    };
}

// In the page: says when microphones are opened, and when the last one has been let go of; and lets a test hide the page.
function watch() {
    let hidden = false;
    Object.defineProperty(document, 'hidden', { get: () => hidden });
    Object.defineProperty(document, 'visibilityState', { get: () => (hidden ? 'hidden' : 'visible') });
    globalThis.ears = {
        hide(now) {
            hidden = now;
            document.dispatchEvent(new Event('visibilitychange'));
        },
    };
    const devices = navigator.mediaDevices;
    const real = devices.getUserMedia.bind(devices);
    const tracks = [];
    let lit = false;
    devices.getUserMedia = async (wanted) => {
        console.debug('asked ' + JSON.stringify(wanted));
        const stream = await real(wanted);
        tracks.push(...stream.getTracks());
        return stream;
    };
    setInterval(() => {
        const now = tracks.some((track) => track.readyState === 'live');
        if (now !== lit) {
            console.debug(now ? 'recording light on' : 'recording light off');
        }
        lit = now;
    }, 20);
}

// A WAV file of a tone for `tone_s`, and silence up to `length_s`.
function tone({ hertz, tone_s: toneS, length_s: lengthS }) {
    const pcm = Buffer.alloc(2 * Math.round(lengthS * RATE));
    for (let i = 0; i < toneS * RATE; i++) {
        const edge = Math.min(1, i / (0.05 * RATE), (toneS * RATE - i) / (0.05 * RATE));
        pcm.writeInt16LE(Math.round(9000 * edge * Math.sin((2 * Math.PI * hertz * i) / RATE)), 2 * i);
    }
    return wav(pcm);
}

// What the console said of an ear, in order, with every other line.
function hear(game) {
    const lines = [];
    game.page.on('console', (message) => {
        const text = message.text();
        lines.push(text.startsWith('ear ') ? { ear: JSON.parse(text.slice(4)) } : { text });
    });
    return lines;
}

module.exports = { hear, listen, tone, watch };
