package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.recon.engine.rules.Pass;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Files of many columns, most of which have nothing to do with the question.
class WideFilesTest {
    private static final int ENTRIES = 400;
    private static final int NARROW = 30;
    private static final int WIDE = 120;
    private static final String[] WORDS = {"blue", "steel", "bolt", "paid", "north", "house"};

    @Test
    void whatFewColumnsSayIsFoundAmongMany() {
        UnknownRun run = UnknownRun.of(left(WIDE), right(WIDE));
        assertThat(names(run.proposal()))
                .isEqualTo(names(UnknownRun.propose(left(0), right(0))))
                .contains("reference-and-amount");
        assertThat(run.matched())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, ENTRIES)
                                .mapToObj(line -> line + " = " + (ENTRIES + 1 - line))
                                .toList());
        assertThat(run.breaks()).isEmpty();
    }

    @Test
    void fourTimesTheColumnsAreNotSixteenTimesTheWork() {
        long few = allocated(NARROW);
        long many = allocated(WIDE);
        assertThat(many).isLessThan(few * 2 * WIDE / NARROW);
    }

    /// What a proposal allocates, the second time: the first one loads classes.
    private static long allocated(int columns) {
        String left = left(columns);
        String right = right(columns);
        UnknownRun.propose(left, right);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        UnknownRun.propose(left, right);
        return thread.getCurrentThreadAllocatedBytes() - before;
    }

    private static List<String> names(Proposal proposal) {
        return proposal.rules().passes().stream().map(Pass::name).toList();
    }

    private static String left(int columns) {
        Random random = new Random(1);
        return file(
                "number,net,day" + header("a", columns),
                n -> entry(n) + cells(random, 'A', columns),
                ENTRIES);
    }

    /// The same entries, the last one first.
    private static String right(int columns) {
        Random random = new Random(2);
        List<String> lines =
                IntStream.range(0, ENTRIES)
                        .mapToObj(n -> entry(n) + cells(random, 'B', columns))
                        .collect(Collectors.toList());
        Collections.reverse(lines);
        return file("id,amount,booked" + header("b", columns), lines::get, ENTRIES);
    }

    private static String entry(int n) {
        return String.format(
                "X%06d,%d.%02d,%s",
                n * 7, n * 13, n % 100, LocalDate.EPOCH.plusDays(20_000 + n % 60));
    }

    private static String header(String side, int columns) {
        return IntStream.range(0, columns)
                .mapToObj(column -> "," + side + column)
                .collect(Collectors.joining());
    }

    /// Cells of each kind of column, which no other side has.
    private static String cells(Random random, char side, int columns) {
        StringBuilder cells = new StringBuilder();
        int far = side == 'A' ? 0 : 500_000;
        for (int column = 0; column < columns; column++) {
            int value = random.nextInt(400_000) + far;
            String word = WORDS[value % WORDS.length] + side;
            cells.append(',')
                    .append(
                            switch (column % 6) {
                                case 0 -> side + "-" + value;
                                case 1 -> word + " for " + value + " " + word;
                                case 2 -> value + "." + (10 + value % 90);
                                case 3 -> LocalDate.EPOCH.plusDays(value % 9_000 + far / 50);
                                case 4 -> value;
                                default -> side + "" + value % 7;
                            });
        }
        return cells.toString();
    }
}
