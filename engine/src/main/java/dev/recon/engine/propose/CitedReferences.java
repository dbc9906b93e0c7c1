package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.rules.TextSearch;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import dev.recon.engine.transform.Extraction;
import dev.recon.engine.transform.Steps;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// How the texts of one side cite the references of the other: several in one text, or by their
/// last digits alone, 10008 for RE-2026-10008.
///
/// Such digits tell references apart as well as the whole does, and stand in more texts than it.
/// Alone they are less sure, so that they only count where the amount agrees, too.
record CitedReferences(Draft draft, Key key) {
    static final String FIELD = Table.REFERENCE + "_number";
    private static final Extraction LAST_DIGITS = Extraction.of("([0-9]+)[^0-9]*$");
    private static final int TEXTS_MAX = 50_000;
    private static final int LENGTH_MIN = 4;
    private static final int MORE_MIN = 3;
    private static final int MORE_PART = 20;

    /// Do some texts hold several references? In partial samples, of which most references are
    /// missing, that cannot be told, and may well be.
    boolean areSeveral() {
        Set<String> values = references();
        IntSummaryStatistics lengths = values.stream().mapToInt(String::length).summaryStatistics();
        SampleSide in = draft.sample(text());
        for (int row = 0; row < Math.min(in.rows(), TEXTS_MAX) && draft.isComplete(); row++) {
            String text = in.cell(row, key.first().column(text()));
            long named =
                    CodesInText.of(text, lengths.getMin(), lengths.getMax()).stream()
                            .distinct()
                            .filter(values::contains)
                            .count();
            if (named > 1) {
                return true;
            }
        }
        return !draft.isComplete();
    }

    private Side text() {
        return key.inText().orElseThrow();
    }

    private ColumnProfile reference() {
        return key.first().column(text().other());
    }

    private Set<String> references() {
        return draft.sample(text().other()).distinct(reference(), NormalForm.CODE);
    }

    /// Maps the last digits as a field of their own, where texts cite them.
    ///
    /// @return what is then looked for
    Optional<TextSearch> mapNumbers() {
        Set<String> numbers = numbers();
        if (numbers.size() < references().size()) {
            return Optional.empty();
        }
        int whole = texts(references());
        int more = texts(numbers) - whole;
        if (more < MORE_MIN || more * MORE_PART < whole) {
            return Optional.empty();
        }
        draft.map(
                FIELD,
                Draft.Mapped.one(text().other(), source()),
                OptionalDouble.empty(),
                "its last digits stand in " + more + " more texts");
        IntSummaryStatistics lengths =
                numbers.stream().mapToInt(String::length).summaryStatistics();
        return Optional.of(new TextSearch(FIELD, Table.TEXT, lengths.getMin(), lengths.getMax()));
    }

    /// The last digits of the sampled references, where they are a part of them.
    private Set<String> numbers() {
        SampleSide sample = draft.sample(text().other());
        Set<String> numbers = new HashSet<>();
        for (int row = 0; row < sample.rows(); row++) {
            String cell = sample.cell(row, reference());
            String number = LAST_DIGITS.find(cell);
            if (number.length() >= LENGTH_MIN && number.length() < cell.length()) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private FieldSource source() {
        String column = reference().name();
        return new FieldSource.Transformed(
                new FieldSource.Text(column, NormalForm.CODE),
                new Steps(column, Optional.of(LAST_DIGITS), Optional.empty(), Optional.empty()));
    }

    /// How many texts hold one of some values.
    private int texts(Set<String> values) {
        IntSummaryStatistics lengths = values.stream().mapToInt(String::length).summaryStatistics();
        SampleSide in = draft.sample(text());
        int hits = 0;
        for (int row = 0; row < Math.min(in.rows(), TEXTS_MAX); row++) {
            String text = in.cell(row, key.first().column(text()));
            boolean holds =
                    CodesInText.of(text, lengths.getMin(), lengths.getMax()).stream()
                            .anyMatch(values::contains);
            hits += holds ? 1 : 0;
        }
        return hits;
    }
}
