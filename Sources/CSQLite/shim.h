#pragma once
#include <sqlite3.h>

// Variadic, so Swift does not see it: how much memory the library may keep for one connection's small allocations.
static inline int casus_sqlite_lookaside(sqlite3 *db, int size, int count) {
    return sqlite3_db_config(db, SQLITE_DBCONFIG_LOOKASIDE, (void *)0, size, count);
}
