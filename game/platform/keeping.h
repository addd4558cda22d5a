// Whether what was written into the family's folder is safe. Natively it is as soon as it is written: SQLite
// and fsync have seen to it. In a browser the folder is in memory, and the page brings it to the disk when
// the frame is over: until then nothing may be called kept.
#pragma once

enum keeping {
    KEEPING_SAFE,
    KEEPING_UNDER_WAY, // for some frames
    KEEPING_FAILED     // what was written last is in memory only: storage is full, or was taken away
};

// Of all that was written until now. What failed is tried again by itself, and with whatever is written next.
enum keeping keeping_state(void);
// Something was kept that a family would miss: a browser is asked not to clear it away by itself.
void keeping_matters(void);
// The folder was emptied for good: no copy of what it held may stay where it was kept.
void keeping_forget(void);
