'use strict';
// What a family's file holds, looked at from outside the game; and sounds to put into it.
const { execFileSync } = require('node:child_process');
const crypto = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const RATE = 48000;

const hash = (bytes) => crypto.createHash('sha256').update(bytes).digest('hex');

// 16-bit samples that sound a little like a voice: a tone that swells four times a second.
function samples(seconds, pitch) {
    const count = Math.round(seconds * RATE), bytes = Buffer.alloc(2 * count);
    for (let i = 0; i < count; i++) {
        const at = (2 * Math.PI * i) / RATE;
        bytes.writeInt16LE(Math.round(12000 * Math.sin(pitch * at) * (0.6 + 0.4 * Math.sin(4 * at))), 2 * i);
    }
    return bytes;
}

function wav(pcm) {
    const head = Buffer.alloc(44);
    head.write('RIFF', 0);
    head.writeUInt32LE(36 + pcm.length, 4);
    head.write('WAVEfmt ', 8);
    head.writeUInt32LE(16, 16);
    head.writeUInt16LE(1, 20);
    head.writeUInt16LE(1, 22);
    head.writeUInt32LE(RATE, 24);
    head.writeUInt32LE(2 * RATE, 28);
    head.writeUInt16LE(2, 32);
    head.writeUInt16LE(16, 34);
    head.write('data', 36);
    head.writeUInt32LE(pcm.length, 40);
    return Buffer.concat([head, pcm]);
}

// Until all that was written is safe, as the page says.
const safe = `new Promise((done) => {
    const look = () => peekaboo.family.state() === 0 ? done() : setTimeout(look, 5);
    look();
})`;

const look = `
import hashlib, json, sqlite3, sys
database = sqlite3.connect(sys.argv[1])
sha = lambda bytes: hashlib.sha256(bytes).hexdigest()
print(json.dumps({
    'integrity': database.execute('PRAGMA integrity_check').fetchone()[0],
    'clips': [{'id': id, 'moment': moment, 'slot': slot, 'retired': retired, 'sound': sha(sound), 'recording': sha(recording)}
              for id, moment, slot, retired, sound, recording in database.execute(
        'SELECT id, moment, slot, retired, sound.pcm, recording.pcm FROM clip'
        ' JOIN sound ON sound.clip = id JOIN recording ON recording.clip = id ORDER BY id')]}))`;

// A file of the game in this page.
async function fileOf(game, name) {
    const base64 = await game.ask(`(() => {
        const bytes = FS.readFile(${JSON.stringify(name)});
        let text = '';
        for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
        return btoa(text);
    })()`);
    return Buffer.from(base64, 'base64');
}

// { integrity: 'ok', clips: [{ id, moment, slot, retired, sound, recording }] }: sound and recording are hashes of their
// samples. As the game in this page has it in its folder.
async function family(game) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'peekaboo_family_'));
    try {
        const file = path.join(folder, 'family.db');
        fs.writeFileSync(file, await fileOf(game, '/family/family.db'));
        return JSON.parse(execFileSync('python3', ['-c', look, file], { encoding: 'utf8' }));
    } finally {
        fs.rmSync(folder, { recursive: true, force: true });
    }
}

module.exports = { family, fileOf, hash, safe, samples, wav };
