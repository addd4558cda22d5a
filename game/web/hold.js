'use strict';
// The lock, as far as a page can hold: a small hand's swipes, pinches, long presses and keys leave the game where it is.
(() => {
    const stop = event => event.preventDefault();
    const swallow = (target, names, options) => names.forEach(name => target.addEventListener(name, stop, options));

    // Menus, dragging, marking. In a text field over the game the browser's own stay.
    const in_field = event => event.target instanceof HTMLInputElement;
    ['contextmenu', 'selectstart', 'dragstart', 'dblclick', 'auxclick'].forEach(name =>
        document.addEventListener(name, event => in_field(event) || stop(event)));

    // Zooming: two fingers (Safari's gestures; touch-action does it elsewhere), the wheel with Ctrl, and the keys for it.
    swallow(document, ['gesturestart', 'gesturechange', 'gestureend'], { passive: false });
    addEventListener('wheel', event => event.ctrlKey && stop(event), { passive: false });
    addEventListener('touchmove', event => in_field(event) || !event.cancelable || stop(event), { passive: false });
    addEventListener('scroll', () => scrollTo(0, 0));

    // Keys that a page may keep for itself. F11 stays: it leaves the full screen that a grown-up chose.
    const browsers = { with_ctrl: 'adfghjlnoprstuw+-=0', alone: ['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F12', 'BrowserBack'] };
    addEventListener('keydown', event => {
        const ctrl = (event.ctrlKey || event.metaKey) && browsers.with_ctrl.includes(event.key.toLowerCase());
        const alt = event.altKey && /^(Arrow|Home)/.test(event.key);
        if (!in_field(event) && (ctrl || alt || browsers.alone.includes(event.key))) {
            stop(event);
        }
    }, { capture: true });

    // A file that is dropped must not take the page's place; who takes files (files.js) listens itself.
    swallow(window, ['dragover', 'drop']);

    // Back, or the gesture for it: more entries lie on top, and the loss of one is a key to the game, as Android's Back is.
    // Browsers pass over entries that were made without a touch, so touches lay some in store: a hand that swipes from the
    // edge again and again touches nothing in between.
    function key(kind) {
        const says = { key: 'Escape', code: 'Escape', keyCode: 27, which: 27, bubbles: true, cancelable: true };
        window.dispatchEvent(new KeyboardEvent(kind, says));
    }
    const KEY_MS = 60; // long enough to be seen by a frame of the game
    const STORE = 8;
    let laid = 0;
    function trap() {
        history.pushState('held', '');
        laid++;
    }
    addEventListener('pointerup', () => laid < STORE && trap(), { capture: true });
    addEventListener('popstate', () => {
        laid = Math.max(laid - 1, 0);
        if (laid === 0) {
            trap();
        }
        key('keydown');
        setTimeout(key, KEY_MS, 'keyup');
    });
})();
