package io.directcall.devservices.deployment;

/**
 * What the app needs from the infra process.
 *
 * @param app the module's artifact id, which names the database
 * @param test whether it is a test run: its database and topics are fresh
 * @param database whether the app has a database at all
 */
record LeaseRequest(String app, boolean test, boolean database) {

    /** The one line of the lease protocol, see the README of dev/infra. */
    String line() {
        return "lease app=" + app + " mode=" + (test ? "test" : "dev") + " database=" + database + "\n";
    }
}
