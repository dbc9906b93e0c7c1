package dev.recon.engine.propose;

import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.Comparison;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The passes for what is due again and again: number and amount are the same, and the day lies in
/// the time from one due day to the next, so that a payment that lacks or is late moves no other.
final class DuesPlan {
    private static final double RARE = 0.05;
    private static final int SPARE = 2;

    /// What is paid in part, or less a tax, is no other thing.
    private static final BigDecimal ALIKE_PERCENT = new BigDecimal(50);

    private static final double NAMED_MIN = 0.9;

    private final Draft draft;
    private final DuesFinder.Found found;
    private final String number;
    private final DayWindow days;
    private final List<OwnFields.Own> own;

    private DuesPlan(Draft draft, DuesFinder.Found found, String number, List<OwnFields.Own> own) {
        this.draft = draft;
        this.found = found;
        this.number = number;
        this.own = own;
        this.days = window();
    }

    /// Maps everything, the pairs by number, amount and nearest day being what it is judged by.
    static DuesPlan map(Draft draft, DuesFinder.Found found, AmountFinder.Choice amounts) {
        draft.pairs = found.days().pairs();
        String number = found.dues().map(draft);
        new AmountFinder(draft).map(amounts);
        new CurrencyFinder(draft).map();
        new DateFinder(draft, true).map();
        List<OwnFields.Own> own = new OwnFields(draft, true).map();
        return new DuesPlan(draft, found, number, own);
    }

    List<Pass> passes() {
        List<Pass> passes = new ArrayList<>();
        passes.add(close("-and-amount", List.of(number), Tolerance.Absolute.EQUAL, Ambiguity.BEST));
        Tolerance alike = new Tolerance.Percent(ALIKE_PERCENT);
        passes.add(close("-other-amount", List.of(number), alike, Ambiguity.LEAVE));
        named().ifPresent(passes::add);
        return passes;
    }

    private Pass close(String name, List<String> key, Tolerance amount, Ambiguity ambiguous) {
        return new Pass.Close(
                PassPlan.named(List.of(number)) + name,
                withCurrency(key),
                amount,
                days,
                List.of(),
                ambiguous);
    }

    /// Those that do not cite the number, by the name that nearly all pairs have in common: never
    /// one that cites another number.
    private Optional<Pass> named() {
        int numbers = found.dues().left().distinct();
        return own.stream()
                .filter(field -> field.agreement() >= NAMED_MIN && field.distinct() * 2 >= numbers)
                .findFirst()
                .map(field ->
                        new Pass.Close(
                                PassPlan.named(List.of(field.field())) + "-and-amount",
                                withCurrency(List.of(field.field())),
                                Tolerance.Absolute.EQUAL,
                                days,
                                List.of(number),
                                Ambiguity.LEAVE));
    }

    private List<String> withCurrency(List<String> key) {
        List<String> fields = new ArrayList<>(key);
        if (draft.isShared(Table.CURRENCY)) {
            fields.add(Table.CURRENCY);
        }
        return fields;
    }

    /// What pairs agree in is compared; a day within the window is no difference.
    List<Comparison> compare() {
        List<Comparison> compare = new ArrayList<>();
        if (draft.isShared(Table.DATE)) {
            compare.add(new Comparison(Table.DATE, days));
        }
        own.stream()
                .filter(field -> field.agreement() >= NAMED_MIN)
                .forEach(field -> compare.add(new Comparison(field.field(), DayWindow.ANY)));
        return compare;
    }

    /// From the earliest day that pairs show to the last one before that of the next entry: each
    /// payment then lies in the window of one due day. Payments are late rather than early, so that
    /// what is left goes to the side on which they mostly lie.
    private DayWindow window() {
        int[] lags = lags();
        int period = found.days().period();
        if (lags.length == 0) {
            return DayWindow.ANY;
        }
        int rare = (int) (lags.length * RARE);
        int before = Math.max(0, -lags[rare]);
        int after = Math.max(0, lags[lags.length - 1 - rare]);
        int room = Math.max(0, period - 1 - before - after);
        int usual = lags[lags.length / 2];
        int spare = usual == 0 ? room / 2 : Math.min(SPARE, room);
        return usual < 0
                ? new DayWindow(before + room - spare, after + spare)
                : new DayWindow(before + spare, after + room - spare);
    }

    private int[] lags() {
        int[] ours = new FieldValues(draft, Side.LEFT).days();
        int[] theirs = new FieldValues(draft, Side.RIGHT).days();
        RowPairs pairs = draft.pairs;
        return IntStream.range(0, pairs.count())
                .filter(pair -> ours[pairs.left()[pair]] != DateColumn.ABSENT)
                .filter(pair -> theirs[pairs.right()[pair]] != DateColumn.ABSENT)
                .map(pair -> theirs[pairs.right()[pair]] - ours[pairs.left()[pair]])
                .sorted()
                .toArray();
    }
}
