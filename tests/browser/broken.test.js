'use strict';
// What goes wrong in the browser: nobody looks at a friend who does not move, and what was held is let go.
const assert = require('node:assert');
const { test } = require('node:test');
const { open, sleep } = require('./driver.js');

const play = ['--screen', 'play', '--trace', '-', '--data', '/tmp/nobody'];
const lose = "canvas.getContext('webgl').getExtension('WEBGL_lose_context').loseContext()";

test('an error in the middle of a frame is told, and the screen let go', async (t) => {
    const game = await open(t, { arguments: play, allow: [/./] });
    await game.event('phase', { phase: 'greet' });
    await game.ask("peekaboo.safe.inset = () => { throw new TypeError('planted'); }");
    await game.page.waitForSelector('#cover.failed');
    const { held, awake } = await game.ask('peekaboo.screen.state()');
    assert.deepStrictEqual({ held, awake }, { held: false, awake: false });
});

// What calls the game's next frame elsewhere, and what starts sound, calls and starts nothing any more.
async function staysAsItIs(game) {
    const before = game.trace.length;
    await game.ask(`globalThis.sounds = 0; globalThis.AudioContext = class extends AudioContext {
        constructor() {
            super();
            sounds++;
        }
    }`);
    for (let i = 0; i < 10; i++) {
        await game.ask("document.dispatchEvent(new Event('visibilitychange'))");
        await game.hands.tap(0.5, 0.01);
        await sleep(200);
    }
    assert.deepStrictEqual(game.lines.slice(before), []);
    assert.strictEqual(await game.ask('sounds'), 0);
}

const failOnce = `{
    const { inset } = peekaboo.safe;
    peekaboo.safe.inset = () => {
        peekaboo.safe.inset = inset;
        throw new TypeError('planted');
    };
}`;

test('a game that an error ended does not go on behind what is said', async (t) => {
    const game = await open(t, { arguments: play, allow: [/./] });
    await game.event('phase', { phase: 'greet' });
    await game.ask(failOnce);
    await game.page.waitForSelector('#cover.failed');
    await staysAsItIs(game);
});

test('an error beside the game leaves it alone', async (t) => {
    const game = await open(t, { arguments: play, allow: [/planted/] });
    await game.event('phase', { phase: 'greet' });
    await game.ask("setTimeout(() => { throw new TypeError('planted'); })");
    await game.line(/planted/);
    await game.event('gone');
    assert.strictEqual(await game.ask("document.getElementById('cover').className"), 'loading gone');
});

test('a picture that the browser took away comes back with the game', async (t) => {
    const game = await open(t, { arguments: play, gpu: true, allow: [/CONTEXT_LOST/] });
    await game.event('phase', { phase: 'greet' });
    await game.ask('performance.now = () => 60000');
    const loads = game.page.waitForEvent('load');
    const before = game.trace.length;
    await game.ask(`${lose}, 0`);
    await loads;
    await game.event('phase', { phase: 'greet' }, 20000, before);
});

test('a picture that is taken away again and again is told', async (t) => {
    const game = await open(t, { arguments: play, gpu: true, allow: [/CONTEXT_LOST/] });
    await game.event('phase', { phase: 'greet' });
    await game.ask('performance.now = () => 5000');
    await game.ask(`${lose}, 0`);
    await game.page.waitForSelector('#cover.failed');
    await game.ask('delete performance.now'); // the game's clock goes on
    await staysAsItIs(game);
});

test('a screen that may not stay on is asked for once a touch', async (t) => {
    const game = await open(t, { arguments: ['--screen', 'home', '--trace', '-', '--data', '/tmp/nobody'] });
    await game.event('scene', { name: 'home' });
    await game.ask(`globalThis.asked = 0; navigator.wakeLock.request = () => {
        asked++;
        return Promise.reject(new DOMException('battery', 'NotAllowedError'));
    }; peekaboo.screen.stay_awake(true)`);
    await game.ask('new Promise((resolve) => setTimeout(resolve, 200))');
    assert.strictEqual(await game.ask('asked'), 1);
    await game.hands.tap(0.5, 0.01);
    assert(await game.ask('asked') >= 2);
});

test('Back again and again, without a touch in between, leaves nothing', async (t) => {
    const game = await open(t, { arguments: play });
    await game.event('phase', { phase: 'greet' });
    for (let i = 0; i < 4; i++) {
        await game.hands.tap(0.5, 0.5);
    }
    const deep = await game.ask('history.length');
    assert(deep >= 5, `${deep} entries`);
    for (let i = 0; i < 6; i++) {
        await game.ask("new Promise((resolve) => { addEventListener('popstate', resolve, { once: true }); history.back(); })");
    }
    assert.strictEqual(await game.ask('history.state'), 'held');
});
