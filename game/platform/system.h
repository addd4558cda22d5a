// Which system the game runs on.
#pragma once

enum system { SYSTEM_LINUX, SYSTEM_ANDROID, SYSTEM_IPAD, SYSTEM_OTHER };

enum system system_here(void);
