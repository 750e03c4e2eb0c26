package io.directcall.contracts.user;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who is called. */
public enum ReceiverType {
    @JsonProperty("user")
    USER,
    @JsonProperty("group")
    GROUP
}
