'use strict';
// The program itself, which the web app is held beside.
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { top } = require('./site.js');

// A folder that goes when the test is over.
function folderFor(t) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'peekaboo_program_'));
    t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
    return folder;
}

// Runs it with these words; what it prints.
function run(words) {
    return execFileSync(path.join(top, 'build/release/peekaboo'), words,
        { cwd: top, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, LC_ALL: 'C.UTF-8' } });
}

module.exports = { folderFor, run };
