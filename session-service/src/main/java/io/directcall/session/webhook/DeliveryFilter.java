package io.directcall.session.webhook;

/** Which deliveries are asked for; null is any. */
record DeliveryFilter(DeliveryState state, String sessionId, String target) {
    static DeliveryFilter parse(String state, String sessionId, String target) {
        return new DeliveryFilter(
                isAbsent(state) ? null : DeliveryState.of(state),
                isAbsent(sessionId) ? null : sessionId,
                isAbsent(target) ? null : target);
    }

    String stateText() {
        return state == null ? null : state.text();
    }

    private static boolean isAbsent(String parameter) {
        return parameter == null || parameter.isBlank();
    }
}
