// The arithmetic of the network: products with weights of eight bits, and what is done to the numbers between them.
//
// Whole numbers are summed exactly, and every sum of fractions has one order, so that each build of these kernels, whatever the instructions
// of the machine, gives the same bits.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// A matrix of weights in bytes. Its input is bytes; `outputs` and `inputs` are padded with zeros.
typedef struct {
    /// [outputs / 64][segments * inputs / 4][64 outputs][4 inputs], none beyond 63.
    const int8_t *weights;
    /// What each sum begins with: takes back the 128 by which signed inputs are raised.
    const int32_t *start;
    /// A sum times its scale, plus its bias, is the output.
    const float *scale;
    const float *bias;
    /// Bytes of one segment, a multiple of 4.
    int32_t inputs;
    /// Rows of the input that are read for one row of the output.
    int32_t segments;
    /// A multiple of 64.
    int32_t outputs;
} casus_product;

typedef struct {
    const char *name;
    /// Sum of `count` rows of `width` bytes, each with its scale; times `inverse`, rounded and raised by 128.
    void (*embed)(
        const int8_t *rows, const float *scales, size_t width, const uint32_t *ids, size_t count, float inverse, uint8_t *bytes);
    /// Divides a row by the root of its mean square, times the gain; times `inverse`, rounded and raised by 128.
    void (*normalise)(const float *row, const float *gain, size_t width, float inverse, uint8_t *bytes);
    /// out[r] = product of input rows; row r reads `segments` rows of the input from `input + r * stride`, `segment` bytes apart.
    void (*product)(const casus_product *product, const uint8_t *input, size_t stride, size_t segment, size_t count, float *out);
    /// As `product`, added to what `out` holds.
    void (*add_product)(const casus_product *product, const uint8_t *input, size_t stride, size_t segment, size_t count, float *out);
    /// As `product`; negative outputs become 0, others times `inverse` are rounded to bytes.
    void (*rectified_product)(
        const casus_product *product, const uint8_t *input, size_t stride, size_t segment, size_t count, float inverse, uint8_t *out);
    /// Self-attention of the `count` words of one sentence: `asked` has rows of queries, keys and values; `bias[head][2 * reach + 1]` by distance.
    /// Writes rows of heads * size bytes, times `inverse` and raised by 128. `room` holds (size + 3) * (count + 16) floats.
    void (*attend)(
        const float *asked, size_t count, size_t heads, size_t size, const float *bias, size_t reach, float inverse, float *room,
        uint8_t *out);
    /// max(0, value) * inverse, rounded to bytes.
    void (*rectify)(const float *values, size_t count, float inverse, uint8_t *out);
    /// max(0, a + b) * inverse, rounded to bytes.
    void (*rectify_sum)(const float *a, const float *b, size_t count, float inverse, uint8_t *out);
    /// scores[d][h] = scale * dependents[d] . heads[h]; heads are `columns` (a multiple of 16) across, turned: [size][columns].
    void (*score)(
        const float *dependents, size_t stride, const float *heads, size_t count, size_t size, size_t columns, float scale, float *scores);
} casus_kernels;

/// The best kernels for this machine.
const casus_kernels *casus_kernels_best(void);
/// Every set this machine can run, the plainest first; null after the last.
const casus_kernels *casus_kernels_at(size_t index);
