#!/bin/sh
# Puts pictures into a C table, to be a part of the program.     built_in.sh ASSETS NAME... >built_in_table.c
assets=$1
shift
echo '#include "stage/built_in_table.h"'
number=0
for name; do
    echo "static const char picture_$number[] = {"
    od -An -v -t u1 "$assets/$name" | sed 's/  *\([0-9][0-9]*\)/\1,/g'
    echo '0};'
    number=$((number + 1))
done
echo 'const struct built_in built_in_table[] = {'
number=0
for name; do
    echo "{\"$name\", picture_$number},"
    number=$((number + 1))
done
echo '{0, 0}};'
