// Devices under /dev/dri, and the name by which OpenGL calls itself.
#include "platform/canvas_probe.h"

#include <string.h>

#include <SDL.h>
#include <SDL_opengles2.h>

#if defined(__linux__) && !defined(__ANDROID__)
#include <fcntl.h>
#include <glob.h>
#include <unistd.h>

static bool opens(const char *path)
{
    const int file = open(path, O_RDWR | O_CLOEXEC);
    if (file >= 0) {
        close(file);
    }
    return file >= 0;
}

bool probe_has_gpu(void)
{
    glob_t nodes = {0};
    bool found = false;
    glob("/dev/dri/renderD*", 0, NULL, &nodes);
    glob("/dev/dri/card*", GLOB_APPEND, NULL, &nodes);
    for (size_t i = 0; !found && i < nodes.gl_pathc; i++) {
        found = opens(nodes.gl_pathv[i]);
    }
    globfree(&nodes);
    return found;
}
#else
bool probe_has_gpu(void)
{
    return true; // tablets have one
}
#endif

// A virtual machine may have a screen's node without a GPU behind it.
bool probe_is_emulated(void)
{
    static const char *const names[] = {"llvmpipe", "softpipe", "SwiftShader", "swrast"};
    const GLubyte *(*get)(GLenum) = NULL;
    *(void **)&get = SDL_GL_GetProcAddress("glGetString");
    const char *renderer = get ? (const char *)get(GL_RENDERER) : NULL;
    for (size_t i = 0; renderer && i < SDL_arraysize(names); i++) {
        if (strstr(renderer, names[i])) {
            return true;
        }
    }
    return false;
}
