'use strict';
// Fingers on the page, as the browser's own touch events: any number at once. Places are fractions of the page, as in
// replays.

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// size() gives the page's [width, height] in CSS pixels.
function hands(protocol, size) {
    const fingers = new Map(); // id -> its point

    const send = (type, touchPoints) => protocol.send('Input.dispatchTouchEvent', { type, touchPoints });
    const all = () => [...fingers.values()];
    const put = (x, y, id) => {
        const [width, height] = size();
        fingers.set(id, { x: x * width, y: y * height, id });
    };

    const hand = {
        down(x, y, id = 0) {
            put(x, y, id);
            return send('touchStart', all());
        },
        // Several at the very same moment: [[x, y], ...].
        downTogether(places) {
            places.forEach(([x, y], id) => put(x, y, id));
            return send('touchStart', all());
        },
        move(x, y, id = 0) {
            put(x, y, id);
            return send('touchMove', all());
        },
        up(id = 0) {
            fingers.delete(id);
            return fingers.size > 0 ? send('touchMove', all()) : send('touchEnd', []);
        },
        upTogether() {
            fingers.clear();
            return send('touchEnd', []);
        },
        async tap(x, y, ms = 60) {
            await hand.down(x, y);
            await sleep(ms);
            await hand.up();
        },
        // Through all the places, at about 60 moves a second.
        async drag(places, ms = 300) {
            await hand.down(...places[0]);
            const each = Math.max(1, Math.round(ms / 16 / (places.length - 1)));
            for (let i = 1; i < places.length; i++) {
                for (let part = 1; part <= each; part++) {
                    const at = (k) => places[i - 1][k] + ((places[i][k] - places[i - 1][k]) * part) / each;
                    await hand.move(at(0), at(1));
                    await sleep(16);
                }
            }
            await hand.up();
        },
    };
    return hand;
}

module.exports = { hands, sleep };
