'use strict';
// The family's folder, /family: in memory while the game runs, kept in the browser after each change. A change is kept when
// the game's frame is over: no file is half written then, and no transaction of the game's own database is open.

peekaboo.family = (() => {
    const PATH = '/family', LOCK = 'peekaboo-family';
    const SAFE = 0, UNDER_WAY = 1, FAILED = 2; // as in platform/keeping.h
    const NOTICE_MS = 700; // a page that is loaded again still holds the lock for a moment
    const AGAIN_MS = 20000;
    const { folder, store } = peekaboo;

    let storing = false; // what is in the store is known: it may be written
    let kept = new Map(); // what the store has, as of look()
    let saved = 0, tried = 0, failed = -1; // changes of the folder until then
    let running = false, waiting = false, afresh = false;
    let again = 0; // a timer's, after a save that failed

    // ---- one save

    const all = path => IDBKeyRange.bound([path], [path, Infinity]);

    // The folder as it is now: path to { node, mode, bytes (undefined: a folder) }.
    function look() {
        return new Map([...folder.list()].map(([path, node]) => [path, { node, mode: node.mode, bytes: node.usedBytes }]));
    }

    function putFile(pieces, path, { node, mode, bytes }, known) {
        const count = Math.ceil(bytes / folder.PIECE);
        pieces.put({ mode, bytes }, [path]);
        for (const index of known ? node.pieces.keys() : Array(count).keys()) {
            if (index < count) {
                pieces.put(store.noisy(folder.piece(node, index)), [path, index]);
            }
        }
        if (known) {
            pieces.delete(IDBKeyRange.bound([path, count], [path, Infinity])); // it was longer
        }
    }

    function put(pieces, path, entry) {
        const { node, mode, bytes } = entry, before = kept.get(path), known = before && before.node === node;
        if (known && before.mode === mode && before.bytes === bytes && !(node.pieces && node.pieces.size > 0)) {
            return;
        }
        if (FS.isFile(mode)) {
            putFile(pieces, path, entry, known);
        } else {
            pieces.put({ mode }, [path]);
        }
    }

    function putChanges(pieces, found) {
        if (kept.size === 0) {
            pieces.clear();
        }
        for (const [path, { node }] of kept) {
            if (!found.has(path) || found.get(path).node !== node) {
                pieces.delete(all(path));
            }
        }
        found.forEach((entry, path) => put(pieces, path, entry));
    }

    function settle(found, until) {
        kept = found;
        folder.settle([...found.values()].map(({ node }) => node), until);
        saved = until;
    }

    async function save() {
        if (afresh) {
            await store.remove();
            afresh = false;
        }
        if (await store.ready()) {
            kept = new Map();
        }
        const until = tried = folder.changes(), found = look();
        await store.write(pieces => putChanges(pieces, found));
        settle(found, until);
    }

    // ---- one after the other

    async function keep() {
        waiting = false;
        if (running || !storing || folder.changes() === saved) {
            return;
        }
        running = true;
        clearTimeout(again);
        tried = folder.changes();
        try {
            await save().catch(error => store.lost() ? save() : Promise.reject(error));
        } catch (error) {
            failed = tried;
            console.warn(`peekaboo: the family could not be kept: ${error}`);
            again = setTimeout(keep, AGAIN_MS);
        }
        running = false;
        if (folder.changes() !== tried) {
            keep();
        }
    }

    // It comes in the middle of a frame: the folder is looked at when that is over.
    function changed() {
        if (!waiting) {
            waiting = true;
            queueMicrotask(keep);
        }
    }

    function state() {
        return !storing || saved === folder.changes() ? SAFE : failed === folder.changes() ? FAILED : UNDER_WAY;
    }

    // What was kept until now is not only to be overwritten, but gone.
    function forget() {
        afresh = true;
        folder.changed();
    }

    async function persist() {
        if (storing && navigator.storage && navigator.storage.persist && !await navigator.storage.persisted()) {
            await navigator.storage.persist();
        }
    }

    // ---- the start

    function fill(files) {
        for (const [path, { mode, contents }] of files) {
            if (contents) {
                FS.writeFile(PATH + path, contents, { canOwn: true });
                FS.chmod(PATH + path, mode);
            } else {
                FS.mkdirTree(PATH + path, mode);
            }
        }
        settle(look(), folder.changes());
        storing = true;
    }

    // What is stored can't be read: nothing may ever be written over it. The game finds a folder that can't be written, and
    // says so where grown-ups are.
    function refuse(error) {
        console.warn(`peekaboo: nothing can be kept: ${error}`);
        folder.shut();
    }

    async function load() {
        try {
            fill(await store.read(folder.PIECE));
        } catch (error) {
            refuse(error);
        }
        queueMicrotask(() => removeRunDependency('family')); // the game starts in it: its errors are not this promise's
    }

    function notice() {
        const said = document.createElement('p');
        said.className = 'notice';
        said.setAttribute('role', 'status');
        said.textContent = peekaboo.word('web.twice');
        document.body.append(said);
        return said;
    }

    // Two pages would overwrite each other's families: the second one waits until the first is gone.
    function whenAlone(start) {
        let said, begun = false;
        const timer = setTimeout(() => { said = notice(); }, NOTICE_MS);
        const begin = async () => {
            clearTimeout(timer);
            if (said) {
                said.remove();
            }
            if (!begun) {
                begun = true;
                await start();
            }
        };
        if (!navigator.locks) {
            begin();
            return;
        }
        navigator.locks.request(LOCK, async () => {
            await begin();
            await new Promise(() => {}); // as long as this page lives
        }).catch(begin); // where a browser has locks and gives none
    }

    Module.preRun.push(() => {
        folder.mount(PATH, changed);
        addRunDependency('family');
        whenAlone(load);
    });
    addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', keep);

    return { state, forget, persist };
})();
