// The part of the window that no notch covers: what is touched stands in it, pictures go beyond.
#pragma once

struct app;

// Once a frame: the page keeps within it.
void safe_follow(struct app *app);

// A point of the window (fractions) as fractions of that part, which is w x h pixels. What is beyond its
// edges is on them: there are no dead ones.
struct safe_point {
    float x, y;
    int w, h;
};
struct safe_point safe_point(const struct app *app, float x, float y);
