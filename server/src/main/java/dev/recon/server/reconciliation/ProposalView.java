package dev.recon.server.reconciliation;

import dev.recon.engine.propose.ProposedField;
import dev.recon.engine.propose.Question;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.Problem;
import dev.recon.engine.rules.RuleFault;
import dev.recon.engine.table.Side;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What the platform would do with two files, and why, as it leaves the server.
record ProposalView(
        Inspected left,
        Inspected right,
        List<FieldView> fields,
        Unread unread,
        List<PassView> passes,
        List<QuestionView> questions,
        String rules,
        List<FaultView> faults,
        boolean sampled) {
    private static final double HUNDREDTHS = 10_000;

    /// The columns of each file that no field reads.
    record Unread(List<String> left, List<String> right) {}

    /// What a file is.
    record Inspected(
            String name,
            long bytes,
            DialectView dialect,
            List<String> absent,
            List<String> totals,
            List<ColumnView> columns,
            long rowsEstimated,
            List<String> firstLines) {}

    record DialectView(
            String delimiter, @Nullable String quote, String encoding, boolean header, int skip) {
        static DialectView of(dev.recon.engine.read.Dialect dialect) {
            return new DialectView(
                    String.valueOf(dialect.delimiter()),
                    dialect.quote() == 0 ? null : String.valueOf(dialect.quote()),
                    dialect.encoding().name(),
                    dialect.header(),
                    dialect.skip());
        }
    }

    record ColumnView(
            String name,
            String type,
            double confidence,
            List<String> samples,
            @Nullable String note) {
        static ColumnView of(ColumnProfile column) {
            return new ColumnView(
                    column.name(),
                    type(column.type()),
                    Math.clamp(column.confidence(), 0, 1),
                    column.samples(),
                    note(column.type()));
        }

        private static String type(ColumnType type) {
            return switch (type) {
                case ColumnType.Date date -> "date " + date.patterns().getFirst();
                case ColumnType.Amount _,
                        ColumnType.Currency _,
                        ColumnType.Code _,
                        ColumnType.Text _,
                        ColumnType.Empty _ ->
                        type.word();
            };
        }

        private static @Nullable String note(ColumnType type) {
            return switch (type) {
                case ColumnType.Date date when date.patterns().size() > 1 ->
                        "could also be " + date.patterns().get(1);
                case ColumnType.Date date when date.proofs() > 0 ->
                        date.proofs() + " dates that only this order can read";
                case ColumnType.Amount amount when amount.isMarkProved() ->
                        "decimal mark " + amount.decimalMark() + ", proved by the data";
                case ColumnType.Amount amount -> "decimal mark " + amount.decimalMark();
                case ColumnType.Date _,
                        ColumnType.Currency _,
                        ColumnType.Code _,
                        ColumnType.Text _,
                        ColumnType.Empty _ ->
                        null;
            };
        }
    }

    record FieldView(
            String field,
            @Nullable String leftColumn,
            @Nullable String rightColumn,
            String type,
            @Nullable String agreementPercent,
            String why) {
        static FieldView of(ProposedField field) {
            return new FieldView(
                    field.field(),
                    field.left().orElse(null),
                    field.right().orElse(null),
                    field.type(),
                    percent(field.agreement()),
                    field.why());
        }

        private static @Nullable String percent(OptionalDouble share) {
            if (share.isEmpty()) {
                return null;
            }
            return MatchRate.percent((long) (share.getAsDouble() * HUNDREDTHS), (long) HUNDREDTHS);
        }
    }

    record PassView(String name, String kind, String text, @Nullable String yieldPercent) {
        PassView withYield(String percent) {
            return new PassView(name, kind, text, percent);
        }
    }

    record QuestionView(
            String id,
            @Nullable String side,
            @Nullable String column,
            String text,
            List<OptionView> options,
            String chosen) {
        static QuestionView of(Question question) {
            return new QuestionView(
                    question.id(),
                    question.side().map(Side::word).orElse(null),
                    question.column().isEmpty() ? null : question.column(),
                    question.text(),
                    question.options().stream().map(OptionView::of).toList(),
                    question.chosen());
        }
    }

    record OptionView(String value, String label, String proof) {
        static OptionView of(Question.Option option) {
            return new OptionView(option.value(), option.label(), option.proof());
        }
    }

    record FaultView(String pointer, int line, int column, String message) {
        /// Files that cannot be read with these rules: the whole document is meant.
        static FaultView of(Problem problem) {
            return new FaultView("#", 1, 1, problem.sentence());
        }

        static FaultView of(RuleFault fault) {
            return new FaultView(
                    "#" + fault.path(),
                    fault.line(),
                    fault.column(),
                    "found " + fault.found() + "; expected " + fault.expected());
        }
    }
}
