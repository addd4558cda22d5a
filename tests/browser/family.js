'use strict';
// What a family does in the corner, for tests: places are those of a page of 1280 x 800; and what is in its file then,
// asked of the program itself.
const fs = require('node:fs');
const path = require('node:path');
const zlib = require('node:zlib');
const { sleep } = require('./hands.js');
const { fileOf, hash } = require('./kept.js');
const { folderFor, run } = require('./program.js');

const SETTLED_MS = 900; // a sheet has come in, and a press is no double one

// The screen stands, and the page's cover has gone.
async function ready(game, screen) {
    await game.event('scene', { name: screen });
    await game.page.locator('#cover').waitFor({ state: 'hidden' });
    await sleep(SETTLED_MS);
}

async function tap(game, x, y) {
    await game.hands.tap(x / 1280, y / 800);
    await sleep(SETTLED_MS);
}

// A touch on what the page lays over the game's picture: '#file', '#field'.
async function touch(game, what) {
    const element = game.page.locator(what);
    await element.waitFor({ state: 'visible' });
    const box = await element.boundingBox();
    const { width, height } = game.page.viewportSize();
    await game.hands.tap((box.x + box.width / 2) / width, (box.y + box.height / 2) / height);
}

// The system's chooser opens from a real touch, and is answered.
async function choose(game, files) {
    const asked = game.page.waitForEvent('filechooser', { timeout: 10000 });
    await touch(game, '#file');
    await (await asked).setFiles(files);
    await game.page.locator('#file').waitFor({ state: 'hidden' });
    await sleep(SETTLED_MS);
}

// From an empty Voices screen: Mama, and the question after a photo of her.
const addMama = (game) => tap(game, 372, 274);
const notNow = (game) => tap(game, 440, 466);

// ---- the family's file

// The program reads what the browser kept: 'mama hello 1 SHA', one a clip, in order.
async function clips(t, game) {
    const folder = folderFor(t);
    fs.writeFileSync(path.join(folder, 'family.db'), await fileOf(game, '/family/family.db'));
    const voice = (...words) => run(['voice', ...words, '--data', folder]);
    return voice('list').trim().split('\n').filter(Boolean).map((line) => {
        const sound = path.join(folder, 'clip.wav');
        const [id] = line.split(' ');
        voice('export', id, sound);
        return `${line} ${hash(fs.readFileSync(sound))}`;
    });
}

// ---- pictures

function chunk(name, bytes) {
    const whole = Buffer.concat([Buffer.from(name), bytes]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(whole));
    return Buffer.concat([length, whole, sum]);
}

function crc(bytes) {
    let sum = 0xffffffff;
    for (const byte of bytes) {
        sum ^= byte;
        for (let i = 0; i < 8; i++) {
            sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
        }
    }
    return (sum ^ 0xffffffff) >>> 0;
}

// A PNG of one colour, as large as a camera's.
function picture(width, height, [red, green, blue]) {
    const head = Buffer.alloc(13);
    head.writeUInt32BE(width, 0);
    head.writeUInt32BE(height, 4);
    head.set([8, 2, 0, 0, 0], 8);
    const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(3 * width, Buffer.from([red, green, blue]))]);
    const rows = Buffer.concat(Array(height).fill(row));
    return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', zlib.deflateSync(rows, { level: 1 })),
        chunk('IEND', Buffer.alloc(0))]);
}

// What the page shows at a point, as [red, green, blue].
async function colour(game, x, y) {
    const png = await game.page.screenshot({ clip: { x, y, width: 1, height: 1 } });
    const parts = [];
    for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
        if (png.toString('latin1', at + 4, at + 8) === 'IDAT') {
            parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
        }
    }
    return [...zlib.inflateSync(Buffer.concat(parts)).subarray(1, 4)];
}

module.exports = { addMama, choose, clips, colour, notNow, picture, ready, tap, touch };
