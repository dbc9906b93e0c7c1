package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.DatePattern;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What may make batches of the entries of one side: a column, such as the number of a payout; the
/// day of a moment; or both, such as the takings of a shop on a day.
///
/// @param of the side whose entries come in batches
/// @param day the dates that make them; a time behind a date is passed over
/// @param code the column that makes them; beside a day, or alone
record BatchBy(Side of, Optional<Dated> day, Optional<ColumnProfile> code) {
    private static final int CODES_MIN = 2;

    /// How often each value stands, on average, of a column that makes batches with a day.
    private static final int EACH_MIN = 10;

    private static final int TWOS_MAX = 40;

    /// Each column of a side alone.
    static List<BatchBy> ones(Draft draft, Side of) {
        List<BatchBy> ones = new ArrayList<>();
        for (ColumnProfile column : draft.sample(of).columns()) {
            if (column.type() instanceof ColumnType.Date) {
                days(column).forEach(day -> ones.add(new BatchBy(of, day, Optional.empty())));
            } else if (mayBe(column) && !column.isUnique()) {
                ones.add(new BatchBy(of, Optional.empty(), Optional.of(column)));
            }
        }
        return ones;
    }

    /// Each column of dates with each other column that says the same again and again; none where a
    /// file has so many that some would come to the same by chance.
    static List<BatchBy> twos(Draft draft, Side of) {
        List<BatchBy> ones = ones(draft, of);
        int codesMax = draft.sample(of).rows() / EACH_MIN;
        List<BatchBy> twos = new ArrayList<>();
        for (BatchBy day : ones) {
            for (BatchBy other : ones) {
                boolean both = day.day.isPresent() && other.code.isPresent();
                int codes = both ? other.code.orElseThrow().distinct() : 0;
                if (codes >= CODES_MIN && codes <= codesMax) {
                    twos.add(new BatchBy(of, day.day, other.code));
                }
            }
        }
        return twos.size() > TWOS_MAX ? List.of() : twos;
    }

    private static Stream<Optional<Dated>> days(ColumnProfile column) {
        return ((ColumnType.Date) column.type())
                .patterns().stream().map(pattern -> Optional.of(new Dated(column, pattern)));
    }

    private static boolean mayBe(ColumnProfile column) {
        return switch (column.type()) {
            case ColumnType.Code _, ColumnType.Text _ -> true;
            case ColumnType.Amount(_, _, _, double fractions) -> fractions == 0;
            case ColumnType.Date _, ColumnType.Empty _, ColumnType.Currency _ -> false;
        };
    }

    /// The columns, the date first.
    List<ColumnProfile> columns() {
        return Stream.concat(day.map(Dated::column).stream(), code.stream()).toList();
    }

    /// The rows of each batch, in an order that their cells decide.
    Map<String, List<Integer>> rows(Draft draft) {
        SampleSide sample = draft.sample(of);
        String[] values = new String[sample.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = value(sample, row);
        }
        return sample.groups(values);
    }

    /// What tells the batch of an entry, empty where it lacks some of it.
    private String value(SampleSide sample, int row) {
        int on = day.map(by -> sample.dates(by.column(), by.pattern())[row]).orElse(0);
        String by = code.map(column -> sample.values(column, NormalForm.EXACT)[row]).orElse("-");
        return by.isEmpty() || on == DatePattern.NOT_A_DATE ? "" : on + " " + by;
    }

    /// For people: `store and date`.
    String told() {
        return columns().stream().map(ColumnProfile::name).collect(Collectors.joining(" and "));
    }
}
