'use strict';
// How to stay in the game: the page that tells it puts the tablet it is on first, with a teal frame around the card, and
// begins with the home screen where the game is not there yet.
const assert = require('node:assert');
const { test } = require('node:test');
const { open, sleep } = require('./driver.js');

const systems = {
    ipad: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15',
    iphone: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1',
    android: 'Mozilla/5.0 (Linux; Android 13; SM-X200) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36',
    desktop: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36',
};

const shown = async (t, system) => {
    const game = await open(t, {
        arguments: ['--data', '/family', '--screen', 'lock', '--trace', '-'],
        size: [800, 1280],
        locale: 'en-GB',
        flags: [`--user-agent=${systems[system]}`],
    });
    await game.event('scene', { name: 'lock' });
    return game;
};

// As Safari tells it, for Chromium can't be made to.
async function openFromHomeScreen(game) {
    const before = game.trace.length;
    await game.page.addInitScript(() => Object.defineProperty(navigator, 'standalone', { value: true }));
    await game.page.reload();
    await game.event('scene', { name: 'lock' }, 20000, before);
}

// A picture of the page once nothing changes any more.
async function picture(game, name) {
    let before = Buffer.alloc(0);
    for (let i = 0; i < 40; i++) {
        const now = await game.shot(name);
        if (now.equals(before)) {
            return now;
        }
        before = now;
        await sleep(500);
    }
    throw new Error('the page does not come to rest');
}

// How high the frame of the card for this device is, in points; 0: no card has one.
async function frame(game, name) {
    await sleep(1000);
    const png = (await picture(game, name)).toString('base64');
    return game.ask(`(async () => {
        const bytes = Uint8Array.from(atob('${png}'), letter => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const paper = new OffscreenCanvas(60, bitmap.height).getContext('2d');
        paper.drawImage(bitmap, 0, 0);
        const { data } = paper.getImageData(0, 0, 60, bitmap.height);
        const near = (x, y) => [0x1D, 0x6D, 0x73].every((level, i) => Math.abs(data[(y * 60 + x) * 4 + i] - level) < 24);
        let longest = 0;
        for (let x = 0; x < 60; x++) {
            for (let y = 0, run = 0; y < bitmap.height; y++) {
                run = near(x, y) ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
        }
        return longest > 60 ? longest : 0;
    })()`);
}

test('a phone is as a tablet', async (t) => {
    const game = await shown(t, 'iphone');
    assert(await frame(game, 'lock_iphone_page') > 0, 'a card is framed');
});

for (const system of ['ipad', 'android']) {
    test(`the first card is of this device, and begins with the home screen until it is there: ${system}`, async (t) => {
        const game = await shown(t, system);
        const page = await frame(game, `lock_${system}_page`);
        assert(page > 0, 'a card is framed');
        await openFromHomeScreen(game);
        const app = await frame(game, `lock_${system}_app`);
        assert(app > 0 && app < page, `one step less when it is on the home screen: ${app} of ${page}`);
    });
}

test('on a computer no card is of this device', async (t) => {
    const game = await shown(t, 'desktop');
    assert.strictEqual(await frame(game, 'lock_desktop'), 0);
});
