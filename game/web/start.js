'use strict';
// Fetches what the game needs, shows how much of it is there, checks that all of it is this build's, and starts it. The
// sounds follow when the first picture stands. Loaded after every other script of the page.
(() => {
    const needed = ['game.wasm', 'game.data'];
    const arrived = {};

    function tell() {
        const total = needed.reduce((sum, name) => sum + peekaboo.build.files[name].bytes, 0);
        const here = Object.values(arrived).reduce((sum, bytes) => sum + bytes, 0);
        peekaboo.cover.progress(here / total);
        if (here >= total) {
            performance.mark('arrived'); // for tests/bench/web
        }
    }

    async function count(name, response) {
        arrived[name] = 0;
        const reader = response.body.getReader();
        for (let part = await reader.read(); !part.done; part = await reader.read()) {
            arrived[name] += part.value.length;
            tell();
        }
    }

    // A browser that checks by itself shows nothing before all is there, so that is left to check(), but over plain http,
    // where a page can't.
    async function get(name) {
        const response = await (crypto.subtle ? fetch(peekaboo.file(name)) : peekaboo.fetch(name));
        if (!response.ok) {
            throw new Error(`${name}: ${response.status}`);
        }
        count(name, response.clone()).catch(() => {}); // who reads the response itself hears of what fails
        return response;
    }

    async function integrity(bytes) {
        const digest = await crypto.subtle.digest('SHA-256', bytes);
        return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
    }

    // All of its bytes, if they are this build's.
    async function check(name, response) {
        const bytes = await response.arrayBuffer();
        if (crypto.subtle && await integrity(bytes) !== peekaboo.build.files[name].integrity) {
            return refuse(name);
        }
        return bytes;
    }

    // The next try is not to find it in the browser's cache.
    async function refuse(name) {
        await peekaboo.fetch(name).catch(() => {});
        throw new Error(`${name}: not of this build`);
    }

    // Compiled while it arrives; at once where a host does not say that it is WebAssembly.
    async function compile() {
        const response = await get('game.wasm');
        const named = (response.headers.get('content-type') || '').startsWith('application/wasm');
        const checked = check('game.wasm', response.clone());
        const [module] = await Promise.all([named && WebAssembly.compileStreaming ? WebAssembly.compileStreaming(response)
            : checked.then(bytes => WebAssembly.compile(bytes)), checked]);
        return module;
    }

    function script(name) {
        return new Promise((resolve, reject) => {
            const element = document.createElement('script');
            element.src = peekaboo.file(name);
            element.integrity = peekaboo.build.files[name].integrity;
            element.onload = resolve;
            element.onerror = () => refuse(name).catch(reject);
            document.body.append(element);
        });
    }

    async function start() {
        const compiled = compile();
        const data = get('game.data').then(response => check('game.data', response));
        Module.getPreloadedPackage = name => name === peekaboo.file('game.data') ? data.whole : null; // not the sounds'
        Module.instantiateWasm = (imports, done) => {
            compiled.then(module => WebAssembly.instantiate(module, imports).then(instance => done(instance, module)))
                .catch(fail);
            return {};
        };
        Module.locateFile = name => peekaboo.build.files[name] ? peekaboo.file(name) : name;
        data.whole = await data;
        await script('game.js');
        await compiled;
    }

    function fail(error) {
        console.error(error);
        peekaboo.cover.failed(navigator.onLine === false ? 'web.failed.offline' : 'web.failed.why');
    }

    // The pack's own script asks for it by Module's ways.
    async function bring_sounds() {
        const response = await peekaboo.fetch('sounds.data');
        const data = await response.arrayBuffer();
        Module.getPreloadedPackage = () => data;
        await script('sounds.js');
        console.debug('the sounds are there');
    }

    // main is over: the game's frames follow, or it said on the console why there are none.
    Module.postRun = [() => has_begun || peekaboo.cover.failed('web.failed.why')];

    let has_begun = false;
    let runs = false;
    peekaboo.game = {
        // From the game: it has all it needs, and its frames follow.
        begun() {
            has_begun = true;
        },
        // From the game: its first picture stands.
        shown() {
            runs = true;
            performance.mark('shown');
            peekaboo.cover.shown();
            bring_sounds().catch(error => console.warn(error.message)); // without them it is silent
            peekaboo.worker.keep();
        },
        // From the game: it has ended by itself.
        ended() {
            runs = false;
            peekaboo.cover.ended();
        },
        runs: () => runs,
    };

    if (typeof WebAssembly !== 'object') {
        peekaboo.cover.failed('web.failed.old');
        return;
    }
    if (peekaboo.whole()) { // else whole.js says what follows
        start().catch(fail);
    }
})();
