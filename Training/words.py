"""What the network sees of a word: keys of the word, its affixes and its shape, as `WordForm` in Swift makes them."""

MASK = (1 << 64) - 1
TEMPLATES = 9
STEP = 0x9E3779B97F4A7C15


def mixed(value):
    value ^= value >> 32
    value = value * STEP & MASK
    return value ^ value >> 29


def lowered(word):
    """Bytes in lower case: ASCII and Latin-1 letters; digits are read as 0."""
    out, previous = bytearray(), 0
    for byte in word.encode():
        if 65 <= byte <= 90:
            out.append(byte | 0x20)
        elif previous == 0xC3 and 0x80 <= byte < 0x9F and byte != 0x97:
            out.append(byte + 0x20)
        elif 48 <= byte <= 57:
            out.append(48)
        else:
            out.append(byte)
        previous = byte
    return bytes(out)


def shape(word):
    """Bits: kinds of characters, and how capitals fall."""
    data = word.encode()
    upper = small = other = hyphens = dots = digits = 0
    for byte in data:
        if 65 <= byte <= 90:
            upper += 1
        elif 97 <= byte <= 122:
            small += 1
        elif byte == 45:
            hyphens += 1
        elif byte == 46:
            dots += 1
        elif byte >= 128:
            other += 1
        elif 48 <= byte <= 57:
            digits += 1
    bits = 0
    if 65 <= data[0] <= 90 or (data[0] == 0xC3 and len(data) > 1 and data[1] < 0x9F):
        bits |= 1
    for flag, bit in (
        (upper > 1, 2), (small > 0, 4), (digits > 0, 8), (digits == len(data), 16), (hyphens > 0, 32), (dots > 0, 64), (other > 0, 128),
        (upper + small + other + digits == 0, 256),
    ):
        bits |= bit if flag else 0
    return bits | min(3, len(data) // 3) << 9


def fnv(data):
    """FNV-1a states after each byte, the first before any."""
    value = 0xCBF29CE484222325
    states = [value]
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & MASK
        states.append(value)
    return states


def key(state, template):
    return mixed((state + template * STEP) & MASK)


def keys(word):
    """A key for each template, 0 where the word is too short: the word; its first 2, 3, 4 and last 1, 2, 3, 4 bytes; its shape."""
    small = lowered(word)
    forward, backward = fnv(small), fnv(small[::-1])
    result = [key(forward[-1], 0)]
    result += [key(forward[length], length - 1) if length <= len(small) else 0 for length in (2, 3, 4)]
    result += [key(backward[length], length + 3) if length <= len(small) else 0 for length in (1, 2, 3, 4)]
    return result + [key(shape(word), 8)]
