package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.rules.Pass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is due again and again, under a number that repeats, mostly with the same amount.
class DuesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int CONTRACTS = 12;
    private static final int MONTHS = 6;

    private final List<String> left = new ArrayList<>(List.of("contract,tenant,due,amount"));
    private final List<String> right = new ArrayList<>();
    private final List<String> truth = new ArrayList<>();

    /// How the bank's line writes what it cites.
    private enum Cited {
        IN_TEXT("booked,purpose,amount", "rent %s, thanks"),
        WITHOUT_MARK("booked,purpose,amount", "Standing order %s"),
        IN_COLUMN("booked,ref,amount", "%s"),
        /// No number at all: the tenant's name.
        BY_NAME("booked,payer,amount", "%s");

        private final String header;
        private final String text;

        Cited(String header, String text) {
            this.header = header;
            this.text = text;
        }
    }

    /// Contract 3 does not pay in March, contract 5 pays its May three weeks late, contract 7 pays
    /// one month less and another too much.
    private void make(Cited cited) {
        right.add(cited.header);
        for (int month = 0; month < MONTHS; month++) {
            for (int n = 0; n < CONTRACTS; n++) {
                LocalDate due = FIRST.plusMonths(month);
                String amount = (n % 3 == 0 ? 720 : 850) + ".00";
                String contract = "MV-" + (20_117 + n * 13);
                left.add("%s,%s,%s,%s".formatted(contract, name(n), due, amount));
                int days = n == 5 && month == 4 ? 21 : (n + month) % 4;
                String text = cited == Cited.WITHOUT_MARK ? contract.replace("-", "") : contract;
                text = cited == Cited.BY_NAME ? name(n).toUpperCase(Locale.ROOT) : text;
                if (n != 3 || month != 2) {
                    String paid = n == 7 && month == 1 ? "840.00" : amount;
                    right.add(
                            "%s,%s,%s"
                                    .formatted(due.plusDays(days), cited.text.formatted(text), paid)
                                    .replace(", thanks,", " thanks,"));
                    truth.add((left.size() - 1) + " = " + (right.size() - 1));
                }
            }
        }
    }

    private static String name(int n) {
        List<String> first = List.of("Ana", "Oskar", "Felix", "Rosa", "Emil");
        List<String> last = List.of("Graf", "Vogt", "Fuchs", "Brandt", "Lange", "Maier", "Stein");
        return first.get(n % first.size()) + " " + last.get(n % last.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"IN_TEXT", "WITHOUT_MARK", "IN_COLUMN", "BY_NAME"})
    void eachPaymentIsThatOfItsMonthAndOneThatLacksIsMissing(String cited) {
        make(Cited.valueOf(cited));
        UnknownRun run = UnknownRun.of(file(left), file(right));
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(truth);
        assertThat(run.suggested()).isEmpty();
        assertThat(run.breaks())
                .hasSize(2)
                .anySatisfy(one -> assertThat(one).startsWith("missing-on-right"))
                .anySatisfy(one -> assertThat(one).startsWith("amount-differs The left is 10.00"));
    }

    @Test
    void theDaysReachFromOneDueDayToTheNext() {
        make(Cited.IN_TEXT);
        Proposal proposal = UnknownRun.propose(file(left), file(right));
        assertThat(LedgerAndBank.passes(proposal, Pass.Close.class))
                .isNotEmpty()
                .allSatisfy(pass -> {
                    assertThat(pass.key()).contains("contract");
                    assertThat(pass.days().before() + pass.days().after()).isLessThan(31);
                });
        assertThat(proposal.fields())
                .anySatisfy(field -> assertThat(field.why()).startsWith("comes again and again"));
    }

    /// A code that many entries of a day share tells nothing: no day tells them apart.
    @Test
    void aCodeOfManyEntriesADayIsNoNumberOfDues() {
        List<String> sold = new ArrayList<>(List.of("day,item,amount"));
        List<String> booked = new ArrayList<>(List.of("date,article,value"));
        for (int n = 0; n < 240; n++) {
            LocalDate day = FIRST.plusDays(n / 40);
            String amount = (n % 2 == 0 ? 4 : 5) + ".50";
            sold.add("%s,A%d,%s".formatted(day, 500 + n % 6, amount));
            booked.add("%s,A%d,%s".formatted(day, 500 + n % 6, amount));
        }
        Proposal proposal = UnknownRun.propose(file(sold), file(booked));
        assertThat(proposal.fields())
                .noneSatisfy(field -> assertThat(field.why()).startsWith("comes again and again"));
    }

    private static String file(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
