'use strict';
// Keeps one build whole: fetched and checked file by file before it counts, served from its own cache only.
// The build writes the two names below.
const BUILD = '@BUILD@';
const FILES = @FILES@; // [address, integrity]

const NAME = `peekaboo ${BUILD}`;

// The page's own address; a host may know index.html under './' only.
const PAGE = './';

const request = ([address, integrity]) => new Request(address, { integrity, cache: address === PAGE ? 'no-cache' : 'default' });

async function install() {
    const cache = await caches.open(NAME);
    await cache.addAll(FILES.map(request));
}

async function drop_others() {
    const names = await caches.keys();
    await Promise.all(names.filter(name => name.startsWith('peekaboo ') && name !== NAME).map(name => caches.delete(name)));
    await self.clients.claim();
}

async function answer(asked) {
    const cache = await caches.open(NAME);
    const kept = await (asked.mode === 'navigate' ? cache.match(PAGE) : cache.match(asked));
    return kept || fetch(asked);
}

// Another window may be playing: then the next start lets this build in.
async function take_over() {
    const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    if (windows.length <= 1) {
        await self.skipWaiting();
    }
}

self.addEventListener('install', event => event.waitUntil(install()));
self.addEventListener('activate', event => event.waitUntil(drop_others()));
self.addEventListener('message', event => event.waitUntil(take_over()));
self.addEventListener('fetch', event => {
    if (event.request.method === 'GET' && event.request.url.startsWith(self.registration.scope)) {
        event.respondWith(answer(event.request));
    }
});
