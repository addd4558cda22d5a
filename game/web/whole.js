'use strict';
// The page says what each of its files must be, and the browser refuses any other. That is so where the host got another
// build while this page was on its way: it is loaded anew, once; then the family is told. The first of the page's scripts,
// and the only one that is not checked, so it knows nothing of the others but the cover.
(() => {
    const again = performance.getEntriesByType('navigation')[0]?.type === 'reload';
    let refused = false;

    // What the browser keeps under these addresses may be what was refused: the next try is not to find it.
    function ask_past_what_is_kept() {
        const files = [...document.querySelectorAll('[integrity]')].map(element => element.src || element.href);
        return Promise.all(files.map(file => fetch(file, { cache: 'reload' }).catch(() => {})));
    }

    async function end() {
        await ask_past_what_is_kept();
        if (again) {
            peekaboo.cover.failed('web.failed.why');
        } else {
            location.reload();
        }
    }

    addEventListener('error', event => {
        if (event.target.integrity && !refused && document.readyState === 'loading') { // later ones are start.js's
            refused = true;
            document.addEventListener('DOMContentLoaded', end);
        }
    }, { capture: true });

    globalThis.peekaboo = {
        // Whether all that the page consists of is there.
        whole: () => !refused,
    };
})();
