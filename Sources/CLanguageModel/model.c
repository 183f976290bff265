#include "CLanguageModel.h"

static const unsigned char data[] __attribute__((aligned(64))) = {
#embed "model.bin"
};
const unsigned char *const casus_model_bytes = data;
const size_t casus_model_size = sizeof data;
