'use strict';
// Sound runs after one real touch and not before, and rests while nobody sees the page. Nothing here evaluates in the
// page before the touch in a way that counts as one.
const assert = require('node:assert');
const { test } = require('node:test');
const { open, sleep } = require('./driver.js');
const { hear, listen, watch } = require('./ears.js');

const PLAY = [0.222, 0.85]; // home's, on a page of 1280 by 800
const loud = (line) => line.ear && line.ear.loudest > 0.005;

function home(t) {
    return open(t, {
        arguments: ['--data', '/family', '--screen', 'home', '--trace', '-', '--seed', '7'],
        flags: ['--autoplay-policy=document-user-activation-required'],
        init: [[listen, { tone: 1000 }], [watch]],
    });
}

test('nothing sounds before the first touch, and after one all does', async (t) => {
    const game = await home(t);
    const heard = hear(game);
    await game.event('scene', { name: 'home' });
    await sleep(2000);
    assert(!game.said.some((text) => /sound running|^ear /.test(text)), 'no sound device before');
    await game.hands.tap(...PLAY); // the one touch
    await game.line(/sound running/);
    await game.event('gone');
    assert(heard.filter(loud).length >= 10, 'the friend was heard');
});

test('in the background sound rests, and comes back with the page', async (t) => {
    const game = await home(t);
    const heard = hear(game);
    await game.event('scene', { name: 'home' });
    await game.hands.tap(...PLAY);
    await game.line(/sound running/);
    await game.event('phase', { phase: 'greet' });
    await sleep(1500);
    await game.ask('ears.hide(true)');
    await game.line(/sound suspended/);
    const hidden = heard.length;
    await sleep(1000);
    assert.strictEqual(heard.slice(hidden).filter(loud).length, 0, 'silence');
    await game.ask('ears.hide(false)');
    for (let tries = 0; heard.slice(hidden).filter(loud).length < 3; tries++) {
        assert(tries < 200, 'it is heard again');
        await sleep(100);
    }
});
