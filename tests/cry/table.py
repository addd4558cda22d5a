"""The trees as the game's C, core/cry_table.c."""


from trees import NEVER


def number(value):
    if value == NEVER:
        return "FLT_MAX"
    text = f"{value:.6g}"
    return text + ("f" if "." in text or "e" in text else ".0f")


def row(numbers):
    return "{" + ", ".join(numbers) + "}"


def tree(feature, above, leaf):
    return "    {" + ", ".join([row(map(str, feature)), row(map(number, above)), row(map(number, leaf))]) + "},"


def source(trees, soft, hard):
    lines = [
        "// The trees, made by `tests/cry/train DATA`: tests/cry/README.md tells from what, and how well they tell.",
        '#include "core/cry_trees.h"',
        "",
        "#include <float.h>",
        "",
        "// clang-format off",
        "static const struct cry_tree trees[] = {",
        *(tree(*one) for one in zip(trees.feature, trees.above, trees.leaf)),
        "};",
        "// clang-format on",
        "",
        "const struct cry_model cry_model = {",
        f"    .base = {number(trees.base)},",
        f"    .soft = {number(soft)},",
        f"    .hard = {number(hard)},",
        "    .count = sizeof trees / sizeof *trees,",
        "    .trees = trees,",
        "};",
    ]
    return "\n".join(lines) + "\n"
