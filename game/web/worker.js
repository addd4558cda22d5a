'use strict';
// The service worker keeps this build for when there is no network, and fetches a newer one beside it: the next start is
// that one's. A game that is on is never interrupted, and no page ever plays with the files of two builds: its own are kept
// as long as it may ask for them, and on a first visit, when nothing is kept yet, the page checks them itself.
(() => {
    const workers = navigator.serviceWorker; // absent over plain http
    const build = document.querySelector('script[src^="build.js"]').getAttribute('src'); // of this page: it holds its hash

    peekaboo.worker = {
        // Called when the game runs: what it needed is then in the browser's cache, and is not fetched twice.
        keep() {
            if (workers) {
                workers.register('sw.js', { updateViaCache: 'none' }).catch(error => console.warn(error.message));
            }
            if (workers && workers.controller) {
                workers.controller.postMessage(build);
            }
        },
    };
})();
