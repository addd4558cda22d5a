// Curves and timelines: animation is a function of elapsed milliseconds. Pure; no state.
#pragma once

// Each takes the share of the way in time (clamped to 0..1) and gives the share of the way in space.
float ease_linear(float t);
float ease_in_quad(float t);
float ease_out_quad(float t);
float ease_out_cubic(float t);
float ease_in_out_cubic(float t);
float ease_in_out_sine(float t);
float ease_steady(float t);   // linear with soft ends: never faster than 1.25 of its mean
float ease_out_back(float t); // overshoots by about 10 % before it settles

// Where a time stands between two others: 0 before from_ms, 1 from to_ms on.
float ease_share(int now_ms, int from_ms, int to_ms);

// a at t = 0, b at t = 1.
float ease_mix(float a, float b, float t);

// A loop of period_ms: sine between -1 and 1, 0 at now_ms = 0.
float ease_wave(int now_ms, int period_ms);
