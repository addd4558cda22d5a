'use strict';
// A tablet with a notch: what is touched stands clear of it.
const assert = require('node:assert');
const { test } = require('node:test');
const { open, sleep } = require('./driver.js');
const { colour, ready } = require('./family.js');

// As env(safe-area-inset-*) would say.
const notch = (game, sides) => game.ask(`(() => {
    for (const [side, px] of Object.entries(${JSON.stringify(sides)})) {
        document.documentElement.style.setProperty('--safe-' + side, px + 'px');
    }
    dispatchEvent(new Event('resize'));
})()`);

for (const [name, size, scale, sides] of [
    ['landscape', [844, 390], 3, { left: 47, right: 47, bottom: 21 }],
    ['portrait', [390, 844], 3, { top: 47, bottom: 34 }],
]) {
    test(`pages keep clear of a notch in ${name}`, async (t) => {
        const game = await open(t, { arguments: ['--data', '/family', '--screen', 'voices', '--trace', '-'], size, scale });
        await ready(game, 'voices');
        const before = await game.page.screenshot();
        await notch(game, sides);
        await sleep(1200);
        assert(!before.equals(await game.page.screenshot()), 'the page moved');
        await game.shot(`notch_${name}`);
        const back = { x: (sides.left || 0) + 22, y: (sides.top || 0) + 20 }; // Back stands at the page's first corner
        const [red, green, blue] = await colour(game, back.x + 5, back.y + 5);
        assert(Math.min(red, green, blue) > 235, `a card's white, not ${red} ${green} ${blue}`);
        await game.hands.tap(back.x / size[0], back.y / size[1]);
        await game.event('scene', { name: 'home' });
    });
}
