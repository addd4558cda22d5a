'use strict';
// Typing: a real input, unseen, lies over the field that the game draws, so that a touch on it brings up the tablet's
// keyboard, with its own letters, accents and suggestions. The game writes at the field's end only, so the caret stays
// there. What the keyboard would cover is lifted above it.

peekaboo.field = (() => {
    const KEYS = { Enter: 'Return', Escape: 'Escape', Tab: 'Tab' }; // these are the game's; SDL's names
    const MARGIN = 24; // CSS pixels between the field and the keyboard

    const canvas = Module.canvas;
    const input = document.createElement('input');
    input.id = 'field';
    input.className = 'over';
    input.autocomplete = 'off';
    input.enterKeyHint = 'done';
    input.spellcheck = false;
    input.setAttribute('autocorrect', 'off');
    input.hidden = true;
    document.body.append(input);

    let shown = null; // what the game said last
    let unsent = false; // what was typed since
    let composing = false; // letters that are not yet decided on
    let waiting = []; // fields that the keyboard goes to when they are touched, pixels of the canvas
    const pressed = [];

    // ---- what is typed

    function caretToEnd() {
        if (!composing && document.activeElement === input) {
            input.setSelectionRange(input.value.length, input.value.length);
        }
    }

    input.addEventListener('input', () => {
        unsent = true;
    });
    input.addEventListener('compositionstart', () => {
        composing = true;
    });
    input.addEventListener('compositionend', () => {
        composing = false;
    });
    input.addEventListener('focus', caretToEnd);
    document.addEventListener('selectionchange', () => {
        if (input.selectionStart !== input.value.length) {
            caretToEnd();
        }
    });
    // SDL listens at the window: what is typed here is no key of the game's.
    for (const kind of ['keydown', 'keyup', 'keypress']) {
        input.addEventListener(kind, event => {
            event.stopPropagation();
            const key = KEYS[event.key];
            if (key && !event.isComposing) {
                event.preventDefault();
                if (kind === 'keydown' && !event.repeat) {
                    pressed.push(key);
                }
            }
        });
    }

    // ---- touches beside it

    function touched(touch) {
        const at = canvas.getBoundingClientRect();
        const scale = canvas.width / at.width;
        const x = (touch.clientX - at.left) * scale;
        const y = (touch.clientY - at.top) * scale;
        return waiting.some(place => x >= place[0] && y >= place[1] && x < place[0] + place[2] && y < place[1] + place[3]);
    }

    // The game moves its field to the one that was touched; the keyboard has to come from this very touch.
    canvas.addEventListener('touchend', event => {
        if (input.hidden) {
            return;
        }
        if (touched(event.changedTouches[0])) {
            input.focus({ preventScroll: true });
        } else {
            peekaboo.over.giveBack(input);
        }
    });

    // ---- the keyboard

    // How far the picture goes up so that the field stays in sight.
    function lift() {
        const view = globalThis.visualViewport;
        const typing = view && document.activeElement === input && !input.hidden;
        const bottom = input.offsetTop + input.offsetHeight + MARGIN;
        const up = typing ? Math.max(0, Math.min(bottom - (view.offsetTop + view.height), input.offsetTop)) : 0;
        document.documentElement.style.setProperty('--lift', `${Math.round(up)}px`);
        if (!typing) {
            globalThis.scrollTo(0, 0); // where the browser moved the page for its keyboard
        }
    }

    for (const kind of ['focus', 'blur']) {
        input.addEventListener(kind, lift);
    }
    for (const kind of ['resize', 'scroll']) {
        globalThis.visualViewport?.addEventListener(kind, lift);
    }

    // ---- what the game's C calls

    function describe(name, most, phone) {
        input.setAttribute('aria-label', name);
        input.maxLength = most; // bytes; the game cuts what has longer letters
        input.inputMode = phone ? 'tel' : 'text';
        input.autocapitalize = phone ? 'off' : 'words';
    }

    // Whoever has keys and no touch screen types at once.
    function opened() {
        if (navigator.maxTouchPoints === 0) {
            input.focus({ preventScroll: true });
        }
    }

    return {
        show(x, y, w, h, text, name, most, phone) {
            const first = input.hidden;
            const now = [x, y, w, h, canvas.clientWidth, name, most, phone].join('\n');
            if (first || now !== shown) {
                shown = now;
                describe(name, most, phone);
                peekaboo.over.lay(input, x, y, w, h);
                lift();
            }
            if (!unsent && !composing && input.value !== text) {
                input.value = text;
                caretToEnd();
            }
            waiting = [];
            if (first) {
                opened();
            }
        },
        wait(index, x, y, w, h) {
            waiting[index] = [x, y, w, h];
        },
        hide() {
            if (!input.hidden) {
                peekaboo.over.hide(input);
                input.value = '';
                unsent = composing = false;
                waiting = [];
                pressed.length = 0;
                lift();
            }
        },
        written() {
            const now = unsent ? input.value : null;
            unsent = false;
            return now;
        },
        pressed: () => pressed.shift() ?? '',
    };
})();
