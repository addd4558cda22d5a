'use strict';
// The microphone, for platform/microphone_web.c: raw, in a context of its own that is closed with it. Every track
// is stopped when it is let go of, so that the browser's recording light goes out.

(() => {
    // As in platform/microphone.h.
    const STATE = { opening: 0, listening: 1, none: 2, refused: 3, stalled: 4, gone: 5 };
    const FAULTS = {
        NotAllowedError: STATE.refused,
        SecurityError: STATE.refused,
        NotFoundError: STATE.none,
        OverconstrainedError: STATE.none,
        NotReadableError: STATE.stalled, // another program has it
        AbortError: STATE.stalled,
    };
    const RAW = { audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 1 } };
    const WAITING_MOST_S = 30;
    const BUFFER = 4096; // where there is no worklet: a smaller one loses samples on a busy page

    let current = null; // what is being listened to
    let permission = null; // as the browser says it, always of now; null where it does not say

    // One that knows no such permission may ask again each time.
    navigator.permissions?.query({ name: 'microphone' }).then(status => { permission = status; }, () => {});

    function hear(session, samples) {
        if (session.closed) {
            return; // it was on its way
        }
        session.waiting.push(samples);
        session.count += samples.length;
        while (session.count > WAITING_MOST_S * session.rate) {
            session.count -= session.waiting.shift().length;
        }
    }

    // A module is asked for without a check, so it is asked for twice: the browser keeps what the first one found.
    async function workletNode(session) {
        await peekaboo.fetch('microphone_worklet.js');
        await session.context.audioWorklet.addModule(peekaboo.file('microphone_worklet.js'));
        const node = new AudioWorkletNode(session.context, 'microphone',
            { channelCount: 1, channelCountMode: 'explicit', outputChannelCount: [1] });
        node.port.onmessage = ({ data }) => hear(session, data);
        return node;
    }

    function scriptNode(session) {
        const node = session.context.createScriptProcessor(BUFFER, 1, 1);
        node.onaudioprocess = ({ inputBuffer }) => hear(session, inputBuffer.getChannelData(0).slice());
        return node;
    }

    // Its output is silence: it is connected because a browser runs only what leads somewhere.
    async function listen(session) {
        session.context = new (globalThis.AudioContext || globalThis.webkitAudioContext)();
        session.rate = session.context.sampleRate;
        peekaboo.sound.keepRunning(session.context);
        const node = session.context.audioWorklet ? await workletNode(session).catch(() => scriptNode(session))
            : scriptNode(session); // also where the host has another build's
        if (session.closed) {
            return;
        }
        session.node = node; // held: a browser may throw away what nobody holds
        session.source = session.context.createMediaStreamSource(session.stream);
        session.source.connect(node);
        node.connect(session.context.destination);
        session.state = STATE.listening;
        console.debug('peekaboo: microphone listening');
    }

    async function ask(session) {
        const stream = await navigator.mediaDevices.getUserMedia(RAW);
        session.stream = stream;
        if (session.closed || document.hidden) {
            stop(session);
            return;
        }
        for (const track of stream.getTracks()) {
            track.onended = () => { session.state = STATE.gone; };
        }
        await listen(session);
    }

    function stop(session) {
        session.stream?.getTracks().forEach(track => track.stop());
    }

    // Nothing of what was heard is left in memory.
    function forget(session) {
        session.waiting.forEach(samples => samples.fill(0));
        session.waiting = [];
        session.count = 0;
    }

    // Whatever was still on its way finds it closed.
    function close(session) {
        if (session.closed) {
            return;
        }
        session.closed = true;
        stop(session);
        forget(session);
        session.source?.disconnect();
        session.node?.disconnect();
        if (session.context) {
            peekaboo.sound.letGo(session.context);
            session.context.close();
        }
    }

    // In the background nothing listens, at once: the game hears of it only when it is shown again.
    document.addEventListener('visibilitychange', () => {
        if (document.hidden && current) {
            stop(current);
        }
    });

    peekaboo.microphone = {
        // Whether it may be opened without a question.
        allowed() {
            return permission?.state === 'granted';
        },
        open() {
            const session = { state: STATE.opening, closed: false, rate: 0, waiting: [], count: 0 };
            current = session;
            if (!navigator.mediaDevices?.getUserMedia) {
                session.state = STATE.none; // a page that is not safe has none
                return;
            }
            ask(session).catch(fault => {
                console.debug(`peekaboo: microphone ${fault.name}`);
                session.state = FAULTS[fault.name] ?? STATE.refused;
                close(session);
            });
        },
        close() {
            if (current) {
                close(current);
            }
            current = null;
        },
        state() {
            return current.state;
        },
        rate() {
            return current.rate;
        },
        // Into the game's memory, `most` at most; gives how many.
        take(address, most) {
            const room = new Float32Array(Module.HEAPU8.buffer, address, most);
            let filled = 0;
            while (current.waiting.length > 0 && filled + current.waiting[0].length <= most) {
                const samples = current.waiting.shift();
                room.set(samples, filled);
                filled += samples.length;
                current.count -= samples.length;
            }
            return filled;
        },
    };
})();
