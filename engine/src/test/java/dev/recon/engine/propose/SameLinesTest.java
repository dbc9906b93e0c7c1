package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Lines that both sides have several times: no key tells them apart, and none has to.
class SameLinesTest {
    private static final List<String> PRODUCTS = List.of("Coffee", "Tea", "Cake", "Iced tea");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    @Test
    void eachIsMatchedAsOftenAsBothSidesHaveIt() {
        Sales sales = new Sales();
        sales.left.remove(0);
        UnknownRun run = sales.run();
        assertThat(run.matched()).hasSize(sales.left.size());
        assertThat(run.suggested()).isEmpty();
        assertThat(run.breaks())
                .singleElement()
                .asString()
                .startsWith("duplicate Once more on the right than on the left");
    }

    @Test
    void oneThatTheOtherSideLacksAtAllIsMissing() {
        Sales sales = new Sales();
        sales.left.add("2026-03-20,Coffee,3.50");
        UnknownRun run = sales.run();
        assertThat(run.matched()).hasSize(sales.right.size());
        assertThat(run.breaks()).singleElement().asString().startsWith("missing-on-right");
    }

    @Test
    void somethingElseThatBothSidesTellLinesByIsNotPassedOver() {
        Sales sales = new Sales();
        for (int line = 0; line < sales.left.size(); line++) {
            sales.left.set(line, sales.left.get(line) + ",till " + line % 7);
        }
        for (int line = 0; line < sales.right.size(); line++) {
            sales.right.set(line, sales.right.get(line) + ",waiter " + line % 5);
        }
        assertThat(sales.run(",till", ",served by").matched()).isEmpty();
    }

    /// Three of each product on each of nine days.
    private static final class Sales {
        private final List<String> left = new ArrayList<>();
        private final List<String> right = new ArrayList<>();

        private Sales() {
            for (int n = 0; n < 108; n++) {
                int product = n / 3 % 4;
                LocalDate day = FIRST.plusDays(n / 12);
                String name = PRODUCTS.get(product);
                left.add("%s,%s,%d.50".formatted(day, name, 2 + product % 3));
                right.add(
                        "%02d.03.2026,%s,%d.50"
                                .formatted(
                                        day.getDayOfMonth(),
                                        name.toUpperCase(Locale.ROOT),
                                        2 + product % 3));
            }
            Collections.shuffle(right, new Random(1));
        }

        private UnknownRun run() {
            return run("", "");
        }

        private UnknownRun run(String ours, String theirs) {
            return UnknownRun.of(
                    "day,product,price" + ours + "\n" + String.join("\n", left) + "\n",
                    "date,item,amount" + theirs + "\n" + String.join("\n", right) + "\n");
        }
    }
}
