'use strict';
// The web app's sizes and times; tests/bench/web runs it with the folder that is served.
const fs = require('node:fs');
const path = require('node:path');
const zlib = require('node:zlib');
const { open, profile, sleep } = require('../browser/driver.js');

const LIMITS = { before: 2.5e6, total: 5e6, play_ms: 2500 }; // issue "On every tablet"
const RUNS = 5;
const www = process.argv[2];
const behind = /^(sounds\.|icon-(180|512|maskable)|sw\.js|licences|microphone_worklet)/; // comes after play is on, or never

// ---- sizes

const brotli = bytes => zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 } }).length;

function sizes() {
    return fs.readdirSync(www).sort().map(name => {
        const bytes = fs.readFileSync(path.join(www, name));
        return { name, raw: bytes.length, gzip: zlib.gzipSync(bytes, { level: 9 }).length, brotli: brotli(bytes) };
    });
}

const row = (name, size) =>
    `${name.padEnd(26)}${[size.raw, size.gzip, size.brotli].map(bytes => String(Math.ceil(bytes / 1000)).padStart(9)).join('')}`;

function sum(files) {
    const add = key => files.reduce((total, file) => total + file[key], 0);
    return { raw: add('raw'), gzip: add('gzip'), brotli: add('brotli') };
}

function print_sizes() {
    const files = sizes();
    const before = sum(files.filter(file => !behind.test(file.name)));
    const total = sum(files);
    console.log(`${'kB'.padEnd(26)}${['raw', 'gzip', 'brotli'].map(word => word.padStart(9)).join('')}`);
    files.filter(file => file.gzip > 20000).forEach(file => console.log(row(file.name, file)));
    console.log(row(`before play (at most ${LIMITS.before / 1000})`, before));
    console.log(row(`total (at most ${LIMITS.total / 1000})`, total));
    return before.gzip <= LIMITS.before && total.gzip <= LIMITS.total;
}

// ---- times

const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

// What a browser of that folder needs: from the files' arrival to the game's first frame, and to the first greeting.
async function start(folder, words) {
    const closing = [];
    const game = await open({ after: close => closing.push(close) }, { profile: folder, arguments: words });
    await game.event('phase', { phase: 'greet' });
    const greeted = Date.now();
    await sleep(1500); // the cache is filled behind it
    const at = await game.ask(`({ begin: performance.timeOrigin,
        arrived: performance.timeOrigin + performance.getEntriesByName('arrived')[0].startTime,
        shown: performance.timeOrigin + performance.getEntriesByName('shown')[0].startTime })`);
    for (const close of closing) {
        await close();
    }
    return { shown: at.shown - at.arrived, play: greeted - at.arrived, visit: greeted - at.begin };
}

async function many(how) {
    const found = [];
    for (let i = 0; i < RUNS; i++) {
        found.push(await how());
    }
    return Object.fromEntries(['shown', 'play', 'visit'].map(key => [key, median(found.map(one => one[key]))]));
}

function print_times(title, times) {
    console.log(`${title}, ms, median of ${RUNS}: first frame ${Math.round(times.shown)} and play ` +
        `${Math.round(times.play)} after the files are there, ${Math.round(times.visit)} after the page was asked for`);
}

async function main() {
    const small = print_sizes();
    const words = ['--screen', 'play', '--trace', '-', '--data', '/family'];
    const first = await many(() => start(profile(), words));
    print_times(`first visit (play at most ${LIMITS.play_ms})`, first);
    const folder = profile();
    await start(folder, words);
    const again = await many(() => start(folder, words));
    print_times('later visits, from the cache', again);
    process.exit(small && first.play <= LIMITS.play_ms ? 0 : 1);
}

main();
