'use strict';
// What a page could do to tell somebody else: each way is tried in the game's own page, with a listener where somebody else
// would be, and nothing arrives. And what is kept lies in two places only.
const assert = require('node:assert');
const dgram = require('node:dgram');
const http = require('node:http');
const { once } = require('node:events');
const { test } = require('node:test');
const { open, sleep } = require('./driver.js');

// Somebody else on this machine: { port, udp, heard }. Browsers reach it without the proxy that stands for the world.
async function somebody(t) {
    const heard = [];
    const server = http.createServer((asked, response) => {
        heard.push(asked.method);
        response.setHeader('content-type', 'text/html');
        response.end('<!doctype html><title>somebody</title>');
    });
    server.listen(0, '127.0.0.1');
    const socket = dgram.createSocket('udp4', () => heard.push('udp'));
    socket.bind(0, '127.0.0.1');
    await Promise.all([once(server, 'listening'), once(socket, 'listening')]);
    t.after(() => {
        server.close();
        socket.close();
    });
    return { port: server.address().port, udp: socket.address().port, heard };
}

const element = (name, members) => `document.head.append(Object.assign(document.createElement('${name}'), ${members}))`;

// Each way out, where there is a listener at HOST and one for datagrams at UDP.
const ways = {
    fetch: `fetch('http://HOST/', { mode: 'no-cors' })`,
    'a request of the old kind': `(() => { const asked = new XMLHttpRequest(); asked.open('GET', 'http://HOST/'); asked.send(); })()`,
    beacon: `navigator.sendBeacon('http://HOST/', 'a clip')`,
    websocket: `new WebSocket('ws://HOST/')`,
    'events from elsewhere': `new EventSource('http://HOST/')`,
    picture: `Object.assign(new Image(), { src: 'http://HOST/a.png' })`,
    sound: `new Audio('http://HOST/a.ogg').load()`,
    script: element('script', `{ src: 'http://HOST/a.js' }`),
    style: element('link', `{ rel: 'stylesheet', href: 'http://HOST/a.css' }`),
    font: `new FontFace('elsewhere', 'url(http://HOST/a.woff)').load()`,
    frame: `document.body.append(Object.assign(document.createElement('iframe'), { src: 'http://HOST/' }))`,
    worker: `new Worker('http://HOST/a.js')`,
    form: `(() => { const form = Object.assign(document.createElement('form'), { action: 'http://HOST/', method: 'post' });
        document.body.append(form); form.submit(); })()`,
    webrtc: `(async () => { const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:UDP' }] });
        peer.createDataChannel('clips'); await peer.setLocalDescription(await peer.createOffer()); })()`,
    webtransport: `new WebTransport('https://127.0.0.1:UDP/')`,
};

const tried = (way, { port, udp }) => `(async () => { try { await (${way}); } catch { } })()`
    .replaceAll('HOST', `127.0.0.1:${port}`).replaceAll('UDP', udp);

const kept = `(async () => {
    const files = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) {
        files.push(name);
    }
    return {
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).filter((name) => !name.startsWith('peekaboo ')),
        words: localStorage.length + sessionStorage.length,
        cookies: document.cookie,
        files,
    };
})()`;

test('what the page keeps, and whom it can tell', { timeout: 120000 }, async (t) => {
    const other = await somebody(t);
    const game = await open(t, { arguments: ['--screen', 'home', '--data', '/family', '--trace', '-'], allow: [/./] });
    await game.event('scene', { name: 'home' }, 60000);
    await game.shown();

    await t.test('what is kept lies in the page\'s database and in the cache of its own files', async () => {
        await game.ask('navigator.serviceWorker.ready.then(() => true)');
        assert.deepStrictEqual(await game.ask(kept), { databases: 1, caches: [], words: 0, cookies: '', files: [] });
    });

    await t.test('there is no way out of it', async () => {
        game.page.removeAllListeners('request'); // refused ones are told of too: here counts what arrives
        for (const [name, way] of Object.entries(ways)) {
            await game.ask(tried(way, other));
            await sleep(name === 'webrtc' ? 1500 : 150);
            assert.deepStrictEqual(other.heard, [], `${name} reached somebody`);
        }
        assert.strictEqual(await game.ask('location.pathname'), '/', 'the page is still the game');
    });

    // The planted fault: the same listener, and a page that forbids itself nothing.
    await t.test('a page that lets things out is noticed', async () => {
        await game.page.goto(`http://127.0.0.1:${other.port}/`);
        for (const name of ['fetch', 'beacon', 'websocket', 'picture', 'webrtc']) {
            other.heard.length = 0;
            await game.ask(tried(ways[name], other));
            for (let i = 0; i < 30 && other.heard.length === 0; i++) {
                await sleep(100);
            }
            assert.notDeepStrictEqual(other.heard, [], `${name} was not heard`);
        }
    });
});
