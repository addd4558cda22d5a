'use strict';
// The web app without a network, and a newer build of it.
const assert = require('node:assert');
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { test } = require('node:test');
const { open, profile, serve, sleep, top } = require('./driver.js');

const www = path.join(top, 'build/web/www');
const page = path.join(top, 'game/web');

const folder_of = (t, from) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'peekaboo_www_'));
    t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
    fs.cpSync(from, folder, { recursive: true });
    return folder;
};

// The same game, with a page that another commit changed.
function make_newer(t, folder, file = 'page.css') {
    const changed = folder_of(t, page);
    fs.appendFileSync(path.join(changed, file), '/* newer */\n');
    execFileSync('/usr/bin/python3', [path.join(changed, 'seal'), folder, changed]);
}

const build = `peekaboo.build.files['page.css'].hash`;
const runs = (game) => becomes(game, `globalThis.peekaboo?.game?.runs()`);
const kept = (game) => game.ask(`navigator.serviceWorker.ready.then(() => caches.keys())`);

// Until an expression of the page is true; a page that is being loaded has none.
async function becomes(game, expression, ms = 60000) {
    const end = Date.now() + ms;
    while (!await game.ask(expression).catch(() => false)) {
        assert(Date.now() < end, `never true: ${expression}`);
        await sleep(100);
    }
}

test('after one visit it plays without a network, in a new browser process', async (t) => {
    const site = await serve(folder_of(t, www));
    const folder = profile();
    const first = await open(t, { site, profile: folder });
    await runs(first);
    await kept(first);
    await first.close();
    await site.stop();
    const offline = await open(t, { site, profile: folder, arguments: ['--screen', 'play', '--trace', '-', '--data', '/family'] });
    await offline.event('phase', { phase: 'greet' }, 60000);
    await offline.line(/sounds are there/, 60000);
});

test('it can be installed', async (t) => {
    const game = await open(t);
    await runs(game);
    await kept(game);
    const { installabilityErrors } = await game.protocol.send('Page.getInstallabilityErrors');
    assert.deepStrictEqual(installabilityErrors, []);
    const manifest = await game.protocol.send('Page.getAppManifest');
    assert.deepStrictEqual(manifest.errors, []);
});

test('a newer build is let in at the next start, and not while a game is on', async (t) => {
    const folder = folder_of(t, www);
    const site = await serve(folder);
    const game = await open(t, { site });
    await runs(game);
    await kept(game);
    const old = await game.ask(build);
    await game.ask(`localStorage.setItem('family', 'is kept')`);

    make_newer(t, folder);
    await game.page.goto(`${site.origin}/`);
    await runs(game);
    await becomes(game, `caches.keys().then((names) => names.length === 2)`);
    assert.strictEqual(await game.ask(build), old, 'the game that is on stays as it is');
    assert.strictEqual(await game.ask(`fetch(peekaboo.file('page.css')).then((found) => found.text()).then((text) =>
        text.includes('newer'))`), false, 'and gets its own files');
    await becomes(game, `navigator.serviceWorker.getRegistration().then((found) => !found.installing && !found.waiting)`);

    await game.page.goto(`${site.origin}/`);
    await becomes(game, `globalThis.peekaboo?.game?.runs() && ${build} !== '${old}'`);
    assert.strictEqual(await game.ask(`localStorage.getItem('family')`), 'is kept');
    await becomes(game, `caches.keys().then((names) => names.length === 1)`);
});

const body = (game) => game.ask('document.body.textContent');

test('the other pages of its host stay what they are', async (t) => {
    const folder = folder_of(t, www);
    fs.writeFileSync(path.join(folder, 'other.html'), '<!doctype html><title>other</title>somebody else');
    const site = await serve(folder);
    const game = await open(t, { site });
    await runs(game);
    await kept(game);
    await becomes(game, 'navigator.serviceWorker.controller');
    await game.page.goto(`${site.origin}/other.html`);
    assert.strictEqual((await body(game)).trim(), 'somebody else');
    await game.page.goto(`${site.origin}/licences.txt`);
    assert.match(await body(game), /======== LICENSE/);
    await site.stop();
    for (const name of ['index.html', '?from=home', '']) {
        await game.page.goto(`${site.origin}/${name}`);
        await runs(game);
    }
});

// How many caches hold the page of a folder: { '/one/': 1, '/two/': 1 }.
const folders = `(async () => {
    const found = {};
    for (const name of await caches.keys()) {
        for (const { url } of await (await caches.open(name)).keys()) {
            const { pathname } = new URL(url);
            if (pathname.endsWith('/')) found[pathname] = (found[pathname] || 0) + 1;
        }
    }
    return found;
})()`;

test('two of them on one host keep each its own', async (t) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'peekaboo_www_'));
    t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
    fs.writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>host</title>');
    ['one', 'two'].forEach((name) => fs.cpSync(www, path.join(folder, name), { recursive: true }));
    const site = await serve(folder);
    const game = await open(t, { site });
    for (const at of ['/two/', '/one/']) {
        await game.page.goto(site.origin + at);
        await runs(game);
        await kept(game);
    }
    assert.deepStrictEqual(await game.ask(folders), { '/one/': 1, '/two/': 1 });
    make_newer(t, path.join(folder, 'one'));
    const old = await game.ask(build);
    await becomes(game, `navigator.serviceWorker.getRegistration().then((found) => found.update()).then(() => true)`);
    await becomes(game, `(${folders}).then((found) => found['/one/'] === 2)`);
    await game.page.goto(`${site.origin}/one/`);
    await becomes(game, `globalThis.peekaboo?.game?.runs() && ${build} !== '${old}'`);
    await becomes(game, `(${folders}).then((found) => found['/one/'] === 1)`);
    assert.deepStrictEqual(await game.ask(folders), { '/one/': 1, '/two/': 1 });
});

// Before the first worker comes: a cache as earlier versions named theirs, without their folder.
function keepAsBefore(folders) {
    if (!navigator.serviceWorker.controller) {
        caches.open('peekaboo 0123456789ab').then((cache) => folders.forEach((at) => cache.put(at, new Response('earlier'))));
    }
}

const earlier = `caches.has('peekaboo 0123456789ab').then(async (there) => there &&
    (await (await caches.open('peekaboo 0123456789ab')).keys()).map(({ url }) => new URL(url).pathname))`;

for (const [what, before, after] of [
    ['goes', ['/', '/page.css'], false],
    ['stays where it lies in another', ['/two/'], ['/two/']],
    ['goes without what lies in another', ['/', '/two/'], ['/two/']],
]) {
    test(`what an earlier version kept, without saying in which folder, ${what}`, async (t) => {
        const game = await open(t, { init: [[keepAsBefore, before]] });
        await runs(game);
        await kept(game);
        assert.deepStrictEqual(await game.ask(earlier), before);
        await becomes(game, 'navigator.serviceWorker.controller');
        await game.page.goto(`${game.site.origin}/`);
        await runs(game);
        await sleep(1000);
        assert.deepStrictEqual(await game.ask(earlier), after);
    });
}

test('half of a newer build is never kept', async (t) => {
    const folder = folder_of(t, www);
    const site = await serve(folder);
    const game = await open(t, { site, allow: [/./] });
    await runs(game);
    await kept(game);
    make_newer(t, folder);
    fs.appendFileSync(path.join(folder, 'sounds.data'), 'x'); // still on its way to the host
    const state = await game.ask(`navigator.serviceWorker.getRegistration().then((found) => found.update()).then((found) =>
        new Promise((end) => { found.installing.onstatechange = (event) => end(event.target.state); }))`);
    assert.strictEqual(state, 'redundant', 'it is thrown away');
});

// Another build comes to the host when this is asked for.
function becomesNewer(t, asked, file) {
    const folder = folder_of(t, www);
    let newer = false;
    return serve(folder, (url) => {
        if (!newer && url.startsWith(asked)) {
            newer = true;
            make_newer(t, folder, file);
        }
    });
}

const ofOneBuild = `[...document.scripts].filter(({ src }) => !/\\/build.js/.test(src)).every(({ src }) => {
    const { pathname, search } = new URL(src);
    return search === '?' + peekaboo.build.files[pathname.slice(1)].hash;
})`;

test('a first visit while a newer build comes plays that, and nothing of two', async (t) => {
    const site = await becomesNewer(t, '/build.js', 'sound.js');
    const game = await open(t, { site, allow: [/./] });
    await runs(game);
    assert.strictEqual(await game.ask(ofOneBuild), true);
    assert(site.requests.filter((url) => url === '/').length >= 2, 'it was loaded anew');
});

for (const name of ['sound.js', 'game.js', 'game.wasm', 'game.data']) {
    test(`${name} that is not this build's is refused, and that is told`, async (t) => {
        const folder = folder_of(t, www);
        const site = await serve(folder);
        const whole = fs.readFileSync(path.join(folder, name));
        fs.appendFileSync(path.join(folder, name), name.endsWith('.js') ? '/* improved */' : '\0\x01\0'); // by the host: WebAssembly still
        const game = await open(t, { site, allow: [/./] });
        await game.page.waitForSelector('#cover.failed', { timeout: 60000 });
        assert.strictEqual(await game.ask('Boolean(peekaboo.game.runs())'), false);
        fs.writeFileSync(path.join(folder, name), whole);
        await game.page.click('#again');
        await runs(game);
    });
}

// How often the page has run the microphone's own module.
function countModules() {
    const real = AudioWorklet.prototype.addModule;
    globalThis.modules = 0;
    AudioWorklet.prototype.addModule = function addModule(...given) {
        globalThis.modules++;
        return real.apply(this, given);
    };
}

const hears = `peekaboo.microphone.open(), new Promise((done) => {
    const look = () => peekaboo.microphone.state() === 0 ? setTimeout(look, 20) : done(peekaboo.microphone.state());
    look();
})`;

test('a microphone of a newer build is not let in, and the page hears all the same', async (t) => {
    const site = await becomesNewer(t, '/sw.js', 'microphone_worklet.js');
    const game = await open(t, { site, allow: [/./], init: [[countModules]] });
    await runs(game);
    await kept(game);
    await becomes(game, 'navigator.serviceWorker.controller');
    assert.deepStrictEqual([await game.ask(hears), await game.ask('modules')], [1, 0]);
    await game.ask('peekaboo.microphone.close()');
    await game.page.goto(`${site.origin}/`);
    await runs(game);
    assert.deepStrictEqual([await game.ask(hears), await game.ask('modules')], [1, 1], 'its own is');
});
