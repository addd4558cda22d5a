'use strict';
// The family's folder in the browser: kept over starts, in one window at a time, and never written where it could not be
// read.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { open, profile, shots, sleep } = require('./driver.js');
const { family, hash, safe, samples, wav } = require('./kept.js');

const SIZE = [640, 400];
const pcm = samples(1.5, 220);
const voice = ['voice', 'add', '--who', 'Mama', '--moment', 'return', '/t/take.wav', '--data', '/family'];
const list = ['voice', 'list', '--data', '/family'];
const screen = (name) => ['--data', '/family', '--screen', name, '--trace', '-'];
const KEEP = '300 file /t/take.wav\n1500 down .72 .757\n1550 up\n';

// What the browser has of it: every piece's key and bytes, as one text.
const stored = `(async () => {
    const asked = indexedDB.open('peekaboo-family');
    await new Promise((done) => { asked.onsuccess = done; });
    const pieces = asked.result.transaction('pieces').objectStore('pieces');
    const keys = pieces.getAllKeys(), values = pieces.getAll();
    await new Promise((done) => { pieces.transaction.oncomplete = done; });
    asked.result.close();
    const bytes = (value) => value.length ? crypto.subtle.digest('SHA-256', value).then((sum) => new Uint8Array(sum).join()) : JSON.stringify(value);
    return JSON.stringify(await Promise.all(keys.result.map(async (key, i) => [key, await bytes(values.result[i])])));
})()`;

const start = (t, folder, options = {}) => open(t, { profile: folder, size: SIZE, files: { '/t/take.wav': wav(pcm) }, ...options });

async function addVoice(t, folder) {
    const game = await start(t, folder, { arguments: voice });
    await game.line(/^1 /);
    await game.ask(safe);
    return game;
}

async function isThere(game) {
    const { integrity, clips } = await family(game);
    assert.strictEqual(integrity, 'ok');
    assert.deepStrictEqual(clips.map((clip) => clip.recording), [hash(pcm)]);
}

test('a clip is there after the page is loaded again, and in a new browser', async (t) => {
    const folder = profile(t);
    let game = await addVoice(t, folder);
    await game.page.reload();
    await game.ask(safe);
    await game.close();
    game = await start(t, folder, { arguments: list });
    await game.line(/^1 Mama return 1 1500 /);
    await isThere(game);
});

test('a second window waits, says why, and goes on when the first is closed', async (t) => {
    const folder = profile(t);
    const game = await addVoice(t, folder);
    const second = await game.context.newPage();
    await second.addInitScript((given) => { globalThis.peekabooTest = { arguments: given }; }, list);
    const heard = [];
    second.on('console', (message) => heard.push(message.text()));
    await second.goto(game.site.origin + '/');
    const notice = second.locator('.notice');
    await notice.waitFor();
    assert.match(await notice.textContent(), /^Peekaboo is open in another window\./);
    await second.screenshot({ path: path.join(shots, 'two_windows.png') });
    assert.deepStrictEqual(heard.filter((line) => /Mama/.test(line)), []);
    await game.page.close();
    await notice.waitFor({ state: 'detached' });
    while (!heard.some((line) => /^1 Mama return 1/.test(line))) {
        await second.waitForEvent('console');
    }
});

// IndexedDB as it is where a browser has none to give; what was stored before may be there all the same.
const broken = {
    'fails': 'IDBFactory.prototype.open = () => { const asked = {}; setTimeout(() => asked.onerror({}), 20); return asked; }',
    'throws': 'IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); }',
    'is absent': 'Object.defineProperty(globalThis, "indexedDB", { value: undefined })',
    'can not be read': 'IDBObjectStore.prototype.getAll = () => { throw new DOMException("no", "UnknownError"); }',
};

test('where IndexedDB fails nothing is stored, home says so, and what was stored is as it was', { timeout: 180000 }, async (t) => {
    const folder = profile(t);
    let game = await addVoice(t, folder);
    const before = await game.ask(stored);
    await game.close();
    for (const [how, init] of Object.entries(broken)) {
        game = await start(t, folder, { arguments: screen('home'), init });
        await game.event('scene', { name: 'home' });
        await game.line(/nothing can be stored/);
        await game.shot(`home_where_the_store_${how.replaceAll(' ', '_')}`);
        await game.close();
    }
    game = await start(t, folder, { arguments: list });
    await game.line(/^1 Mama return 1 1500 /);
    assert.strictEqual(await game.ask(stored), before);
    await isThere(game);
});

// Files of a folder that hold any of these bytes.
function holding(folder, marks) {
    return fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).filter((entry) => {
        const bytes = fs.readFileSync(path.join(entry.parentPath || entry.path, entry.name));
        return marks.some((mark) => bytes.includes(mark));
    }).map((entry) => entry.name);
}

// Chromium keeps small values in a log, where they would stay for long (game/web/family_store.js).
for (const [how, done] of Object.entries({
    'everything is deleted': 'FS.unlink("/family/family.db"); peekaboo.family.forget()',
    'it is overwritten, as one clip that is deleted': 'FS.writeFile("/family/family.db", FS.readFile("/family/family.db").fill(0))',
})) {
    test(`where ${how} no byte of it stays in the browser`, async (t) => {
        const folder = profile(t), noise = Buffer.from(pcm.map(() => Math.random() * 256));
        const marks = [];
        for (let at = 0; at + 48 < noise.length; at += 4096) {
            marks.push(noise.subarray(at, at + 48));
        }
        const game = await open(t, { profile: folder, size: SIZE, files: { '/t/take.wav': wav(noise) }, arguments: voice });
        await game.line(/^1 /);
        await game.ask(safe);
        const stores = path.join(folder, 'Default/IndexedDB');
        assert(holding(stores, marks).length > 0, 'it was there');
        await game.ask(done);
        await game.ask(safe);
        await sleep(500);
        assert.deepStrictEqual(holding(stores, marks), []);
        await game.close();
        assert.deepStrictEqual(holding(folder, marks), []);
    });
}

// The next put is as in a browser without room.
const full = `{
    const put = IDBObjectStore.prototype.put;
    globalThis.room = false;
    IDBObjectStore.prototype.put = function (...given) {
        const asked = put.apply(this, given);
        if (!globalThis.room && given[0].length > 1000) this.transaction.abort();
        return asked;
    };
}`;

test('where there is no room the take stays, the sentence comes, and kept once more it is there once', async (t) => {
    const folder = profile(t);
    let game = await addVoice(t, folder);
    await game.close();
    const take = samples(1.5, 330), hands = `${KEEP}6000 down .72 .757\n6050 up\n`;
    game = await start(t, folder, { arguments: [...screen('recorder'), '--replay', '/t/hands.replay'], init: full,
        files: { '/t/take.wav': wav(take), '/t/hands.replay': hands } });
    await game.line(/could not be kept/);
    await game.shot('recorder_without_room');
    assert.strictEqual(await game.ask('peekaboo.family.state()'), 2);
    assert(!game.trace.some((event) => event.name === 'voices'), 'the take is still in the recorder');
    await game.ask('globalThis.room = true');
    await game.event('scene', { name: 'voices' });
    await game.kill();
    game = await start(t, folder, { arguments: list });
    await game.line(/^\d+ Mama \S+ 1 1500 /);
    const { integrity, clips } = await family(game);
    assert.strictEqual(integrity, 'ok');
    assert.deepStrictEqual(clips.map((clip) => clip.recording).sort(), [hash(pcm), hash(take)].sort());
});

// Timers that will try to save once more.
const timers = `{
    const [set, clear] = [setTimeout, clearTimeout];
    globalThis.later = new Set();
    globalThis.setTimeout = (call, ms, ...rest) => {
        const id = set(call, ms, ...rest);
        if (ms === 20000) later.add(id);
        return id;
    };
    globalThis.clearTimeout = (id) => {
        later.delete(id);
        clear(id);
    };
}`;

test('where there is no room, however often it is written, it is tried again by one timer', async (t) => {
    const game = await open(t, { arguments: screen('home'), size: SIZE, init: [full, timers] });
    await game.event('scene', { name: 'home' });
    for (let i = 0; i < 20; i++) {
        await game.ask(`FS.writeFile('/family/note', new Uint8Array(5000).fill(${i}))`);
        await game.ask(`new Promise((done) => {
            const look = () => peekaboo.family.state() === 2 ? done() : setTimeout(look, 5);
            look();
        })`);
    }
    assert.strictEqual(await game.ask('later.size'), 1);
    await game.ask(`globalThis.room = true; FS.writeFile('/family/note', 'short')`);
    await game.ask(safe);
    assert.strictEqual(await game.ask('later.size'), 0);
});
