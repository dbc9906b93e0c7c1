package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/// Names that a person sees at once, where no reference ties entries together.
class LikelyNamesTest {
    private static final int MEMBERS = 2_000;
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final List<String> STARTS =
            List.of(
                    "Ar", "Bel", "Cor", "Dan", "El", "Far", "Gis", "Hol", "Ira", "Jon", "Kal",
                    "Lu");
    private static final List<String> ENDS =
            List.of("mann", "bert", "wig", "stein", "hof", "rich", "lein", "tal", "nau", "dorf");

    private static String name(int number) {
        return STARTS.get(number % 12)
                + ENDS.get(number / 12 % 10)
                + " "
                + STARTS.get(number / 120 % 12)
                + ENDS.get(number / 1_440 % 10);
    }

    private static String person(int number) {
        return name(mixed(number, 14_400));
    }

    private static int mixed(int number, int of) {
        return new Random(number * 31L + 7).nextInt(of);
    }

    /// No day is ever the same, so that entries of one day teach nothing of names.
    @Test
    void namesOfManyWhoPayTheSameFewFeesAreFoundAlthoughNoDayIsTheSame() {
        List<String> fees = List.of("9.90", "29.90", "49.90");
        IntFunction<LocalDate> day = n -> DAY.plusDays(mixed(n, 365));
        IntFunction<String> fee = n -> fees.get(n % 3);
        String left =
                UnknownRun.file(
                        "date,member,fee",
                        n -> "%s,%s,%s".formatted(day.apply(n), person(n), fee.apply(n)),
                        MEMBERS);
        String right =
                UnknownRun.file(
                        "booked,payer,amount",
                        n ->
                                "%s,%s,%s"
                                        .formatted(
                                                day.apply(n).plusDays(1 + n % 9),
                                                person(n).toUpperCase(Locale.ROOT),
                                                fee.apply(n)),
                        MEMBERS);
        assertThat(UnknownRun.of(left, right).matched()).hasSizeGreaterThan(MEMBERS * 9 / 10);
    }

    /// The longer a file, the more words it has that somebody mistyped once.
    @Test
    void firstAndLastNamesAreJoinedHoweverManyWordsWereMistyped() {
        IntFunction<LocalDate> born = n -> DAY.minusDays(mixed(n, 20_000));
        String left =
                UnknownRun.file(
                        "first,last,born",
                        n -> "%s,%s".formatted(person(n % 800).replace(' ', ','), born.apply(n)),
                        MEMBERS);
        String right =
                UnknownRun.file(
                        "born,name",
                        n -> "%s,%s".formatted(born.apply(n), typed(person(n % 800), n)),
                        MEMBERS);
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().fields())
                .anySatisfy(field -> assertThat(field.left()).contains("first / last"));
        assertThat(run.matched()).hasSizeGreaterThan(MEMBERS * 9 / 10);
    }

    /// One in six is mistyped, each at another place.
    private static String typed(String name, int number) {
        if (number % 6 != 0) {
            return name;
        }
        char other = (char) ('a' + number % 26);
        int at = 1 + number / 6 % (name.length() - 1);
        return name.substring(0, at) + other + "q" + name.substring(at);
    }

    /// The day of birth is the same by chance: who else is taken for somebody must be told.
    @Test
    void anotherNameInALikelyMatchIsABreak() {
        IntFunction<LocalDate> born = n -> DAY.minusDays(mixed(n, 20_000));
        IntFunction<String> twin = n -> n == 7 ? "Zoe Quandt" : person(n);
        String left = UnknownRun.file("patient,born", n -> person(n) + "," + born.apply(n), 200);
        String right =
                UnknownRun.file("patient,born", n -> twin.apply(n) + "," + born.apply(n), 200);
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).hasSizeGreaterThanOrEqualTo(199);
        assertThat(run.breaks())
                .allSatisfy(found -> assertThat(found).containsAnyOf("field-differs", "missing"))
                .isNotEmpty();
    }
}
