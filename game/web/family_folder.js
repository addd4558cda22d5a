'use strict';
// A folder in memory that knows what was changed in it: which files, and which pieces of each. It is emscripten's own memory
// file system, watched. (Comparing times of change would miss a second write within the same millisecond.)

peekaboo.folder = (() => {
    const PIECE = 128 * 1024; // bytes
    let changes = 0; // so many until now
    let told = () => {};

    function changed() {
        changes++;
        told();
    }

    // Bytes from, to (not with it) of a file. Each piece remembers its last change.
    function changedBytes(node, from, to) {
        changed();
        for (let piece = Math.floor(from / PIECE); piece * PIECE < to; piece++) {
            node.pieces.set(piece, changes);
        }
    }

    // What grew is changed bytes (SQLite's pages, zeros at first); what shrank ends within a piece.
    function resized(node, before) {
        const from = Math.min(before, node.usedBytes);
        changedBytes(node, from > 0 ? from - 1 : 0, Math.max(node.usedBytes, from));
    }

    const setAttributes = ops => (node, attributes) => {
        const before = node.usedBytes;
        ops.setattr(node, attributes);
        if (attributes.size === undefined) {
            changed();
        } else {
            resized(node, before);
        }
    };

    const before = (ops, names) => Object.fromEntries(names.map(name => [name, (...given) => {
        changed();
        return ops[name](...given);
    }]));

    function watchFile(node) {
        const { node_ops, stream_ops } = node;
        node.pieces = new Map();
        node.node_ops = { ...node_ops, setattr: setAttributes(node_ops) };
        node.stream_ops = {
            ...stream_ops,
            write(stream, bytes, offset, length, position, canOwn) {
                const end = stream.node.usedBytes;
                const wrote = stream_ops.write(stream, bytes, offset, length, position, canOwn);
                changedBytes(stream.node, Math.min(end, position), position + wrote);
                return wrote;
            },
            allocate(stream, offset, length) {
                const end = stream.node.usedBytes;
                stream_ops.allocate(stream, offset, length);
                resized(stream.node, end);
            },
            msync(stream, bytes, offset, length, flags) {
                const status = stream_ops.msync(stream, bytes, offset, length, flags);
                changedBytes(stream.node, offset, offset + length);
                return status;
            },
        };
    }

    function watchFolder(node) {
        const { node_ops } = node;
        node.node_ops = {
            ...node_ops,
            ...before(node_ops, ['setattr', 'rename', 'unlink', 'rmdir']),
            mknod(parent, name, mode, device) {
                changed();
                return watch(node_ops.mknod(parent, name, mode, device));
            },
        };
    }

    function watch(node) {
        if (FS.isDir(node.mode)) {
            watchFolder(node);
        } else if (FS.isFile(node.mode)) {
            watchFile(node);
        }
        return node;
    }

    // ---- for others

    let root = null;

    // tell() is called at each change, in the middle of it: the folder may be looked at only when the game's frame is over.
    function mount(path, tell) {
        FS.mkdir(path);
        root = FS.mount({ mount: asked => watch(FS.filesystems.MEMFS.mount(asked)) }, {}, path);
        told = tell;
    }

    // Nothing can be written into it, nor can that be changed (the game would make an empty folder its own).
    function shut() {
        root.mode &= ~0o222;
        root.node_ops.setattr = () => {};
    }

    // Every file and folder in it: path (from the root on, "" for the root itself) to node.
    function list(node = root, path = '', found = new Map()) {
        for (const [name, child] of Object.entries(node.contents)) {
            const its = `${path}/${name}`;
            found.set(its, child);
            if (FS.isDir(child.mode)) {
                list(child, its, found);
            }
        }
        return found;
    }

    // A copy: what is handed to the browser must not change, nor be a view of the whole.
    function piece(node, index) {
        return node.contents.slice(index * PIECE, Math.min((index + 1) * PIECE, node.usedBytes));
    }

    // All that was changed until then is kept.
    function settle(nodes, until) {
        for (const { pieces } of nodes) {
            for (const [index, change] of pieces || []) {
                if (change <= until) {
                    pieces.delete(index);
                }
            }
        }
    }

    return { PIECE, mount, shut, list, piece, settle, changed, changes: () => changes };
})();
