package io.directcall.infra.lease;

import io.directcall.infra.InfraFailure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an app asks for, in one line: {@code lease app=token-service mode=test database=true}.
 *
 * @param app name of the app; letters, digits and hyphens
 * @param mode what the app is run for
 * @param database whether the app has a database
 */
record LeaseRequest(String app, Mode mode, boolean database) {

    /** What an app is run for. */
    enum Mode {
        /** A test run: a fresh database and topics of its own. */
        TEST,
        /** A developer at work: database and topics stay while the process lives, and all apps in dev mode share the topics. */
        DEV
    }

    private static final Pattern LINE =
            Pattern.compile("lease app=([a-z][a-z0-9-]{0,40}) mode=(test|dev) database=(true|false)");

    static LeaseRequest parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new InfraFailure("not a lease request, which looks like: lease app=my-app mode=test database=true");
        }
        Mode mode = matcher.group(2).equals("test") ? Mode.TEST : Mode.DEV;
        return new LeaseRequest(matcher.group(1), mode, Boolean.parseBoolean(matcher.group(3)));
    }
}
