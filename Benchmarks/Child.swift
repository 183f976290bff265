import CasusCore
import Foundation
import Glibc

/// What a program that ran as a process of its own took, from its start to its end.
struct Child {
    /// Time of the wall.
    var seconds: Double
    /// Time of the processors, those of the children of it included.
    var processor: Double
    /// The most memory that it held, in MB.
    var memory: Double
    var status: Int32

    /// Runs a program to its end. Foundation's `Process` would wait longer than the program takes, and tell nothing of its memory.
    ///
    /// - Parameters:
    ///   - words: the program, with its path, and its arguments.
    ///   - saysErrors: whether its chatter goes where ours goes; else it is thrown away, as its output is.
    static func run(_ words: [String], saysErrors: Bool = false) throws(Problem) -> Child {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for stream in [STDOUT_FILENO] + (saysErrors ? [] : [STDERR_FILENO]) {
            posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
        }
        var arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child: pid_t = 0
        var status: Int32 = 0
        var usage = rusage()
        let begun = ContinuousClock().now
        guard posix_spawn(&child, words[0], &actions, nil, &arguments, environ) == 0, wait4(child, &status, 0, &usage) == child else {
            throw Problem(.input, "cannot be run", at: words[0], mend: "build it, or give its path")
        }
        let seconds = (ContinuousClock().now - begun) / .seconds(1)
        func time(_ value: timeval) -> Double { Double(value.tv_sec) + Double(value.tv_usec) / 1e6 }
        return Child(
            seconds: seconds, processor: time(usage.ru_utime) + time(usage.ru_stime), memory: Double(usage.ru_maxrss) / 1024,
            // The status it exited with, or as a shell says it, the signal that ended it.
            status: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F)
    }

    /// The median time, in milliseconds, of a program that is run again and again.
    static func median(of count: Int, _ words: [String]) throws(Problem) -> Double {
        var times: [Double] = []
        for _ in 0..<count { times.append(try run(words).seconds * 1000) }
        return times.sorted()[count / 2]
    }
}
