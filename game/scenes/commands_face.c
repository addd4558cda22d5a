// face: a photo comes in from a file, or goes.
#include "scenes/commands_rooms.h"

#include <stdlib.h>

#include "platform/canvas.h"
#include "platform/files.h"
#include "store/family.h"
#include "store/voices.h"

enum { KEPT_PX = 512, FILE_MAX = 64 * 1024 * 1024 };

static const char unwritten[] = "family.db could not be written; nothing was changed";

struct photo {
    char *bytes; // the family's own file
    size_t length;
    void *png; // its centre square
    size_t png_length;
};

static void photo_free(struct photo *photo)
{
    free(photo->bytes);
    free(photo->png);
}

// NULL, or a sentence why this is no photo.
static const char *photo_read(const char *path, struct photo *photo)
{
    const char *reason = NULL;
    photo->bytes = files_read_start(path, FILE_MAX + 1, &photo->length);
    if (!photo->bytes) {
        return "the file can't be read";
    }
    if (photo->length > FILE_MAX) {
        return "the file is too large";
    }
    photo->png = sprite_photo_png(photo->bytes, photo->length, 0, 0, 0, KEPT_PX, &photo->png_length, &reason);
    return reason;
}

// Whoever was made only for a photo that could not be kept goes again.
static int set_for(struct family *family, const char *name, const struct photo *photo)
{
    struct caregiver person;
    const bool known = caregiver_by_name(family, name, &person);
    const int64_t who = command_find_or_make(family, name);
    if (!who) {
        return EXIT_INPUT;
    }
    if (face_set(family, who, photo->png, photo->png_length, photo->bytes, photo->length)) {
        return EXIT_WELL;
    }
    if (!known) {
        caregiver_remove(family, who);
    }
    return command_wrong(NULL, unwritten);
}

static int set(const struct options *options, const struct photo *photo)
{
    struct family *family = command_open(options);
    const int status = family ? set_for(family, options->who, photo) : EXIT_INPUT;
    family_close(family);
    return status;
}

int command_face_add(const struct options *options)
{
    const char *reason = caregiver_name_wrong(options->who);
    if (reason) {
        return command_wrong(NULL, reason);
    }
    struct photo photo = {0};
    reason = photo_read(options->files[0], &photo);
    const int status = reason ? command_wrong(options->files[0], reason) : set(options, &photo);
    photo_free(&photo);
    return status;
}

int command_face_remove(const struct options *options)
{
    struct caregiver person;
    if (!command_has_family(options)) {
        return command_find(NULL, options->who, &person);
    }
    struct family *family = command_open(options);
    int status = family ? command_find(family, options->who, &person) : EXIT_INPUT;
    if (status == EXIT_WELL && !person.has_photo) {
        status = command_wrong(person.name, "there is no photo to remove");
    } else if (status == EXIT_WELL && !face_remove(family, person.id)) {
        status = command_wrong(NULL, unwritten);
    }
    family_close(family);
    return status;
}
