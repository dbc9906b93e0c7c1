package dev.recon.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.DoorFiles.Payment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Any file in: what is uploaded is understood and proved at the door, or held with the reason.
class DoorTest {
    private final TestServer server = TestServer.shared();
    private final Api api = server.api();
    private final Journey journey = new Journey(api);
    private final JdbcClient db = server.owner();

    @Test
    void aStatementAgainstAWorkbookIsReconciledWithNothingConfigured() {
        List<Payment> payments = DoorFiles.payments(40);
        List<List<String>> booked = new ArrayList<>(DoorFiles.ledger(payments));
        booked.remove(7);
        booked.set(12, List.of(payments.get(12).reference(), "2026-03-14", "1.00", "EUR"));
        String ledger = upload("ledger.xlsx", workbook(booked)).text("/id");
        Api.Answer bank = upload("bank.xml", DoorFiles.camt(payments, 0)).is(201);

        assertThat(bank.text("/door/state")).isEqualTo("ready");
        assertThat(bank.text("/door/format")).isEqualTo("camt");
        JsonNode table = table(bank.text("/id"), "");
        assertThat(table.at("/origin/entries").asInt()).isEqualTo(40);
        assertThat(table.at("/origin/proofs/0/claim").asString())
                .isEqualTo("opening + entries = closing");
        assertThat(table.at("/origin/proofs/0/figures").toString()).contains("EUR 1000.00");
        assertThat(table.at("/first/0").toString()).contains(payments.getFirst().reference());

        String run = run(ledger, bank.text("/id"), "camt");
        JsonNode summary = journey.proven(run);
        assertThat(summary.at("/byStatus/0/leftEntries").asInt()).isGreaterThanOrEqualTo(38);
        List<JsonNode> breaks = journey.all("/api/v1/runs/" + run + "/breaks", 50);
        assertThat(breaks)
                .extracting(one -> one.get("kind").asString())
                .contains("missing-on-left")
                .hasSizeBetween(2, 3);
        String id = breaks.getFirst().get("id").asString();
        JsonNode seen = api.get("/api/v1/breaks/" + id).is(200).json();
        assertThat(seen.toString()).as("its line is read from the table").contains("INV-");
        api.get("/api/v1/breaks/" + id + "/candidates").is(200);
    }

    @Test
    void aStatementThatDoesNotAddUpIsHeldAndNothingIsLost() {
        List<Payment> payments = DoorFiles.payments(12);
        String wrong = DoorFiles.camt(payments, 100);
        Api.Answer held = upload("wrong.xml", wrong).is(201);
        String ledger = upload("l1.xlsx", workbook(DoorFiles.ledger(payments))).text("/id");

        assertThat(held.text("/door/state")).isEqualTo("held");
        assertThat(held.text("/door/problem/where")).startsWith("wrong.xml");
        assertThat(held.text("/door/problem/mend")).isNotBlank();
        String id = held.text("/id");
        assertThat(api.get("/api/v1/files/" + id + "/content").is(200).body()).isEqualTo(wrong);
        JsonNode table = table(id, "");
        assertThat(table.get("state").asString()).isEqualTo("held");
        assertThat(table.get("origin").isNull()).isTrue();

        Api.Answer refused = api.get("/api/v1/proposals?leftFile=" + ledger + "&rightFile=" + id);
        assertThat(refused.is(422).text("/type")).isEqualTo("/problems/file-held");
        assertThat(refused.text("/detail")).contains(held.text("/door/problem/found"));

        String mended = upload("mended.xml", DoorFiles.camt(payments, 0)).text("/id");
        String reconciliation = reconciliation(ledger, mended, "mended");
        Api.Answer run =
                api.post(
                        "/api/v1/reconciliations/" + reconciliation + "/runs",
                        Map.of("leftFile", ledger, "rightFile", id));
        assertThat(run.is(422).text("/type")).isEqualTo("/problems/file-held");
        journey.await(journey.queue(reconciliation, ledger, mended), "done");
    }

    @Test
    void aTableWithoutEntriesKeepsItsColumns() {
        String head = "booking_date,amount,currency\n";
        String delimited = upload("empty.csv", head).text("/id");
        String statement = upload("empty.xml", DoorFiles.camt(List.of(), 0)).is(201).text("/id");

        for (String file : List.of(delimited, statement)) {
            JsonNode table = table(file, "");
            assertThat(table.get("columns")).as(table.toString()).hasSizeGreaterThan(1);
            assertThat(table.get("first")).isEmpty();
            assertThat(table.get("problem").isNull()).isTrue();
        }
        assertThat(table(delimited, "").at("/columns/1").asString()).isEqualTo("amount");
    }

    @Test
    void theOtherSheetOfAWorkbookIsChosen() {
        List<Payment> march = DoorFiles.payments(30);
        List<Payment> april = DoorFiles.payments(60).subList(30, 60);
        SequencedMap<String, List<List<String>>> sheets = new LinkedHashMap<>();
        sheets.put("March", DoorFiles.ledger(march));
        sheets.put("April", DoorFiles.ledger(april));
        String ledger = upload("two.xlsx", DoorFiles.workbook(sheets)).text("/id");
        String bank = upload("april.xml", DoorFiles.camt(april, 0)).text("/id");

        JsonNode first = table(ledger, "");
        assertThat(first.at("/origin/choices/0/taken").asString()).isEqualTo("March");
        assertThat(first.at("/origin/choices/0/offered").toString()).contains("April");
        JsonNode other = table(ledger, "?sheet=April");
        assertThat(other.at("/first/0/0").asString()).isEqualTo(april.getFirst().reference());
        JsonNode wrong = table(ledger, "?sheet=May");
        assertThat(wrong.at("/problem/found").asString()).contains("March", "April");

        JsonNode proposal =
                api.post(
                                "/api/v1/proposals",
                                Map.of(
                                        "leftFile", ledger,
                                        "rightFile", bank,
                                        "leftChoices", Map.of("sheet", "April")))
                        .is(200)
                        .json();
        String rules = proposal.get("rules").asString();
        assertThat(rules).contains("sheet").contains("April");
        runOn(ledger, bank, rules);
    }

    private void runOn(String ledger, String bank, String rules) {
        JsonNode again =
                api.post(
                                "/api/v1/proposals",
                                Map.of("leftFile", ledger, "rightFile", bank, "rules", rules))
                        .is(200)
                        .json();
        assertThat(again.at("/left/rowsEstimated").asInt()).isEqualTo(30);
        String reconciliation =
                api.post("/api/v1/reconciliations", Map.of("name", "April", "rules", rules))
                        .is(201)
                        .text("/id");
        String run = journey.queue(reconciliation, ledger, bank);
        journey.await(run, "done");
        assertThat(journey.proven(run).at("/byStatus/0/leftEntries").asInt()).isEqualTo(30);
    }

    @Test
    void anArchiveOfSeveralTablesIsHeldUntilOneIsChosen() {
        Sample sample = Sample.of(40, 73);
        byte[] packed = DoorFiles.zip("ledger.csv", sample.left(), "notes.csv", "who,what\nx,y\n");
        Api.Answer held = upload("month.zip", packed).is(201);
        String bank = upload("bank-73.csv", sample.right()).text("/id");
        String id = held.text("/id");

        assertThat(held.text("/door/state")).isEqualTo("held");
        JsonNode choice = table(id, "").at("/origin/choices/0");
        assertThat(choice.get("kind").asString()).isEqualTo("member");
        assertThat(choice.get("offered").toString()).contains("ledger.csv", "notes.csv");
        assertThat(table(id, "?member=ledger.csv").get("state").asString()).isEqualTo("ready");

        String rules =
                api.post(
                                "/api/v1/proposals",
                                Map.of(
                                        "leftFile", id,
                                        "rightFile", bank,
                                        "leftChoices", Map.of("member", "ledger.csv")))
                        .is(200)
                        .text("/rules");
        String reconciliation =
                api.post("/api/v1/reconciliations", Map.of("name", "member", "rules", rules))
                        .is(201)
                        .text("/id");
        String run = journey.queue(reconciliation, id, bank);
        journey.await(run, "done");
        journey.proven(run);
    }

    @Test
    void packedTextIsReadAndPlainTextHasNoSecondCopy() {
        Sample sample = Sample.of(60, 71);
        byte[] packed = DoorFiles.gzip(sample.left().getBytes(UTF_8));
        Api.Answer left = upload("left.csv.gz", packed).is(201);
        Api.Answer right = api.upload("right.csv", sample.right()).is(201);

        assertThat(left.text("/door/format")).isEqualTo("csv");
        assertThat(segments(left.text("/id"))).isEqualTo(1);
        assertThat(segments(right.text("/id"))).isZero();
        String run = run(left.text("/id"), right.text("/id"), "gzip");
        assertThat(journey.proven(run).at("/byStatus/0/leftEntries").asInt()).isGreaterThan(40);
    }

    @Test
    void theSameIsUnfoldedOnceHoweverManyAsk() throws Exception {
        SequencedMap<String, List<List<String>>> sheets = new LinkedHashMap<>();
        sheets.put("A", DoorFiles.ledger(DoorFiles.payments(20)));
        sheets.put("B", DoorFiles.ledger(DoorFiles.payments(25)));
        byte[] book = DoorFiles.workbook(sheets);
        List<Callable<Api.Answer>> asked = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            asked.add(() -> upload("same.xlsx", book));
        }
        List<String> ids = new ArrayList<>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : people.invokeAll(asked)) {
                ids.add(answer.get().text("/id"));
            }
            assertThat(ids.stream().distinct()).hasSize(1);
            String id = ids.getFirst();
            List<Callable<JsonNode>> looks = new ArrayList<>();
            for (int n = 0; n < 12; n++) {
                looks.add(() -> table(id, "?sheet=B"));
            }
            for (var look : people.invokeAll(looks)) {
                assertThat(look.get().at("/origin/entries").asInt()).isEqualTo(25);
            }
        }
        int tables =
                db.sql("SELECT count(*) FROM file_table WHERE file_id = :id::uuid")
                        .param("id", ids.getFirst())
                        .query(Integer.class)
                        .single();
        assertThat(tables).isEqualTo(2);
        assertThat(segments(ids.getFirst())).isEqualTo(2);
    }

    @Test
    void aPreviewOfWhatIsNoTextAsksForTheUpload() {
        Api.Answer answer =
                api.send(
                        new Multipart()
                                .file("left", "l.csv", Sample.of(20, 1).left())
                                .file("right", "r.xml", DoorFiles.camt(DoorFiles.payments(2), 0))
                                .post(api, "/api/v1/previews"));

        assertThat(answer.is(422).text("/type")).isEqualTo("/problems/upload-first");
        assertThat(answer.text("/detail")).contains("r.xml");
    }

    @Test
    void theFormatsAreListed() {
        JsonNode formats = api.get("/api/v1/formats").is(200).json().get("items");

        assertThat(formats.findValuesAsString("name"))
                .startsWith("csv")
                .contains("camt", "mt940", "xlsx", "json", "parquet");
    }

    private JsonNode table(String file, String query) {
        return api.get("/api/v1/files/" + file + "/table" + query).is(200).json();
    }

    private int segments(String file) {
        return db.sql(
                        """
                        SELECT count(*) FROM file_table t
                        JOIN file_table_segment s ON s.table_id = t.id
                        WHERE t.file_id = :id::uuid
                        """)
                .param("id", file)
                .query(Integer.class)
                .single();
    }

    private String run(String left, String right, String name) {
        String run = journey.queue(reconciliation(left, right, name), left, right);
        journey.await(run, "done");
        return run;
    }

    private String reconciliation(String left, String right, String name) {
        String files = "leftFile=" + left + "&rightFile=" + right;
        String rules = api.get("/api/v1/proposals?" + files).is(200).text("/rules");
        return api.post("/api/v1/reconciliations", Map.of("name", name, "rules", rules))
                .is(201)
                .text("/id");
    }

    private static byte[] workbook(List<List<String>> rows) {
        SequencedMap<String, List<List<String>>> sheets = new LinkedHashMap<>();
        sheets.put("Ledger", rows);
        return DoorFiles.workbook(sheets);
    }

    private Api.Answer upload(String name, String text) {
        return upload(name, text.getBytes(UTF_8));
    }

    private Api.Answer upload(String name, byte[] bytes) {
        return api.upload(name, bytes, Map.of());
    }
}
