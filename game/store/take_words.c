// What is said of a take that can't be kept.
#include "store/take.h"
#include "store/words.h"

const char *take_sentence(enum take_fault fault)
{
    static const char *const keys[] = {
        [TAKE_FINE] = "take.fine",     [TAKE_UNREADABLE] = "take.unreadable",
        [TAKE_SILENT] = "take.silent", [TAKE_SHORT] = "take.short",
        [TAKE_LONG] = "take.long",     [TAKE_NO_MEMORY] = "take.memory",
    };
    return word(keys[fault]);
}
