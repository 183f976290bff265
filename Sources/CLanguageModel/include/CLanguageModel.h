#pragma once
#include <stddef.h>

extern const unsigned char *const casus_model_bytes;
extern const size_t casus_model_size;
