package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.TimeWindow;
import dev.recon.engine.table.Side;
import dev.recon.engine.transform.LookUpTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;

/// The proposal while it is being made: fields of both sides, and what is still free.
final class Draft {
    final SampleSide left;
    final SampleSide right;
    final Map<String, String> answers;
    final SequencedMap<String, FieldSource> leftFields = new LinkedHashMap<>();
    final SequencedMap<String, FieldSource> rightFields = new LinkedHashMap<>();
    final SequencedMap<String, LookUpTable> lookUps = new LinkedHashMap<>();
    final List<ProposedField> fields = new ArrayList<>();
    final List<Question> questions = new ArrayList<>();
    private final Set<String> usedLeft = new HashSet<>();
    private final Set<String> usedRight = new HashSet<>();
    private final Quantities quantities;
    RowPairs pairs = RowPairs.NONE;

    /// The amounts of the sample as they were mapped, [Long#MIN_VALUE] where there is none.
    long[] leftUnits = {};

    long[] rightUnits = {};

    /// Does a key tie single entries together?
    boolean isKeyed;

    /// Does a reference decide which entries belong together, whatever else they say?
    boolean isDecided;

    /// Do paired entries have the same date, so that any other is a difference?
    boolean isSameDay;

    /// How far dates of nearly all paired entries lie apart.
    DayWindow usualDays = DayWindow.ANY;

    /// How far dates of paired entries lie apart whose times of day are the same.
    Optional<DayWindow> timedDays = Optional.empty();

    /// How far moments of entries that belong together lie apart, where times tell them apart.
    Optional<TimeWindow> seconds = Optional.empty();

    /// Do nearly all entries have one of the other side that near?
    boolean isTimed;

    /// Do several entries share a key, so that their sums are what agrees?
    boolean isGrouped;

    /// The lines of both sides that are the same, where lines repeat and nothing tells those apart.
    Optional<RowPairs> repeated = Optional.empty();

    /// What makes batches of the entries of one side; a day that does is their date.
    Optional<BatchBy> batchBy = Optional.empty();

    Draft(SampleSide left, SampleSide right, Map<String, String> answers) {
        this.left = left;
        this.right = right;
        this.answers = answers;
        this.quantities = new Quantities(left, right);
    }

    Quantities quantities() {
        return quantities;
    }

    SampleSide sample(Side side) {
        return side == Side.LEFT ? left : right;
    }

    /// The amounts of the sample in units of [SampleSide#scale] decimals, with the mapped sign.
    long[] units(Side side) {
        return side == Side.LEFT ? leftUnits : rightUnits;
    }

    /// Were both files looked at whole?
    boolean isComplete() {
        return left.inspection().isComplete() && right.inspection().isComplete();
    }

    SequencedMap<String, FieldSource> sources(Side side) {
        return side == Side.LEFT ? leftFields : rightFields;
    }

    boolean isFree(Side side, ColumnProfile column) {
        return !(side == Side.LEFT ? usedLeft : usedRight).contains(column.name());
    }

    void use(Side side, String column) {
        (side == Side.LEFT ? usedLeft : usedRight).add(column);
    }

    /// Is a field mapped on both sides?
    boolean isShared(String field) {
        return leftFields.containsKey(field) && rightFields.containsKey(field);
    }

    /// Where a field comes from: from both sides, or from one.
    record Mapped(Optional<FieldSource> left, Optional<FieldSource> right) {
        static Mapped both(FieldSource left, FieldSource right) {
            return new Mapped(Optional.of(left), Optional.of(right));
        }

        static Mapped one(Side side, FieldSource source) {
            Optional<FieldSource> here = Optional.of(source);
            return side == Side.LEFT
                    ? new Mapped(here, Optional.empty())
                    : new Mapped(Optional.empty(), here);
        }
    }

    /// Maps a field and says why.
    void map(String field, Mapped of, OptionalDouble agreement, String why) {
        of.left.ifPresent(source -> put(Side.LEFT, field, source));
        of.right.ifPresent(source -> put(Side.RIGHT, field, source));
        fields.add(
                new ProposedField(
                        field,
                        of.left.flatMap(Draft::column),
                        of.right.flatMap(Draft::column),
                        type(of.left.or(() -> of.right).orElseThrow()),
                        agreement,
                        why));
    }

    /// Says more of a field that is mapped.
    void tell(String field, String more) {
        fields.replaceAll(of -> of.field().equals(field) ? of.because(of.why() + "; " + more) : of);
    }

    /// The answer to a question, or the default; the question is noted with it, in place of what
    /// was asked before by that id.
    String ask(Question question) {
        String answer = answers.get(question.id());
        boolean known =
                question.options().stream().anyMatch(option -> option.value().equals(answer));
        String chosen = known && answer != null ? answer : question.chosen();
        questions.removeIf(asked -> asked.id().equals(question.id()));
        questions.add(
                new Question(
                        question.id(),
                        question.side(),
                        question.column(),
                        question.text(),
                        question.options(),
                        chosen));
        return chosen;
    }

    private void put(Side side, String field, FieldSource source) {
        sources(side).put(field, source);
        source.columns().forEach(column -> use(side, column));
    }

    static Optional<String> column(FieldSource source) {
        List<String> columns = source.columns();
        return columns.isEmpty() ? Optional.empty() : Optional.of(String.join(" / ", columns));
    }

    static String type(FieldSource source) {
        return switch (source.understood()) {
            case FieldSource.Amount _, FieldSource.SplitAmount _ -> "amount";
            case FieldSource.CurrencyColumn _,
                    FieldSource.CurrencyConstant _,
                    FieldSource.SplitCurrency _ ->
                    "currency";
            case FieldSource.Date _ -> "date";
            case FieldSource.Time _ -> "time";
            case FieldSource.Text _, FieldSource.Transformed _ -> "text";
        };
    }
}
