'use strict';
// The screen while a baby plays: full, and it stays on. The game says when (window_lock_web.c).
(() => {
    let held = false;   // a baby plays
    let awake = false;  // the screen stays on
    let lock = null;    // a WakeLockSentinel; a promise while it is asked for

    // An installed app has no bars that could go away.
    const has_bars = () => !matchMedia('(display-mode: fullscreen), (display-mode: standalone)').matches;

    // Only a touch may ask for it; refused, the game plays all the same.
    async function fill() {
        if (!held || document.fullscreenElement || !document.fullscreenEnabled || !has_bars()) {
            return;
        }
        await document.documentElement.requestFullscreen({ navigationUI: 'hide' }).catch(() => {});
        if (document.fullscreenElement && navigator.keyboard && navigator.keyboard.lock) {
            await navigator.keyboard.lock().catch(() => {}); // Esc, Alt+Tab and the like are the game's too
        }
    }

    async function keep_on() {
        if (!navigator.wakeLock || document.hidden) {
            return;
        }
        if (awake && !lock) {
            lock = navigator.wakeLock.request('screen');
            lock = await lock.catch(() => null);
            lock?.addEventListener('release', () => { lock = null; }); // the browser takes it back when the page hides
            if (lock) { // it may not be wanted any more; refused, it is asked for at the next touch
                keep_on();
            }
        } else if (!awake && lock instanceof WakeLockSentinel) {
            await lock.release();
        }
    }

    ['touchend', 'click', 'keyup'].forEach(name => [fill, keep_on].forEach(ask =>
        addEventListener(name, event => event.isTrusted && ask(), { capture: true })));
    document.addEventListener('visibilitychange', keep_on);
    // Going away while a baby plays is asked about: a small hand found Reload.
    addEventListener('beforeunload', event => held && event.preventDefault());

    // A test may say so. On a canvas of its own, for one that was drawn on in one way can't be drawn on in the other.
    function has_gpu() {
        if (test.gpu !== undefined) {
            return test.gpu;
        }
        const gl = document.createElement('canvas').getContext('webgl', { failIfMajorPerformanceCaveat: true });
        const about = gl && gl.getExtension('WEBGL_debug_renderer_info');
        const name = about ? gl.getParameter(about.UNMASKED_RENDERER_WEBGL) : '';
        gl?.getExtension('WEBGL_lose_context')?.loseContext();
        return gl !== null && !/swiftshader|llvmpipe|softpipe|basic render/i.test(name);
    }

    peekaboo.screen = {
        has_gpu,
        hold(on) {
            held = Boolean(on);
        },
        stay_awake(on) {
            awake = Boolean(on);
            keep_on();
        },
        // For tests: what holds.
        state: () => ({ held, awake, locked: lock !== null && !(lock instanceof Promise) }),
    };
})();
