package io.directcall.session.history.log;

import io.directcall.service.PageRequest;

/** Where a page of calls lies; the newest calls come first. */
sealed interface Position {
    /** Most calls of a page. */
    int perPage();

    /** By its number; the further back, the longer it takes. */
    record Numbered(PageRequest request) implements Position {
        @Override
        public int perPage() {
            return request.perPage();
        }
    }

    /** Calls older than this one. Takes the same time everywhere. */
    record After(long callId, int perPage) implements Position {}

    /** Calls newer than this one. Takes the same time everywhere. */
    record Before(long callId, int perPage) implements Position {}
}
