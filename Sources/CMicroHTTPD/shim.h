#pragma once
#include <microhttpd.h>
#include <stdarg.h>

// The library explains refusals of broken requests on standard error; the client gets its answer without that.
static void casus_mhd_silence(void *context, const char *format, va_list arguments) {
    (void)context; (void)format; (void)arguments;
}

typedef void *(*casus_mhd_begun)(void *context, const char *target, struct MHD_Connection *connection);

// Swift cannot call functions with a variable number of arguments.
static inline struct MHD_Daemon *casus_mhd_start(
    int listening, unsigned int threads, unsigned int connections, unsigned int timeout, size_t memory, void *context,
    MHD_AccessHandlerCallback answer, casus_mhd_begun begun, MHD_RequestCompletedCallback completed) {
    return MHD_start_daemon(
        MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC | MHD_USE_ERROR_LOG, 0, NULL, NULL,
        answer, context,
        MHD_OPTION_EXTERNAL_LOGGER, &casus_mhd_silence, NULL,
        MHD_OPTION_LISTEN_SOCKET, (MHD_socket)listening,
        MHD_OPTION_THREAD_POOL_SIZE, threads,
        MHD_OPTION_CONNECTION_LIMIT, connections,
        MHD_OPTION_CONNECTION_TIMEOUT, timeout,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, memory,
        MHD_OPTION_STRICT_FOR_CLIENT, (int)1,
        MHD_OPTION_URI_LOG_CALLBACK, begun, context,
        MHD_OPTION_NOTIFY_COMPLETED, completed, context,
        MHD_OPTION_END);
}

static inline enum MHD_Result casus_mhd_timeout(struct MHD_Connection *connection, unsigned int seconds) {
    return MHD_set_connection_option(connection, MHD_CONNECTION_OPTION_TIMEOUT, seconds);
}
