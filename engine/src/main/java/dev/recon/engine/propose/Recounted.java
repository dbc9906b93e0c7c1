package dev.recon.engine.propose;

import dev.recon.engine.propose.PairCells.Forms;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.transform.Extraction;
import dev.recon.engine.transform.ResultType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers beside the amount, as the other side counts them: with the other sign, in another unit,
/// with fewer decimals. What is no plain number stays as it stands.
///
/// @param unit what its cells write behind the number, nothing where that is the number alone
/// @param mark the decimal mark of the column
/// @param power by which power of ten a number is multiplied
/// @param isOpposite does a plus stand for a minus of the other side?
/// @param decimals to how many decimals it is rounded, [#ALL] for none
record Recounted(String unit, char mark, int power, boolean isOpposite, int decimals)
        implements CellForm.CellPart {
    private static final int ALL = -1;
    private static final int PAIRS_MIN = 8;
    private static final int POWER_MAX = 9;
    private static final double MOST = 0.8;

    /// The number in front of a unit.
    private static final String EXTRACTED = "^[-+0-9., ']*[0-9]";

    private static final Pattern WITH_POINT = Pattern.compile(number(',', "\\."));
    private static final Pattern WITH_COMMA = Pattern.compile(number('.', ","));

    private static String number(char group, String mark) {
        String grouped = "[0-9]{1,3}(?:[" + group + " '][0-9]{3})+";
        return "^[-+]?(?:[0-9]+|" + grouped + ")(?:" + mark + "[0-9]+)?$";
    }

    /// How the numbers of two columns become the same, where signs, units or decimals keep most
    /// pairs of them from it.
    ///
    /// @param ours the numbers of paired entries, as [#numbers] reads them
    /// @param theirs those of the other column, pair by pair
    static Optional<Forms> find(Numbers ours, Numbers theirs) {
        Ratios ratios = Ratios.of(ours.values, theirs.values);
        int power = ratios.power();
        if (ratios.count < PAIRS_MIN || Math.abs(power) > POWER_MAX) {
            return Optional.empty();
        }
        int leftDecimals = Math.max(0, ours.decimals - Math.max(0, -power));
        int rightDecimals = Math.max(0, theirs.decimals - Math.max(0, power));
        Recounted left =
                new Recounted(
                        ours.unit,
                        ours.mark,
                        Math.max(0, -power),
                        false,
                        leftDecimals > rightDecimals ? rightDecimals : ALL);
        Recounted right =
                new Recounted(
                        theirs.unit,
                        theirs.mark,
                        Math.max(0, power),
                        ratios.opposite >= MOST * ratios.count,
                        rightDecimals > leftDecimals ? leftDecimals : ALL);
        return left.isPlain() && right.isPlain()
                ? Optional.empty()
                : Optional.of(new Forms(left.form(), right.form()));
    }

    /// How numbers that stand side by side compare.
    ///
    /// @param count how many pairs have two numbers other than zero
    /// @param opposite in how many of them the signs differ
    /// @param powers how often the left one is larger by each power of ten
    private record Ratios(int count, int opposite, Map<Integer, Integer> powers) {
        static Ratios of(double[] ours, double[] theirs) {
            Map<Integer, Integer> powers = new HashMap<>();
            int count = 0;
            int opposite = 0;
            for (int pair = 0; pair < ours.length; pair++) {
                double one = ours[pair];
                double two = theirs[pair];
                if (one != 0 && two != 0) {
                    count++;
                    opposite += one < 0 == two < 0 ? 0 : 1;
                    int power = (int) Math.round(Math.log10(Math.abs(one / two)));
                    powers.merge(power, 1, Integer::sum);
                }
            }
            return new Ratios(count, opposite, powers);
        }

        /// The power of ten that most pairs share, 0 without one.
        int power() {
            return powers.entrySet().stream()
                    .filter(found -> found.getValue() >= MOST * count)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(0);
        }
    }

    /// The numbers of a column in paired entries.
    ///
    /// @param unit what stands behind them
    /// @param values 0 where there is none
    record Numbers(String unit, char mark, int decimals, double[] values) {}

    /// Reads them once, however many columns of the other side they are compared with.
    static Numbers numbers(ColumnType.Amount of, String[] cells) {
        return new Numbers("", of.decimalMark(), of.decimals(), values(cells, of.decimalMark()));
    }

    /// Those of cells that have a unit behind their numbers.
    static Numbers numbers(Measured by, char mark, String[] cells) {
        String[] numbers = Arrays.stream(cells).map(by::of).toArray(String[]::new);
        int decimals =
                Arrays.stream(numbers)
                        .flatMap(cell -> parsed(cell, mark).stream())
                        .mapToInt(BigDecimal::scale)
                        .max()
                        .orElse(0);
        return new Numbers(by.unit(), mark, decimals, values(numbers, mark));
    }

    private static double[] values(String[] cells, char mark) {
        return Arrays.stream(cells)
                .mapToDouble(cell -> parsed(cell, mark).map(BigDecimal::doubleValue).orElse(0.0))
                .toArray();
    }

    private static Optional<BigDecimal> parsed(String cell, char mark) {
        if (!pattern(mark).matcher(cell).find()) {
            return Optional.empty();
        }
        String plain = cell.replaceAll(mark == '.' ? "[, '+]" : "[. '+]", "").replace(',', '.');
        return Optional.of(new BigDecimal(plain));
    }

    private static Pattern pattern(char mark) {
        return mark == ',' ? WITH_COMMA : WITH_POINT;
    }

    private boolean isPlain() {
        return power == 0 && !isOpposite && decimals == ALL;
    }

    private CellForm form() {
        if (isPlain()) {
            Optional<CellForm.CellPart> number =
                    Optional.of(unit).filter(by -> !by.isEmpty()).map(Measured::new);
            return new CellForm(
                    mark == ',' ? NormalForm.DECIMAL_COMMA : NormalForm.DECIMAL, number);
        }
        return new CellForm(NormalForm.DECIMAL, Optional.of(this));
    }

    @Override
    public String of(String cell) {
        return parsed(unit.isEmpty() ? cell : new Measured(unit).of(cell), mark)
                .map(number -> number.scaleByPowerOfTen(power))
                .map(number -> isOpposite ? number.negate() : number)
                .map(number -> decimals == ALL ? number : rounded(number))
                .map(BigDecimal::toPlainString)
                .orElse(cell);
    }

    private BigDecimal rounded(BigDecimal number) {
        return number.setScale(decimals, RoundingMode.HALF_UP);
    }

    @Override
    public String told() {
        List<String> how = new ArrayList<>();
        if (!unit.isEmpty()) {
            how.add("in " + unit);
        }
        if (isOpposite) {
            how.add("with opposite signs");
        }
        if (power > 0) {
            how.add("one side times " + BigDecimal.TEN.pow(power).toPlainString());
        }
        if (decimals != ALL) {
            how.add("rounded to " + decimals + (decimals == 1 ? " decimal" : " decimals"));
        }
        return String.join(", ", how);
    }

    @Override
    public FieldSource source(FieldSource.Text text) {
        String cell = MadeField.column(text.column());
        String plain = pattern(mark).pattern();
        String written =
                unit.isEmpty() ? plain : plain.replace("$", "\\s*" + Extraction.quoted(unit) + "$");
        String digits =
                unit.isEmpty() ? cell : cell + ".extract(" + MadeField.quoted(EXTRACTED) + ")";
        String number = digits + ".amount(" + MadeField.quoted(String.valueOf(mark)) + ")";
        if (power > 0) {
            number +=
                    " * "
                            + MadeField.quoted(BigDecimal.TEN.pow(power).toPlainString())
                            + ".amount()";
        }
        String signed = isOpposite ? "-(" + number + ")" : "(" + number + ")";
        String made = decimals == ALL ? signed : "(" + signed + ").round(" + decimals + ")";
        String guard = cell + ".matches(" + MadeField.quoted(written) + ")";
        return MadeField.of(text, guard + " ? (" + made + ").text() : " + cell, ResultType.TEXT);
    }
}
