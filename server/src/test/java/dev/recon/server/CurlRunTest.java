package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.access.SetupService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private static final Path WALK = script("curl-run.sh");
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @Test
    void theCommandsOfTheDocumentationDoAWholeRun(@TempDir Path folder) throws Exception {
        walk(TestServer.shared().api(), folder);
    }

    @Test
    void aScriptComesFromTheLinkOfANewServerToAKey(@TempDir Path folder) throws Exception {
        try (TestServer server = TestServer.fresh(Map.of())) {
            String link = server.bean(SetupService.class).openLink().orElseThrow();
            String address = "http://127.0.0.1:" + server.api().port() + link;
            String password = "plover \"anvil\" \\ quartz 7";

            String weak = firstKey(1, "password1", address, "Ada", "ada@example.com");
            String key = firstKey(0, password, address, "Ada \"A\" Admin", "ada@example.com");
            String late = firstKey(1, password, address, "Eve", "eve@example.com");

            assertThat(weak).contains("/problems/password-refused");
            assertThat(late).contains("/problems/set-up-already");
            Api program = server.api().as(key.strip());
            assertThat(program.get("/api/v1/me").is(200).text("/person/name"))
                    .isEqualTo("Ada \"A\" Admin");
            new People(server).signIn("ada@example.com", password).is(200);
            walk(program, folder);
        }
    }

    @Test
    void whatTheWalkNeedsIsWhatItsKeyMayDo(@TempDir Path folder) throws Exception {
        try (TestServer server = TestServer.fresh(Map.of())) {
            var wanted = Map.of("name", "curl", "scopes", SCOPES);
            Api admin = new People(server).admin().api();
            String key = admin.post("/api/v1/api-keys", wanted).is(201).text("/key");
            walk(server.api().as(key), folder);
        }
    }

    private static String firstKey(int code, String password, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", script("first-key").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var in = process.getOutputStream()) {
            in.write((password + "\n").getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(code);
        return said;
    }

    private static void walk(Api api, Path folder) throws Exception {
        Sample sample = Sample.of(120, 41);
        Path left = Files.writeString(folder.resolve("left.csv"), sample.left());
        Path right = Files.writeString(folder.resolve("right.csv"), sample.right());
        ProcessBuilder command =
                new ProcessBuilder("bash", WALK.toString(), left.toString(), right.toString());
        command.environment().put("RECON_URL", "http://127.0.0.1:" + api.port());
        command.environment().put("RECON_KEY", api.credential());
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
        String script = Files.readString(WALK);
        String document = Files.readString(Contract.root().resolve("docs/reference/api.md"));

        List<String> blocks =
                BLOCK.matcher(document).results().map((MatchResult one) -> one.group(1)).toList();

        assertThat(blocks).hasSizeGreaterThanOrEqualTo(8);
        assertThat(blocks).allSatisfy(block -> assertThat(script).contains(block));
    }

    private static Path script(String name) {
        return Contract.root().resolve("scripts").resolve(name);
    }
}
