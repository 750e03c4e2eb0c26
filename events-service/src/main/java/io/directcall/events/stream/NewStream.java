package io.directcall.events.stream;

import io.directcall.events.fanout.StartFrom;
import io.directcall.events.subscription.EndRule;
import io.directcall.events.subscription.Listener;
import io.directcall.service.limit.Sender;

/**
 * A stream that is to be opened.
 *
 * @param holder whose credentials the request has
 * @param listener who listens
 * @param from where it starts
 * @param endRule after which event it is over
 * @param entitlement what lets the client have it
 */
record NewStream(Sender.Proved holder, Listener listener, StartFrom from, EndRule endRule, Entitlement entitlement) {}
