package io.directcall.session.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Reads messages of other services. */
public final class Messages {
    private static final Logger LOG = Logger.getLogger(Messages.class);

    private Messages() {}

    /** Null when it can't be read; the log then says where it is. Newer writers may send types that are not known here. */
    public static <T> T read(ObjectMapper json, ConsumerRecord<String, String> message, Class<T> type) {
        if (message.value() == null) {
            LOG.warnf("%s skipped: it is empty", name(message));
            return null;
        }
        try {
            return json.readValue(message.value(), type);
        } catch (JsonProcessingException e) {
            LOG.warnf("%s skipped: it can't be read as %s", name(message), type.getSimpleName());
            return null;
        }
    }

    /** Says which message it is, for the log. */
    public static String name(ConsumerRecord<String, String> message) {
        return "key=" + message.key() + " message=" + message.topic() + "-" + message.partition() + "@"
                + message.offset();
    }
}
