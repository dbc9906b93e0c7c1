package dev.recon.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A workbook as large as the heap of the server is streamed, and the server lives.
class LargeWorkbookFaultTest {
    private static final int MEGABYTES = Faults.count(40, 200);
    private static final int CELL_LETTERS = 400;

    @Test
    void aWorkbookAsLargeAsTheHeapIsUnfolded(@TempDir Path home, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path book = folder.resolve("large.xlsx");
        int rows = write(book);
        assertThat(Files.size(book)).isGreaterThan(MEGABYTES * 1_000_000L);
        String heap = Faults.count(128, 256) + "m";
        Map<String, String> more =
                Map.of(ServerProcess.HEAP, heap, "DATABASE_URL", TestDatabase.fresh());
        try (ServerProcess server = ServerProcess.start(home, more)) {
            HttpResponse<String> answer;
            try (HttpClient client = HttpClient.newHttpClient()) {
                answer =
                        client.send(
                                server.api()
                                        .request("/api/v1/files?name=large.xlsx")
                                        .header("Content-Type", "application/octet-stream")
                                        .timeout(Duration.ofMinutes(20))
                                        .POST(BodyPublishers.ofFile(book))
                                        .build(),
                                BodyHandlers.ofString());
            }
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            JsonNode file = JsonMapper.shared().readTree(answer.body());
            assertThat(file.at("/door/state").asString()).as(answer.body()).isEqualTo("ready");
            assertThat(server.lines()).noneMatch(line -> line.contains("OutOfMemoryError"));
            String table = "/api/v1/files/" + file.get("id").asString() + "/table";
            Api.Answer shown = server.api().get(table);
            assertThat(shown.status()).as("%s", server.lines()).isEqualTo(200);
            assertThat(shown.json().at("/origin/entries").asInt()).isEqualTo(rows);
            server.api().get("/health/live").is(200);
            server.api().upload("small.csv", "a,b\n1,2\n").is(201);
            assertThat(server.lines()).noneMatch(line -> line.contains("OutOfMemoryError"));
        }
    }

    /// One sheet, whose cells hardly pack.
    ///
    /// @return how many rows stand below its head
    private static int write(Path book) throws IOException {
        Random random = new Random(11);
        int rows = 0;
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(book));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            member(zip, "xl/workbook.xml");
            zip.write(
                    "<workbook xmlns:r='r'><sheets><sheet name='all' sheetId='1' r:id='r1'/>"
                            .concat("</sheets></workbook>")
                            .getBytes(UTF_8));
            member(zip, "xl/_rels/workbook.xml.rels");
            zip.write(
                    "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/>"
                            .concat("</Relationships>")
                            .getBytes(UTF_8));
            member(zip, "xl/worksheets/sheet1.xml");
            zip.write("<worksheet><sheetData>".getBytes(UTF_8));
            zip.write(row("Reference", "Amount").getBytes(UTF_8));
            // Letters of 64 kinds pack to three quarters.
            long bytes = MEGABYTES * 1_400_000L;
            for (long written = 0; written < bytes; written += CELL_LETTERS, rows++) {
                zip.write(row(noise(random), String.valueOf(rows)).getBytes(UTF_8));
            }
            zip.write("</sheetData></worksheet>".getBytes(UTF_8));
        }
        return rows;
    }

    private static void member(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
    }

    private static String row(String text, String other) {
        return "<row><c t='str'><v>" + text + "</v></c><c t='str'><v>" + other + "</v></c></row>";
    }

    private static String noise(Random random) {
        byte[] letters = new byte[CELL_LETTERS * 3 / 4];
        random.nextBytes(letters);
        return java.util.Base64.getUrlEncoder().encodeToString(letters);
    }
}
