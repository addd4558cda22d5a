'use strict';
// How much of each side a notch, a rounded corner or a bar of the tablet covers.

peekaboo.safe = (() => {
    const SIDES = ['top', 'right', 'bottom', 'left']; // as game/platform/safe_area_web.c counts
    const canvas = Module.canvas;
    let known = null; // asked for anew when the window changes

    function ask() {
        const style = getComputedStyle(document.documentElement);
        const scale = canvas.clientWidth ? canvas.width / canvas.clientWidth : 1;
        return SIDES.map(side => Math.ceil((parseFloat(style.getPropertyValue(`--safe-${side}`)) || 0) * scale));
    }

    for (const kind of ['resize', 'orientationchange']) {
        globalThis.addEventListener(kind, () => {
            known = null;
            setTimeout(() => { known = null; }, 500); // some turn first and tell then
        });
    }

    return {
        // Pixels of the canvas.
        inset(side) {
            if (known?.width !== canvas.width) {
                known = { width: canvas.width, insets: ask() };
            }
            return known.insets[side];
        },
    };
})();
