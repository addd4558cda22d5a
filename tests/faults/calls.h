// Every call that can fail, as its library declares it, and what it answers then. Pointers of all kinds are
// void *: only the calling convention matters here. CALL(what it returns, that in a failure, name,
// parameters, arguments). AFTER is for what lets go: it does its work, and then says that it went wrong.
// WITHIN is for what can't bear want of memory itself (SDL_image's nanosvg writes to where realloc gave
// nothing, speexdsp too): it fails as a whole, and nothing in it does. EMPTY also says that nothing was made.

// Files, for the game and its libraries alike. 28 is ENOSPC, what a full tablet says.
CALL(int, -1, access, (const char *path, int mode), (path, mode))
CALL(int, -1, chmod, (const char *path, unsigned mode), (path, mode))
CALL(int, -1, fchmod, (int file, unsigned mode), (file, mode))
AFTER(int, -1, close, (int file), (file))
CALL(int, -1, fsync, (int file), (file))
CALL(int, -1, fdatasync, (int file), (file))
CALL(int, -1, fstat, (int file, void *status), (file, status))
CALL(int, -1, fstat64, (int file, void *status), (file, status))
CALL(int, -1, stat, (const char *path, void *status), (path, status))
CALL(int, -1, stat64, (const char *path, void *status), (path, status))
CALL(int, -1, lstat64, (const char *path, void *status), (path, status))
CALL(int, -1, ftruncate, (int file, long length), (file, length))
CALL(int, -1, ftruncate64, (int file, long length), (file, length))
CALL(int, -1, truncate, (const char *path, long length), (path, length))
CALL(int, -1, link, (const char *from, const char *to), (from, to))
CALL(int, -1, mkdir, (const char *path, unsigned mode), (path, mode))
CALL(int, -1, rename, (const char *from, const char *to), (from, to))
CALL(int, -1, remove, (const char *path), (path))
CALL(int, -1, rmdir, (const char *path), (path))
CALL(int, -1, unlink, (const char *path), (path))
CALL(void *, NULL, opendir, (const char *path), (path))
CALL(void *, NULL, readdir, (void *folder), (folder))
CALL(int, 1, glob, (const char *pattern, int flags, void *error, void *found), (pattern, flags, error, found))
CALL(int, -1, nftw, (const char *path, void *visit, int files, int flags), (path, visit, files, flags))
CALL(long, -1, read, (int file, void *bytes, size_t length), (file, bytes, length))
CALL(long, -1, pread64, (int file, void *bytes, size_t length, long at), (file, bytes, length, at))
CALL(long, -1, write, (int file, const void *bytes, size_t length), (file, bytes, length))
CALL(long, -1, pwrite64, (int file, const void *bytes, size_t length, long at), (file, bytes, length, at))
CALL(long, -1, readlink, (const char *path, char *out, size_t size), (path, out, size))
CALL(int, -1, setenv, (const char *name, const char *value, int over), (name, value, over))
CALL(void *, NULL, open_memstream, (char **text, size_t *length), (text, length))
CALL(void *, NULL, localtime_r, (const void *time, void *out), (time, out))

CALL(void *, NULL, SDL_AllocFormat, (unsigned format), (format))
CALL(int, -1, SDL_AudioStreamFlush, (void *stream), (stream))
CALL(int, -1, SDL_AudioStreamGet, (void *stream, void *out, int length), (stream, out, length))
CALL(int, -1, SDL_AudioStreamPut, (void *stream, const void *in, int length), (stream, in, length))
CALL(void *, NULL, SDL_NewAudioStream,
     (unsigned short f, unsigned char c, int r, unsigned short to, unsigned char tc, int tr),
     (f, c, r, to, tc, tr))
CALL(void *, NULL, SDL_ConvertSurfaceFormat, (void *surface, unsigned format, unsigned flags),
     (surface, format, flags))
CALL(void *, NULL, SDL_CreateCond, (void), ())
CALL(void *, NULL, SDL_CreateMutex, (void), ())
CALL(void *, NULL, SDL_CreateSemaphore, (unsigned value), (value))
CALL(void *, NULL, SDL_CreateThread, (void *run, const char *name, void *context), (run, name, context))
CALL(void *, NULL, SDL_CreateRGBSurfaceWithFormat, (unsigned flags, int w, int h, int depth, unsigned format),
     (flags, w, h, depth, format))
CALL(void *, NULL, SDL_CreateRGBSurfaceWithFormatFrom,
     (void *pixels, int w, int h, int depth, int pitch, unsigned format),
     (pixels, w, h, depth, pitch, format))
CALL(void *, NULL, SDL_CreateRenderer, (void *window, int index, unsigned flags), (window, index, flags))
CALL(void *, NULL, SDL_CreateTexture, (void *renderer, unsigned format, int access_, int w, int h),
     (renderer, format, access_, w, h))
CALL(void *, NULL, SDL_CreateWindow, (const char *title, int x, int y, int w, int h, unsigned flags),
     (title, x, y, w, h, flags))
CALL(int, -1, SDL_FillRect, (void *surface, const void *rect, unsigned colour), (surface, rect, colour))
CALL(void *, NULL, SDL_GetBasePath, (void), ())
CALL(void *, NULL, SDL_GetPrefPath, (const char *owner, const char *name), (owner, name))
CALL(void *, NULL, SDL_GetPreferredLocales, (void), ())
CALL(int, -1, SDL_GetRendererOutputSize, (void *renderer, int *w, int *h), (renderer, w, h))
CALL(void *, NULL, SDL_GetWindowSurface, (void *window), (window))
CALL(int, -1, SDL_InitSubSystem, (unsigned flags), (flags))
CALL(unsigned, 0, SDL_OpenAudioDevice,
     (const char *name, int capture, const void *want, void *have, int changes),
     (name, capture, want, have, changes))
CALL(int, -1, SDL_GetNumAudioDevices, (int capture), (capture))
CALL(void *, NULL, SDL_RWFromConstMem, (const void *bytes, int length), (bytes, length))
CALL(void *, NULL, SDL_RWFromMem, (void *bytes, int length), (bytes, length))
CALL(void *, NULL, SDL_RWFromFile, (const char *path, const char *mode), (path, mode))
AFTER(int, -1, SDL_RWclose, (void *file), (file))
CALL(size_t, 0, SDL_RWread, (void *file, void *bytes, size_t size, size_t count), (file, bytes, size, count))
CALL(size_t, 0, SDL_RWwrite, (void *file, const void *bytes, size_t size, size_t count),
     (file, bytes, size, count))
CALL(long, -1, SDL_RWseek, (void *file, long at, int whence), (file, at, whence))
CALL(long, -1, SDL_RWtell, (void *file), (file))
CALL(int, -1, SDL_PushEvent, (void *event), (event))
CALL(int, -1, SDL_RenderClear, (void *renderer), (renderer))
CALL(int, -1, SDL_RenderFillRect, (void *renderer, const void *rect), (renderer, rect))
CALL(int, -1, SDL_RenderGeometry,
     (void *renderer, void *texture, const void *corners, int count, const int *order, int orders),
     (renderer, texture, corners, count, order, orders))
CALL(int, -1, SDL_RenderReadPixels,
     (void *renderer, const void *rect, unsigned format, void *pixels, int pitch),
     (renderer, rect, format, pixels, pitch))
CALL(int, -1, SDL_RenderSetClipRect, (void *renderer, const void *rect), (renderer, rect))
CALL(int, -1, SDL_UpdateTexture, (void *texture, const void *rect, const void *pixels, int pitch),
     (texture, rect, pixels, pitch))
CALL(int, -1, SDL_SemWaitTimeout, (void *semaphore, unsigned ms), (semaphore, ms))
CALL(int, 0, SDL_SetHint, (const char *name, const char *value), (name, value))
CALL(int, -1, SDL_SetWindowFullscreen, (void *window, unsigned flags), (window, flags))
CALL(int, -1, SDL_UpdateWindowSurfaceRects, (void *window, const void *rects, int count),
     (window, rects, count))
CALL(int, -1, SDL_UpperBlit, (void *from, const void *part, void *to, void *at), (from, part, to, at))
CALL(int, -1, SDL_setenv, (const char *name, const char *value, int over), (name, value, over))

CALL(int, 0, IMG_Init, (int flags), (flags))
WITHIN(void *, NULL, IMG_LoadSizedSVG_RW, (void *file, int w, int h), (file, w, h))
CALL(void *, (close_ ? SDL_RWclose(file) : 0, NULL), IMG_LoadTyped_RW,
     (void *file, int close_, const char *type), (file, close_, type))
CALL(int, -1, IMG_SavePNG, (void *surface, const char *path), (surface, path))
CALL(int, (close_ ? SDL_RWclose(file) : 0, -1), IMG_SavePNG_RW, (void *surface, void *file, int close_),
     (surface, file, close_))

CALL(void *, NULL, Mix_LoadMUS, (const char *path), (path))
CALL(void *, NULL, Mix_LoadWAV, (const char *path), (path))
CALL(int, -1, Mix_OpenAudioDevice,
     (int rate, unsigned short format, int channels, int size, const char *name, int changes),
     (rate, format, channels, size, name, changes))
CALL(int, -1, Mix_PlayMusic, (void *music, int loops), (music, loops))
CALL(int, 0, Mix_QuerySpec, (int *rate, unsigned short *format, int *channels), (rate, format, channels))

CALL(int, -1, TTF_Init, (void), ())
CALL(void *, NULL, TTF_OpenFont, (const char *path, int size), (path, size))
CALL(void *, NULL, TTF_RenderUTF8_Blended, (void *font, const char *text, unsigned colour),
     (font, text, colour))
CALL(int, -1, TTF_SizeUTF8, (void *font, const char *text, int *w, int *h), (font, text, w, h))

CALL(void *, NULL, pixman_image_create_bits, (int format, int w, int h, void *bits, int stride),
     (format, w, h, bits, stride))
CALL(void *, NULL, pixman_image_create_solid_fill, (const void *colour), (colour))
CALL(void *, NULL, pixman_filter_create_separable_convolution,
     (void *count, int sx, int sy, int rx, int ry, int kx, int ky, int bx, int by),
     (count, sx, sy, rx, ry, kx, ky, bx, by))
CALL(int, 0, pixman_image_fill_boxes, (int op, void *to, const void *colour, int count, const void *boxes),
     (op, to, colour, count, boxes))
CALL(int, 0, pixman_image_set_clip_region32, (void *image, void *region), (image, region))
CALL(int, 0, pixman_image_set_filter, (void *image, int filter, const void *values, int count),
     (image, filter, values, count))
CALL(int, 0, pixman_image_set_transform, (void *image, const void *transform), (image, transform))
CALL(int, 0, pixman_region32_intersect_rect, (void *to, void *from, int x, int y, unsigned w, unsigned h),
     (to, from, x, y, w, h))
CALL(int, 0, pixman_region32_subtract, (void *to, void *from, void *less), (to, from, less))

CALL(void *, NULL, sf_open, (const char *path, int mode, void *info), (path, mode, info))
CALL(void *, NULL, sf_open_virtual, (void *calls, int mode, void *info, void *context),
     (calls, mode, info, context))
CALL(long, 0, sf_readf_float, (void *file, float *samples, long frames), (file, samples, frames))
CALL(void *, NULL, ebur128_init, (unsigned channels, unsigned long rate, int mode), (channels, rate, mode))
CALL(int, 1, ebur128_add_frames_float, (void *state, const float *samples, size_t frames),
     (state, samples, frames))
CALL(int, 1, ebur128_loudness_global, (void *state, double *out), (state, out))
CALL(int, 1, ebur128_loudness_momentary, (void *state, double *out), (state, out))
CALL(int, 1, ebur128_true_peak, (void *state, unsigned channel, double *out), (state, channel, out))
WITHIN(void *, NULL, speex_preprocess_state_init, (int frame, int rate), (frame, rate))
CALL(void *, NULL, speex_resampler_init,
     (unsigned channels, unsigned from, unsigned to, int quality, int *error),
     (channels, from, to, quality, error))
CALL(int, 1, speex_resampler_process_float,
     (void *state, unsigned c, const float *in, void *in_count, float *out, void *out_count),
     (state, c, in, in_count, out, out_count))

CALL(int, 0, yaml_parser_initialize, (void *parser), (parser))
CALL(int, 0, yaml_parser_load, (void *parser, void *document), (parser, document))
CALL(int, 0, yaml_parser_parse, (void *parser, void *event), (parser, event))

// SQLite: 7 is "no memory", 10 "the disk does not answer", 13 "the disk is full".
CALL(void *, NULL, sqlite3_backup_init, (void *to, const char *name, void *from, const char *other),
     (to, name, from, other))
CALL(int, 10, sqlite3_backup_step, (void *backup, int pages), (backup, pages))
AFTER(int, 10, sqlite3_backup_finish, (void *backup), (backup))
CALL(int, 7, sqlite3_bind_blob, (void *s, int at, const void *value, int length, void *let_go),
     (s, at, value, length, let_go))
CALL(int, 7, sqlite3_bind_blob64, (void *s, int at, const void *value, unsigned long length, void *let_go),
     (s, at, value, length, let_go))
CALL(int, 7, sqlite3_bind_double, (void *s, int at, double value), (s, at, value))
CALL(int, 7, sqlite3_bind_int, (void *s, int at, int value), (s, at, value))
CALL(int, 7, sqlite3_bind_int64, (void *s, int at, long value), (s, at, value))
CALL(int, 7, sqlite3_bind_text, (void *s, int at, const char *value, int length, void *let_go),
     (s, at, value, length, let_go))
CALL(int, 7, sqlite3_busy_timeout, (void *database, int ms), (database, ms))
CALL(const void *, NULL, sqlite3_column_blob, (void *s, int at), (s, at))
CALL(const void *, NULL, sqlite3_column_text, (void *s, int at), (s, at))
CALL(const char *, NULL, sqlite3_db_filename, (void *database, const char *name), (database, name))
CALL(int, 10, sqlite3_exec, (void *database, const char *sql, void *row, void *context, char **error),
     (database, sql, row, context, error))
CALL(int, 13, sqlite3_step, (void *s), (s))
EMPTY(int, 7, sqlite3_open, (const char *path, void **made), (path, made))
EMPTY(int, 14, sqlite3_open_v2, (const char *path, void **made, int flags, const char *system),
      (path, made, flags, system))
EMPTY(int, 7, sqlite3_prepare_v2,
      (void *database, const char *sql, int length, void **made, const char **rest),
      (database, sql, length, made, rest))
EMPTY(int, 7, sqlite3_prepare_v3,
      (void *database, const char *sql, int length, unsigned flags, void **made, const char **rest),
      (database, sql, length, flags, made, rest))
CALL(int, 0, pixman_region32_init_rects, (void *region, const void *boxes, int count), (region, boxes, count))
CALL(long, -1, mktime, (void *time), (time))
