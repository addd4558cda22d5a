'use strict';
// Keeps one build whole: fetched and checked file by file before it counts, served from its own cache only.
// The build writes the two names below.
const BUILD = '@BUILD@';
const FILES = [/* FILES */]; // of [address, integrity]

// A host may have the game in two folders: each keeps its own.
const SCOPE = self.registration.scope;
const OWN = `peekaboo ${new URL(SCOPE).pathname} `;
const NAME = OWN + BUILD;

// The page's own address; a host may know index.html under './' only.
const PAGE = './';
const PAGES = [PAGE, 'index.html'].map(name => new URL(name, SCOPE).pathname); // other pages of its host are not ours

const request = ([address, integrity]) => new Request(address, { integrity, cache: address === PAGE ? 'no-cache' : 'default' });

const find = { ignoreVary: true };

async function install() {
    const cache = await caches.open(NAME);
    await cache.addAll(FILES.map(request));
    await self.skipWaiting();
}

// The next page is this build's. One that is open keeps its own: every file is asked for by an address that holds its
// hash, and what older builds kept is still there.
async function answer(asked) {
    const cache = await caches.open(NAME);
    const is_page = asked.mode === 'navigate' && PAGES.includes(new URL(asked.url).pathname);
    const kept = is_page ? await cache.match(PAGE, find)
        : await cache.match(asked, find) || await caches.match(asked, find);
    return kept || fetch(asked);
}

// Versions before named theirs without its folder, so that two of them may share one: only what lies in this one goes.
async function drop_unnamed(name) {
    const cache = await caches.open(name);
    const held = await cache.keys();
    const own = held.filter(({ url }) => new URL('.', url).href === SCOPE);
    await Promise.all(own.map(asked => cache.delete(asked, find)));
    if (own.length > 0 && own.length === held.length) { // an empty one may be about to be filled
        await caches.delete(name);
    }
}

// A page has started. Where it is of this build, nobody needs an older one but another window that may still play it.
async function drop_older(build) {
    if (!FILES.some(([address]) => address === build)) {
        return;
    }
    const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    if (windows.length > 1) {
        return;
    }
    const names = await caches.keys(); // in the order they were made
    const older = names.slice(0, Math.max(0, names.indexOf(NAME)));
    await Promise.all(older.filter(name => name.startsWith(OWN)).map(name => caches.delete(name)));
    await Promise.all(older.filter(name => /^peekaboo [0-9a-f]+$/.test(name)).map(drop_unnamed));
}

self.addEventListener('install', event => event.waitUntil(install()));
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
self.addEventListener('message', event => event.waitUntil(drop_older(event.data)));
self.addEventListener('fetch', event => {
    if (event.request.method === 'GET' && event.request.url.startsWith(self.registration.scope)) {
        event.respondWith(answer(event.request));
    }
});
