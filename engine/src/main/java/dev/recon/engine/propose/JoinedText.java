package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.read.NormalText;
import dev.recon.engine.table.Side;
import dev.recon.engine.transform.ResultType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A text of one side that says what several columns of the other say together, such as the title
/// of a product beside its brand, name and size.
///
/// @param side which side has the text
/// @param text its column
/// @param parts the columns of the other side, in their order
record JoinedText(Side side, ColumnProfile text, List<ColumnProfile> parts) {
    private static final Pattern BLANK = Pattern.compile(" ");
    private static final int PARTS_MIN = 2;
    private static final int PARTS_MAX = 8;

    /// So many of the words of each part stand in the text, and of those of the text in a part.
    private static final double SHARE_MIN = 0.5;

    private static final int HITS_MIN = 20;
    private static final double COMMON_MIN = 0.5;
    private static final double UNIQUE_MIN = 0.95;

    JoinedText {
        parts = List.copyOf(parts);
    }

    /// The text of which most words stand in free columns of the other side.
    static Optional<JoinedText> find(Draft draft) {
        JoinedText best = null;
        double most = 0;
        for (Side side : Side.values()) {
            for (ColumnProfile column : draft.sample(side).columns()) {
                if (column.type() instanceof ColumnType.Text && draft.isFree(side, column)) {
                    Set<String> words = draft.sample(side).vocabulary(column);
                    List<ColumnProfile> parts = parts(draft, side.other(), words);
                    Set<String> others = words(draft, side.other(), parts);
                    double share = share(draft.sample(side), column, others);
                    boolean enough = parts.size() >= PARTS_MIN && parts.size() <= PARTS_MAX;
                    if (enough && share >= SHARE_MIN && share > most) {
                        best = new JoinedText(side, column, parts);
                        most = share;
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static List<ColumnProfile> parts(Draft draft, Side side, Set<String> words) {
        List<ColumnProfile> parts = new ArrayList<>();
        for (ColumnProfile column : draft.sample(side).columns()) {
            boolean written =
                    column.type() instanceof ColumnType.Text
                            || column.type() instanceof ColumnType.Code;
            if (written
                    && column.distinct() > 1
                    && draft.isFree(side, column)
                    && share(draft.sample(side), column, words) >= SHARE_MIN) {
                parts.add(column);
            }
        }
        return parts;
    }

    private static Set<String> words(Draft draft, Side side, List<ColumnProfile> parts) {
        Set<String> words = new HashSet<>();
        parts.forEach(part -> words.addAll(draft.sample(side).vocabulary(part)));
        return words;
    }

    /// How many of the words of a column are among these, each counted as often as it stands: the
    /// longer a file, the more words it has that somebody mistyped once.
    private static double share(SampleSide sample, ColumnProfile column, Set<String> in) {
        Set<String> known = sample.vocabulary(column);
        int all = 0;
        int shared = 0;
        for (String value : sample.values(column, NormalForm.WORDS)) {
            for (String word : BLANK.split(value, -1)) {
                all += known.contains(word) ? 1 : 0;
                shared += known.contains(word) && in.contains(word) ? 1 : 0;
            }
        }
        return (double) shared / Math.max(1, all);
    }

    /// The fields of both sides.
    Draft.Mapped mapped(NormalForm form) {
        FieldSource whole = new FieldSource.Text(text.name(), form);
        return side == Side.LEFT
                ? Draft.Mapped.both(whole, joined(form))
                : Draft.Mapped.both(joined(form), whole);
    }

    /// The names of both sides as their key, where nothing is counted: most stand on both sides, in
    /// whichever order their parts are written, and hardly any twice.
    static Optional<Key> key(Draft draft) {
        return find(draft).flatMap(text -> text.keyOf(draft));
    }

    private Optional<Key> keyOf(Draft draft) {
        ColumnProfile first = parts.getFirst();
        Key.Part part =
                new Key.Part(
                        side == Side.LEFT ? text : first,
                        side == Side.LEFT ? first : text,
                        NormalForm.PERSON,
                        Optional.of(new Key.Joined(this)));
        String[] ours = part.values(draft.left, Side.LEFT);
        String[] theirs = part.values(draft.right, Side.RIGHT);
        Set<String> values = CompositeKeys.filled(ours);
        Set<String> others = CompositeKeys.filled(theirs);
        int hits = CommonValues.of(values, others);
        double unique = Math.min(CompositeKeys.uniqueness(ours), CompositeKeys.uniqueness(theirs));
        boolean isKey =
                hits >= Math.max(HITS_MIN, COMMON_MIN * Math.min(values.size(), others.size()))
                        && unique >= UNIQUE_MIN;
        return isKey ? Optional.of(Key.of(part, Optional.empty(), hits)) : Optional.empty();
    }

    /// What the parts of each sampled row say together.
    String[] values(SampleSide sample, NormalForm form) {
        return IntStream.range(0, sample.rows())
                .mapToObj(row ->
                        parts.stream()
                                .map(part -> sample.cell(row, part))
                                .collect(Collectors.joining(" ")))
                .map(cell -> NormalText.of(form, cell))
                .toArray(String[]::new);
    }

    FieldSource joined(NormalForm form) {
        String text =
                parts.stream()
                        .map(part -> MadeField.column(part.name()))
                        .collect(Collectors.joining(" + \" \" + "));
        FieldSource words = new FieldSource.Text(parts.getFirst().name(), form);
        return MadeField.of(words, text, ResultType.TEXT);
    }
}
