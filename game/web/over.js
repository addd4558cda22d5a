'use strict';
// The page's own elements over the game's picture: where they lie, and what happens to the keyboard when they go.

peekaboo.over = (() => {
    const canvas = Module.canvas;
    const places = new WeakMap(); // what an element's place was made of

    // x, y, w, h: pixels of the canvas.
    function lay(element, x, y, w, h) {
        const scale = canvas.clientWidth / canvas.width || 1;
        const place = [x, y, w, h, scale].join();
        if (!element.hidden && places.get(element) === place) {
            return;
        }
        places.set(element, place);
        element.style.left = `${x * scale}px`;
        element.style.top = `${y * scale}px`;
        element.style.width = `${w * scale}px`;
        element.style.height = `${h * scale}px`;
        element.hidden = false;
    }

    // Keys are the game's again.
    function giveBack(element) {
        if (document.activeElement === element) {
            element.blur();
            canvas.focus({ preventScroll: true });
        }
    }

    function hide(element) {
        if (!element.hidden) {
            giveBack(element);
            element.hidden = true;
        }
    }

    return { lay, hide, giveBack };
})();
