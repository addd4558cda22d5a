'use strict';
// When the game breaks: nobody is left before a picture that does not move, and no microphone stays open behind it.
(() => {
    const SOON_MS = 10000; // a picture that is lost so soon after the start may be lost again and again
    let inside = false;    // a frame of the game
    let over = false;      // it broke: no frame follows, whoever calls for one

    function end() {
        over = true;
        peekaboo.microphone.close();
        peekaboo.sound.end();
        peekaboo.cover.broke();
    }

    // The browser took the picture's memory, mostly from a page in the background: nothing would be drawn any more.
    // What a family keeps is kept, so the game opens anew by itself.
    function lost() {
        if (performance.now() < SOON_MS) {
            end();
        } else {
            peekaboo.screen.hold(false);
            location.reload();
        }
    }

    peekaboo.broken = {
        // From the game: a frame begins, or is over. One that an error ends is the last.
        frame(begins) {
            inside = Boolean(begins);
        },
        over: () => over,
    };

    const trapped = error => error instanceof WebAssembly.RuntimeError;

    Module.onAbort = end;
    Module.canvas.addEventListener('webglcontextlost', lost);
    addEventListener('error', event => {
        if (inside || trapped(event.error)) {
            end();
        }
    });
    addEventListener('unhandledrejection', event => trapped(event.reason) && end()); // main is called by a promise
})();
