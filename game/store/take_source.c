// The bytes of a sound file as libsndfile wants them.
#include "store/take_source.h"

#include <string.h>
#include <sys/stat.h>

enum { BEGINNING = 12 };

struct beginning {
    int at;
    const char *letters;
};

// What libsndfile reads beyond these are formats of studios and telephones, and its oldest code.
static const struct beginning beginnings[] = {
    {8, "WAVE"}, {8, "AIFF"}, {8, "AIFC"}, {0, "fLaC"}, {0, "OggS"},
    {0, "ID3"},  {0, ".snd"}, {0, "caff"}, {0, "riff"},
};

bool take_source_open(struct take_source *source, const char *path)
{
    struct stat facts;
    *source = (struct take_source){0};
    // Asked before it is opened: opening a pipe waits for its other end.
    if (stat(path, &facts) != 0 || !S_ISREG(facts.st_mode)) {
        return false;
    }
    source->file = fopen(path, "rb");
    source->length = facts.st_size;
    return source->file;
}

static sf_count_t source_length(void *context)
{
    return ((const struct take_source *)context)->length;
}

static sf_count_t source_seek(sf_count_t offset, int whence, void *context)
{
    struct take_source *source = context;
    const int64_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? source->at : source->length;
    if (offset < -from || offset > source->length - from) {
        return -1;
    }
    source->at = from + offset;
    return source->at;
}

static sf_count_t source_read(void *to, sf_count_t count, void *context)
{
    struct take_source *source = context;
    const int64_t left = source->length - source->at, length = count < left ? count : left;
    if (length <= 0) {
        return 0;
    }
    if (!source->file) {
        memcpy(to, source->bytes + source->at, (size_t)length);
        source->at += length;
        return length;
    }
    if (fseeko(source->file, source->at, SEEK_SET) != 0) {
        return 0;
    }
    const size_t got = fread(to, 1, (size_t)length, source->file);
    source->at += (int64_t)got;
    return (sf_count_t)got;
}

static sf_count_t source_write(const void *from, sf_count_t count, void *context)
{
    (void)from, (void)count, (void)context;
    return 0;
}

static sf_count_t source_tell(void *context)
{
    return ((const struct take_source *)context)->at;
}

bool take_source_looks_right(struct take_source *source)
{
    unsigned char start[BEGINNING];
    source->at = 0;
    if (source_read(start, BEGINNING, source) < BEGINNING) {
        return false;
    }
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        const struct beginning *beginning = &beginnings[i];
        if (memcmp(start + beginning->at, beginning->letters, strlen(beginning->letters)) == 0) {
            return true;
        }
    }
    // MP3 without a tag: eleven bits, then a version and a layer that exist.
    return start[0] == 0xFF && (start[1] & 0xE0) == 0xE0 && (start[1] & 0x18) != 0x08 &&
           (start[1] & 0x06) != 0;
}

SNDFILE *take_source_decode(struct take_source *source, SF_INFO *info)
{
    static const SF_VIRTUAL_IO calls = {source_length, source_seek, source_read, source_write, source_tell};
    SF_VIRTUAL_IO io = calls;
    source->at = 0;
    *info = (SF_INFO){0};
    return sf_open_virtual(&io, SFM_READ, info, source);
}
