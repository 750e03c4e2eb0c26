package io.directcall.session.history.log;

import io.directcall.service.DataPage;
import io.directcall.service.DataPage.Pagination;
import io.directcall.session.history.log.CallLogs.Found;
import java.util.List;

/**
 * A page of calls, the newest first.
 *
 * @param data the calls
 * @param meta where the page stands
 */
record CallPage(List<CallView> data, Meta meta) {
    /**
     * @param pagination where a numbered page stands; left out for a page by cursor
     * @param totalIsLowerBound true when there are more calls than {@code total} says: calls are counted from the page on, not all of them
     * @param cursor how to go on from here
     */
    record Meta(Pagination pagination, Boolean totalIsLowerBound, Neighbours cursor) {}

    /**
     * @param next for {@code after}: older calls; left out when there are none
     * @param previous for {@code before}: newer calls; left out on an empty page
     */
    record Neighbours(String next, String previous) {}

    static CallPage of(Found found, Position position, CallViews views) {
        List<CallView> calls = found.entries().stream().map(views::show).toList();
        return switch (position) {
            case Position.Numbered numbered -> new CallPage(calls, numbered(found, numbered));
            case Position.After after -> new CallPage(calls, byCursor(found, found.found() > after.perPage()));
            // The call that the cursor names is older.
            case Position.Before ignored -> new CallPage(calls, byCursor(found, true));
        };
    }

    private static Meta numbered(Found found, Position.Numbered position) {
        int offset = position.request().offset();
        long total = found.found() == 0 ? 0 : offset + (long) found.found();
        Pagination pagination = DataPage.of(
                        found.entries(), total, position.request().page(), position.perPage())
                .meta()
                .pagination();
        Boolean more = found.found() == found.counted() ? true : null;
        return new Meta(pagination, more, neighbours(found, found.found() > position.perPage()));
    }

    private static Meta byCursor(Found found, boolean older) {
        return new Meta(null, null, neighbours(found, older));
    }

    private static Neighbours neighbours(Found found, boolean older) {
        if (found.entries().isEmpty()) {
            return new Neighbours(null, null);
        }
        long oldest = found.entries().getLast().call().id();
        long newest = found.entries().getFirst().call().id();
        return new Neighbours(older ? Cursor.of(oldest) : null, Cursor.of(newest));
    }
}
