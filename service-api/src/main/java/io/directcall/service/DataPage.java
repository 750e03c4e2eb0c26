package io.directcall.service;

import java.util.List;

/**
 * One page of a list: {@code {"data":[...],"meta":{"pagination":{...}}}}.
 *
 * @param data the entries of this page
 * @param meta where the page stands in the list
 */
public record DataPage<T>(List<T> data, Meta meta) {

    /** A page of a list that has {@code total} entries; pages count from 1. */
    public static <T> DataPage<T> of(List<T> entries, long total, int page, int perPage) {
        long pages = (total + perPage - 1) / perPage;
        return new DataPage<>(entries, new Meta(new Pagination(total, entries.size(), perPage, page, pages)));
    }

    /** @param pagination where the page stands */
    public record Meta(Pagination pagination) {}

    /**
     * Named as clients of CometChat's API know it, hence the snake case.
     *
     * @param total entries on all pages
     * @param count entries on this page
     * @param per_page most entries that a page holds
     * @param current_page this page, from 1
     * @param total_pages 0 when there is no entry
     */
    public record Pagination(long total, int count, int per_page, int current_page, long total_pages) {}
}
