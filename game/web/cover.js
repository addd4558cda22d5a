'use strict';
// What lies over the game: the picture of the first load with its bar; one sentence and a button where the game can't
// start or broke; good night when it has ended by itself.
(() => {
    const part = name => document.getElementById(name);
    let over = false; // what is said now stands until the page is loaded anew

    function write(kind, title, line, button) {
        part('cover').className = kind;
        part('title').textContent = title;
        part('line').textContent = line;
        part('again').textContent = button;
        if (button) {
            part('again').focus({ preventScroll: true });
        }
    }

    function last(kind, title, line, button) {
        if (!over) {
            over = true;
            peekaboo.screen.hold(false); // "Open again" is not to be asked about
            peekaboo.screen.stay_awake(false);
            if (kind.includes('night')) {
                part('picture').src = 'icon-512.png'; // somebody who looks out: nobody stays behind their paws
            }
            write(kind, title, line, peekaboo.word(button));
        }
    }

    part('again').addEventListener('click', () => location.reload());

    peekaboo.cover = {
        // 0..1 of the bytes that the game needs to start.
        progress(share) {
            const percent = Math.round(Math.min(share, 1) * 100);
            part('done').style.transform = `scaleX(${percent / 100})`;
            part('bar').setAttribute('aria-valuenow', percent);
        },
        // The game shows something: the picture fades into it.
        shown() {
            if (!over) {
                part('cover').classList.add('gone');
            }
        },
        // It can't start; key: the sentence that says why.
        failed(key) {
            last('failed', peekaboo.word('web.failed'), peekaboo.word(key), 'web.again');
        },
        // It broke while it ran: nobody is left looking at a friend who doesn't move.
        broke() {
            last('failed night', peekaboo.word('web.broke'), peekaboo.word('web.broke.why'), 'web.open');
        },
        // It ended by itself.
        ended() {
            last('night', peekaboo.word('web.night'), peekaboo.word('web.night.why'), 'web.open');
        },
    };
    document.documentElement.lang = peekaboo.language;
    write('loading', '', peekaboo.word('web.loading'), '');
})();
