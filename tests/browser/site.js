'use strict';
// A static host for the web app, which writes down what it is asked for; and a listener at the place of the
// rest of the world, which writes down whatever anybody asks of that.
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');

const top = path.resolve(__dirname, '../..');
const types = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.wasm': 'application/wasm',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.txt': 'text/plain; charset=utf-8',
    '.webmanifest': 'application/manifest+json',
};

function answer(folder, asked, response) {
    const name = decodeURIComponent(asked.url.split('?')[0]);
    const file = path.join(folder, name.endsWith('/') ? name + 'index.html' : name);
    fs.readFile(file, (error, bytes) => {
        response.writeHead(error ? 404 : 200, { 'content-type': types[path.extname(file)] || 'application/octet-stream' });
        response.end(error ? undefined : bytes);
    });
}

function listen(server, port) {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => resolve(server.address().port));
    });
}

// { origin, requests, stop(), start() }: requests are paths, in order; after stop() nobody answers, after start() the
// same port does again. before(path) is called before each answer.
async function serve(folder = path.join(top, 'build/web/www'), before = () => {}) {
    const requests = [];
    let server;
    const site = {
        requests,
        async start(port = 0) {
            server = http.createServer((asked, response) => {
                requests.push(asked.url);
                before(asked.url);
                answer(folder, asked, response);
            });
            site.port = await listen(server, port || site.port || 0);
            server.unref(); // a test that is over waits for nobody
            site.origin = `http://127.0.0.1:${site.port}`;
        },
        stop() {
            const closed = new Promise((resolve) => server.close(resolve));
            server.closeAllConnections();
            return closed;
        },
    };
    await site.start();
    return site;
}

// A proxy that lets nobody through: { port, asked }. Browsers go to 127.0.0.1 without it.
async function strangers() {
    const asked = [];
    const server = http.createServer((request, response) => {
        asked.push(request.url);
        response.writeHead(502);
        response.end();
    });
    server.on('connect', (request, socket) => {
        asked.push(request.url);
        socket.destroy();
    });
    const port = await listen(server, 0);
    server.unref();
    return { port, asked };
}

module.exports = { serve, strangers, top };
