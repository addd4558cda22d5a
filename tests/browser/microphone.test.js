'use strict';
// The microphone of a browser: what is said into it becomes a clip that plays when the friend comes back; one that is
// refused is spoken of; and none listens any longer than the recorder does.
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { test } = require('node:test');
const { open, sleep } = require('./driver.js');
const { hear, listen, tone: toneFile, watch } = require('./ears.js');
const { lines: linesOf } = require('./eyes.js');
const { tap, ready } = require('./family.js');
const { fileOf } = require('./kept.js');
const { run } = require('./program.js');

const TONE = 1234; // Hz, in no tune of the game
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'peekaboo_microphone_'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));

// Where things are, on a page of 1280 by 800.
const RECORD = [0.72, 0.735];
const KEEP = [0.69, 0.72];
const BACK = [0.028, 0.06];
const PLAY = [0.222, 0.85];
const CLOSE = [0.8, 0.25];
const RETRY = [0.69, 0.69];
const LISTEN = [1182, 226]; // its switch, in Settings ...
const LISTEN_SAYS = { x: 740, y: 145, w: 384, h: 330 }; // ... and what its row says, with the row below, whose words go down
const HELP = { x: 320, y: 250, w: 500, h: 260 }; // what a failed microphone's sheet says beside its disc

function inFolder(name, bytes) {
    const file = path.join(folder, name);
    fs.writeFileSync(file, bytes);
    return file;
}

// Mama is there, and has said hello.
function family() {
    const hello = inFolder('hello.wav', toneFile({ hertz: 440, tone_s: 1, length_s: 1.2 }));
    const data = path.join(folder, 'family');
    const words = ['voice', 'add', '--data', data, '--who', 'Mama', '--moment', 'hello', hello];
    fs.rmSync(data, { recursive: true, force: true });
    run(words);
    return fs.readFileSync(path.join(data, 'family.db'));
}

function recorder(t, { init = [], ...options }) {
    return open(t, {
        arguments: ['--data', '/family', '--with', 'Mama', '--screen', 'recorder', '--trace', '-', '--seed', '7'],
        files: { '/family/family.db': family() },
        init: [...init, [watch]],
        ...options,
    });
}

const times = (game, state) => game.said.filter((text) => text === `recording light ${state}`).length;

// Waits until the recording light, as the page's tracks tell of it, has gone on or off for the count'th time.
async function light(game, state, count = 1) {
    for (let tries = 0; times(game, state) < count; tries++) {
        assert(tries < 400, `the recording light goes ${state} (${count})`);
        await sleep(50);
    }
}

async function staysOff(game, ms) {
    const off = times(game, 'off');
    await sleep(ms);
    return times(game, 'off') === off && times(game, 'on') === off;
}

// A frame that takes a second, as on a busy machine, counts as the background: the recorder is then ready again, with the
// microphone opened anew, and is asked once more. In the review nothing listens.
async function record(game) {
    await game.line(/microphone listening/);
    await sleep(500);
    for (let tries = 0; !(await staysOff(game, 1000)); tries++) {
        assert(tries < 20, 'a take is made');
        if (tries % 8 === 0) { // counting and the longest take are over
            await game.hands.tap(...RECORD);
        }
    }
}

async function keep(game) {
    await game.hands.tap(...KEEP);
    await game.event('scene', { name: 'voices' });
    await sleep(500);
}

async function playFromVoices(game) {
    await game.hands.tap(...BACK);
    await game.event('scene', { name: 'home' });
    await sleep(500);
    await game.hands.tap(...PLAY);
}

// How long the clip is that Mama has for the return, as the program reads it from the page's file.
async function keptMs(game) {
    const data = path.join(folder, 'kept');
    fs.mkdirSync(data, { recursive: true });
    fs.writeFileSync(path.join(data, 'family.db'), await fileOf(game, '/family/family.db'));
    const row = run(['voice', 'list', '--data', data]).split('\n').find((line) => line.includes('return'));
    return Number(/\sreturn\s+1\s+(\d+)/.exec(row)[1]);
}

const sounded = (line) => line.ear && line.ear.tone > 0.03 && line.ear.tone > 5 * line.ear.beside;

test('a known tone through the microphone is the clip that plays at the return', async (t) => {
    const tone = inFolder('tone.wav', toneFile({ hertz: TONE, tone_s: 2.6, length_s: 3.5 }));
    const game = await recorder(t, { microphone: tone, init: [[listen, { tone: TONE }]] });
    const heard = hear(game);
    await record(game);
    await game.shot('recorder_review');
    await keep(game);
    await playFromVoices(game);
    const sound = await game.event('sound', { moment: 'return' }, 40000);
    await sleep(2500);
    assert.strictEqual(sound.clip, 'Mama/return/1');
    const at = heard.findIndex((line) => line.text?.includes('"moment":"return"'));
    assert.strictEqual(heard.slice(0, at).filter(sounded).length, 0, 'nothing of it before the return');
    // A hitch of a second ends a take early, and what was said until then is kept: so long is heard, up to its silence.
    const heardMs = heard.slice(at).filter(sounded).reduce((ms, { ear }) => ms + ear.ms, 0);
    const wholeMs = Math.min(await keptMs(game), 2000);
    assert(heardMs >= 0.5 * wholeMs, `${heardMs} of ${wholeMs} ms of it are heard at the return`);
});

test('the microphone is asked for as it is, and in the background and behind the recorder it is off', async (t) => {
    const game = await recorder(t, {});
    await game.line(/microphone listening/);
    await sleep(1500);
    const before = times(game, 'off');
    const asked = JSON.parse(game.said.find((text) => text.startsWith('asked ')).slice(6)).audio;
    assert.deepStrictEqual([asked.echoCancellation, asked.noiseSuppression, asked.autoGainControl], [false, false, false]);
    await game.ask(`ears.hide(true)`);
    await light(game, 'off', before + 1);
    await game.ask(`ears.hide(false)`);
    await light(game, 'on', before + 2);
    await sleep(500);
    await game.hands.tap(...CLOSE);
    await game.event('scene', { name: 'voices' });
    await light(game, 'off', before + 2);
});

test('a refused microphone gets its sentence, and once it is allowed all is well', async (t) => {
    const game = await recorder(t, { microphone: 'refused' });
    await game.line(/microphone NotAllowedError/);
    await sleep(500);
    const said = await linesOf(game, await game.shot('recorder_refused'), HELP);
    assert(said >= 4, `${said} lines say how it is allowed`);
    await game.context.grantPermissions(['microphone']);
    await game.hands.tap(...RETRY);
    await light(game, 'on');
});

test('where there is none the sheet says only that', async (t) => {
    const game = await recorder(t, { init: [[() => {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('none', 'NotFoundError'));
    }]] });
    await game.line(/microphone NotFoundError/);
    await sleep(500);
    const said = await linesOf(game, await game.shot('recorder_none'), HELP);
    assert(said >= 1 && said <= 2, `${said} lines`);
});

test('a question that stands for long is no microphone that stalled', async (t) => {
    const game = await recorder(t, { init: [[() => {
        const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        navigator.mediaDevices.getUserMedia = (wanted) => new Promise((answer) => {
            globalThis.answer = () => answer(real(wanted));
        });
    }]] });
    await sleep(4000);
    await game.shot('recorder_asks');
    await game.hands.tap(...RECORD); // nothing to count down to yet
    await game.ask('answer()');
    await record(game);
    await game.hands.tap(...KEEP); // its beeps
    await game.event('scene', { name: 'voices' });
});

// ---- listening for crying is switched on

const asks = (game) => game.said.filter((text) => text.startsWith('asked ')).length;
const wasKept = async (game) => (await fileOf(game, '/family/family.db')).includes('listen');

async function settings(t, options) {
    const game = await open(t, { arguments: ['--data', '/family', '--screen', 'settings', '--trace', '-', '--language', 'en'], init: [[watch]], ...options });
    await ready(game, 'settings');
    assert.strictEqual(asks(game), 0, 'looking at it asks for nothing');
    return game;
}

test('whoever switches on that it listens for crying is asked there, and then the light is off again', async (t) => {
    const game = await settings(t, {});
    await tap(game, ...LISTEN);
    await light(game, 'on');
    await light(game, 'off');
    await sleep(1000);
    await game.shot('listen_on');
    assert.strictEqual(asks(game), 1);
    assert(await wasKept(game), 'it is on');
    await tap(game, ...LISTEN);
    assert(await staysOff(game, 1000), 'switching it off asks for nothing');
});

test('a no leaves it off, and the row says how it is allowed', async (t) => {
    const game = await settings(t, { microphone: 'refused' });
    const before = await linesOf(game, await game.shot('listen_off'), LISTEN_SAYS);
    await tap(game, ...LISTEN);
    await game.line(/microphone NotAllowedError/);
    await sleep(500);
    const said = await linesOf(game, await game.shot('listen_refused'), LISTEN_SAYS);
    assert(said > before, `${said} lines, and ${before} before`);
    assert.strictEqual(asks(game), 1);
    assert.strictEqual(await wasKept(game), false, 'it stays off');
});

// As one that allows it for the moment only: heard it was, and play would have to ask again.
function forAMoment() {
    navigator.permissions.query = async () => ({ state: 'prompt' });
}

test('a browser that would ask each time leaves it off, and the row says so', async (t) => {
    const game = await settings(t, { init: [[forAMoment], [watch]] });
    const before = await linesOf(game, await game.shot('listen_off'), LISTEN_SAYS);
    await tap(game, ...LISTEN);
    await light(game, 'on');
    await light(game, 'off');
    await sleep(1000);
    const said = await linesOf(game, await game.shot('listen_for_a_moment'), LISTEN_SAYS);
    assert(said > before, `${said} lines, and ${before} before`);
    assert.strictEqual(asks(game), 1);
    assert.strictEqual(await wasKept(game), false, 'it stays off');
});
