'use strict';
// Files that a grown-up brings and takes. In: a real file input, unseen, lies over the game's own button (a tablet opens
// its chooser only from a real touch on one); what was chosen goes into /in, in memory, until the game has read it. Out:
// what the game wrote becomes a download, or is sent on where an app on a home screen can't download.

peekaboo.files = (() => {
    // As game/platform/handover.h counts. An ending that a tablet does not know would be greyed out: any file will do there.
    const ANY = 'application/octet-stream';
    const KINDS = [
        { accept: 'audio/*,.wav,.mp3,.m4a,.aac,.ogg,.oga,.opus,.flac,.aif,.aiff,.au,.caf,.webm', sound: true },
        { accept: 'image/*' },
        { accept: `.peekaboo,${ANY}` },
        { accept: `.pkb,${ANY}` },
    ];
    const [NOTHING, ASKING, DOWNLOADED, SENT, NOT_TAKEN] = [0, 1, 2, 3, 4];
    const MOST = 400 * 1024 * 1024; // bytes; larger than anything of ours
    const TYPES = { csv: 'text/csv', png: 'image/png' };

    // ---- in

    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'file';
    input.className = 'over';
    input.tabIndex = -1;
    input.hidden = true;
    document.body.append(input);

    let kind = 0;
    let turn = 0; // what is read for an earlier turn is no longer asked for
    let isReading = false;
    let path = ''; // in /in
    let waits = false; // and the game does not know of it yet

    function take(newKind) {
        if (newKind !== kind || !input.accept) {
            kind = newKind;
            input.accept = KINDS[kind].accept;
        }
    }

    // libsndfile reads these by itself.
    function isPlain(bytes) {
        const head = String.fromCharCode(...bytes.subarray(0, 12));
        return /^(RIFF....WAVE|FORM....AIF|\.snd|caff)/s.test(head);
    }

    // What the game can't read stays as it is, and what can't be had now (it lies elsewhere) is empty: the game says so.
    async function bytesOf(file, sound) {
        const buffer = await file.arrayBuffer().catch(() => new ArrayBuffer(0));
        const bytes = new Uint8Array(buffer);
        if (!sound || isPlain(bytes)) {
            return bytes;
        }
        try {
            return await peekaboo.sound.toWav(buffer);
        } catch {
            return bytes;
        }
    }

    // A name that fits the game's events, with its ending.
    function safeName(name) {
        const plain = name.replace(/[/\\\u0000-\u001f]/g, '_');
        const ending = /\.[^.]{1,10}$/.exec(plain)?.[0] ?? '';
        return [...plain.slice(0, plain.length - ending.length)].slice(0, 40).join('') + ending;
    }

    function forget() {
        turn++;
        isReading = waits = false;
        if (path) {
            FS.unlink(path);
            path = '';
        }
    }

    async function bring(file) {
        forget();
        const mine = turn;
        const sound = KINDS[kind].sound;
        isReading = true;
        try {
            const bytes = file.size > MOST ? new Uint8Array(0) : await bytesOf(file, sound);
            if (mine === turn) {
                FS.mkdirTree('/in');
                path = `/in/${safeName(file.name)}`;
                FS.writeFile(path, bytes, { canOwn: true });
                waits = true;
            }
        } finally {
            isReading = isReading && mine !== turn;
        }
    }

    input.addEventListener('change', () => {
        const file = input.files[0];
        if (file) {
            bring(file).catch(error => console.warn(String(error)));
        }
        input.value = ''; // the same one may be chosen again
        peekaboo.over.giveBack(input);
    });

    // ---- out

    let state = NOTHING;

    function download(file) {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(file);
        link.download = file.name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000); // a tablet may ask first
        state = DOWNLOADED;
    }

    // An iPad's web app on the home screen has nowhere to download to.
    function mustSend(file) {
        return navigator.standalone === true && navigator.canShare?.({ files: [file] });
    }

    async function send(file) {
        state = ASKING;
        try {
            await navigator.share({ files: [file] });
            state = SENT;
        } catch {
            state = NOT_TAKEN; // by whoever was asked, or by the system
        }
    }

    function give(from) {
        const name = from.slice(from.lastIndexOf('/') + 1);
        const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? ANY;
        const file = new File([FS.readFile(from)], name, { type });
        FS.unlink(from);
        if (mustSend(file)) {
            send(file);
        } else {
            download(file);
        }
    }

    // ---- what the game's C calls

    return {
        offer(newKind, x, y, w, h) {
            take(newKind);
            peekaboo.over.lay(input, x, y, w, h);
        },
        hide() {
            peekaboo.over.hide(input);
        },
        ask(newKind) {
            take(newKind);
            input.click();
        },
        reading: () => isReading,
        brought() {
            const now = waits ? path : '';
            waits = false;
            return now;
        },
        forget,
        give,
        given() {
            const now = state;
            state = state === ASKING ? ASKING : NOTHING;
            return now;
        },
    };
})();
