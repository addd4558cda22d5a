'use strict';
// Play that listens for crying, in a browser: switched on in Settings, where the browser may ask; in play it never does.
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { test } = require('node:test');
const { open, sleep, top } = require('./driver.js');
const { crying, watch } = require('./ears.js');
const { tap } = require('./family.js');
const { fileOf, safe } = require('./kept.js');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'peekaboo_listens_'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
const baby = path.join(folder, 'cry.wav');
fs.writeFileSync(baby, crying({ length_s: 14 }));

const ROW = [1180, 202]; // Listen for crying, in Settings
const level = { '/t/answers.yaml': fs.readFileSync(path.join(top, 'tests/replays/answers.yaml'), 'utf8') };
const play = ['--data', '/family', '--screen', 'play', '--level', '/t/answers.yaml', '--age', '36', '--step', '0', '--trace', '-'];

const times = (game, text) => game.said.filter((line) => line.startsWith(text)).length;

// Settings, with the switch on.
async function switchedOn(t) {
    const game = await open(t, {
        arguments: ['--data', '/family', '--screen', 'settings', '--trace', '-'], microphone: baby, init: [[watch]],
    });
    await game.context.grantPermissions(['microphone']);
    await game.event('scene', { name: 'settings' });
    await game.shown();
    await sleep(900);
    await tap(game, ...ROW);
    await game.line(/recording light on/);
    await game.line(/recording light off/); // something was heard
    await sleep(500);
    await game.ask(safe);
    return game;
}

const playing = (t, instead) => open(t, { instead, arguments: play, files: level, init: [[watch]] });

test('what cries into the microphone while somebody is away brings back, and nobody listens at any other time', async (t) => {
    const game = await playing(t, await switchedOn(t));
    const gone = await game.event('gone', {}, 60000);
    const back = await game.event('back', {}, 30000);
    await sleep(1000);
    assert.strictEqual(back.why, 'cry');
    assert(back.t - gone.t < 4000, `${back.t - gone.t} ms`);
    assert.deepStrictEqual([times(game, 'asked '), times(game, 'recording light on'), times(game, 'recording light off')], [1, 1, 1]);
});

test('without the permission nothing asks for it in play, and play goes on', async (t) => {
    const settings = await switchedOn(t);
    const family = await fileOf(settings, '/family/family.db');
    await settings.close();
    const game = await open(t, {
        arguments: play, files: { ...level, '/family/family.db': family }, microphone: 'asks', init: [[watch]],
    });
    await game.event('gone', {}, 60000);
    const back = await game.event('back', {}, 30000);
    assert.strictEqual(back.why, 'time');
    assert.strictEqual(await game.ask(`navigator.permissions.query({ name: 'microphone' }).then(({ state }) => state)`), 'prompt');
    assert.strictEqual(times(game, 'asked '), 0);
});
