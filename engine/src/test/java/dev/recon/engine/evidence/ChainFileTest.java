package dev.recon.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whatever is done to a chain is found, and where.
class ChainFileTest {
    private static final SealKey KEY = SealKey.of(new byte[SealKey.SECRET_BYTES]);
    private static final String WORKSPACE = "w";

    @Test
    void aChainThatNobodyTouchedHolds() throws IOException {
        assertThat(wrong(chain(6))).isEmpty();
        assertThat(wrong(List.of(anchor(0, ChainEvent.START)))).isEmpty();
    }

    @Test
    void aPartOfAChainHoldsFromWhereItBegins() throws IOException {
        assertThat(wrong(chain(6).subList(3, 7))).isEmpty();
    }

    @Test
    void aChangedEventIsFound() throws IOException {
        List<String> lines = chain(6);
        lines.set(2, lines.get(2).replace("deed-3", "deed-x"));

        assertThat(wrong(lines)).singleElement().asString().contains("Event 3: found hash");
    }

    @Test
    void aMissingEventIsFound() throws IOException {
        List<String> lines = chain(6);
        lines.remove(2);

        assertThat(wrong(lines))
                .singleElement()
                .asString()
                .contains("Event 3: found event number 4");
    }

    @Test
    void twoEventsInTheOtherOrderAreFound() throws IOException {
        List<String> lines = chain(6);
        Collections.swap(lines, 2, 3);

        assertThat(wrong(lines))
                .singleElement()
                .asString()
                .contains("Event 3: found event number 4");
    }

    @Test
    void aMissingEndIsFound() throws IOException {
        List<String> lines = chain(6);
        lines.remove(5);
        assertThat(wrong(lines)).singleElement().asString().contains("its head is event 6");

        lines.removeLast();
        assertThat(wrong(lines)).singleElement().asString().contains("the end is missing");
    }

    @Test
    void aChainThatWasHashedAgainIsFoundByTheHeadAndByAnEarlierAnchor() throws IOException {
        List<String> before = chain(6);
        Anchor kept = Anchor.read(JsonText.object(before.getLast()));
        List<String> lines = chain(6, 3);

        assertThat(wrong(lines)).as("whoever has the key can sign again").isEmpty();
        assertThat(wrong(lines, List.of(kept)))
                .singleElement()
                .asString()
                .contains("Event 6 was " + kept.hash());

        lines.set(6, before.getLast());
        assertThat(wrong(lines)).singleElement().asString().contains("its head is event 6");
    }

    @Test
    void aCutChainIsFoundByAnEarlierAnchor() throws IOException {
        Anchor kept = Anchor.read(JsonText.object(chain(6).getLast()));

        assertThat(wrong(chain(4), List.of(kept)))
                .singleElement()
                .asString()
                .contains("0 of 1 anchored events");
    }

    @Test
    void aForgedHeadIsFound() throws IOException {
        List<String> lines = chain(6);
        lines.set(6, lines.get(6).replace("2026-01-31", "2026-02-01"));

        assertThat(wrong(lines)).singleElement().asString().contains("signature is not its key's");
    }

    @Test
    void aLineThatIsNoEventIsFound() throws IOException {
        List<String> lines = chain(3);
        lines.add(1, "{\"event\":{},\"event\":{}}");

        assertThat(wrong(lines)).singleElement().asString().contains("Line 2 is no event");
    }

    @Test
    void anAnchorIsFoundInALineOfALog() {
        Anchor anchor = Anchor.read(JsonText.object(chain(2).getLast()));
        String line = "{\"message\":\"" + anchor.logged() + "\",\"level\":\"INFO\"}";

        assertThat(Anchor.findLogged(line)).contains(anchor);
        assertThat(Anchor.findLogged(line).orElseThrow().isSigned()).isTrue();
    }

    private static List<String> wrong(List<String> lines) throws IOException {
        return wrong(lines, List.of());
    }

    private static List<String> wrong(List<String> lines, List<Anchor> anchors) throws IOException {
        BufferedReader text = new BufferedReader(new StringReader(String.join("\n", lines)));
        return ChainFile.verify(text, anchors, _ -> {}).checks().stream()
                .filter(check -> !check.holds())
                .map(Check::detail)
                .toList();
    }

    private static List<String> chain(int events) {
        return chain(events, 0);
    }

    /// @param changed an event that says something else, rightly hashed
    private static List<String> chain(int events, int changed) {
        List<String> lines = new ArrayList<>();
        String hash = ChainEvent.START;
        for (long number = 1; number <= events; number++) {
            String action = "deed-" + number + (number == changed ? "x" : "");
            Map<String, @Nullable Object> said =
                    JsonFields.object(
                            Map.of(
                                    "workspace", WORKSPACE,
                                    "number", number,
                                    "action", action,
                                    "objectId", "o",
                                    "details", Map.of("text", "é\n\"\u0001", "count", number)));
            byte[] previous = HexFormat.of().parseHex(hash);
            String next = HexFormat.of().formatHex(ChainEvent.hash(previous, said));
            lines.add(new ChainEvent(said, hash, next).line());
            hash = next;
        }
        lines.add(anchor(events, hash));
        return lines;
    }

    private static String anchor(long number, String hash) {
        return Anchor.sign(KEY, Anchor.head(WORKSPACE, number, hash, "2026-01-31T00:00:00Z"))
                .line();
    }
}
