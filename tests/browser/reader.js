'use strict';
// Reads the gate's sentence for a test: what it asks follows from --seed and the moment at which it opened, as
// game/core/random.c and game/ui/reading_task.c have it.
const { sleep } = require('./hands.js');

const WORDS = 12;
const TILES = 6;
const ASKED = 2;
const CALM_MS = 1300; // no touch before the first tap
const APART_MS = 400;

function random(seed) {
    let state = BigInt.asUintN(64, BigInt(seed));
    const mixed = (z, by, factor) => BigInt.asUintN(64, (z ^ (z >> by)) * factor);
    return (low, high) => {
        state = BigInt.asUintN(64, state + 0x9E3779B97F4A7C15n);
        const z = mixed(mixed(state, 30n, 0xBF58476D1CE4E5B9n), 27n, 0x94D049BB133111EBn);
        const next = (z ^ (z >> 31n)) >> 32n & 0xFFFFFFFFn;
        return low + Number(next * BigInt(high - low + 1) >> 32n);
    };
}

function drawn(between, count, of) {
    const all = [...Array(of).keys()];
    return [...Array(count).keys()].map((i) => {
        const from = between(i, of - 1);
        const value = all[from];
        all[from] = all[i];
        return value;
    });
}

// Which of the six tiles, in their order.
function asked(seed, opened) {
    const between = random(seed + opened);
    drawn(between, TILES, WORDS);
    return drawn(between, ASKED, TILES);
}

// places: the six tiles' [x, y], fractions of the page. The gate that opened last is answered.
async function read(game, seed, places) {
    const gate = game.trace.filter((event) => event.event === 'scene').at(-1);
    await sleep(CALM_MS);
    for (const tile of asked(seed, gate.t)) {
        await game.hands.tap(...places[tile]);
        await sleep(APART_MS);
    }
}

module.exports = { asked, read };
