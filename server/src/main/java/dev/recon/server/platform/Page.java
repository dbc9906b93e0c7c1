package dev.recon.server.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A part of a list.
///
/// @param next the cursor of the next part; null at the end
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /// The page of rows that were asked for with one more than fit: the one more tells that there
    /// is a next page, and the last that fits says where it begins.
    public static <T> Page<T> of(List<T> found, Paging paging, Function<T, Cursor> place) {
        if (found.size() <= paging.limit()) {
            return new Page<>(found, null);
        }
        List<T> fitting = found.subList(0, paging.limit());
        return new Page<>(fitting, place.apply(fitting.getLast()).text());
    }

    /// The same page of something else.
    public <R> Page<R> map(Function<T, R> to) {
        return new Page<>(items.stream().map(to).toList(), next);
    }
}
