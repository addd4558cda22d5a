'use strict';
// Every screen, of a family that has played, on a tablet in both ways and on a phone: it opens, shows something, and has no
// error. All of them lie in build/tests/browser/screens_*.png, to be looked at.
const assert = require('node:assert');
const { test } = require('node:test');
const { open, sleep } = require('./driver.js');
const { family } = require('./whole_family.js');
const picture = require('./picture.js');
const { sheet } = require('./sheet.js');

const screens = ['first', 'home', 'play', 'good-night', 'gate', 'voices', 'recorder', 'levels', 'editor', 'progress', 'away',
    'guidance', 'doctor', 'settings', 'lock'];
const shapes = [[1280, 800, 1], [800, 1280, 1], [360, 800, 2]];

for (const [width, height, scale] of shapes) {
    test(`every screen at ${width}x${height}`, { timeout: 240000 }, async (t) => {
        const files = family(t, '/t');
        const shots = [];
        let game;
        for (const screen of screens) {
            game = await open(t, { size: [width, height], scale, files, instead: game, gpu: scale > 1,
                arguments: ['--screen', screen, '--data', '/t', '--language', 'en', '--trace', '-'] });
            await game.event('scene', { name: screen });
            await game.shown();
            await sleep(screen === 'play' ? 3500 : 1500); // pictures and letters come
            const shot = await game.page.screenshot();
            assert(picture.colours(picture.read(shot)) > 12, `${screen} is empty`);
            shots.push({ name: screen, png: shot });
        }
        await sheet(game.context, `screens_${width}x${height}`, shots, width / height > 1 ? 480 : 300);
    });
}
