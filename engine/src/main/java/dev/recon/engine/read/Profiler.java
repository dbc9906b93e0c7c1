package dev.recon.engine.read;

import dev.recon.engine.money.Currency;
import dev.recon.engine.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Judges what the cells of a column are.
final class Profiler {
    private static final double MOST = 0.98;
    private static final double NEARLY_ALL = 0.95;

    /// So many cells that a type reads outweigh one that it does not, however few there are: in a
    /// dozen lines one unreadable amount is a line to reject, not a column of texts.
    private static final int OUTWEIGH_ONE = 8;

    private static final int SAMPLES = 5;
    private static final int TYPE_CELLS = 1_500;
    private static final int GLANCE = 50;
    private static final double GLANCE_SHARE = 0.8;
    private static final int DATES_GLANCE = 10;
    private static final int COARSE = 6;
    private static final int DAY_MIN = -25_567; // 1900-01-01
    private static final int DAY_MAX = 65_744; // 2150-01-01

    private Profiler() {}

    /// The profile of a column.
    ///
    /// @param judgedMax how many cells its type is judged by; they are spread evenly
    static ColumnProfile profile(String name, int column, List<List<String>> rows, int judgedMax) {
        List<String> filled = new ArrayList<>();
        Set<String> distinct = new HashSet<>();
        Set<String> samples = new LinkedHashSet<>();
        for (List<String> row : rows) {
            String cell = row.get(column);
            if (!cell.isEmpty()) {
                filled.add(cell);
                distinct.add(cell);
                if (samples.size() < SAMPLES) {
                    samples.add(cell);
                }
            }
        }
        Judgement judged = judge(spread(filled, judgedMax));
        return new ColumnProfile(
                column,
                name,
                judged.type,
                judged.confidence,
                filled.size(),
                distinct.size(),
                List.copyOf(samples));
    }

    /// Is this text a date in any pattern that is looked for?
    static boolean isDate(String text) {
        return DatePatterns.KNOWN.stream().anyMatch(pattern -> reads(pattern, text));
    }

    /// What some cells of a column are, of which none is empty.
    static ColumnType type(List<String> filled) {
        return judge(spread(filled, TYPE_CELLS)).type;
    }

    private static List<String> spread(List<String> cells, int count) {
        if (cells.size() <= count) {
            return cells;
        }
        List<String> spread = new ArrayList<>(count);
        for (int n = 0; n < count; n++) {
            spread.add(cells.get((int) ((long) n * cells.size() / count)));
        }
        return spread;
    }

    private record Judgement(ColumnType type, double confidence) {}

    private static Judgement judge(List<String> filled) {
        if (filled.isEmpty()) {
            return new Judgement(new ColumnType.Empty(), 1);
        }
        int currencies = (int) filled.stream().filter(Profiler::isCurrency).count();
        if (isMost(currencies, filled.size(), MOST)) {
            return new Judgement(new ColumnType.Currency(), (double) currencies / filled.size());
        }
        List<Reading> dates = dates(filled);
        if (!dates.isEmpty()) {
            return date(filled, dates);
        }
        List<DatePattern> six = SixFigures.patterns(filled);
        if (!six.isEmpty() && SixFigures.isProved(filled, six.getFirst())) {
            return new Judgement(new ColumnType.Date(six, 0), 1);
        }
        Judgement amount = amount(filled);
        if (amount.type instanceof ColumnType.Amount) {
            return amount;
        }
        double codes = share(filled, cell -> cell.indexOf(' ') < 0);
        if (codes >= NEARLY_ALL) {
            int min = filled.stream().mapToInt(String::length).min().orElse(0);
            int max = filled.stream().mapToInt(String::length).max().orElse(0);
            return new Judgement(new ColumnType.Code(min, max), codes);
        }
        return new Judgement(new ColumnType.Text(), 1);
    }

    private record Reading(DatePattern pattern, int read) {}

    /// The patterns that read nearly every cell, those that read most first.
    private static List<Reading> dates(List<String> filled) {
        List<Reading> readings = new ArrayList<>();
        for (DatePattern pattern : DatePatterns.KNOWN) {
            if (filled.stream().limit(DATES_GLANCE).noneMatch(cell -> reads(pattern, cell))) {
                continue;
            }
            int read = (int) filled.stream().filter(cell -> reads(pattern, cell)).count();
            boolean most = isMost(read, filled.size(), MOST);
            if (most && !DatePatterns.mayBeNumbers(pattern, filled)) {
                readings.add(new Reading(pattern, read));
            }
        }
        readings.sort(Comparator.comparingInt(Reading::read).reversed());
        return readings;
    }

    private static Judgement date(List<String> filled, List<Reading> dates) {
        Reading best = dates.getFirst();
        List<DatePattern> patterns = new ArrayList<>();
        patterns.add(best.pattern);
        for (Reading other : dates) {
            if (other.read == best.read && isOtherOrder(best.pattern, other.pattern)) {
                patterns.add(other.pattern);
                break;
            }
        }
        int proofs = 0;
        if (patterns.size() == 1) {
            for (DatePattern other : DatePatterns.KNOWN) {
                if (isOtherOrder(best.pattern, other)) {
                    int read = (int) filled.stream().filter(cell -> reads(other, cell)).count();
                    proofs = Math.max(proofs, best.read - read);
                }
            }
        }
        return new Judgement(
                new ColumnType.Date(patterns, proofs), (double) best.read / filled.size());
    }

    /// Do two patterns differ only in the order of day and month?
    private static boolean isOtherOrder(DatePattern one, DatePattern other) {
        String swapped = one.toString().replace('d', '?').replace('M', 'd').replace('?', 'M');
        return !one.equals(other) && swapped.equals(other.toString());
    }

    private static boolean reads(DatePattern pattern, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int day = pattern.parse(bytes, 0, bytes.length);
        return day >= DAY_MIN && day <= DAY_MAX;
    }

    private static boolean isCurrency(String cell) {
        return Currency.find(cell).filter(Currency::isListed).isPresent();
    }

    /// Has a number decimals? Not those that a program writes behind all numbers, whole ones too:
    /// `81000.0`.
    private static boolean hasFraction(String cell, char mark) {
        int at = cell.indexOf(mark);
        return at >= 0 && !(at == cell.length() - 2 && cell.charAt(at + 1) == '0');
    }

    private static Judgement amount(List<String> filled) {
        List<String> first = filled.subList(0, Math.min(filled.size(), GLANCE));
        if (share(first, cell -> isAmount('.', cell) || isAmount(',', cell)) < GLANCE_SHARE) {
            return new Judgement(new ColumnType.Text(), 0);
        }
        int byPoint = 0;
        int byComma = 0;
        int onlyPoint = 0;
        int onlyComma = 0;
        int coded = 0;
        for (String cell : filled) {
            boolean point = isAmount('.', cell);
            boolean comma = isAmount(',', cell);
            byPoint += point ? 1 : 0;
            byComma += comma ? 1 : 0;
            onlyPoint += point && !comma ? 1 : 0;
            onlyComma += comma && !point ? 1 : 0;
            coded += isPadded(cell) ? 1 : 0;
        }
        char mark = onlyComma > onlyPoint ? ',' : '.';
        int read = mark == '.' ? byPoint : byComma;
        if (coded > 0 || !isMost(read, filled.size(), NEARLY_ALL)) {
            return new Judgement(new ColumnType.Text(), 0);
        }
        int decimals = filled.stream().mapToInt(cell -> decimals(mark, cell)).max().orElse(0);
        double fractions = share(filled, cell -> hasFraction(cell, mark));
        ColumnType type = new ColumnType.Amount(mark, decimals, onlyComma != onlyPoint, fractions);
        return new Judgement(type, (double) read / filled.size());
    }

    /// A number that begins with zeros is a code, whatever it counts.
    private static boolean isPadded(String cell) {
        return cell.length() > 1
                && cell.charAt(0) == '0'
                && cell.chars().allMatch(letter -> letter >= '0' && letter <= '9')
                && cell.chars().anyMatch(letter -> letter != '0');
    }

    private static boolean isAmount(char mark, String cell) {
        return units(mark, cell, COARSE) != AmountParser.NOT_AN_AMOUNT
                || units(mark, cell, Money.DECIMALS_MAX) != AmountParser.NOT_AN_AMOUNT;
    }

    private static long units(char mark, String cell, int decimals) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        return new AmountParser(mark, decimals).parse(bytes, 0, bytes.length);
    }

    /// How many decimals of a cell are not zero at the end.
    private static int decimals(char mark, String cell) {
        int decimals = COARSE;
        long units = units(mark, cell, decimals);
        if (units == AmountParser.NOT_AN_AMOUNT) {
            decimals = Money.DECIMALS_MAX;
            units = units(mark, cell, decimals);
        }
        if (units == AmountParser.NOT_AN_AMOUNT || units == 0) {
            return 0;
        }
        while (decimals > 0 && units % 10 == 0) {
            units /= 10;
            decimals--;
        }
        return decimals;
    }

    /// Are so many cells enough to say what the column is?
    private static boolean isMost(int read, int cells, double share) {
        return read >= cells * share || (read >= OUTWEIGH_ONE && read == cells - 1);
    }

    private static double share(List<String> filled, Predicate<String> test) {
        return (double) filled.stream().filter(test).count() / filled.size();
    }
}
