// What a grown-up is told of the cry hint, in whole numbers: how it did at its soft level on clips that it
// was not trained with (tests/cry/README.md, and a test compares). Rounded against ourselves.
#pragma once

enum {
    CRY_TOLD_HEARD = 6, // so many of CRY_TOLD_CRIES were heard ...
    CRY_TOLD_CRIES = 10,
    CRY_TOLD_WRONG_ONCE_IN = 20 // ... and once in so many clips of other sounds it was wrong
};
