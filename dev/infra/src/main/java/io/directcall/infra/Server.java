package io.directcall.infra;

/** What infra runs. */
enum Server {
    KAFKA,
    POSTGRES
}
