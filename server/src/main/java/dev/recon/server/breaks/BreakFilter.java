package dev.recon.server.breaks;

import dev.recon.server.platform.Hex;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.Segment;
import dev.recon.server.platform.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which breaks are wanted, as a request says it.
///
/// @param kind any of these; none for all
/// @param side those whose entry stands alone on this side
/// @param currency any of these; none for all
/// @param text in reference, party or text of either side, whatever the case
/// @param waiting those alone about which something waits for another person
/// @param minValue the least absolute value
/// @param maxValue the greatest
/// @param sort the order of a list, see [BreakSort]
public record BreakFilter(
        @Nullable List<String> kind,
        @Nullable String status,
        @Nullable String side,
        @Nullable List<String> currency,
        @Nullable String text,
        @Nullable Boolean waiting,
        @Nullable String minValue,
        @Nullable String maxValue,
        @Nullable String sort) {
    /// They are few among many, and found by their numbers.
    private static final String WAITING =
            """
            AND b.number = ANY (ARRAY(
                SELECT unnest(a.breaks) FROM approval a
                WHERE a.workspace_id = :workspaceId AND a.run_id = :runId
                    AND a.status = 'waiting'))\
            """;

    /// What the page asks for first.
    static final BreakFilter OF_THE_PAGE =
            new BreakFilter(null, BreakRow.OPEN, null, null, null, null, null, null, null);

    /// Every break.
    static final BreakFilter ALL =
            new BreakFilter(null, null, null, null, null, null, null, null, null);

    private static final List<String> KINDS =
            List.of(
                    "duplicate",
                    "amount-differs",
                    "date-differs",
                    "field-differs",
                    "partly-open",
                    BreakRow.MISSING_ON_LEFT,
                    BreakRow.MISSING_ON_RIGHT);
    private static final int TEXT_CHARS_MAX = 200;
    private static final String DECIMAL = "-?\\d{1,19}(\\.\\d{1,9})?";

    /// The filter, if all its words are known.
    BreakFilter checked() {
        kinds().forEach(one -> Words.oneOf("kind", one, KINDS));
        if (status != null) {
            Words.oneOf("status", status, List.of(BreakRow.OPEN, BreakRow.RESOLVED));
        }
        if (side != null) {
            Words.side(side);
        }
        if (text != null && text.length() > TEXT_CHARS_MAX) {
            throw Problem.badRequest("text may have at most " + TEXT_CHARS_MAX + " characters.");
        }
        return this;
    }

    BreakFilter onlyWaiting() {
        return new BreakFilter(kind, status, side, currency, text, true, minValue, maxValue, sort);
    }

    /// The question as a short text: the same for the same question only.
    String question() {
        String whole =
                new BreakFilter(
                                kind, status, side, currency, text, waiting, minValue, maxValue,
                                null)
                        .toString();
        return Hex.of(Segment.digest().digest(whole.getBytes(StandardCharsets.UTF_8)));
    }

    /// The conditions on breaks `b` that are asked, and no others: PostgreSQL plans a statement
    /// once for all who ask it, and a condition that may be none, or a word that it does not know,
    /// would spoil the plan. Words of ours stand in the text; what people write is a parameter.
    String conditions() {
        return amongKinds()
                + when(BreakRow.OPEN.equals(status), "AND b.status = 'open'")
                + when(BreakRow.RESOLVED.equals(status), "AND b.status = 'resolved'")
                + when("left".equals(side), "AND b.side = 'left'")
                + when("right".equals(side), "AND b.side = 'right'")
                + when(!currencies().isEmpty(), "AND b.currency = ANY (:currencies::text[])")
                + conditionsOfAll();
    }

    /// Those that hold for all groups that are counted.
    String conditionsOfAll() {
        return when(isGiven(minValue), "AND b.value_units >= :minUnits")
                + when(isGiven(maxValue), "AND b.value_units <= :maxUnits")
                + when(isGiven(text), "AND b.words LIKE :pattern")
                + when(isWaiting(), WAITING);
    }

    private String amongKinds() {
        return kinds().isEmpty()
                ? ""
                : KINDS.stream()
                        .filter(kinds()::contains)
                        .map(one -> "'" + one + "'")
                        .collect(Collectors.joining(", ", "AND b.kind IN (", ")\n"));
    }

    private static String when(boolean asked, String condition) {
        return asked ? condition + "\n" : "";
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    boolean isWaiting() {
        return Boolean.TRUE.equals(waiting);
    }

    List<String> kinds() {
        return Objects.requireNonNullElse(kind, List.of());
    }

    List<String> currencies() {
        return Objects.requireNonNullElse(currency, List.of());
    }

    /// The text as a pattern for LIKE; everything when there is none.
    String pattern() {
        if (text == null || text.isBlank()) {
            return "%";
        }
        return Words.pattern(text.strip().toLowerCase(Locale.ROOT));
    }

    long minUnits(int decimals) {
        return findUnits("minValue", minValue)
                .map(value -> units(value, decimals, RoundingMode.CEILING))
                .orElse(0L);
    }

    long maxUnits(int decimals) {
        return findUnits("maxValue", maxValue)
                .map(value -> units(value, decimals, RoundingMode.FLOOR))
                .orElse(Long.MAX_VALUE);
    }

    private static Optional<BigDecimal> findUnits(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        if (!value.matches(DECIMAL)) {
            throw Problem.badRequest(
                    name + " is \"" + value + "\"; give a decimal number such as 12.50.");
        }
        return Optional.of(new BigDecimal(value));
    }

    private static long units(BigDecimal value, int decimals, RoundingMode mode) {
        BigDecimal units = value.movePointRight(decimals).setScale(0, mode);
        return units.min(BigDecimal.valueOf(Long.MAX_VALUE)).max(BigDecimal.ZERO).longValueExact();
    }

    boolean takesKind(String one) {
        return kinds().isEmpty() || kinds().contains(one);
    }

    boolean takesStatus(String one) {
        return status == null || status.equals(one);
    }

    boolean takesSide(String one) {
        return side == null || side.equals(one);
    }

    boolean takesCurrency(String one) {
        return currencies().isEmpty() || currencies().contains(one);
    }
}
