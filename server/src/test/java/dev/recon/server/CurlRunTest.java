package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The walk through the API that the documentation shows is the one that is run here.
class CurlRunTest {
    private static final List<String> SCOPES =
            List.of(
                    "read:work",
                    "upload:files",
                    "write:reconciliations",
                    "run:reconciliations",
                    "comment:breaks",
                    "read:audit");
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @Test
    void theCommandsOfTheDocumentationDoAWholeRun(@TempDir Path folder) throws Exception {
        walk(TestServer.shared(), "", folder);
    }

    @Test
    void aProgramDoesTheSameWithAKeyWherePeopleSignIn(@TempDir Path folder) throws Exception {
        try (TestServer server = TestServer.start(Map.of())) {
            var wanted = Map.of("name", "curl", "scopes", SCOPES);
            Api admin = new People(server).admin().api();
            walk(server, admin.post("/api/v1/api-keys", wanted).is(201).text("/key"), folder);
        }
    }

    private static void walk(TestServer server, String key, Path folder) throws Exception {
        Sample sample = Sample.of(120, 41);
        Path left = Files.writeString(folder.resolve("left.csv"), sample.left());
        Path right = Files.writeString(folder.resolve("right.csv"), sample.right());
        ProcessBuilder command =
                new ProcessBuilder("bash", script().toString(), left.toString(), right.toString());
        command.environment().put("RECON_URL", "http://127.0.0.1:" + server.api().port());
        command.environment().put("RECON_KEY", key);
        Process process = command.redirectErrorStream(true).start();

        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said)
                .contains("\"proof\":{\"holds\":true")
                .contains("\"missing-on-right\"")
                .contains("\"whyNot\":[{")
                .contains("\"status\":\"undone\"")
                .contains("\"action\":\"undo\"", "\"action\":\"comment\"");
    }

    @Test
    void theDocumentationShowsTheScript() throws Exception {
        String script = Files.readString(script());
        String document = Files.readString(Contract.root().resolve("docs/reference/api.md"));

        List<String> blocks =
                BLOCK.matcher(document).results().map((MatchResult one) -> one.group(1)).toList();

        assertThat(blocks).hasSizeGreaterThanOrEqualTo(8);
        assertThat(blocks).allSatisfy(block -> assertThat(script).contains(block));
    }

    private static Path script() {
        return Contract.root().resolve("scripts/curl-run.sh");
    }
}
