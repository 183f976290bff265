#!/bin/sh
# No file of the repository may speak of the machine it was made on, or hold the marks of an unsolved merge.
cd "$(dirname "$0")/.." || exit 2
# The brackets keep this line from finding itself.
paths='(^|[^A-Za-z0-9_.])/([w]ork|[r]oot|[t]mp|[h]ome/[a-z]+|[U]sers/[A-Za-z]+)/'
if [ "${1:-}" = --self-test ]; then
    printf 'see /%s/main\n' work | grep -qE "$paths" || exit 1
    printf 'see /%s/anna/x\n' home | grep -qE "$paths" || exit 1
    printf 'http://a.example/%s/b and ./%s/x\n' work tmp | grep -qE "$paths" && exit 1
    exit 0
fi
if found=$(git grep --untracked -naE "$paths" 2>/dev/null | cut -c 1-200); [ -n "$found" ]; then
    printf '%s\n' "$found"
    echo "these lines name a path of one machine" >&2
    exit 1
fi
if found=$(git grep --untracked -nE '^(<<<<<<<|>>>>>>>) ' 2>/dev/null); [ -n "$found" ]; then
    printf '%s\n' "$found"
    echo "these lines are marks of a merge" >&2
    exit 1
fi
