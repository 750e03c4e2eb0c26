package io.directcall.infra.lease;

import java.util.Optional;

/**
 * What an app got, as long as it holds it.
 *
 * @param database the app's database; none when it asked for none
 * @param topicPrefix prefix of the app's topics; never empty
 * @param mode a test's database and topics go with the lease
 */
record Lease(Optional<String> database, String topicPrefix, LeaseRequest.Mode mode) {}
