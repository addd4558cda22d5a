'use strict';
// What the game's scripts share, and what the game is started with. The game's C calls what it needs of the page as
// peekaboo.PART.FUNCTION; each part stands in a file of its own, loaded before the game.

// A test may lay peekabooTest = { arguments: [...], files: { path: text } } before the page's scripts.
const test = globalThis.peekabooTest || {};

globalThis.peekaboo = {};
globalThis.Module = {
    canvas: document.getElementById('canvas'),
    arguments: test.arguments || ['--data', '/family'],
    preRun: [() => {
        for (const [path, text] of Object.entries(test.files || {})) {
            FS.writeFile(path, text);
        }
    }],
};
