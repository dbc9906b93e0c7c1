package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A file that was kept by a release that could read it, and cannot be read any more, is the fault
/// of that file: it is said where somebody comes upon it.
class UnreadableFileTest {
    private static final String DELIVERED = "ref,amount\na-1,10.00\na-2,20.00\n";

    private final Api api = TestServer.shared().api();

    @Test
    void whereWhatWasDeliveredBeforeCannotBeReadThatIsSaid() {
        String source = api.post("/api/v1/sources", Map.of("name", "old")).is(201).text("/id");
        deliver(source, DELIVERED).is(201);
        replaceMerged(source, api.upload("kept.csv", "\n").text("/id"));

        Api.Answer next = deliver(source, DELIVERED + "a-3,30.00\n").is(422);

        assertThat(next.text("/type")).isEqualTo("/problems/file-unreadable");
        assertThat(next.text("/detail")).startsWith("kept.csv: found a file of nothing but blanks");
    }

    private Api.Answer deliver(String source, String text) {
        return api.deliver(
                "/api/v1/sources/" + source + "/deliveries?name=bank.csv",
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static void replaceMerged(String source, String file) {
        TestServer.shared()
                .owner()
                .sql(
                        """
                        WITH noted AS (UPDATE audit_head SET workspace_id = workspace_id)
                        UPDATE delivery SET merged_file_id = :file::uuid
                        WHERE source_id = :source::uuid
                        """)
                .param("file", file)
                .param("source", source)
                .update();
    }
}
