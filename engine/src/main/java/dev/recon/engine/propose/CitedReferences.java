package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.read.TextParts;
import dev.recon.engine.rules.TextSearch;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import dev.recon.engine.transform.Extraction;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    private static final int PAIRS_MIN = 20;
    private static final int MORE_MIN = 3;
    private static final int MORE_PART = 20;

    /// Do some texts hold several references, or several texts the same one, more often than a line
    /// that stands there twice? In partial samples, of which most references are missing, that
    /// cannot be told, and may well be.
    boolean areSeveral() {
        if (!draft.isComplete()) {
            return true;
        }
        Set<String> seen = new HashSet<>();
        int again = 0;
        for (Set<String> cited : cited(references()).toList()) {
            again += Collections.disjoint(cited, seen) ? 0 : 1;
            if (cited.size() > 1 || again == MORE_MIN) {
                return true;
            }
            seen.addAll(cited);
        }
        return false;
    }

    /// Entries of which one cites the other and no third one, where there are enough to judge by.
    Optional<RowPairs> pairs() {
        Side of = text().other();
        String[] citing = new String[draft.sample(text()).rows()];
        Arrays.fill(citing, "");
        Iterator<Set<String>> cited = cited(references()).iterator();
        for (int row = 0; cited.hasNext(); row++) {
            Set<String> found = cited.next();
            citing[row] = found.size() == 1 ? found.iterator().next() : "";
        }
        String[] named = draft.sample(of).values(reference(), NormalForm.CODE);
        RowPairs pairs =
                of == Side.LEFT ? RowPairs.byValue(named, citing) : RowPairs.byValue(citing, named);
        return Optional.of(pairs).filter(found -> found.count() >= PAIRS_MIN);
    }

    /// Which of these values each text holds.
    private Stream<Set<String>> cited(Set<String> values) {
        IntSummaryStatistics lengths = lengths(values);
        TextParts parts = new TextParts(lengths.getMin(), lengths.getMax());
        SampleSide in = draft.sample(text());
        return IntStream.range(0, Math.min(in.rows(), TEXTS_MAX))
                .mapToObj(row -> in.cell(row, key.first().column(text())))
                .map(parts::of)
                .map(codes -> codes.stream().filter(values::contains).collect(Collectors.toSet()));
    }

    private static IntSummaryStatistics lengths(Set<String> values) {
        return values.stream().mapToInt(String::length).summaryStatistics();
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
        long whole = texts(references());
        long more = texts(numbers) - whole;
        if (more < MORE_MIN || more * MORE_PART < whole) {
            return Optional.empty();
        }
        draft.map(
                FIELD,
                Draft.Mapped.one(text().other(), source()),
                OptionalDouble.empty(),
                "its last digits stand in " + more + " more texts");
        IntSummaryStatistics lengths = lengths(numbers);
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
        return MadeField.part(new FieldSource.Text(column, NormalForm.CODE), column, LAST_DIGITS);
    }

    /// How many texts hold one of some values.
    private long texts(Set<String> values) {
        return cited(values).filter(cited -> !cited.isEmpty()).count();
    }
}
