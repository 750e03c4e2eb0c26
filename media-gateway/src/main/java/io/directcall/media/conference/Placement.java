package io.directcall.media.conference;

/**
 * Where a conference lives.
 *
 * @param bridge base URL of the bridge
 * @param conferenceId the bridge's name for it; another one after each rebuild
 * @param created false until the bridge has made it, which happens together with its first endpoint
 */
public record Placement(String bridge, String conferenceId, boolean created) {
    Placement asCreated() {
        return new Placement(bridge, conferenceId, true);
    }
}
