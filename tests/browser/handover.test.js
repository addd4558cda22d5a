'use strict';
// What goes in and out of the browser: a photo, a sound, a backup.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { open, sleep, top } = require('./driver.js');
const { addMama, choose, clips, colour, notNow, picture, ready, tap } = require('./family.js');
const { fileOf } = require('./kept.js');
const { folderFor, run } = require('./program.js');
const { read } = require('./reader.js');

const voices = ['--data', '/family', '--screen', 'voices', '--trace', '-'];
const settings = ['--data', '/family', '--screen', 'settings', '--trace', '-', '--seed', '5'];
const ogg = path.join(top, 'assets/sounds/where_1.ogg');
const tiles = [[449, 352], [640, 352], [831, 352], [449, 540], [640, 540], [831, 540]].map(([x, y]) => [x / 1280, y / 800]);

const nothingWaits = (game) => game.ask(`FS.analyzePath('/in').exists ? FS.readdir('/in').length - 2 : 0`);

async function recordFromFile(game) {
    await tap(game, 400, 267); // Hello
    await sleep(2500); // the microphone is refused, or listens
    await tap(game, 370, 554); // use a sound file
    await choose(game, ogg);
    await game.shot('sound_in_review');
    await tap(game, 895, 588); // keep
    await sleep(1500);
}

test('a photo from the system\'s chooser becomes the face, and nothing of it is left', async (t) => {
    const game = await open(t, { arguments: voices });
    await ready(game, 'voices');
    await addMama(game);
    await tap(game, 798, 466); // choose a photo
    await game.shot('photo_chooser');
    await choose(game, { name: 'Ein Foto ü.png', mimeType: 'image/png', buffer: picture(4000, 3000, [40, 160, 60]) });
    await game.shot('photo_in_its_ring');
    assert.strictEqual(await nothingWaits(game), 0);
    await tap(game, 798, 672); // keep
    await game.shot('photo_kept');
    const [red, green, blue] = await colour(game, 108, 165);
    assert(Math.abs(red - 40) < 6 && Math.abs(green - 160) < 6 && Math.abs(blue - 60) < 6, `it is ${red} ${green} ${blue}`);
});

test('what is no picture is refused in words, and the sheet is gone', async (t) => {
    const game = await open(t, { arguments: voices });
    await ready(game, 'voices');
    await addMama(game);
    await tap(game, 798, 466);
    await choose(game, { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture at all') });
    await game.shot('photo_refused');
    assert.strictEqual(await nothingWaits(game), 0);
    assert.strictEqual(await game.ask(`document.querySelector('#file').hidden`), true);
});

test('a sound file becomes a clip, and a backup brings it back byte for byte', async (t) => {
    const game = await open(t, { arguments: voices, microphone: 'refused' });
    await ready(game, 'voices');
    await addMama(game);
    await notNow(game);
    await recordFromFile(game);
    const kept = await clips(t, game);
    assert.strictEqual(kept.length, 1, 'the clip is kept');
    const folder = game.folder;
    await game.close();

    const saving = await open(t, { arguments: settings, profile: folder });
    await ready(saving, 'settings');
    await tap(saving, 960, 758);
    await saving.shot('backup_sheet');
    const downloading = saving.page.waitForEvent('download', { timeout: 10000 });
    await tap(saving, 450, 520);
    const download = await downloading;
    assert.match(download.suggestedFilename(), /^peekaboo-\d{4}-\d\d-\d\d\.pkb$/);
    const backup = fs.readFileSync(await download.path());
    await sleep(1000);
    await saving.shot('backup_downloaded');
    assert.strictEqual(await saving.ask(`FS.readdir('/out').length - 2`), 0, 'no copy is left in memory');
    await saving.close();

    const fresh = await open(t, { arguments: settings }); // all is deleted
    await ready(fresh, 'settings');
    await tap(fresh, 960, 758);
    await tap(fresh, 830, 520); // restore
    await fresh.shot('backup_chooser');
    await choose(fresh, { name: download.suggestedFilename(), mimeType: 'application/octet-stream', buffer: backup });
    await fresh.event('scene', { name: 'gate' });
    await sleep(600);
    await fresh.shot('restore_asks');
    await read(fresh, 5, tiles);
    await sleep(2500);
    await fresh.shot('restored');
    assert.deepStrictEqual(await clips(t, fresh), kept);
    assert.strictEqual(await nothingWaits(fresh), 0);

    await tap(fresh, 892, 736); // undo
    assert.deepStrictEqual(await clips(t, fresh), [], 'as it was before');
    await fresh.shot('restore_undone');
});

// What the program keeps of a game.
function notes(t) {
    const folder = folderFor(t);
    run(['--virtual-time', '--screen', 'play', '--seed', '1', '--data', folder]);
    return fs.readFileSync(path.join(folder, 'family.db'));
}

async function download(game, x, y) {
    const coming = game.page.waitForEvent('download', { timeout: 10000 });
    await tap(game, 1033, 650); // save a copy
    await tap(game, x, y);
    const file = await coming;
    return [file.suggestedFilename(), fs.readFileSync(await file.path())];
}

test('the notes become downloads, as a picture and as a table', async (t) => {
    const game = await open(t, { arguments: ['--data', '/notes', '--screen', 'progress', '--trace', '-'], files: { '/notes/family.db': notes(t) } });
    await ready(game, 'progress');
    const [picture, png] = await download(game, 640, 400);
    assert.match(picture, /^progress-\d{4}-\d\d-\d\d\.png$/);
    assert.strictEqual(png.toString('latin1', 1, 4), 'PNG');
    assert.deepStrictEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1600, 1000]);
    const [table, csv] = await download(game, 640, 490);
    assert.match(table, /^progress-\d{4}-\d\d-\d\d\.csv$/);
    assert.strictEqual(csv.toString().trim().split('\n').length, 2, 'a heading and a game');
    await game.shot('notes_downloaded');
});

// An iPad's app on the home screen has no downloads: the system asks whom to send the file to.
test('on an iPad\'s home screen a backup is sent on, and counts only if it was', async (t) => {
    const game = await open(t, { arguments: settings });
    await ready(game, 'settings');
    await game.ask(`(() => {
        const say = (name, value) => Object.defineProperty(navigator, name, { value, configurable: true });
        globalThis.sent = [];
        say('standalone', true);
        say('canShare', () => true);
        say('share', async ({ files }) => {
            sent.push(files[0].name, navigator.userActivation.isActive);
            if (sent.length < 3) {
                throw new DOMException('changed their mind', 'AbortError');
            }
        });
    })()`);
    const lastBackup = async () => (await fileOf(game, '/family/family.db')).includes('backup_path');
    await tap(game, 960, 758);
    await tap(game, 450, 520);
    await game.shot('backup_not_sent');
    assert.strictEqual(await lastBackup(), false);
    await tap(game, 450, 520);
    await game.shot('backup_sent');
    assert.match((await game.ask('sent.join()')), /^(peekaboo-[-\d]+\.pkb,true,?){2}$/, 'from a touch, twice');
    assert.strictEqual(await lastBackup(), true);
});
