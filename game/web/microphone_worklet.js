'use strict';
// Hands on what the microphone hears, a few blocks at once.

const BATCH = 1024;

registerProcessor('microphone', class extends AudioWorkletProcessor {
    constructor() {
        super();
        this.batch = new Float32Array(BATCH);
        this.filled = 0;
    }

    keep(samples) {
        this.batch.set(samples, this.filled);
        this.filled += samples.length;
        if (this.filled + samples.length > BATCH) {
            this.port.postMessage(this.batch.slice(0, this.filled));
            this.filled = 0;
        }
    }

    process([input]) {
        if (input.length > 0) {
            this.keep(input[0]);
        }
        return true;
    }
});
