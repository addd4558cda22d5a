'use strict';
// Where the family's folder is kept: one IndexedDB, in it one store of pieces. A file (or folder) is a header, [path], and
// its bytes in pieces, [path, 0], [path, 1], ...; a save writes what has changed, in one transaction that the browser has
// to bring to the disk before it says that it is done.
//
// emscripten's IDBFS does nearly this, but not what a family needs: it prevents the error of a failed write (no room) from
// ending its transaction and then says that all is well; of a transaction that is ended as a whole it says nothing for ever;
// and it writes the whole file after each change.

peekaboo.store = (() => {
    const NAME = 'peekaboo-family', PIECES = 'pieces', WAIT_MS = 15000;
    let database = null;

    // Chromium compresses a value, and one that is then below 64 KiB goes into a log, where it stays readable for long after it
    // was deleted or overwritten. A larger one is a file, which is removed at once. So each piece is followed by noise.
    const NOISE = 66 * 1024;
    const noise = new Uint8Array(NOISE);
    for (let at = 0; at < NOISE; at += 65536) { // at most so many at once
        crypto.getRandomValues(noise.subarray(at, at + 65536));
    }

    function noisy(bytes) {
        const all = new Uint8Array(bytes.length + NOISE);
        all.set(bytes);
        all.set(noise, bytes.length);
        return all;
    }

    // A request or a transaction as a promise. Some browsers never answer: that is a failure too.
    const answered = (asked, done, undone) => new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('no answer')), WAIT_MS);
        const settled = end => value => {
            clearTimeout(timer);
            end(value);
        };
        asked[done] = settled(() => resolve(asked.result));
        for (const name of undone) {
            asked[name] = settled(() => reject(asked.error || new Error(name)));
        }
    });

    async function connect() {
        const asked = indexedDB.open(NAME, 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore(PIECES);
        const opened = await answered(asked, 'onsuccess', ['onerror', 'onblocked']);
        opened.onclose = opened.onversionchange = close; // browsers close it for reasons of their own
        database = opened;
    }

    function close() {
        if (database) {
            database.close();
            database = null;
        }
    }

    // True: this connection is a new one. What is stored may then be anything, or nothing.
    async function ready() {
        if (database) {
            return false;
        }
        await connect();
        return true;
    }

    function assemble(keys, values, size) {
        const files = new Map();
        keys.forEach(([path, index], i) => {
            if (index === undefined) { // a header comes before its pieces
                const { mode, bytes } = values[i];
                files.set(path, { mode, contents: bytes === undefined ? null : new Uint8Array(bytes), missing: bytes || 0 });
            } else {
                const file = files.get(path), bytes = values[i].subarray(0, -NOISE);
                file.contents.set(bytes, index * size);
                file.missing -= bytes.length;
            }
        });
        if ([...files.values()].some(file => file.missing !== 0)) {
            throw new Error('a piece of a file is missing');
        }
        return files;
    }

    // All of it: path to { mode, contents (null: a folder) }. size: of a piece.
    async function read(size) {
        await ready();
        const pieces = database.transaction(PIECES).objectStore(PIECES);
        const keys = pieces.getAllKeys(), values = pieces.getAll();
        await answered(pieces.transaction, 'oncomplete', ['onabort', 'onerror']);
        return assemble(keys.result, values.result, size);
    }

    // fill(pieces) asks at once for all that is to be written; all of it is on the disk, or nothing is.
    async function write(fill) {
        const pieces = database.transaction(PIECES, 'readwrite', { durability: 'strict' }).objectStore(PIECES);
        try {
            fill(pieces);
            await answered(pieces.transaction, 'oncomplete', ['onabort']);
        } catch (error) {
            if (!pieces.transaction.error) { // it has not ended by itself
                abort(pieces.transaction);
            }
            throw error;
        }
    }

    function abort(transaction) {
        try {
            transaction.abort();
        } catch (error) {
            close(); // it may yet end well, or not: the next save writes everything
        }
    }

    // The whole database goes, and what the browser may still hold of it.
    async function remove() {
        close();
        await answered(indexedDB.deleteDatabase(NAME), 'onsuccess', ['onerror', 'onblocked']);
    }

    return { ready, read, write, noisy, remove, lost: () => !database };
})();
