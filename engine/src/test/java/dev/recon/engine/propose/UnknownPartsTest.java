package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.file;
import static dev.recon.engine.propose.UnknownRun.sameLines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.engine.read.InputProblem;
import org.junit.jupiter.api.Test;

/// Several columns are a key together, or nothing is.
class UnknownPartsTest {
    /// Its letters and its figures have a blank between them on one side.
    @Test
    void aPartOfAKeyMayHaveBlanks() {
        String left = file("student;module;grade", n -> module(n, 11_500, " ") + ";" + (1 + n % 5));
        String right =
                file("no;course;mark", n -> module(n, 11_500, "") + ";" + (n == 8 ? 9 : 1 + n % 5));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).hasSize(1);
    }

    private static String module(int n, int first, String blank) {
        String[] words = {"MAT", "ECO", "HIS", "CHE", "PHY"};
        return (first + n / 5 * 3) + ";" + words[n % 5] + blank + (100 + n % 5 * 40);
    }

    /// Seven marks, and nothing else that both files have.
    @Test
    void amountsOfFewValuesTieNothing() {
        String left = file("student,mark", n -> "S" + n * n + "," + (1 + n * 3 % 7) + ".3", 200);
        String right = file("pupil,mark", n -> "P" + n * 7 + "," + (1 + n * 5 % 7) + ".3", 200);
        assertThatThrownBy(() -> UnknownRun.propose(left, right)).isInstanceOf(InputProblem.class);
    }
}
