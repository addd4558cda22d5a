'use strict';
// Play that listens for crying, in a browser: where the page has the permission it does, and where it hasn't nothing ever
// asks for it in front of a baby. (That it is asked for in Settings is microphone.test.js's.)
const assert = require('node:assert');
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { open, sleep, top } = require('./driver.js');
const { crying, tone, watch } = require('./ears.js');
const { folderFor, run } = require('./program.js');

// Mama has said hello, and it is switched on.
function family(folder) {
    const hello = path.join(folder, 'hello.wav'), file = path.join(folder, 'family.db');
    fs.writeFileSync(hello, tone({ hertz: 440, tone_s: 1, length_s: 1.2 }));
    run(['voice', 'add', '--data', folder, '--who', 'Mama', '--moment', 'hello', hello]);
    execFileSync('python3', ['-c', `
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as database:
    database.execute("INSERT INTO setting(name, value) VALUES ('listen', 1)")`, file]);
    return fs.readFileSync(file);
}

// Somebody is away for five seconds; what cries is heard over and over, from when the microphone is opened.
function play(t, microphone, allow) {
    const folder = folderFor(t), baby = path.join(folder, 'cry.wav');
    fs.writeFileSync(baby, crying({ length_s: 14 }));
    const level = fs.readFileSync(path.join(top, 'tests/replays/answers.yaml'), 'utf8');
    return open(t, {
        arguments: ['--data', '/family', '--screen', 'play', '--level', '/t/answers.yaml', '--age', '36', '--step', '0',
            '--trace', '-', '--seed', '7'],
        files: { '/family/family.db': family(folder), '/t/answers.yaml': level },
        init: [[watch]],
        microphone: microphone || baby,
        allow,
    });
}

const times = (game, text) => game.said.filter((line) => line.startsWith(text)).length;

test('what cries into the microphone while somebody is away brings back, and nobody listens at any other time', async (t) => {
    const game = await play(t);
    await game.context.grantPermissions(['microphone']);
    const gone = await game.event('gone', {}, 60000);
    const back = await game.event('back', {}, 30000);
    await sleep(1000);
    assert.strictEqual(back.why, 'cry');
    assert(back.t - gone.t < 4000, `${back.t - gone.t} ms`);
    assert.deepStrictEqual([times(game, 'asked '), times(game, 'recording light on'), times(game, 'recording light off')], [1, 1, 1]);
});

test('a game that broke opens no microphone behind what is said', async (t) => {
    const game = await play(t, undefined, [/./]);
    await game.context.grantPermissions(['microphone']);
    await game.event('phase', { phase: 'goodbye' }, 60000);
    await game.ask(`{
        const { inset } = peekaboo.safe;
        peekaboo.safe.inset = () => {
            peekaboo.safe.inset = inset;
            throw new TypeError('planted');
        };
    }`);
    await game.page.waitForSelector('#cover.failed');
    for (let i = 0; i < 20; i++) {
        await game.ask("document.dispatchEvent(new Event('visibilitychange'))");
        await sleep(250);
    }
    assert.strictEqual(times(game, 'asked '), 0);
});

test('without the permission nothing asks for it in play, and play goes on', async (t) => {
    const game = await play(t, 'asks');
    await game.event('gone', {}, 60000);
    const back = await game.event('back', {}, 30000);
    assert.strictEqual(back.why, 'time');
    assert.strictEqual(await game.ask(`navigator.permissions.query({ name: 'microphone' }).then(({ state }) => state)`), 'prompt');
    assert.strictEqual(times(game, 'asked '), 0);
});
