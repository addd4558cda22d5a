# The page's own words, from the translations (assets/words/CODE.po ...): the keys that begin with "web.", as words.js. They
# are needed before the game and its table are there.
# LC_ALL=C awk -f words.awk assets/words/de.po assets/words/en.po >words.js

function quoted(line) {
    sub(/^[^"]*/, "", line)
    return line
}

function end() {
    if (code != "") printf "    },\n"
}

BEGIN { printf "'use strict';\n// Made from assets/words by the build.\npeekaboo.words = {\n" }
FNR == 1 {
    if (wanted) printf "        ,\n"
    wanted = 0
    end()
    code = FILENAME
    sub(/.*\//, "", code)
    sub(/\.po$/, "", code)
    printf "    %s: {\n", code
}
/^msgid / { wanted = /^msgid "web\./; key = quoted($0); next }
wanted && /^msgstr / { printf "        %s: %s\n", key, quoted($0); next }
wanted && /^"/ { printf "            + %s\n", $0 }
wanted && /^$/ { printf "        ,\n"; wanted = 0 }
END {
    if (wanted) printf "        ,\n"
    end()
    printf "};\n"
    printf "peekaboo.language = navigator.languages.map(code => code.split('-')[0]).find(code => peekaboo.words[code]) || 'en';\n"
    printf "peekaboo.word = key => peekaboo.words[peekaboo.language][key];\n"
}
