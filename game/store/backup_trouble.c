// What a sentence about a backup is about.
#include <string.h>

#include "store/backup.h"
#include "store/backup_file.h"

static enum backup_trouble of_restore(enum family_fault fault)
{
    switch (fault) {
    case FAMILY_NEWER: return BACKUP_NEWER;
    case FAMILY_OTHER_KIND: return BACKUP_IS_PACK;
    case FAMILY_BUSY: return BACKUP_BUSY;
    case FAMILY_DISK_FULL: return BACKUP_NO_ROOM;
    case FAMILY_UNWRITABLE: return BACKUP_UNWRITABLE;
    case FAMILY_FINE:
    case FAMILY_EMPTY:
    case FAMILY_UNREADABLE:
    case FAMILY_NO_DATABASE:
    case FAMILY_DAMAGED:
    case FAMILY_STRANGER:
    case FAMILY_FAULTS: break;
    }
    return BACKUP_NO_BACKUP;
}

static enum backup_trouble of_save(enum family_fault fault)
{
    switch (fault) {
    case FAMILY_BUSY: return BACKUP_BUSY;
    case FAMILY_DISK_FULL: return BACKUP_NO_ROOM;
    case FAMILY_EMPTY:
    case FAMILY_UNWRITABLE: return BACKUP_UNWRITABLE;
    case FAMILY_FINE:
    case FAMILY_UNREADABLE:
    case FAMILY_NO_DATABASE:
    case FAMILY_DAMAGED:
    case FAMILY_NEWER:
    case FAMILY_STRANGER:
    case FAMILY_OTHER_KIND:
    case FAMILY_FAULTS: break;
    }
    return BACKUP_OWN_DAMAGED;
}

enum backup_trouble backup_trouble(const char *sentence)
{
    if (strcmp(sentence, backup_unconfirmed) == 0) {
        return BACKUP_ONCE_MORE;
    }
    if (strcmp(sentence, backup_own_file) == 0) {
        return BACKUP_NO_BACKUP;
    }
    for (enum family_fault fault = FAMILY_EMPTY; fault < FAMILY_FAULTS; fault++) {
        if (strcmp(sentence, backup_restore_sentence(fault)) == 0) {
            return of_restore(fault);
        }
        if (strcmp(sentence, backup_save_sentence(fault)) == 0) {
            return of_save(fault);
        }
    }
    return BACKUP_UNWRITABLE; // what is left is about the folder and the levels in it
}
