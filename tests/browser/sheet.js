'use strict';
// Pictures side by side, each with its name, in one: to be looked at.
const fs = require('node:fs');
const path = require('node:path');
const { top } = require('./site.js');

const figure = (width) => ({ name, png }) => `<figure style="margin:6px;display:inline-block;font:14px sans-serif">
    <img width="${width}" src="data:image/png;base64,${png.toString('base64')}"><figcaption>${name}</figcaption></figure>`;

// shots: [{ name, png }]; width: of each, in pixels. Into build/tests/browser/NAME.png.
async function sheet(context, name, shots, width) {
    const page = await context.newPage();
    await page.setViewportSize({ width: (width + 16) * 5, height: 800 });
    await page.setContent(`<body style="margin:0">${shots.map(figure(width)).join('')}</body>`);
    const folder = path.join(top, 'build/tests/browser');
    fs.mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
    await page.close();
}

module.exports = { sheet };
