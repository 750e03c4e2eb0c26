package io.directcall.events.subscription;

import io.directcall.events.log.Address;
import io.directcall.events.log.LogEvent;
import io.directcall.events.position.Channel;

/**
 * One device of a user, by its auth token.
 *
 * @param uid the user
 */
public record UserListener(String uid) implements Listener {

    @Override
    public Channel channel() {
        return Channel.USER;
    }

    @Override
    public String key() {
        return uid;
    }

    @Override
    public String name() {
        return "user=" + uid;
    }

    @Override
    public boolean mayReceive(LogEvent event) {
        return event.address() instanceof Address.User(String owner) && owner.equals(uid);
    }
}
