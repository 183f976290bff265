#include "CKnowledge.h"

static const unsigned char data[] __attribute__((aligned(64))) = {
#embed "knowledge.bin"
};
const unsigned char *const casus_knowledge_bytes = data;
const size_t casus_knowledge_size = sizeof data;

static const unsigned char treaties[] = {
#embed "treaties.bin"
};
const unsigned char *const casus_treaties_bytes = treaties;
const size_t casus_treaties_size = sizeof treaties;
