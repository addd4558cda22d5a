'use strict';
// Names come from the tablet's own keyboard: a real input lies over the field.
const assert = require('node:assert');
const { test } = require('node:test');
const { open, sleep } = require('./driver.js');
const { ready, tap, touch } = require('./family.js');
const { fileOf } = require('./kept.js');

const voices = ['--data', '/family', '--screen', 'voices', '--trace', '-'];
const active = (game) => game.ask('document.activeElement.id');

async function openName(t, options = {}) {
    const game = await open(t, { arguments: voices, ...options });
    await ready(game, 'voices');
    await tap(game, 407, 414); // another name
    await game.page.locator('#field').waitFor({ state: 'visible' });
    return game;
}

test('a name with umlauts and accents is typed by touch, and Enter is done', async (t) => {
    const game = await openName(t);
    assert.notStrictEqual(await active(game), 'field', 'no keyboard before a touch');
    await touch(game, '#field');
    assert.strictEqual(await active(game), 'field');
    await game.page.keyboard.insertText('Tante Zoë Müß');
    await game.page.keyboard.press('Backspace');
    await game.page.keyboard.type('ller');
    await sleep(300);
    await game.shot('name_typed');
    await game.page.keyboard.press('Enter');
    await game.page.locator('#field').waitFor({ state: 'hidden' });
    assert.strictEqual(await active(game), 'canvas', 'keys are the game\'s again');
    assert((await fileOf(game, '/family/family.db')).includes(Buffer.from('Tante Zoë Müller')), 'she is in the family');
    await game.shot('name_kept');
});

test('what the game does not take is taken back from the input', async (t) => {
    const game = await openName(t);
    await touch(game, '#field');
    await game.page.keyboard.insertText('ü'.repeat(200));
    await sleep(300);
    const value = await game.ask(`document.querySelector('#field').value`);
    assert(/^ü+$/.test(value) && value.length < 100, `${value.length} letters`);
});

test('letters in the middle of a composition are seen, and stay', async (t) => {
    const game = await openName(t);
    await touch(game, '#field');
    await game.protocol.send('Input.imeSetComposition', { text: 'Zo', selectionStart: 2, selectionEnd: 2 });
    await sleep(300);
    await game.shot('name_composed');
    await game.protocol.send('Input.insertText', { text: 'Zoë' });
    await sleep(300);
    assert.strictEqual(await game.ask(`document.querySelector('#field').value`), 'Zoë');
});

test('the field stays in sight above a keyboard, and the picture keeps its size', async (t) => {
    const game = await openName(t);
    await touch(game, '#field');
    await game.ask(`(() => {
        Object.defineProperty(visualViewport, 'height', { value: 380, configurable: true });
        visualViewport.dispatchEvent(new Event('resize'));
    })()`);
    await sleep(300);
    await game.shot('name_above_the_keyboard');
    const field = await game.page.locator('#field').boundingBox();
    assert(field.y >= 0 && field.y + field.height <= 380, `the field ends at ${field.y + field.height}`);
    assert.deepStrictEqual(await game.ask('[canvas.width, canvas.height]'), [1280, 800]);
    await game.page.keyboard.insertText('Oma');
    await touch(game, '#field'); // where it is now
    await game.page.keyboard.press('Enter');
    await game.page.locator('#field').waitFor({ state: 'hidden' });
    assert.strictEqual(await game.ask(`getComputedStyle(document.documentElement).getPropertyValue('--lift')`), '0px');
});

test('of several fields a touch on one moves the keyboard to it, and Enter goes on and then keeps', async (t) => {
    const game = await open(t, { arguments: ['--data', '/family', '--screen', 'guidance', '--trace', '-'] });
    await ready(game, 'guidance');
    await tap(game, 300, 138); // when to call a doctor
    await tap(game, 1112, 729); // write it down: the doctor's name
    const keys = () => game.ask(`document.querySelector('#field').inputMode`);
    assert.strictEqual(await keys(), 'text');
    await tap(game, 640, 304); // the emergency number, by its first touch
    assert.strictEqual(await active(game), 'field');
    assert.strictEqual(await keys(), 'tel');
    await game.page.keyboard.type('0');
    await sleep(300);
    await game.page.keyboard.press('Enter');
    await sleep(300);
    assert.strictEqual(await keys(), 'text');
    await game.page.keyboard.insertText('Dr. Ünal');
    await sleep(300);
    await game.page.keyboard.press('Enter');
    await sleep(300);
    await game.page.keyboard.type('030 123');
    await sleep(300);
    await game.shot('numbers_written');
    await game.page.keyboard.press('Enter');
    await game.page.locator('#field').waitFor({ state: 'hidden' });
    const kept = await fileOf(game, '/family/family.db');
    for (const text of ['1120', 'Dr. Ünal', '030 123']) {
        assert(kept.includes(Buffer.from(text)), `${text} is kept`);
    }
});
