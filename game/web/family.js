'use strict';
// The family's folder, /family: in memory while the game runs, kept in the browser's IndexedDB.

Module.preRun.push(() => {
    FS.mkdir('/family');
});
