'use strict';
// On dense screens too the game paints every pixel, and what it shows is what the program shows.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { open, sleep } = require('./driver.js');
const picture = require('./picture.js');
const { folderFor, run } = require('./program.js');

const within = (share, most) => assert(share <= most, `${(share * 100).toFixed(2)} % of the pixels differ by more than 5 of 255`);

// The program's pictures, by name.
function natively(t, words, [width, height]) {
    const folder = folderFor(t);
    run([...words, '--virtual-time', '--data', folder, '--window', `${width}x${height}`, '--shots', folder]);
    const shots = fs.readdirSync(folder).filter((name) => name.endsWith('.png')).sort();
    return new Map(shots.map((name) => [name, picture.read(fs.readFileSync(path.join(folder, name)))]));
}

// Without a graphics card it paints a pixel a point, for speed; with one, every pixel that the screen has.
for (const [size, scale, gpu] of [[[1280, 800], 1, false], [[640, 400], 2, true], [[360, 640], 3, true]]) {
    const pixels = size.map((side) => side * scale);
    test(`${scale} pixels a point: the canvas has them all, and its letters are sharp`, { timeout: 60000 }, async (t) => {
        const screen = ['--screen', 'guidance', '--language', 'en'];
        const game = await open(t, { arguments: [...screen, '--data', '/t', '--trace', '-'], size, scale, gpu });
        await game.shown();
        await sleep(2500); // letters come, the cover fades
        const shown = picture.read(await game.shot(`sharp_${pixels.join('x')}`));
        assert.deepStrictEqual(await game.ask("(c => [c.width, c.height])(document.getElementById('canvas'))"), pixels);
        const [program] = [...natively(t, [...screen, '--stop-after', '2000', '--shot-every', '1500'], pixels).values()].slice(-1);
        within(picture.differing(shown, program, 5), 0.06); // a letter may stand a pixel further: the program shapes words
    });
}

test('a game looks the same here and in the program', { timeout: 100000 }, async (t) => {
    const words = ['--screen', 'play', '--seed', '3', '--stop-after', '8500', '--shot-every', '2000'];
    const program = natively(t, words, [640, 400]);
    const game = await open(t, { size: [640, 400], arguments: [...words, '--virtual-time', '--data', '/t', '--trace', '-',
        '--window', '640x400', '--shots', '/shots'] });
    await game.ended();
    const names = await game.ask("FS.readdir('/shots').filter(name => name.endsWith('.png'))");
    assert.deepStrictEqual(names.sort(), [...program.keys()]);
    for (const name of names) {
        const bytes = await game.ask(`Array.from(FS.readFile('/shots/${name}'))`);
        within(picture.differing(picture.read(Buffer.from(bytes)), program.get(name), 5), 0.001);
    }
});
