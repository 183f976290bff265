#pragma once
#include <stddef.h>

extern const unsigned char *const casus_knowledge_bytes;
extern const size_t casus_knowledge_size;
