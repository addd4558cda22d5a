// Which system the game runs on, and as what.
#pragma once

enum system { SYSTEM_LINUX, SYSTEM_ANDROID, SYSTEM_IPAD, SYSTEM_OTHER }; // an iPhone is as an iPad

enum system_form {
    FORM_PROGRAM, // one of the system's own
    FORM_PAGE,    // in a browser, as any page
    FORM_APP,     // in a browser that shows nothing else: it was put on the home screen
};

enum system system_here(void);
enum system_form system_form(void);
