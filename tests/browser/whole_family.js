'use strict';
// A family that has played, made by the program: Mama and Papa with voices and a photo, and games that went well and not.
const fs = require('node:fs');
const path = require('node:path');
const { folderFor, run } = require('./program.js');

// The files of its folder, for open's `files`, as if they lay in this folder of the page.
function family(t, at) {
    const folder = folderFor(t);
    const add = (...words) => run([...words, '--data', folder]);
    const say = (who, moment, sound) => add('voice', 'add', '--who', who, '--moment', moment, `assets/sounds/${sound}.ogg`);
    say('Mama', 'return', 'hello_1');
    say('Mama', 'goodbye', 'hello_2');
    say('Mama', 'away', 'hello_3');
    say('Papa', 'return', 'hello_4');
    add('face', 'add', '--who', 'Mama', 'assets/readme.png');
    for (const game of ['a_calm_game', 'a_fussy_game', 'a_calm_game', 'a_slip_at_the_end']) {
        add('--virtual-time', '--screen', 'play', '--age', '9', '--with', 'Mama', '--replay', `tests/replays/before/${game}.replay`);
    }
    return Object.fromEntries(fs.readdirSync(folder).filter((name) => fs.statSync(path.join(folder, name)).isFile())
        .map((name) => [`${at}/${name}`, fs.readFileSync(path.join(folder, name))]));
}

module.exports = { family };
