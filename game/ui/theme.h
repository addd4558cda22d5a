// The grown-ups' corner in colours (0xRRGGBB) and lengths (units). Every pair of text and ground that is used
// has a contrast of at least 4.4 (WCAG), each measured when the palette was chosen.
#pragma once

enum {
    WALL_TOP = 0xF1FBF6,
    WALL_MIDDLE = 0xDDF2EE,
    WALL_BOTTOM = 0xCBE8E7,
    FLOOR = 0xFBE0BC,
    CARD = 0xFFFDF8,
    WARM = 0xFFF6E6,
    WAVE_GROUND = 0xF1F7F5,
    EDGE = 0xB4D6D3, // the lower edge of what is card-coloured
    LINE = 0xD3E4E0,
    INK = 0x2A1A2E,
    INK_SOFT = 0x5C4B62, // captions
    TEAL = 0x1D6D73,
    TEAL_DEEP = 0x14545A,
    TEAL_PALE = 0xD4ECEA,
    TEAL_PRESSED = 0xB9DEDB, // what is pale under a finger; TEAL_DEEP on it 5.9
    YELLOW = 0xFFC94D,
    YELLOW_PRESSED = 0xF7BC38,
    YELLOW_EDGE = 0xD9932A,
    NIGHT = 0x213A69,
    NIGHT_LIGHT = 0x34568F,
    NIGHT_PALE = 0xDCE4F2,
    NIGHT_OFF = 0xE6ECF7,  // steps to come: hollow
    NIGHT_LINE = 0x7C8FB5, // and their line: 3.2 on a card
    CORAL = 0xF25F63,
    CORAL_PALE = 0xFDE3DF,
    CORAL_EDGE = 0xE9B4AC,
    RED = 0xA82438,
    RED_PALE = 0xFBD9D5,
    LEAF = 0x1F6E45,
    LEAF_PALE = 0xD8F0E0,
    AMBER_PALE = 0xFFEFC7,
    AMBER = 0x6B4400,
    PINK = 0xF9A1B4,
    PINK_PALE = 0xFDE3EA,
    FUSS_RING = 0xA24763, // round a fussy game's dot: 5.7 on a card
    CONTROL = 0x5E7C80,   // borders of what can be pressed
    TRACK = 0x7A9799,
    WAVE_CUT = 0xB4C6C4, // bars that were cut off or wait to be heard
    OFF_TEXT = 0x6F6674,
    OFF_GROUND = 0xE3E8E6,
    TROUGH = 0xE8F0EE, // round a choice of two or three; TEAL_DEEP on it 7.4
};

enum {
    TARGET_LEAST = 48, // an adult's finger needs 10 mm
    ROUND_BUTTON = 56,
    RADIUS_CARD = 24,
    RADIUS_SHEET = 32,
    RADIUS_BUTTON = 20,
    RADIUS_HERO = 30,
    EDGE_CARD = 4,
    EDGE_BUTTON = 4,
    EDGE_MAIN = 5,
    EDGE_SHEET = 6,
    ICON = 28,
    MARGIN = 32,
};
