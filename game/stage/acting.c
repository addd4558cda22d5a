// How a friend acts: its poses in words, and which follow each other in an act (art guide 7).
#include "stage/acting.h"

#include "core/easing.h"

#define SMILE "mouth_open show 0; mouth_smile show 1; "
#define JOY "joyL show 1; joyR show 1; "
#define ARMS_UP(rot, dy) "armL show 1 rot " rot " dy " dy "; armR show 1 rot -" rot " dy " dy "; "
#define WAVE_IN "root rot -2; head rot 5; armR show 1 rot -80 dy -16; "
#define WAVE_OUT "root rot -2; head rot 5; armR show 1 rot -108 dy -16; "

const struct act_pose ACT_POSES[POSE_COUNT] = {
    [POSE_CALM] = {SMILE, .paws = 2},
    [POSE_GLAD] = {"", .paws = 2},
    [POSE_SOFT] = {SMILE "root sx 1.04 sy 1.04", .paws = 2},
    [POSE_WAVE_IN] = {WAVE_IN, .paws = 1, .wave = 1},
    [POSE_WAVE_OUT] = {WAVE_OUT, .paws = 1, .wave = 2},
    [POSE_WAVE_JOY] = {WAVE_OUT JOY, .paws = 1, .wave = 2},
    [POSE_BYE_IN] = {SMILE WAVE_IN, .paws = 1, .wave = 1},
    [POSE_BYE_OUT] = {SMILE WAVE_OUT, .paws = 1, .wave = 2},
    [POSE_CROUCH] = {SMILE "root sx 1.03 sy .94"},
    [POSE_STRETCH] = {"root sx .92 sy 1.10 dy 14; " ARMS_UP(
        "88", "-24") "pupilL sx .92 sy .92; pupilR sx .92 sy .92; "
                     "eyeL sx 1.06 sy 1.08; eyeR sx 1.06 sy 1.08; mouth_open sx .92 sy 1.18"},
    [POSE_SQUASH] = {"root sx 1.06 sy .93; " ARMS_UP("104", "-10") JOY "mouth_open sx 1.12 sy .9"},
    [POSE_UP] = {ARMS_UP("94", "-16")},
    [POSE_HOP] = {"root dy -6 sx .99 sy 1.02; " ARMS_UP("102", "-20") JOY},
    [POSE_DROWSY] = {SMILE "head rot 5 dy 5; root sy .99; lidL sy 1; lidR sy 1", .paws = 2},
    [POSE_ASLEEP] = {SMILE "head rot 8 dy 7; root sy .98; lidL sy 1; lidR sy 1", .paws = 2},
    [POSE_AWAY] = {0},
};

const struct act_step ACT_STEPS[ACT_COUNT][ACT_STEPS_MAX] = {
    [ACT_GREET] = {{260, ease_out_cubic, POSE_WAVE_IN},
                   {220, ease_in_out_sine, POSE_WAVE_OUT},
                   {220, ease_in_out_sine, POSE_WAVE_IN},
                   {220, ease_in_out_sine, POSE_WAVE_OUT},
                   {220, ease_in_out_sine, POSE_WAVE_IN},
                   {220, ease_in_out_sine, POSE_WAVE_JOY},
                   {360, ease_in_out_sine, POSE_GLAD}},
    [ACT_GOODBYE] = {{240, ease_in_out_sine, POSE_BYE_IN},
                     {240, ease_in_out_sine, POSE_BYE_OUT},
                     {240, ease_in_out_sine, POSE_BYE_IN},
                     {240, ease_in_out_sine, POSE_BYE_OUT},
                     {360, ease_in_out_sine, POSE_CALM}},
    [ACT_HIDE] = {{700, ease_steady, POSE_AWAY}},
    [ACT_AWAY] = {{200, ease_in_out_sine, POSE_AWAY}},
    [ACT_CUE] = {{200, ease_in_out_sine, POSE_AWAY}},
    // The first step takes as long as the place's anticipation (cast: pop_ms).
    [ACT_REVEAL] = {{140, ease_in_out_sine, POSE_CROUCH},
                    {140, ease_out_cubic, POSE_STRETCH},
                    {120, ease_in_out_sine, POSE_SQUASH},
                    {260, ease_out_back, POSE_UP},
                    {700, ease_linear, POSE_UP},
                    {300, ease_in_out_sine, POSE_GLAD}},
    [ACT_JOY] = {{360, ease_in_out_sine, POSE_HOP},
                 {420, ease_linear, POSE_HOP},
                 {360, ease_in_out_sine, POSE_UP},
                 {400, ease_in_out_sine, POSE_WAVE_IN},
                 {240, ease_in_out_sine, POSE_WAVE_OUT},
                 {240, ease_in_out_sine, POSE_WAVE_IN},
                 {240, ease_in_out_sine, POSE_WAVE_JOY},
                 {360, ease_in_out_sine, POSE_GLAD}},
    [ACT_REST] = {{320, ease_in_out_sine, POSE_CALM}},
    [ACT_COMFORT] = {{420, ease_out_cubic, POSE_SOFT}},
    [ACT_HELD] = {{400, ease_out_cubic, POSE_CALM}},
    // Of nine seconds, whatever the length: science/README.md and the mock-up of the ritual.
    [ACT_RITUAL] = {{400, ease_out_cubic, POSE_BYE_IN},
                    {340, ease_in_out_sine, POSE_BYE_OUT},
                    {340, ease_in_out_sine, POSE_BYE_IN},
                    {340, ease_in_out_sine, POSE_BYE_OUT},
                    {340, ease_in_out_sine, POSE_BYE_IN},
                    {340, ease_in_out_sine, POSE_BYE_OUT},
                    {500, ease_in_out_sine, POSE_CALM},
                    {1500, ease_linear, POSE_CALM},
                    {800, ease_in_out_sine, POSE_DROWSY}, // it nods; the eyes shut and open at once
                    {500, ease_linear, POSE_DROWSY},
                    {600, ease_in_out_sine, POSE_CALM},
                    {1100, ease_in_out_sine, POSE_ASLEEP},
                    {1900, ease_linear, POSE_ASLEEP}},
    [ACT_ASLEEP] = {{900, ease_in_out_sine, POSE_ASLEEP}},
};

const struct act_step STEPS_ASIDE[ACT_STEPS_MAX] = {{380, ease_in_out_sine, POSE_AWAY},
                                                    {320, ease_linear, POSE_AWAY}};

bool act_is_open(enum act act)
{
    return act != ACT_HIDE && act != ACT_AWAY && act != ACT_CUE;
}

bool act_is_glad(enum act act)
{
    return act == ACT_GREET || act == ACT_GOODBYE || act == ACT_REVEAL || act == ACT_JOY;
}

bool act_is_away(enum act act)
{
    return act == ACT_AWAY || act == ACT_CUE;
}
