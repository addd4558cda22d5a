'use strict';
// Many fingers, a resting hand, a turned tablet.
const assert = require('node:assert');
const { test } = require('node:test');
const { open, sleep } = require('./driver.js');
const { level } = require('./levels.js');

const play = (t, options = {}) => open(t, {
    arguments: ['--screen', 'play', '--level', '/t/short.yaml', '--age', '10', '--step', '0', '--data', '/t', '--trace', '-'],
    files: { '/t/short.yaml': level('2.0', 'opens') },
    ...options,
});

const count = (game, name) => game.trace.filter((event) => event.event === name).length;

test('five fingers at once are one touch, and the next one is another', { timeout: 60000 }, async (t) => {
    const game = await play(t);
    await game.event('phase', { phase: 'greet' });
    await sleep(500);
    await game.hands.downTogether([[0.4, 0.5], [0.45, 0.4], [0.5, 0.4], [0.55, 0.4], [0.6, 0.6]]);
    const touch = await game.event('touch');
    await game.event('answer');
    await sleep(400);
    await game.hands.upTogether();
    assert.deepStrictEqual([touch.x, touch.y], [0.4, 0.5], 'it is where the first finger was');
    assert.strictEqual(count(game, 'touch'), 1);
    await game.hands.tap(0.7, 0.3);
    await sleep(300);
    assert.deepStrictEqual([count(game, 'touch'), count(game, 'answer')], [2, 2]);
});

test('a hand that rests on the screen does not block the other', { timeout: 60000 }, async (t) => {
    const game = await play(t);
    await game.event('phase', { phase: 'greet' });
    await game.hands.down(0.15, 0.85, 1); // a palm: two big spots, close together
    await game.hands.down(0.2, 0.9, 2);
    const gone = await game.event('gone');
    await sleep(300);
    await game.hands.down(0.5, 0.4, 3);
    const back = await game.event('back', {}, 1500);
    await game.hands.up(3);
    await game.hands.upTogether();
    assert.deepStrictEqual([back.why, back.who, back.place], ['touch', gone.who, gone.place]);
});

test('a tablet that is turned while somebody is away: the friend comes back where it went', { timeout: 60000 }, async (t) => {
    const game = await play(t, { size: [800, 1280] });
    const canvas = () => game.ask("(c => [c.width, c.height])(document.getElementById('canvas'))");
    const gone = await game.event('gone');
    assert.deepStrictEqual(await canvas(), [800, 1280]);
    await game.resize(1280, 800);
    const back = await game.event('back', {}, 4000);
    assert.deepStrictEqual([back.why, back.who, back.place], ['time', gone.who, gone.place]);
    assert(back.t - gone.t <= 3000, `${back.t - gone.t} ms away`);
    assert.deepStrictEqual(await canvas(), [1280, 800]);
    await sleep(600);
    await game.shot('turned');
    const next = await game.event('gone', {}, 20000, game.trace.indexOf(back));
    await game.resize(800, 1280);
    const again = await game.event('back', {}, 4000, game.trace.indexOf(next));
    assert.deepStrictEqual([again.who, again.place], [next.who, next.place]);
    assert.deepStrictEqual(await canvas(), [800, 1280]);
});
