package io.directcall.events.stream;

import io.directcall.events.fanout.StartFrom;
import io.directcall.events.subscription.EndRule;
import io.directcall.events.subscription.Listener;

/**
 * A stream that is to be opened.
 *
 * @param listener who listens
 * @param from where it starts
 * @param endRule after which event it is over
 * @param entitlement what lets the client have it
 */
record NewStream(Listener listener, StartFrom from, EndRule endRule, Entitlement entitlement) {}
