// Whether work can be done beside the game.
#pragma once

#ifdef __EMSCRIPTEN__
enum { THREADS = 0 }; // a page has one thread; SDL has no conditions or semaphores there
#else
enum { THREADS = 1 };
#endif
