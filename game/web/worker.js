'use strict';
// The service worker keeps this build for when there is no network. A newer build waits beside it and is let in here,
// before the game starts: never while a baby plays, and never two builds at once.
(() => {
    const workers = navigator.serviceWorker; // absent over plain http
    const WAIT_MS = 10000;                   // a worker that does not answer must not hold up the game

    const registered = () => workers.getRegistration().catch(() => undefined);

    // The new worker has taken over: the page comes anew, all of it from that build. Not later: a game may be on then.
    function reload_when_taken() {
        return new Promise(resolve => {
            const reload = () => location.reload();
            workers.addEventListener('controllerchange', reload);
            setTimeout(() => {
                workers.removeEventListener('controllerchange', reload);
                resolve();
            }, WAIT_MS);
        });
    }

    peekaboo.worker = {
        // Settles when this page may start the game.
        async renewed() {
            const registration = workers && workers.controller && await registered();
            if (registration && registration.waiting) {
                const taken = reload_when_taken();
                registration.waiting.postMessage('take over');
                await taken;
            }
        },
        // Called when the game runs: what it needed is then in the browser's cache, and is not fetched twice.
        keep() {
            if (workers) {
                workers.register('sw.js', { updateViaCache: 'none' }).catch(error => console.warn(error.message));
            }
        },
    };
})();
