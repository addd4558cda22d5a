'use strict';
// What is seen in a picture of the page.

// In a page of its own: how many rows of dark ink stand below each other in a part of the picture.
function count({ picture, part }) {
    return new Promise((resolve) => {
        const image = new Image();
        image.onload = () => {
            const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [part.w, part.h];
            const paint = canvas.getContext('2d');
            paint.drawImage(image, -part.x, -part.y);
            const { data } = paint.getImageData(0, 0, part.w, part.h);
            let [rows, inside] = [0, false];
            for (let y = 0; y < part.h; y++) {
                let dark = 0;
                for (let x = 0; x < part.w; x++) {
                    dark += data[4 * (y * part.w + x)] < 110 ? 1 : 0;
                }
                rows += dark > 0 && !inside ? 1 : 0;
                inside = dark > 0;
            }
            resolve(rows);
        };
        image.src = `data:image/png;base64,${picture}`;
    });
}

// How many lines of words stand in a part { x, y, w, h } of a picture (PNG).
async function lines(game, picture, part) {
    const page = await game.context.newPage();
    const rows = await page.evaluate(count, { picture: picture.toString('base64'), part });
    await page.close();
    return rows;
}

module.exports = { lines };
