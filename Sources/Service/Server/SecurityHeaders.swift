/// What every answer says of what a browser may do with it: load nothing from elsewhere, run no script but ours, and stay out of frames.
enum SecurityHeaders {
    static let all: [(name: String, value: String)] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
                + "base-uri 'none'; frame-ancestors 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ("X-Frame-Options", "DENY"),
    ]

    /// A picture by itself brings its own style along.
    static let picture = all.map { name, value in
        (
            name: name,
            value: name == "Content-Security-Policy" ? "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'" : value
        )
    }
}
