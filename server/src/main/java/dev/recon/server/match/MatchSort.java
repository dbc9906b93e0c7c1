package dev.recon.server.match;

import dev.recon.server.platform.Cursor;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.Words;
import dev.recon.server.run.LeastSure;
import dev.recon.server.run.RunRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The orders of a list of matches.
enum MatchSort {
    /// As the run numbered them: in the order of the left file.
    NUMBER("id"),
    /// The least sure first.
    CONFIDENCE("confidence");

    private final String word;

    MatchSort(String word) {
        this.word = word;
    }

    static MatchSort of(@Nullable String word) {
        if (word == null) {
            return NUMBER;
        }
        Words.oneOf("sort", word, List.of(NUMBER.word, CONFIDENCE.word));
        return word.equals(NUMBER.word) ? NUMBER : CONFIDENCE;
    }

    List<MatchState> list(MatchStore matches, RunRow run, MatchStore.Filter filter, Paging paging) {
        return switch (this) {
            case NUMBER -> {
                int after = paging.cursor().map(at -> ofOrder(at).rowNumber(1)).orElse(0);
                yield matches.list(run, filter, after, paging.rows());
            }
            case CONFIDENCE -> {
                LeastSure.Place after =
                        paging.cursor()
                                .map(at ->
                                        new LeastSure.Place(
                                                Double.longBitsToDouble(ofOrder(at).number(2)),
                                                at.rowNumber(1)))
                                .orElse(LeastSure.Place.START);
                yield matches.listLeastSure(run, filter, after, paging.rows());
            }
        };
    }

    /// Where a match stands in this order.
    Cursor cursor(MatchState match) {
        return switch (this) {
            case NUMBER -> Cursor.of(word, match.number());
            case CONFIDENCE ->
                    Cursor.of(word, match.number(), Double.doubleToLongBits(match.confidence()));
        };
    }

    /// The cursor, unless it is one of another order.
    private Cursor ofOrder(Cursor cursor) {
        if (!cursor.part(0).equals(word)) {
            throw Problem.badRequest(
                    "The cursor is not one of this order. Start again without one.");
        }
        return cursor;
    }
}
