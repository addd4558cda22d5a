'use strict';
// Which system the browser runs on, and whether the game is on its home screen.

peekaboo.system = (() => {
    const agent = navigator.userAgent;
    const shownAs = mode => matchMedia(`(display-mode: ${mode})`).matches;

    return {
        isAndroid: () => /Android/.test(agent),

        // An iPad calls itself a Macintosh, which has no touch screen.
        isIpad: () => /iPad|iPhone|iPod/.test(agent) || (/Macintosh/.test(agent) && navigator.maxTouchPoints > 0),

        // A page that was given the whole screen for a while is still a page. Safari has a sign of its own.
        isApp: () => shownAs('standalone') || (shownAs('fullscreen') && !document.fullscreenElement) ||
            navigator.standalone === true,
    };
})();
