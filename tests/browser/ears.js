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
        const ms = (1000 * samples.length) / rate;
        console.debug('ear ' + JSON.stringify({ ms, loudest, tone: amplitude(samples, tone, rate), beside }));
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

// A WAV file of invented crying, as tests/invented_cry.h has it: breaths of a second about 450 Hz that rise and fall,
// tremble and swell, with 0.4 s between; and a room that is never quite still.
function crying({ length_s: lengthS }) {
    const rate = RATE / 3, count = Math.round(lengthS * rate);
    const samples = Float64Array.from({ length: count }, () => 0.004 * hoarse());
    for (let at = 0; at + rate <= count; at += 1.4 * rate) {
        breath(samples.subarray(at, at + rate), 450, rate);
    }
    const pcm = Buffer.alloc(2 * 3 * count);
    for (let i = 0; i < 3 * count; i++) {
        const at = Math.floor(i / 3), part = (i % 3) / 3;
        const sample = samples[at] + part * ((samples[at + 1] ?? samples[at]) - samples[at]);
        pcm.writeInt16LE(Math.round(32767 * Math.max(-1, Math.min(1, sample))), 2 * i);
    }
    return wav(pcm);
}

const hoarse = () => Math.random() + Math.random() + Math.random() + Math.random() - 2;

function resonance(hertz, width, rate) {
    const decay = Math.exp((-Math.PI * width) / rate), turn = 2 * decay * Math.cos((2 * Math.PI * hertz) / rate);
    let [one, two] = [0, 0];
    return (sample) => {
        const out = (1 - decay) * sample + turn * one - decay * decay * two;
        [two, one] = [one, out];
        return out;
    };
}

function breath(samples, height, rate) {
    const open = [resonance(1400, 350, rate), resonance(2900, 500, rate)], closed = resonance(700, 200, rate);
    let phase = 0;
    for (let i = 0; i < samples.length; i++) {
        const arch = Math.sin((Math.PI * i) / samples.length), tremble = Math.sin((2 * Math.PI * 7 * i) / rate);
        const hertz = height * (0.85 + 0.3 * arch + 0.015 * tremble);
        let wave = 0.4 * Math.sqrt(3) * hoarse();
        phase = (phase + hertz / rate) % 1;
        for (let n = 1; n * hertz < 7000; n++) {
            wave += Math.sin(2 * Math.PI * n * phase) / Math.sqrt(n);
        }
        const mouth = arch * (1 + 0.3 * tremble), bright = open[0](wave) + open[1](wave);
        samples[i] += 0.1 * Math.sqrt(arch) * (mouth * bright + (1 - mouth) * closed(wave));
    }
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

module.exports = { crying, hear, listen, tone, watch };
