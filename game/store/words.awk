# Compiles translations (assets/words/CODE.po ...) into one C table, sorted by key, for store/words.c. Only msgid and msgstr
# lines and their continuations are read: that is all that the translators' tools need.
# LC_ALL=C awk -f words.awk assets/words/de.po assets/words/en.po >words_table.c

function quoted(line) {
    sub(/^[^"]*/, "", line)
    return substr(line, 2, length(line) - 2)
}

function keep() {
    if (key != "") {
        keys[++count] = key
        texts[count] = text
    }
    key = text = ""
    state = ""
}

function language(path) {
    sub(/.*\//, "", path)
    sub(/\.po$/, "", path)
    return path
}

function sort(    i, j, k, t) {
    for (i = 2; i <= count; i++) {
        k = keys[i]
        t = texts[i]
        for (j = i - 1; j > 0 && keys[j] > k; j--) {
            keys[j + 1] = keys[j]
            texts[j + 1] = texts[j]
        }
        keys[j + 1] = k
        texts[j + 1] = t
    }
}

# Each vowel twice, once with an accent: about 40 % longer, as translations are. {names} and escapes stay.
function lengthened(text,    i, letter, inside, out) {
    for (i = 1; i <= length(text); i++) {
        letter = substr(text, i, 1)
        inside = letter == "{" ? 1 : letter == "}" ? 0 : inside
        if (letter == "\\") {
            out = out letter substr(text, ++i, 1)
        } else {
            out = out (inside ? "" : accented[letter]) letter
        }
    }
    return out
}

function write_entries(code, longer,    i) {
    printf "static const struct words_entry entries_%s[] = {\n", code
    for (i = 1; i <= count; i++) {
        printf "    {\"%s\", \"%s\"},\n", keys[i], longer ? lengthened(texts[i]) : texts[i]
    }
    printf "};\n\n"
    table = table sprintf("    {\"%s\", entries_%s, %d},\n", code, code, count)
}

function write_language() {
    keep()
    sort()
    write_entries(code, 0)
    if (code == "en") {
        write_entries("qps", 1) # no language: for tests of layouts
    }
    count = 0
}

BEGIN {
    split("a á e é i í o ó u ú A Á E É I Í O Ó U Ú", pairs, " ")
    for (i = 1; i < 20; i += 2) accented[pairs[i]] = pairs[i + 1]
    printf "// Made from assets/words by the build.\n#include \"store/words_table.h\"\n\n"
}
FNR == 1 {
    if (code != "") write_language()
    code = language(FILENAME)
}
/^msgid / { keep(); state = "key"; key = quoted($0); next }
/^msgstr / { state = "text"; text = quoted($0); next }
/^"/ { if (state == "key") key = key quoted($0); else if (state == "text") text = text quoted($0) }
END {
    write_language()
    printf "const struct words_language words_languages[] = {\n%s    {0},\n};\n", table
}
