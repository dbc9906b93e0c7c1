package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.DatePattern;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.read.NormalText;
import dev.recon.engine.table.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The evidence that ties single entries together: columns of both sides that have the same values,
/// or a column of one side whose values stand in a text of the other.
///
/// @param parts the columns that are the key together; of several, the most telling first
/// @param inText the side whose column is a text that holds the value somewhere, if one is
/// @param hits how many sampled values were found on the other side
record Key(List<Part> parts, Optional<Side> inText, int hits) {
    Key {
        parts = List.copyOf(parts);
    }

    /// Two columns that say the same.
    ///
    /// @param form how their values are compared
    /// @param reading how they are read where that is not as they stand
    record Part(
            ColumnProfile left, ColumnProfile right, NormalForm form, Optional<Reading> reading) {
        Part(ColumnProfile left, ColumnProfile right, NormalForm form) {
            this(left, right, form, Optional.empty());
        }

        boolean isDate() {
            return dates().isPresent();
        }

        Optional<Dates> dates() {
            return reading.filter(Dates.class::isInstance).map(Dates.class::cast);
        }

        ColumnProfile column(Side side) {
            return side == Side.LEFT ? left : right;
        }

        /// The values of the sampled rows, as they are compared.
        String[] values(SampleSide sample, Side side) {
            ColumnProfile column = column(side);
            if (reading.isPresent() && reading.get() instanceof Dates dates) {
                return Arrays.stream(sample.dates(column, dates.pattern(side)))
                        .mapToObj(day ->
                                day == DatePattern.NOT_A_DATE
                                        ? ""
                                        : String.valueOf(dates.day(side, day)))
                        .toArray(String[]::new);
            }
            if (reading.isPresent() && reading.get() instanceof OfKinds(LineKinds by)) {
                return by.of() == side
                        ? by.values(sample, column, form)
                        : sample.values(column, form);
            }
            if (reading.isPresent() && reading.get() instanceof Joined(JoinedText by)) {
                return by.side() == side ? sample.values(column, form) : by.values(sample, form);
            }
            Optional<CodePrefix> prefix = prefix(side);
            if (prefix.isPresent()) {
                return IntStream.range(0, sample.rows())
                        .mapToObj(row -> prefix.get().find(sample.cell(row, column)))
                        .map(found -> NormalText.of(form, found))
                        .toArray(String[]::new);
            }
            return sample.values(column, form);
        }

        /// The field of one side.
        FieldSource source(Side side) {
            String name = column(side).name();
            FieldSource.Text text = new FieldSource.Text(name, form);
            if (reading.isEmpty()) {
                return text;
            }
            return switch (reading.get()) {
                case Dates dates -> dates.source(side, name);
                case OfKinds(LineKinds by) -> by.of() == side ? by.source(text) : text;
                case Joined(JoinedText by) -> by.side() == side ? text : by.joined(form);
                case Behind _ ->
                        prefix(side)
                                .map(found -> MadeField.part(text, name, found.number()))
                                .orElse(text);
            };
        }

        /// What the field is called after where it has no role: the column that says it whole.
        String name() {
            return reading.isPresent() && reading.get() instanceof Joined(JoinedText by)
                    ? by.text().name()
                    : left.name();
        }

        /// What a person is told of the period that one side names; nothing without one.
        String told() {
            return dates().flatMap(Dates::period).map(period -> period.span().told()).orElse("");
        }

        /// How the cells of one side are read, nothing where that is as they stand.
        String readAs(Side side) {
            return dates().map(dates -> dates.pattern(side).toString())
                    .or(() -> prefix(side).map(found -> found.number().regex()))
                    .orElse("");
        }

        private Optional<CodePrefix> prefix(Side side) {
            return reading.flatMap(
                    how -> how instanceof Behind of ? of.of(side) : Optional.empty());
        }
    }

    /// How two columns are read to say the same.
    sealed interface Reading {}

    /// As dates of both sides.
    ///
    /// @param period where one side names weeks or months, and the other single days
    record Dates(DatePattern left, DatePattern right, Optional<Period> period) implements Reading {
        Dates(DatePattern left, DatePattern right) {
            this(left, right, Optional.empty());
        }

        /// All ways in which both columns may be read.
        static List<Dates> of(ColumnType.Date left, ColumnType.Date right) {
            return left.patterns().stream()
                    .flatMap(ours ->
                            right.patterns().stream().map(theirs -> new Dates(ours, theirs)))
                    .toList();
        }

        Dates in(Period named) {
            return new Dates(left, right, Optional.of(named));
        }

        DatePattern pattern(Side side) {
            return side == Side.LEFT ? left : right;
        }

        /// The day by which a day of one side is compared.
        int day(Side side, int day) {
            return period.filter(named -> named.daily() == side)
                    .map(named -> named.of(day))
                    .orElse(day);
        }

        /// Has one side a period that is written as such, and not as one of its days?
        boolean isWritten() {
            return left.isPeriod() || right.isPeriod();
        }

        /// Does one side, at least, name months without a day?
        boolean isMonthly() {
            return left.isMonth() || right.isMonth();
        }

        FieldSource source(Side side, String column) {
            return period.filter(named -> named.daily() == side)
                    .map(named -> named.source(column, pattern(side)))
                    .orElseGet(() -> new FieldSource.Date(column, pattern(side)));
        }
    }

    /// As they stand, in lines of some kinds alone.
    record OfKinds(LineKinds kinds) implements Reading {}

    /// As a text of one side, and of the other what several columns say together.
    record Joined(JoinedText text) implements Reading {}

    /// As numbers, of which one side or both write something in front.
    record Behind(Optional<CodePrefix> left, Optional<CodePrefix> right) implements Reading {
        Optional<CodePrefix> of(Side side) {
            return side == Side.LEFT ? left : right;
        }
    }

    static Key of(Part part, Optional<Side> inText, int hits) {
        return new Key(List.of(part), inText, hits);
    }

    Part first() {
        return parts.getFirst();
    }

    /// Is it made of codes, which decide by themselves, and not of words, which only tell much?
    boolean isReference() {
        return parts.stream()
                .map(Part::form)
                .noneMatch(form -> form == NormalForm.WORDS || form == NormalForm.PERSON);
    }

    /// Is a date a part of it?
    boolean isDated() {
        return parts.stream().anyMatch(Part::isDate);
    }

    /// Is this column a part of the key?
    boolean holds(Side side, ColumnProfile column) {
        return parts.stream().anyMatch(part -> part.column(side).index() == column.index());
    }

    /// The key of each sampled row, empty where a part of it is absent.
    String[] values(SampleSide sample, Side side) {
        String[] values = first().values(sample, side);
        for (Part part : parts.subList(1, parts.size())) {
            values = joined(values, part.values(sample, side));
        }
        return values;
    }

    private static String[] joined(String[] ones, String[] others) {
        String[] joined = new String[ones.length];
        for (int row = 0; row < joined.length; row++) {
            boolean absent = ones[row].isEmpty() || others[row].isEmpty();
            joined[row] = absent ? "" : ones[row] + "\n" + others[row];
        }
        return joined;
    }
}
