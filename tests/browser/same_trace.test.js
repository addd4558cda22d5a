'use strict';
// The web app plays as the program does: for the same level, seed and hands, the same trace, byte by byte.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { open, top } = require('./driver.js');
const { folderFor, run } = require('./program.js');

const read = (name) => fs.readFileSync(path.join(top, name), 'utf8');
const always = ['--virtual-time', '--trace', '-', '--data', '/tmp/nobody'];

// The program in a folder of its own; the files lie where the arguments say.
function natively(t, words, files) {
    const folder = folderFor(t);
    const here = (word) => word.replace(/^\/(?=t\/|tmp\/nobody)/, `${folder}/`);
    for (const [name, content] of Object.entries(files)) {
        fs.mkdirSync(path.dirname(here(name)), { recursive: true });
        fs.writeFileSync(here(name), content);
    }
    return run(words.map(here));
}

async function same(t, words, files) {
    const game = await open(t, { arguments: [...words, ...always], files });
    await game.ended();
    const here = game.lines.join('\n') + '\n';
    assert.strictEqual(here, natively(t, [...words, ...always], files));
    assert(game.trace.some((event) => event.event === 'end'), 'a session was played');
}

// What a replay asks for is written in it.
function replayed(name) {
    const replay = read(`tests/replays/${name}.replay`);
    const words = replay.match(/^# options: (.*)$/m)[1].split(' ').map((word) => word.replace(/^(.*)\.yaml$/, '/t/$1.yaml'));
    const files = { '/t/hands.replay': replay };
    for (const level of words.filter((word) => word.endsWith('.yaml'))) {
        files[level] = read(`tests/replays/${path.basename(level)}`);
    }
    return [['--screen', 'play', ...words, '--replay', '/t/hands.replay'], files];
}

for (const [level, seed] of [['first_peekaboo', 7], ['first_peekaboo', 8]]) {
    test(`${level} with seed ${seed}`, (t) => same(t, ['--screen', 'play', '--level', level, '--seed', String(seed)], {}));
}

for (const name of [
    'a_touch_while_away_opens',
    'five_fingers_at_once_are_one_touch',
    'in_the_background_nobody_stays_hidden',
    'turning_the_tablet_while_away_changes_nothing',
    'a_second_fuss_ends_with_the_ritual',
    'banging_while_away_is_an_upset',
    'who_reads_the_sentence_comes_home_through_the_ritual',
]) {
    test(name.replaceAll('_', ' '), (t) => same(t, ...replayed(name)));
}
