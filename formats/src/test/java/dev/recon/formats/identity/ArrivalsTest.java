package dev.recon.formats.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.formats.identity.Arrivals.Arrival;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final List<String> HEADER =
            List.of(
                    "account",
                    "statement",
                    "line",
                    "booking_date",
                    "amount",
                    "currency",
                    "status",
                    "bank_reference",
                    "text");

    @Test
    void theSameDeliveryTwiceAddsNothing() {
        List<Sighting> delivery =
                List.of(entry("01 10.00 R-1 fee"), entry("01 10.00 R-2 fee"), entry("02 5.00 - x"));

        assertThat(Arrivals.of(delivery, delivery))
                .containsExactly(new Arrival.Known(0), new Arrival.Known(1), new Arrival.Known(2));
    }

    @Test
    void anOverlappingStatementAddsOnlyWhatIsNew() {
        List<Sighting> january = List.of(entry("30 1.00 - a"), entry("31 2.00 - b"));
        List<Sighting> both = List.of(entry("31 2.00 - b"), entry("32 3.00 - c"));

        assertThat(Arrivals.of(january, both))
                .containsExactly(new Arrival.Known(1), new Arrival.New());
    }

    @Test
    void threeTwinsStayThreeWhereTwoWereKnown() {
        Sighting twin = entry("01 3.00 - coffee");

        assertThat(Arrivals.of(List.of(twin, twin), List.of(twin, twin, twin)))
                .containsExactly(new Arrival.Known(0), new Arrival.Known(1), new Arrival.New());
    }

    @Test
    void aReferenceThatRepeatsIsNoIdentity() {
        List<Sighting> known = List.of(entry("01 7.00 NONREF rent"));
        List<Sighting> delivery =
                List.of(
                        entry("01 7.00 NONREF rent"),
                        entry("02 7.00 NONREF rent"),
                        entry("03 7.00 NONREF rent"));

        assertThat(Arrivals.of(known, delivery))
                .containsExactly(new Arrival.Known(0), new Arrival.New(), new Arrival.New());
    }

    @Test
    void aReferenceIsAnIdentityAlthoughTheTextIsAmended() {
        List<Sighting> known = List.of(entry("01 7.00 B-1 short"));

        assertThat(Arrivals.of(known, List.of(entry("01 7.00 B-1 long-text"))))
                .containsExactly(new Arrival.Changed(0));
    }

    @Test
    void aReferenceUsedAgainForAnotherAmountIsAnotherEntry() {
        List<Sighting> known = List.of(entry("01 7.00 B-1 rent"));

        assertThat(Arrivals.of(known, List.of(entry("02 8.00 B-1 rent"))))
                .containsExactly(new Arrival.New());
    }

    @Test
    void theSameRentOfTheNextMonthIsAnotherEntry() {
        List<Sighting> known = List.of(entry("01 7.00 B-1 rent"));

        assertThat(Arrivals.of(known, List.of(entry("31 7.00 B-1 rent"))))
                .containsExactly(new Arrival.New());
    }

    @Test
    void aPendingEntryThatIsBookedStaysOne() {
        List<Sighting> known = List.of(sighting("A", "01", "7.00", "PDNG", "", "rent"));
        List<Sighting> booked = List.of(sighting("A", "01", "7.00", "BOOK", "", "rent"));

        assertThat(Arrivals.of(known, booked)).containsExactly(new Arrival.Changed(0));
    }

    @Test
    void anotherAccountIsAnotherEntry() {
        List<Sighting> known = List.of(sighting("A", "01", "7.00", "BOOK", "B-1", "rent"));
        List<Sighting> other = List.of(sighting("B", "01", "7.00", "BOOK", "B-1", "rent"));

        assertThat(Arrivals.of(known, other)).containsExactly(new Arrival.New());
    }

    /// Deliveries of whole days, overlapping as they like and shuffled, bring every entry of what
    /// happened exactly once: as many twins as there were, whatever the references are worth.
    @RepeatedTest(200)
    void overlappingDeliveriesBringEveryEntryOnce(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        int days = 10;
        List<List<Sighting>> happened = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            happened.add(day(random, day));
        }
        List<Sighting> known = new ArrayList<>();
        for (int first = 0; first < days; first += 1 + random.nextInt(2)) {
            int last = Math.min(days, first + 2 + random.nextInt(4));
            List<Sighting> delivery = new ArrayList<>();
            happened.subList(first, last).forEach(delivery::addAll);
            Collections.shuffle(delivery, random);
            add(known, delivery);
            int size = known.size();
            add(known, delivery);
            assertThat(known).hasSize(size);
        }
        List<Sighting> all = happened.stream().flatMap(List::stream).toList();
        assertThat(known).containsExactlyInAnyOrderElementsOf(all);
    }

    @RepeatedTest(50)
    void theOrderOfADeliveryDoesNotMatter(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<Sighting> known = new ArrayList<>(day(random, 1));
        List<Sighting> delivery = new ArrayList<>(day(random, 1));
        delivery.addAll(known.subList(0, known.size() / 2));
        List<Sighting> one = new ArrayList<>(known);
        add(one, delivery);
        Collections.shuffle(delivery, random);
        List<Sighting> other = new ArrayList<>(known);
        add(other, delivery);

        assertThat(other).containsExactlyInAnyOrderElementsOf(one);
    }

    private static void add(List<Sighting> known, List<Sighting> delivery) {
        List<Arrival> arrivals = Arrivals.of(known, delivery);
        for (int at = 0; at < delivery.size(); at++) {
            if (arrivals.get(at) instanceof Arrival.New) {
                known.add(delivery.get(at));
            }
        }
    }

    /// Few amounts, texts and references, so that twins and repeated references are common.
    private static List<Sighting> day(Random random, int day) {
        List<Sighting> entries = new ArrayList<>();
        int size = 1 + random.nextInt(6);
        for (int at = 0; at < size; at++) {
            String reference = random.nextBoolean() ? "" : "R" + random.nextInt(3);
            String unique = random.nextInt(3) == 0 ? "U" + day + "-" + at : reference;
            entries.add(
                    sighting(
                            "A",
                            "2026-01-%02d".formatted(day + 1),
                            (1 + random.nextInt(2)) + ".00",
                            "BOOK",
                            unique,
                            "t" + random.nextInt(2)));
        }
        return entries;
    }

    /// An entry as `day amount reference text`; `-` is no reference.
    private static Sighting entry(String words) {
        List<String> parts = Arrays.asList(words.split(" ", -1));
        String reference = parts.get(2).equals("-") ? "" : parts.get(2);
        return sighting("A", parts.get(0), parts.get(1), "BOOK", reference, parts.get(3));
    }

    private static Sighting sighting(String... cells) {
        return Sighting.of(
                HEADER,
                List.of(
                        cells[0], "S", "1", cells[1], cells[2], "EUR", cells[3], cells[4],
                        cells[5]));
    }
}
