'use strict';
// A whole game in real time, from home, by a finger on the screen.
const assert = require('node:assert');
const { test } = require('node:test');
const { open } = require('./driver.js');
const { level } = require('./levels.js');

const LATE_MS = 1000; // what a frame may take on a busy machine before it counts as the background

const index = (game, event) => game.trace.indexOf(event);
const after = (game, event, name, ms) => game.event(name, {}, ms, index(game, event) + 1);

function returned(round, gone, back) {
    assert.deepStrictEqual([back.who, back.place], [gone.who, gone.place], 'who went comes back, where it went');
    assert(back.t - gone.t <= round.away_ms + LATE_MS, `${back.t - gone.t} ms away, ${round.away_ms} planned`);
}

test('a game from home to good night by touches alone', { timeout: 150000 }, async (t) => {
    const game = await open(t, {
        arguments: ['--screen', 'home', '--level', '/t/short.yaml', '--age', '10', '--step', '0', '--data', '/t', '--trace', '-'],
        files: { '/t/short.yaml': level('2.0', 'opens') },
    });
    await game.event('scene', { name: 'home' });
    await game.shown();
    await game.hands.tap(0.22, 0.84);
    const session = await game.event('session');
    for (let k = 1; k <= session.rounds; k++) {
        const round = await game.event('round', { round: k });
        const gone = await after(game, round, 'gone');
        if (k === 2) { // this one is called by a touch
            await game.hands.tap(0.5, 0.4);
        }
        const back = await after(game, gone, 'back', 4000);
        returned(round, gone, back);
        assert.strictEqual(back.why, k === 2 ? 'touch' : 'time');
    }
    const end = await game.event('end', {}, 30000);
    assert.strictEqual(end.why, 'done');
    const count = (name) => game.trace.filter((event) => event.event === name).length;
    assert.deepStrictEqual([count('gone'), count('back')], [session.rounds, session.rounds]);
    assert.strictEqual(count('touch'), count('answer'), 'every touch is answered');
    await game.shot('whole_game_end');
});
