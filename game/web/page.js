'use strict';
// What the page's scripts share, and what the game is started with. The game's C calls what it needs of the page as
// peekaboo.PART.FUNCTION; each part stands in a file of its own, loaded before the game (start.js is the last).

// All other ways to somebody else are forbidden by the page's policy; browsers know no word for this one in it.
for (const way of ['RTCPeerConnection', 'webkitRTCPeerConnection']) {
    delete globalThis[way];
}

// A test may lay peekabooTest = { arguments: [...], files: { path: text or { base64 } }, gpu: true or
// false } before the page's scripts.
const test = globalThis.peekabooTest || {};

// whole.js and build.js have begun it: what this build is made of.
globalThis.peekaboo = Object.assign(globalThis.peekaboo || {}, {
    // The address of one of this build's files: its contents are in it, so that a browser's cache never mixes two builds.
    file(name) {
        return `${name}?${peekaboo.build.files[name].hash}`;
    },
    // Its contents; those of another build are an error. The browser may keep such ones under this address, from when the
    // host had half of a build: so it is asked past them once.
    fetch(name) {
        const { integrity } = peekaboo.build.files[name];
        const ask = cache => fetch(peekaboo.file(name), { integrity, cache });
        return ask('default').catch(() => ask('reload'));
    },
});

function lay(path, content) {
    FS.mkdirTree(path.slice(0, path.lastIndexOf('/')));
    FS.writeFile(path, content.base64 ? Uint8Array.from(atob(content.base64), byte => byte.charCodeAt(0)) : content);
}

globalThis.Module = {
    canvas: document.getElementById('canvas'),
    arguments: test.arguments || ['--data', '/family'],
    preRun: [],
    onRuntimeInitialized() { // all that was kept is there
        for (const [path, content] of Object.entries(test.files || {})) {
            lay(path, content);
        }
    },
};
