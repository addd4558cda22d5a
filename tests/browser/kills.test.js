'use strict';
// Twenty times the whole browser is killed at a random moment around a save. What the game had confirmed is there at the
// next start, byte for byte, once; and the family's file is sound.
const assert = require('node:assert');
const { test } = require('node:test');
const { open, profile, sleep } = require('./driver.js');
const { family, hash, safe, samples, wav } = require('./kept.js');

const KILLS = Number(process.env.KILLS || 20);
const SIZE = [640, 400];
const KEEP_MS = 1500; // when the finger comes down on Keep; a take is on the sheet long before
const press = (ms) => `${ms} down .72 .757\n${ms + 50} up\n`;
// The first one, which is waited for, may have been too early for a very busy machine.
const hands = `300 file /t/take.wav\n${press(KEEP_MS)}${press(KEEP_MS + 4000)}`;

// The files that the browser keeps: none is a journal, for no frame ends within a transaction.
const files = `(async () => {
    const asked = indexedDB.open('peekaboo-family');
    await new Promise((done) => { asked.onsuccess = done; });
    const keys = asked.result.transaction('pieces').objectStore('pieces').getAllKeys();
    await new Promise((done) => { keys.onsuccess = done; });
    asked.result.close();
    return [...new Set(keys.result.map(([path]) => path))];
})()`;

// In the page, before its scripts: a disk that takes its time, so that kills fall between a save's begin and its end.
function slowDisk() {
    const noise = new Uint8Array(24 * 1024 * 1024).map(() => Math.random() * 256);
    const transaction = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
        const made = transaction.call(this, stores, mode, options);
        if (mode === 'readwrite') {
            made.objectStore(stores).put(noise, ['/slow']);
            made.objectStore(stores).delete(['/slow']);
        }
        return made;
    };
}

async function addSomebody(t, folder) {
    const game = await open(t, { profile: folder, size: SIZE, files: { '/t/hello.wav': wav(samples(1, 200)) },
        arguments: ['voice', 'add', '--who', 'Mama', '--moment', 'hello', '/t/hello.wav', '--data', '/family'] });
    await game.line(/^1 /);
    await game.ask(safe);
    await game.close();
}

// A start of the game in which somebody's take is on the sheet, and a finger will press Keep.
async function start(t, folder, take) {
    const game = await open(t, { profile: folder, size: SIZE, files: { '/t/take.wav': wav(take), '/t/hands.replay': hands }, init: [[slowDisk]],
        arguments: ['--data', '/family', '--screen', 'recorder', '--trace', '-', '--replay', '/t/hands.replay'] });
    const { t: at } = await game.event('scene', { name: 'recorder' });
    return { game, pressed: Date.now() - at + KEEP_MS };
}

const confirmed = (game) => game.trace.some((event) => event.event === 'scene' && event.name === 'voices');

// sounds: clip id to the hash of what it plays, as it was seen first.
function check(found, takes, sounds) {
    assert.strictEqual(found.integrity, 'ok');
    for (const { id, sound } of found.clips) {
        assert.strictEqual(sounds.get(id) || sound, sound, `clip ${id} plays what it played`);
        sounds.set(id, sound);
    }
    for (const take of takes) {
        const there = found.clips.filter((clip) => clip.recording === take.hash).length;
        assert(there === 1 || (there === 0 && !take.confirmed), `take ${take.number}, ${
            take.confirmed ? '' : 'not '}confirmed, is there ${there} times`);
    }
}

test(`${KILLS} kills lose nothing that was confirmed`, { timeout: 600000 }, async (t) => {
    const folder = profile(t), takes = [], sounds = new Map();
    await addSomebody(t, folder);
    let longest = 0; // ms from the finger to the confirmation
    for (let number = 0; number <= KILLS; number++) {
        const pcm = samples(1.5, 150 + 10 * number);
        const { game, pressed } = await start(t, folder, pcm);
        assert.deepStrictEqual(await game.ask(files), ['/family.db']);
        check(await family(game), takes, sounds);
        const take = { number, hash: hash(pcm), confirmed: false };
        takes.push(take);
        if (number === 0) { // how long a save takes here
            longest = (await game.event('scene', { name: 'voices' })).t - KEEP_MS;
        } else if (number < KILLS) {
            await sleep(pressed - 20 + Math.random() * (2 * longest + 40) - Date.now());
        }
        take.confirmed = confirmed(game);
        await game.kill();
    }
    const kept = takes.filter((take) => take.confirmed).length;
    t.diagnostic(`a save takes ${longest} ms; ${kept} of ${takes.length} takes were confirmed, ${sounds.size - 1} are there`);
    assert(kept > 1 && kept < takes.length, 'the kills came before and after confirmations');
});
