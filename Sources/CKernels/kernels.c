#include "CKernels.h"

#include <math.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// A fused multiplication and addition would round otherwise than two steps do.
#pragma STDC FP_CONTRACT OFF

// Rows of the input that are worked on at once.
#define ROWS 6

typedef float f16 __attribute__((vector_size(64), aligned(4)));
typedef float f8 __attribute__((vector_size(32), aligned(4)));
typedef float f4 __attribute__((vector_size(16), aligned(4)));
typedef float f2 __attribute__((vector_size(8), aligned(4)));
typedef int32_t i32x16 __attribute__((vector_size(64), aligned(4)));
typedef int8_t i8x16 __attribute__((vector_size(16), aligned(1)));
typedef uint8_t u8x16 __attribute__((vector_size(16), aligned(1)));

#define INLINE static inline __attribute__((always_inline))

// Adding this leaves the nearest whole number, halves to even, in the low bits.
#define MAGIC 12582912.0f
#define MAGIC_BITS 0x4B400000

// Macros rather than functions: a vector passed by value would need one instruction set on both sides of the call.
#define whole(value) ((i32x16)((value) + MAGIC) - MAGIC_BITS)
#define bounded(whole, low, high) __builtin_elementwise_max(__builtin_elementwise_min((whole), (i32x16){} + (high)), (i32x16){} + (low))
#define signed_bytes(value) __builtin_convertvector(bounded(whole(value), -127, 127) + 128, u8x16)
#define rectified_bytes(value) __builtin_convertvector(bounded(whole(value), 0, 255), u8x16)
#define scaled(product, column, sums)                                                                            \
    (__builtin_convertvector(*(const i32x16 *)(sums), f16) * *(const f16 *)((product)->scale + (column)) +       \
     *(const f16 *)((product)->bias + (column)))
// The sum and the largest of sixteen numbers, halves first.
#define folded(value, with)                                                                                          \
    ({                                                                                                               \
        const f16 v_ = (value);                                                                                      \
        const f8 a_ = with(__builtin_shufflevector(v_, v_, 0, 1, 2, 3, 4, 5, 6, 7), __builtin_shufflevector(v_, v_, 8, 9, 10, 11, 12, 13, 14, 15)); \
        const f4 b_ = with(__builtin_shufflevector(a_, a_, 0, 1, 2, 3), __builtin_shufflevector(a_, a_, 4, 5, 6, 7)); \
        const f2 c_ = with(__builtin_shufflevector(b_, b_, 0, 1), __builtin_shufflevector(b_, b_, 2, 3));             \
        with(c_[0], c_[1]);                                                                                          \
    })
// Four sums side by side keep the adders busy; they are put together in one order.
#define four_sums(sums) ((sums[0] + sums[1]) + (sums[2] + sums[3]))
#define plus(a, b) ((a) + (b))
#define folded_sum(value) folded(value, plus)
#define folded_max(value) folded(value, __builtin_elementwise_max)
// e to a power between -10,000 and 0: 2 to the whole part by the exponent, to the rest by a polynomial.
#define exponential(value)                                                    \
    ({                                                                        \
        const f16 t_ = (value) * 1.44269504f;                                 \
        const i32x16 n_ = whole(t_);                                          \
        const f16 r_ = t_ - __builtin_convertvector(n_, f16);                 \
        f16 p_ = (f16){} + 0.00133336f;                                       \
        p_ = p_ * r_ + 0.00961813f;                                           \
        p_ = p_ * r_ + 0.05550411f;                                           \
        p_ = p_ * r_ + 0.24022651f;                                           \
        p_ = p_ * r_ + 0.69314718f;                                           \
        p_ = p_ * r_ + 1.0f;                                                  \
        (f16)((i32x16)p_ + (bounded(n_, -125, 0) << 23));                     \
    })

typedef int16_t i16x16 __attribute__((vector_size(32), aligned(2)));

// Four outputs at a time; a product of two bytes fits in sixteen bits, so only the sums are wide.
static void block_plain(
    const casus_product *product, int32_t column, const uint8_t *input, size_t stride, size_t segment, size_t rows, int32_t *sums) {
    const size_t fours = (size_t)product->inputs / 4;
    for (size_t r = 0; r < rows; r++) {
        for (int c = 0; c < 64; c += 4) {
            const int8_t *w = product->weights + (size_t)column * product->segments * product->inputs + 4 * c;
            i32x16 sum = {0};
            for (int s = 0; s < product->segments; s++) {
                const uint8_t *a = input + r * stride + s * segment;
                for (size_t k = 0; k < fours; k++, a += 4, w += 256) {
                    const i16x16 bytes = {a[0], a[1], a[2], a[3], a[0], a[1], a[2], a[3], a[0], a[1], a[2], a[3], a[0], a[1], a[2], a[3]};
                    sum += __builtin_convertvector(bytes * __builtin_convertvector(*(const i8x16 *)w, i16x16), i32x16);
                }
            }
            for (int o = 0; o < 4; o++)
                sums[r * 64 + c + o] = product->start[column + c + o] + sum[4 * o] + sum[4 * o + 1] + sum[4 * o + 2] + sum[4 * o + 3];
        }
    }
}

#define NAME(x) x##_plain
#define LABEL "plain"
#define BLOCK block_plain
#include "kernels.inc"
#undef NAME
#undef LABEL
#undef BLOCK

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)

INLINE void rows_avx2(
    const casus_product *product, int32_t column, const uint8_t *input, size_t stride, size_t segment, int32_t *sums, const int rows) {
    const size_t fours = (size_t)product->inputs / 4;
    for (int part = 0; part < 64; part += 16) {
        const int8_t *w = product->weights + (size_t)column * product->segments * product->inputs + 4 * part;
        __m256i acc[2][4];
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < 4; c++) acc[r][c] = _mm256_setzero_si256();
        for (int s = 0; s < product->segments; s++) {
            const uint8_t *a = input + s * segment;
            for (size_t k = 0; k < fours; k++, w += 256) {
                __m256i four[2];
                for (int r = 0; r < rows; r++)
                    four[r] = _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(_mm_loadu_si32(a + r * stride + 4 * k)));
                for (int c = 0; c < 4; c++) {
                    const __m256i weight = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(w + 16 * c)));
                    for (int r = 0; r < rows; r++) acc[r][c] = _mm256_add_epi32(acc[r][c], _mm256_madd_epi16(four[r], weight));
                }
            }
        }
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < 4; c += 2) {
                const __m256i pairs = _mm256_permute4x64_epi64(_mm256_hadd_epi32(acc[r][c], acc[r][c + 1]), 0xD8);
                const __m256i start = _mm256_loadu_si256((const __m256i *)(product->start + column + part + 4 * c));
                _mm256_storeu_si256((__m256i *)(sums + r * 64 + part + 4 * c), _mm256_add_epi32(pairs, start));
            }
    }
}

static void block_avx2(
    const casus_product *product, int32_t column, const uint8_t *input, size_t stride, size_t segment, size_t rows, int32_t *sums) {
    size_t r = 0;
    for (; r + 2 <= rows; r += 2) rows_avx2(product, column, input + r * stride, stride, segment, sums + r * 64, 2);
    if (r < rows) rows_avx2(product, column, input + r * stride, stride, segment, sums + r * 64, 1);
}

#define NAME(x) x##_avx2
#define LABEL "avx2"
#define BLOCK block_avx2
#include "kernels.inc"
#undef NAME
#undef LABEL
#undef BLOCK

#pragma clang attribute pop
#pragma clang attribute push(__attribute__((target("avx2,avx512f,avx512bw,avx512vl,avx512dq,avx512vnni"))), apply_to = function)

INLINE void rows_vnni(
    const casus_product *product, int32_t column, const uint8_t *input, size_t stride, size_t segment, int32_t *sums, const int rows) {
    const size_t fours = (size_t)product->inputs / 4;
    const int8_t *w = product->weights + (size_t)column * product->segments * product->inputs;
    __m512i acc[ROWS][4];
#pragma unroll
    for (int r = 0; r < rows; r++)
#pragma unroll
        for (int c = 0; c < 4; c++) acc[r][c] = _mm512_loadu_si512(product->start + column + 16 * c);
    for (int s = 0; s < product->segments; s++) {
        const uint8_t *a = input + s * segment;
        for (size_t k = 0; k < fours; k++, w += 256) {
            const __m512i w0 = _mm512_loadu_si512(w), w1 = _mm512_loadu_si512(w + 64);
            const __m512i w2 = _mm512_loadu_si512(w + 128), w3 = _mm512_loadu_si512(w + 192);
#pragma unroll
            for (int r = 0; r < rows; r++) {
                int32_t four;
                __builtin_memcpy(&four, a + r * stride + 4 * k, 4);
                const __m512i bytes = _mm512_set1_epi32(four);
                acc[r][0] = _mm512_dpbusd_epi32(acc[r][0], bytes, w0);
                acc[r][1] = _mm512_dpbusd_epi32(acc[r][1], bytes, w1);
                acc[r][2] = _mm512_dpbusd_epi32(acc[r][2], bytes, w2);
                acc[r][3] = _mm512_dpbusd_epi32(acc[r][3], bytes, w3);
            }
        }
    }
#pragma unroll
    for (int r = 0; r < rows; r++)
#pragma unroll
        for (int c = 0; c < 4; c++) _mm512_storeu_si512(sums + r * 64 + 16 * c, acc[r][c]);
}

static void block_vnni(
    const casus_product *product, int32_t column, const uint8_t *input, size_t stride, size_t segment, size_t rows, int32_t *sums) {
    switch (rows) {
    case 1: rows_vnni(product, column, input, stride, segment, sums, 1); break;
    case 2: rows_vnni(product, column, input, stride, segment, sums, 2); break;
    case 3: rows_vnni(product, column, input, stride, segment, sums, 3); break;
    case 4: rows_vnni(product, column, input, stride, segment, sums, 4); break;
    case 5: rows_vnni(product, column, input, stride, segment, sums, 5); break;
    default: rows_vnni(product, column, input, stride, segment, sums, ROWS);
    }
}

#define NAME(x) x##_vnni
#define LABEL "avx512vnni"
#define BLOCK block_vnni
#include "kernels.inc"
#undef NAME
#undef LABEL
#undef BLOCK

#pragma clang attribute pop

#endif

const casus_kernels *casus_kernels_at(size_t index) {
    if (index == 0) return &kernels_plain;
#if defined(__x86_64__)
    if (index == 1 && __builtin_cpu_supports("avx2")) return &kernels_avx2;
    if (index == 2 && __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq"))
        return &kernels_vnni;
#endif
    return NULL;
}

const casus_kernels *casus_kernels_best(void) {
    size_t index = 0;
    while (casus_kernels_at(index + 1)) index++;
    return casus_kernels_at(index);
}
