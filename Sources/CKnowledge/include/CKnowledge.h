#pragma once
#include <stddef.h>

extern const unsigned char *const casus_knowledge_bytes;
extern const size_t casus_knowledge_size;

// The files of Data/treaties as one JSON list.
extern const unsigned char *const casus_treaties_bytes;
extern const size_t casus_treaties_size;
