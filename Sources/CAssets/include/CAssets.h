#pragma once
#include <stddef.h>

// What pages load beside themselves: their style, their script, their icon.
extern const unsigned char *const casus_style_bytes;
extern const size_t casus_style_size;
extern const unsigned char *const casus_script_bytes;
extern const size_t casus_script_size;
extern const unsigned char *const casus_icon_bytes;
extern const size_t casus_icon_size;
