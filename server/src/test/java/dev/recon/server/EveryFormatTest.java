package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import blue.strategic.parquet.ParquetWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Every format, sent as people send it: the table that comes back has the entries that the samples
/// of the door say, each sample of every bank format, and one of each other.
class EveryFormatTest {
    private static final Path GOLDEN = Contract.root().resolve("formats/src/test/resources/golden");
    private static final Pattern TOLD = Pattern.compile("\n\n(\\S+), (\\d+) entries\n");
    private static final List<List<String>> LEDGER =
            List.of(
                    List.of("id", "date", "amount", "text"),
                    List.of("A-1", "2026-03-05", "1204.50", "rent"),
                    List.of("A-2", "2026-03-06", "-99.00", "cake"),
                    List.of("A-3", "2026-03-07", "10.25", "fee"));

    private final Api api = TestServer.shared().api();

    @Test
    void theFirstEntriesAreShownAsTheyWereDelivered() {
        String file = api.upload("export.csv", "id,paid\n1,2026-01-31\n2,NULL\n").text("/id");
        JsonNode entries = api.get("/api/v1/files/" + file + "/table").is(200).json().get("first");
        assertThat(entries.at("/0/1").asString()).isEqualTo("2026-01-31");
        assertThat(entries.at("/1/1").asString()).isEqualTo("NULL");
    }

    @Test
    void everySampleOfABankComesBackAsItsTable() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (Path sample : samples()) {
            String expected =
                    Files.readString(sample.resolveSibling(sample.getFileName() + ".expected"));
            Api.Answer sent = upload(sample.getFileName().toString(), Files.readAllBytes(sample));
            if (expected.endsWith("plain text\n")) {
                assertThat(sent.text("/door/format")).as(sample.toString()).isEqualTo("csv");
                continue;
            }
            if (expected.startsWith("refused")) {
                assertThat(sent.text("/door/state")).as(sample.toString()).isEqualTo("held");
                assertThat(expected).contains(sent.text("/door/problem/expected"));
                continue;
            }
            Matcher told = TOLD.matcher(expected);
            assertThat(told.find()).as(sample.toString()).isTrue();
            JsonNode table = table(sent);
            assertThat(sent.text("/door/format")).as(sample.toString()).isEqualTo(told.group(1));
            assertThat(table.at("/origin/entries").asString()).isEqualTo(told.group(2));
            assertThat(expected).startsWith(firstLines(table));
            seen.add(told.group(1) + "/" + GOLDEN.relativize(sample).getName(0));
        }
        assertThat(seen)
                .as("one sample of each at least was read")
                .anyMatch(each -> each.startsWith("mt940"))
                .anyMatch(each -> each.endsWith("/bai2"))
                .anyMatch(each -> each.endsWith("/ofx"))
                .anyMatch(each -> each.endsWith("/qif"))
                .anyMatch(each -> each.endsWith("/nacha"))
                .anyMatch(each -> each.endsWith("/payments"))
                .anyMatch(each -> each.endsWith("/camt"));
    }

    @Test
    void treesTextsAndBinaryTablesComeBackAsTheirTable(@TempDir Path folder) throws IOException {
        check("ledger.json", json().getBytes(StandardCharsets.UTF_8), "json");
        check("ledger.jsonl", jsonLines().getBytes(StandardCharsets.UTF_8), "json");
        check("ledger.xml", xml().getBytes(StandardCharsets.UTF_8), "xml");
        check("ledger.txt", fixedWidth().getBytes(StandardCharsets.UTF_8), "fixed");
        check("ledger.xls", xls(), "xls");
        check("ledger.html", page().getBytes(StandardCharsets.UTF_8), "html");
        check("ledger.parquet", parquet(folder.resolve("ledger.parquet")), "parquet");
    }

    private void check(String name, byte[] bytes, String format) {
        Api.Answer sent = upload(name, bytes);
        assertThat(sent.text("/door/format")).as(sent.body()).isEqualTo(format);
        JsonNode table = table(sent);
        assertThat(table.at("/origin/entries").asInt()).as(name).isEqualTo(LEDGER.size() - 1);
        assertThat(cells(table.get("columns"))).as(name).isEqualTo(LEDGER.getFirst());
        assertThat(cells(table.at("/first/0"))).as(name).isEqualTo(LEDGER.get(1));
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".expected"))
                    .sorted()
                    .toList();
        }
    }

    private Api.Answer upload(String name, byte[] bytes) {
        Api.Answer sent = api.upload(name, bytes, Map.of());
        assertThat(sent.status()).as(sent.body()).isIn(200, 201);
        return sent;
    }

    private JsonNode table(Api.Answer sent) {
        return api.get("/api/v1/files/" + sent.text("/id") + "/table").is(200).json();
    }

    /// The header and the first entry as a table on disk has them; nothing where it has no entry.
    private static String firstLines(JsonNode table) {
        String header = line(cells(table.get("columns")));
        return table.get("first").isEmpty() ? "" : header + line(cells(table.at("/first/0")));
    }

    private static List<String> cells(JsonNode row) {
        List<String> cells = new ArrayList<>();
        row.forEach(cell -> cells.add(cell.asString()));
        return cells;
    }

    private static String line(List<String> cells) {
        return String.join(",", cells.stream().map(EveryFormatTest::quoted).toList()) + "\n";
    }

    private static String quoted(String cell) {
        boolean isPlain = cell.equals(cell.strip()) && !cell.matches("(?s).*[,\"\r\n].*");
        return isPlain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private static List<String> objects() {
        return LEDGER.stream()
                .skip(1)
                .map(row ->
                        "{\"id\": \"%s\", \"date\": \"%s\", \"amount\": %s, \"text\": \"%s\"}"
                                .formatted(row.toArray()))
                .toList();
    }

    private static String json() {
        return "{\"entries\": [" + String.join(", ", objects()) + "]}";
    }

    private static String jsonLines() {
        return String.join("\n", objects()) + "\n";
    }

    private static String xml() {
        return LEDGER.stream()
                .skip(1)
                .map(row ->
                        "<entry><id>%s</id><date>%s</date><amount>%s</amount><text>%s</text>"
                                .concat("</entry>")
                                .formatted(row.toArray()))
                .reduce("<ledger>", String::concat)
                .concat("</ledger>");
    }

    private static String page() {
        return LEDGER.stream()
                .map(row -> "<tr><td>" + String.join("<td>", row) + "\n")
                .reduce("<html><body><p>Ledger</p><table>\n", String::concat)
                .concat("</table></body></html>\n");
    }

    private static String fixedWidth() {
        return LEDGER.stream()
                .map(row -> "%-8s%-14s%12s  %-10s%n".formatted(row.toArray()))
                .reduce("", String::concat);
    }

    private static byte[] xls() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("ledger");
            for (int at = 0; at < LEDGER.size(); at++) {
                Row row = sheet.createRow(at);
                for (int column = 0; column < LEDGER.get(at).size(); column++) {
                    row.createCell(column).setCellValue(LEDGER.get(at).get(column));
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] parquet(Path file) throws IOException {
        var text = LogicalTypeAnnotation.stringType();
        MessageType schema =
                new MessageType(
                        "ledger",
                        Types.required(PrimitiveTypeName.BINARY).as(text).named("id"),
                        Types.required(PrimitiveTypeName.BINARY).as(text).named("date"),
                        Types.required(PrimitiveTypeName.INT64)
                                .as(LogicalTypeAnnotation.decimalType(2, 18))
                                .named("amount"),
                        Types.required(PrimitiveTypeName.BINARY).as(text).named("text"));
        try (var writer =
                ParquetWriter.<List<String>>writeFile(
                        schema,
                        file.toFile(),
                        (row, values) -> {
                            values.write("id", row.get(0));
                            values.write("date", row.get(1));
                            values.write(
                                    "amount",
                                    new BigDecimal(row.get(2)).movePointRight(2).longValueExact());
                            values.write("text", row.get(3));
                        })) {
            for (List<String> row : LEDGER.subList(1, LEDGER.size())) {
                writer.write(row);
            }
        }
        return Files.readAllBytes(file);
    }
}
