package io.directcall.suite.part;

import java.nio.file.Path;

/** A part can't be brought up. */
public final class PartFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Path log;

    /**
     * @param part its name
     * @param reason completes the sentence that starts with the name
     * @param log where it says more
     */
    public PartFailed(String part, String reason, Path log) {
        super(part + " " + reason + ".");
        this.log = log;
    }

    /** The part's log. */
    public Path log() {
        return log;
    }
}
