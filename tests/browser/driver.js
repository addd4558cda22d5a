'use strict';
// A game in a real browser with a touch screen: opened, touched, watched through its trace, and closed. README.md tells
// how a test uses it.
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { chromium } = require('playwright-core');
const { hands, sleep } = require('./hands.js');
const { serve, strangers, top } = require('./site.js');

const shots = path.join(top, 'build/tests/browser');
const features = [ // that ask the world, or paint late
    'NetworkTimeServiceQuerying', 'OptimizationHints', 'MediaRouter', 'DialMediaRouteProvider', 'Translate', 'HttpsUpgrades',
    'AutofillServerCommunication', 'OptimizationGuideModelDownloading', 'OptimizationTargetPrediction', 'PaintHolding',
];
const quiet = [ // it asks nothing by itself
    '--no-sandbox', '--no-first-run', '--disable-quic',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-domain-reliability',
    '--component-updater=url-source=http://127.0.0.1:9/', '--gaia-url=http://127.0.0.1:9',
    // By http it would end itself.
    '--optimization-guide-service-get-models-url=https://127.0.0.1:9/', '--optimization-guide-service-get-hints-url=https://127.0.0.1:9/',
    `--disable-features=${features.join(',')}`,
];
// Without a graphics card: WebGL where a test wants it; all else a browser composes by itself in half of the time.
const drawing = (gpu) => (gpu ? ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'] : ['--disable-gpu']);

// ---- what all tests of a file share

let shared;
const profiles = [];

async function theSite() {
    shared ||= { site: await serve(), world: await strangers(), own: 0 };
    return shared;
}

process.on('exit', () => {
    profiles.forEach((folder) => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    if (shared) {
        console.log(`requests to the game's own origin: ${shared.own}, to others: ${shared.world.asked.length}`);
    }
});

// ---- the browser

// A fresh folder for a browser's own data, gone with this program.
function profile() {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'peekaboo_browser_'));
    profiles.push(folder);
    return folder;
}

// 'real' asks no microphone at all; a WAV file is heard over and over; 'refused' says no; 'asks' lets the question stand.
function microphone(given) {
    if (given === 'refused') {
        return ['--use-fake-device-for-media-stream', '--deny-permission-prompts'];
    }
    if (given === 'asks') {
        return ['--use-fake-device-for-media-stream'];
    }
    const sound = given ? [`--use-file-for-fake-audio-capture=${given}`] : [];
    return ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', ...sound];
}

function launch(options, folder, world) {
    const [width, height] = options.size || [1280, 800];
    return chromium.launchPersistentContext(folder, {
        executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
        headless: true,
        args: [...quiet, ...drawing(options.gpu), ...microphone(options.microphone), `--proxy-server=127.0.0.1:${world.port}`,
            ...(options.flags || [])],
        hasTouch: true,
        isMobile: true,
        viewport: { width, height },
        deviceScaleFactor: options.scale || 1,
        locale: options.locale || 'en-GB',
        timezoneId: 'Europe/Berlin',
    });
}

// The browser's first process leads a group of all its own.
function firstProcess(folder) {
    for (const id of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
        let words = [];
        try {
            words = fs.readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
        } catch {
            continue; // it ended meanwhile
        }
        if (words.includes(`--user-data-dir=${folder}`) && !words.some((word) => word.startsWith('--type='))) {
            return Number(id);
        }
    }
    return 0;
}

// ---- what the game is given, and what it says

const laid = (files) => Object.fromEntries(Object.entries(files || {}).map(([name, content]) =>
    [name, Buffer.isBuffer(content) ? { base64: content.toString('base64') } : content]));

// Lines of the console: the trace's apart from all others.
function listener(page, allowed) {
    const heard = { lines: [], trace: [], said: [], faults: [], changed: new Set() };
    const take = (kind, text) => {
        if (text.startsWith('{"t":')) {
            heard.lines.push(text);
            heard.trace.push(JSON.parse(text));
        } else {
            heard.said.push(text);
        }
        if (kind === 'error' && !allowed.some((pattern) => pattern.test(text))) {
            heard.faults.push(text);
        }
        heard.changed.forEach((look) => look());
    };
    page.on('console', (message) => take(/\/favicon\.ico$/.test(message.location().url) ? 'log' : message.type(), message.text()));
    page.on('pageerror', (error) => take('error', String(error.stack || error)));
    page.on('crash', () => take('error', 'the page crashed'));
    return heard;
}

const last = (heard) => [...heard.said.slice(-6), ...heard.lines.slice(-6)].join('\n');

// Waits until found() gives something, looked at after every line of the console. An error of the page ends it at once.
function until(heard, found, ms, what) {
    return new Promise((resolve, reject) => {
        let timer;
        const over = (how, value) => {
            clearTimeout(timer);
            heard.changed.delete(look);
            how(value);
        };
        const look = () => {
            const value = found();
            if (value) {
                over(resolve, value);
            } else if (heard.faults.length > 0) {
                over(reject, new Error(`an error before ${what}: ${heard.faults[0]}`));
            }
        };
        timer = setTimeout(() => over(reject, new Error(`waited ${ms} ms for ${what}; heard last:\n${last(heard)}`)), ms);
        heard.changed.add(look);
        look();
    });
}

const fits = (event, members) => Object.entries(members).every(([key, value]) => event[key] === value);

// ---- the game

// t is the test's own context: whatever was opened is closed with the test, which fails where the page had an error or
// asked anything of another origin.
async function open(t, options = {}) {
    const { site, world } = await theSite();
    const from = options.site || site;
    const folder = options.profile || profile();
    const asked = world.asked.length;
    const before = options.instead;
    const context = before ? before.context : await launch(options, folder, world);
    const page = (!before && context.pages()[0]) || (await context.newPage());
    await before?.page.close(); // last: a browser without a page ends
    const heard = listener(page, options.allow || []);
    const protocol = await context.newCDPSession(page);
    page.on('request', (request) => {
        const url = request.url();
        if (url.startsWith(from.origin) || /^(data|blob):/.test(url)) {
            shared.own++;
        } else {
            world.asked.push(url);
        }
    });
    let open = true;
    context.on('close', () => { open = false; });

    const game = {
        page, context, protocol, folder, site: from,
        trace: heard.trace, // objects
        lines: heard.lines, // the same as they were written
        said: heard.said, // every other line of the console
        hands: hands(protocol, () => [page.viewportSize().width, page.viewportSize().height]),
        // The next trace event of that name, with these members, that comes at or after the index `from`.
        event: (name, members = {}, ms = 20000, from = 0) => until(heard, () =>
            heard.trace.find((event, i) => i >= from && event.event === name && fits(event, members)), ms,
            `${name} ${JSON.stringify(members)}`),
        // The end of a game that ends by itself.
        ended: (ms = 60000) => game.event('frames', {}, ms),
        line: (pattern, ms = 20000) => until(heard, () => heard.said.find((text) => pattern.test(text)), ms, String(pattern)),
        // What an expression of the page is worth. Not a touch of the page, as page.evaluate would be.
        async ask(expression) {
            const { result, exceptionDetails } = await protocol.send('Runtime.evaluate',
                { expression, returnByValue: true, awaitPromise: true });
            assert(!exceptionDetails, exceptionDetails?.exception?.description);
            return result.value;
        },
        // The first picture stands: from now on a touch is the game's.
        async shown() {
            while (!(await game.ask("document.getElementById('cover').className")).includes('gone')) {
                await sleep(50);
            }
        },
        async shot(name) {
            fs.mkdirSync(shots, { recursive: true });
            return page.screenshot({ path: path.join(shots, `${name}.png`) });
        },
        resize: (width, height) => page.setViewportSize({ width, height }),
        // As when the battery dies: every process of the browser, at once.
        async kill() {
            const id = firstProcess(folder);
            assert(id > 1, 'the browser runs');
            open = false;
            process.kill(-id, 'SIGKILL');
            await context.close().catch(() => {});
        },
        async close() {
            if (open) {
                open = false;
                await context.close();
            }
        },
    };
    t.after(async () => {
        await game.close();
        assert.deepStrictEqual(heard.faults, [], 'the page has no errors');
        assert.deepStrictEqual(world.asked.slice(asked), [], 'nothing is asked of another origin');
    });
    if (options.arguments || options.files || options.gpu !== undefined) {
        await page.addInitScript((test) => { globalThis.peekabooTest = test; },
            { arguments: options.arguments, files: laid(options.files), gpu: options.gpu });
    }
    for (const script of [].concat(options.init || [])) {
        await page.addInitScript(...[].concat(script));
    }
    await page.goto(from.origin + '/');
    return game;
}

module.exports = { open, profile, serve, sleep, shots, top };
