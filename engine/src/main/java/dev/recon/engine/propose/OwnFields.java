package dev.recon.engine.propose;

import dev.recon.engine.propose.PairCells.Forms;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.rules.Comparison;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/// Maps the other columns: those of both sides whose cells agree in paired entries more often than
/// by chance, whatever they are called.
final class OwnFields {
    private static final double BEYOND_CHANCE_MIN = 0.2;
    private static final double AGREEMENT_MIN = 0.4;
    private static final double LIKE_NAMED_MIN = 0.6;

    /// A form must agree in this much more of the pairs than one before it: less is the sample's.
    private static final double FORM_MARGIN = 0.01;

    private static final int PAIRS_MIN = 8;
    private static final int PAIRS_MAX = 1_000;

    /// A rule set takes names of 60 characters: a pass adds to the name of its field.
    private static final int NAME_MAX = 40;

    /// A rule set takes 100 fields of a side.
    private static final int FIELDS_MAX = 80;

    private static final Forms WORDS = Forms.both(NormalForm.WORDS);
    private static final int GLANCE = 100;
    private static final double GLANCE_MIN = 0.2;
    private static final Set<String> ROLES =
            Set.of(
                    Table.AMOUNT,
                    Table.CURRENCY,
                    Table.DATE,
                    Table.TIME,
                    Table.REFERENCE,
                    Table.PARTY,
                    Table.TEXT);

    private final Draft draft;
    private final PairCells glance;
    private final PairCells judged;
    private final PossibleForms possible;

    /// @param isDecided does a reference decide which entries belong together? Else every field is
    ///   evidence for it, and numbers are that as they stand
    OwnFields(Draft draft, boolean isDecided) {
        this.draft = draft;
        this.glance = new PairCells(draft, draft.pairs.first(GLANCE));
        this.judged = new PairCells(draft, draft.pairs.first(PAIRS_MAX));
        this.possible = new PossibleForms(draft, isDecided, glance, judged);
    }

    /// A field that was mapped, with what the passes need to know of it.
    ///
    /// @param distinct how many different values the left sample has
    record Own(String field, Kind kind, double agreement, int distinct) {
        boolean isCode() {
            return kind == Kind.CODE;
        }
    }

    /// What the columns of both sides hold.
    enum Kind {
        CODE,
        TEXT,
        OTHER;

        static Kind of(ColumnType one, ColumnType other) {
            if (one instanceof ColumnType.Code && other instanceof ColumnType.Code) {
                return CODE;
            }
            boolean text = one instanceof ColumnType.Text && other instanceof ColumnType.Text;
            return text ? TEXT : OTHER;
        }
    }

    private record Candidate(
            ColumnProfile left, ColumnProfile right, Forms forms, double agreement) {}

    List<Own> map() {
        List<Candidate> candidates = new ArrayList<>();
        if (draft.pairs.count() >= PAIRS_MIN) {
            for (ColumnProfile one : draft.left.columns()) {
                for (ColumnProfile other : draft.right.columns()) {
                    if (isText(Side.LEFT, one) && isText(Side.RIGHT, other)) {
                        judge(one, other).ifPresent(candidates::add);
                    }
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::agreement).reversed());
        List<Own> own = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (own.size() < FIELDS_MAX
                    && draft.isFree(Side.LEFT, candidate.left)
                    && draft.isFree(Side.RIGHT, candidate.right)) {
                own.add(map(candidate));
            }
        }
        return own;
    }

    /// Maps what else both sides call alike, to be compared where entries match.
    List<Comparison> mapNamed(NamedColumns columns) {
        List<Comparison> compare = new ArrayList<>();
        for (int at = 0; at < columns.count() && compare.size() < FIELDS_MAX; at++) {
            ColumnProfile one = columns.column(Side.LEFT, at);
            ColumnProfile other = columns.column(Side.RIGHT, at);
            if (isText(Side.LEFT, one) && isText(Side.RIGHT, other)) {
                Candidate named =
                        new Candidate(one, other, possible.plain(one, other).getFirst(), 0);
                String field = map(named, OptionalDouble.empty(), "");
                compare.add(new Comparison(field, DayWindow.ANY));
            }
        }
        return compare;
    }

    /// The agreement of two columns in the form that gives most; a glance at a few pairs first.
    private Optional<Candidate> judge(ColumnProfile one, ColumnProfile other) {
        Candidate best = null;
        for (Forms forms : possible.of(one, other)) {
            Forms glanced =
                    forms.equals(PossibleForms.EXACT) && !possible.areNumbers(one, other)
                            ? WORDS
                            : forms;
            if (glance.agreement(one, other, glanced) < GLANCE_MIN) {
                continue;
            }
            double agreement = judged.agreement(one, other, forms);
            double beyond = agreement - Math.max(0, judged.byChance(one, other, forms));
            boolean alike = one.name().equalsIgnoreCase(other.name());
            boolean borneOut =
                    (beyond >= BEYOND_CHANCE_MIN && agreement >= AGREEMENT_MIN)
                            || (alike && agreement >= LIKE_NAMED_MIN);
            if (borneOut
                    && (best == null
                            || (agreement > best.agreement + FORM_MARGIN
                                    && possible.earns(one, other, best.forms, forms)))) {
                best = new Candidate(one, other, forms, agreement);
            }
        }
        return Optional.ofNullable(best);
    }

    private Own map(Candidate found) {
        OptionalDouble agreement = OptionalDouble.of(found.agreement);
        String field = map(found, agreement, why(found.forms));
        Kind kind = Kind.of(found.left.type(), found.right.type());
        return new Own(field, kind, found.agreement, found.left.distinct());
    }

    /// How paired cells are the same, for people.
    static String why(Forms forms) {
        String why =
                switch (forms.left().normal()) {
                    case NAME -> "same names in paired entries, but for legal forms";
                    case PERSON -> "same names in paired entries, whichever comes first";
                    case PHONE -> "same telephone numbers in paired entries";
                    case NUMBER -> "same numbers in paired entries, but for zeros in front";
                    default -> "same values in paired entries";
                };
        return Stream.of(forms.left(), forms.right())
                .flatMap(form -> form.part().stream())
                .map(CellForm.CellPart::told)
                .distinct()
                .reduce(why, (told, part) -> told + ", " + part);
    }

    private String map(Candidate found, OptionalDouble agreement, String why) {
        String field = name(found);
        draft.map(
                field,
                Draft.Mapped.both(source(Side.LEFT, found), source(Side.RIGHT, found)),
                agreement,
                why);
        return field;
    }

    private static FieldSource source(Side side, Candidate found) {
        ColumnProfile column = side == Side.LEFT ? found.left : found.right;
        return found.forms.of(side).source(column.name());
    }

    /// A role that a column's name hints at, else the name of the left column as a word.
    private String name(Candidate found) {
        boolean text = found.left.type() instanceof ColumnType.Text;
        boolean party =
                Role.PARTY.isHinted(found.left.name()) || Role.PARTY.isHinted(found.right.name());
        if (text && party && !draft.isShared(Table.PARTY)) {
            return Table.PARTY;
        }
        return free(draft, found.left.name());
    }

    /// The name of a column as a field name that is not taken yet.
    static String free(Draft draft, String column) {
        String words = String.join("_", Role.words(column));
        String word = words.isEmpty() ? "column" : cut(words);
        String base = ROLES.contains(word) ? "own_" + word : word;
        String name = base;
        for (int twin = 2;
                draft.leftFields.containsKey(name) || draft.rightFields.containsKey(name);
                twin++) {
            name = base + "_" + twin;
        }
        return name;
    }

    private static String cut(String words) {
        return words.substring(0, Math.min(words.length(), NAME_MAX));
    }

    private boolean isText(Side side, ColumnProfile column) {
        boolean typed =
                switch (column.type()) {
                    case ColumnType.Code _, ColumnType.Text _ -> true;
                    case ColumnType.Amount _, ColumnType.Currency _ -> true;
                    case ColumnType.Date _ -> !draft.isShared(Table.AMOUNT);
                    case ColumnType.Empty _ -> false;
                };
        return typed && draft.isFree(side, column);
    }
}
