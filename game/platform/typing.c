// SDL brings up the keyboard here (window_text_input).
#include "platform/typing.h"

void typing_show(const struct typing *typing)
{
    (void)typing;
}
