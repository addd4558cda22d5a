'use strict';
// Sound, and when it may run. A browser keeps sound suspended until somebody has touched the page, and on a touch
// screen it counts the finger that leaves, not the one that comes. Until then the game opens no sound device
// (allowed), so that nothing it asked for earlier sounds late. In the background it is silent.

(() => {
    const GESTURES = ['pointerup', 'touchend', 'click', 'keydown'];
    const FADE_OUT_S = 0.15;
    const FADE_IN_S = 0.4; // slower than the game lets go of what sounded when it was hidden
    const SUSPEND_AFTER_MS = 250;

    let context = null; // the one that the game plays through
    let master = null;
    let suspending = 0; // a timer's
    const others = new Set(); // contexts that are to run with it: the microphone's

    // The game's sound takes what it finds here, and lets it go when it closes.
    function create() {
        context = new (globalThis.AudioContext || globalThis.webkitAudioContext)();
        master = context.createGain();
        master.connect(context.destination);
        // What is played into the context's destination goes through the master.
        Object.defineProperty(context, 'destination', { value: master });
        context.addEventListener('statechange', () => {
            console.debug(`peekaboo: sound ${context.state}`);
            comeBack();
            run(context);
        });
        Module.SDL2 ??= {};
        Module.SDL2.audioContext = context;
    }

    // A telephone call leaves a context 'interrupted'. Where the browser says no, the next gesture asks again.
    function run(which) {
        if (which.state !== 'running' && which.state !== 'closed' && !document.hidden) {
            which.resume().catch(() => {});
        }
    }

    function isOpen() {
        return context !== null && context.state !== 'closed';
    }

    function isGesture(event) {
        return event.isTrusted && (navigator.userActivation?.isActive ?? true);
    }

    function onGesture(event) {
        if (!isGesture(event)) {
            return;
        }
        if (!isOpen()) {
            create();
        }
        run(context);
        others.forEach(run);
    }

    function fadeTo(gain, seconds) {
        const now = context.currentTime;
        master.gain.cancelScheduledValues(now);
        master.gain.setValueAtTime(master.gain.value, now);
        master.gain.linearRampToValueAtTime(gain, now + seconds);
    }

    function hide() {
        fadeTo(0, FADE_OUT_S);
        suspending = setTimeout(() => context.suspend(), SUSPEND_AFTER_MS);
    }

    function show() {
        clearTimeout(suspending);
        fadeTo(1, FADE_IN_S);
        run(context);
    }

    // Whatever took the sound away, it comes back from silence: what was asked for meanwhile begins then.
    function comeBack() {
        if (document.hidden) {
            return;
        }
        if (context.state === 'running') {
            fadeTo(1, FADE_IN_S);
        } else if (context.state !== 'closed') {
            master.gain.cancelScheduledValues(context.currentTime);
            master.gain.value = 0;
        }
    }

    function onVisibility() {
        if (isOpen()) {
            (document.hidden ? hide : show)();
        }
        others.forEach(run);
    }

    for (const gesture of GESTURES) {
        addEventListener(gesture, onGesture, { capture: true, passive: true });
    }
    document.addEventListener('visibilitychange', onVisibility);

    peekaboo.sound = {
        // Whether a sound device that is opened now runs.
        allowed() {
            return isOpen() && context.state === 'running';
        },
        keepRunning(other) {
            others.add(other);
            run(other);
        },
        letGo(other) {
            others.delete(other);
        },
        // The game is no more: nothing goes on sounding behind it, and no touch starts it again.
        end() {
            for (const gesture of GESTURES) {
                removeEventListener(gesture, onGesture, { capture: true });
            }
            if (isOpen()) {
                context.close();
            }
        },
    };
})();
