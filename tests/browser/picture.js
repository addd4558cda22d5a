'use strict';
// PNG pictures of 8 bits a channel, as browsers and the game write them: read, and compared.
const zlib = require('node:zlib');

function chunks(png) {
    const found = [];
    for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
        const bytes = png.readUInt32BE(at);
        found.push({ name: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + bytes) });
    }
    return found;
}

function paeth(left, above, corner) {
    const to = left + above - corner;
    const [a, b, c] = [Math.abs(to - left), Math.abs(to - above), Math.abs(to - corner)];
    return a <= b && a <= c ? left : b <= c ? above : corner;
}

const guesses = [() => 0, (left) => left, (left, above) => above, (left, above) => (left + above) >> 1, paeth];

// Rows lose what their neighbours told of them.
function unfilter(raw, height, row, step) {
    const out = Buffer.alloc(height * row);
    for (let y = 0; y < height; y++) {
        const guess = guesses[raw[y * (row + 1)]];
        for (let x = 0; x < row; x++) {
            const at = y * row + x;
            const left = x >= step ? out[at - step] : 0;
            const above = y > 0 ? out[at - row] : 0;
            const corner = x >= step && y > 0 ? out[at - row - step] : 0;
            out[at] = raw[y * (row + 1) + 1 + x] + guess(left, above, corner);
        }
    }
    return out;
}

// { width, height, step, bytes }: step bytes a pixel, red green blue first.
function read(png) {
    const parts = chunks(png);
    const head = parts.find(({ name }) => name === 'IHDR').data;
    const [width, height, step] = [head.readUInt32BE(0), head.readUInt32BE(4), { 2: 3, 6: 4 }[head[9]]];
    const raw = zlib.inflateSync(Buffer.concat(parts.filter(({ name }) => name === 'IDAT').map(({ data }) => data)));
    return { width, height, step, bytes: unfilter(raw, height, width * step, step) };
}

// The share of pixels, 0..1, that differ by more than this in some colour; 1 where the sizes differ.
function differing(a, b, by) {
    if (a.width !== b.width || a.height !== b.height) {
        return 1;
    }
    let count = 0;
    for (let i = 0; i < a.width * a.height; i++) {
        const off = (k) => Math.abs(a.bytes[i * a.step + k] - b.bytes[i * b.step + k]);
        count += Math.max(off(0), off(1), off(2)) > by;
    }
    return count / (a.width * a.height);
}

// How many colours there are, coarsely: an empty picture has one.
function colours(picture) {
    const seen = new Set();
    for (let at = 0; at < picture.bytes.length; at += picture.step) {
        seen.add((picture.bytes[at] >> 4) * 256 + (picture.bytes[at + 1] >> 4) * 16 + (picture.bytes[at + 2] >> 4));
    }
    return seen.size;
}

module.exports = { colours, differing, read };
