'use strict';
// The page around the game: what a small hand can do to it, how it hides, rests, ends and breaks.
const assert = require('node:assert');
const { test } = require('node:test');
const { open, sleep } = require('./driver.js');

const play = ['--screen', 'play', '--trace', '-', '--data', '/tmp/nobody'];
const slow = `title: Slow
ages: 6 to 8 months
away: { first: 5, longest: 5, step: 1.25 }
rounds: 5
scenes: [{ place: theatre, friend: bear }]
backdrop: room
touch: answers
peek: 0
longest_session: 180
sound_while_away: yes
`;
const away = ['--level', '/t/slow.yaml', '--age', '36', ...play];
const files = { '/t/slow.yaml': slow };

const hide = (hidden) => `Object.defineProperty(document, 'hidden', { value: ${hidden}, configurable: true });
    Object.defineProperty(document, 'visibilityState', { value: '${hidden ? 'hidden' : 'visible'}', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'))`;

test('Back, zoom, menus, drops and Reload leave a game where it is', async (t) => {
    const game = await open(t, { arguments: play });
    await game.event('phase', { phase: 'greet' });
    const address = await game.ask('location.href');
    await game.hands.tap(0.5, 0.5);
    await game.event('answer');
    await game.ask('history.back()');
    await sleep(300);
    const prevented = await game.ask(`(() => {
        const gone = (target, event) => !target.dispatchEvent(event);
        const init = { bubbles: true, cancelable: true };
        return {
            menu: gone(canvas, new MouseEvent('contextmenu', init)),
            marking: gone(canvas, new Event('selectstart', init)),
            drop: gone(canvas, new DragEvent('drop', init)),
            over: gone(canvas, new DragEvent('dragover', init)),
            pinch: gone(canvas, new Event('gesturestart', init)),
            wheel: gone(canvas, new WheelEvent('wheel', { ...init, ctrlKey: true })),
            reload: gone(canvas, new KeyboardEvent('keydown', { ...init, key: 'F5' })),
            back: gone(canvas, new KeyboardEvent('keydown', { ...init, key: 'ArrowLeft', altKey: true })),
            leaving: gone(window, new Event('beforeunload', init)),
        };
    })()`);
    assert.deepStrictEqual(Object.entries(prevented).filter(([, held]) => !held), []);
    assert.strictEqual(await game.ask('location.href'), address);
    assert.strictEqual(await game.ask('history.state'), 'held', 'Back is trapped again');
    assert.strictEqual(await game.ask('visualViewport.scale'), 1);
    assert(!game.trace.some((event) => event.event === 'end'), 'the session goes on');
});

test('two fingers apart zoom nothing', async (t) => {
    const game = await open(t, { arguments: play });
    await game.event('phase', { phase: 'greet' });
    await game.protocol.send('Input.synthesizePinchGesture', { x: 640, y: 400, scaleFactor: 3, gestureSourceType: 'touch' });
    assert.strictEqual(await game.ask('visualViewport.scale'), 1);
});

test('a page that hides brings back whoever is gone, at once', async (t) => {
    const game = await open(t, { arguments: away, files });
    await game.event('gone');
    const before = game.trace.length;
    await game.ask(hide(true));
    const back = await game.event('back', {}, 500, before);
    assert.strictEqual(back.why, 'pause');
    await game.ask(hide(false));
    await game.event('round', {}, 20000, before);
});

test('a tablet that is turned while somebody is gone keeps them at their place', async (t) => {
    const game = await open(t, { arguments: away, files, size: [420, 240], scale: 2, gpu: true });
    const gone = await game.event('gone');
    const before = game.trace.length;
    await game.resize(240, 420);
    const back = await game.event('back', {}, 20000, before); // a machine that takes a second to turn it: a pause
    assert.deepStrictEqual([back.who, back.place], [gone.who, gone.place]);
    assert.deepStrictEqual(await game.ask('[canvas.width, canvas.height]'), [480, 840]);
    await game.shot('turned_while_away');
});

test('the screen stays on while a baby plays, and the page asks before it is left', async (t) => {
    const game = await open(t, { arguments: play });
    await game.event('phase', { phase: 'greet' });
    const { held, awake } = await game.ask('peekaboo.screen.state()');
    assert.deepStrictEqual({ held, awake }, { held: true, awake: true });
});

test('in the corner nothing is held', async (t) => {
    const game = await open(t, { arguments: ['--screen', 'home', '--trace', '-', '--data', '/tmp/nobody'] });
    await game.event('scene', { name: 'home' });
    const { held, awake } = await game.ask('peekaboo.screen.state()');
    assert.deepStrictEqual({ held, awake }, { held: false, awake: false });
});

test('a still screen is looked at a few times a second only', async (t) => {
    const game = await open(t, { arguments: ['--screen', 'home', '--trace', '-', '--data', '/tmp/nobody', '--stop-after', '6000'] });
    await game.event('scene', { name: 'home' });
    const end = await game.event('frames', {}, 30000);
    assert(end.drawn < 150, `${end.drawn} frames in six seconds`);
});

test('a game that has ended by itself says good night, and opens again', async (t) => {
    const game = await open(t, { arguments: ['--screen', 'home', '--trace', '-', '--data', '/tmp/nobody', '--stop-after', '500'] });
    await game.ended();
    await game.page.waitForSelector('#cover.night');
    await game.shot('good_night');
    const loads = game.page.waitForEvent('load');
    await game.page.tap('#again');
    await loads;
});

test('a game that breaks leaves nobody hidden behind a picture that does not move', async (t) => {
    const game = await open(t, { arguments: away, files, allow: [/./] });
    await game.event('gone');
    await game.ask('setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); })');
    await game.page.waitForSelector('#cover.failed');
    await game.shot('broke');
});

test('a file that does not arrive gives a sentence and another try', async (t) => {
    const game = await open(t, { allow: [/./] });
    await game.page.route('**/game.data*', (route) => route.abort());
    await game.page.reload();
    await game.page.waitForSelector('#cover.failed');
    assert.match(await game.page.textContent('#line'), /second time/);
    await game.shot('failed');
    await game.page.unroute('**/game.data*');
    await game.page.tap('#again');
    await game.page.waitForFunction(() => globalThis.peekaboo?.game?.runs(), null, { timeout: 60000 });
});
