package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A source fetches from a folder of a real server of SFTP: each file once, nothing before a person
/// has confirmed the server's key, and every outcome is told.
class SftpFetchTest {
    private static final String HEAD = "booking_date,amount,currency,bank_reference,text\n";
    private static final String RENT = "2026-10-01,-900.00,EUR,R-1,rent\n";
    private static final String COFFEE = "2026-10-13,-3.00,EUR,,coffee\n";
    private static final String FEE = "2026-10-20,-5.00,EUR,,fee\n";
    private static final TestServer SERVER = FetchServer.SERVER;

    @TempDir private Path folder;
    @TempDir private Path keys;
    private SftpServer sftp;
    private final Api api = SERVER.api();

    @BeforeEach
    void startServer() {
        sftp = SftpServer.start(folder, 0);
    }

    @AfterEach
    void stopServer() {
        sftp.close();
    }

    @Test
    void eachFileIsFetchedOnceAndANewOneBuildsOnIt() throws IOException {
        FetchingSource source = FetchingSource.add(api, "sftp once");
        write("october-1.csv", HEAD + RENT + COFFEE + COFFEE);
        write("letter.txt", "not meant");
        source.set(wanted()).is(200);

        source.firstLook();
        assertThat(source.deliveries()).hasSize(1);
        source.look();
        assertThat(source.deliveries()).as("nothing is new").hasSize(1);
        write("october-2.csv", HEAD + COFFEE + COFFEE + FEE);
        write("october-2-copy.csv", HEAD + COFFEE + COFFEE + FEE);
        JsonNode place = source.look();

        assertThat(place.get("problem").isNull()).as(place.toString()).isTrue();
        assertThat(place.get("fetched").asInt()).as("the copy is the same delivery").isEqualTo(1);
        assertThat(source.deliveries()).hasSize(2);
        assertThat(source.merged()).isEqualTo(HEAD + RENT + COFFEE + COFFEE + FEE);
        assertThat(source.fetched())
                .extracting(file -> file.get("name").asString())
                .containsExactlyInAnyOrder("october-1.csv", "october-2.csv", "october-2-copy.csv");
    }

    @Test
    void aChangedFileUnderTheSameNameIsAnotherOne() throws IOException {
        FetchingSource source = FetchingSource.add(api, "sftp changed");
        write("bank.csv", HEAD + RENT);
        source.set(wanted()).is(200);
        source.firstLook();

        write("bank.csv", HEAD + RENT + FEE);
        source.look();

        assertThat(source.deliveries()).hasSize(2);
        assertThat(source.merged()).isEqualTo(HEAD + RENT + FEE);
    }

    @Test
    void whatIsHeldOrRefusedSaysSoAndTheOthersGoOn() throws IOException {
        FetchingSource source = FetchingSource.add(api, "sftp outcomes");
        write("1.csv", HEAD + RENT);
        source.set(wanted()).is(200);
        source.firstLook();
        write("2.csv", HEAD.replace("amount", "value") + FEE);
        write("3.csv", "%PDF-1.7 no table");
        write("4.csv", HEAD + RENT + COFFEE);
        source.look();

        Map<String, String> states = new HashMap<>();
        source.fetched()
                .forEach(file ->
                        states.put(file.get("name").asString(), file.get("state").asString()));
        assertThat(states)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "1.csv", "taken", "2.csv", "held", "3.csv", "refused", "4.csv",
                                "taken"));
        assertThat(source.fetched())
                .filteredOn(file -> file.get("name").asString().equals("3.csv"))
                .allSatisfy(file ->
                        assertThat(file.get("reason").asString()).contains("found", "expected"));
    }

    @Test
    void theHostKeyIsShownConfirmedAndThenPinned() throws IOException {
        FetchingSource source = FetchingSource.add(api, "sftp key");
        write("bank.csv", HEAD + RENT);
        Map<String, Object> place = place(sftp.port());
        place.remove("hostKey");
        Map<String, @Nullable Object> unconfirmed =
                FetchingSource.wanted("sftp", nulled(place), SftpServer.PASSWORD);

        JsonNode seen = source.attempt(unconfirmed);
        assertThat(seen.get("outcome").asString()).isEqualTo("host-key");
        assertThat(seen.get("hostKey").asString()).isEqualTo(sftp.hostKey());
        assertThat(seen.get("files")).isEmpty();
        assertThat(source.set(unconfirmed).is(422).text("/detail")).contains("confirmed");

        JsonNode reached = source.attempt(wanted());
        assertThat(reached.get("outcome").asString()).isEqualTo("reached");
        assertThat(reached.at("/files/0/name").asString()).isEqualTo("bank.csv");
        assertThat(source.deliveries()).as("a trial delivers nothing").isEmpty();

        source.set(wanted()).is(200);
        source.firstLook();
        int port = sftp.port();
        sftp.close();
        sftp = SftpServer.start(folder, port);
        write("more.csv", HEAD + RENT + FEE);
        JsonNode other = source.look();

        assertThat(other.at("/problem/found").asString()).contains(sftp.hostKey());
        assertThat(other.at("/problem/mend").asString()).contains("confirm");
        assertThat(source.deliveries()).as("nothing comes from a stranger").hasSize(1);
    }

    @Test
    void aWrongPasswordAFolderThatIsGoneAndAClosedPortAreTold() {
        FetchingSource source = FetchingSource.add(api, "sftp wrong");

        JsonNode login = source.attempt(FetchingSource.wanted("sftp", place(sftp.port()), "no"));
        Map<String, Object> nowhere = place(sftp.port());
        nowhere.put("folder", "/not/here");
        JsonNode gone = source.attempt(FetchingSource.wanted("sftp", nowhere, SftpServer.PASSWORD));
        int port = sftp.port();
        sftp.close();
        JsonNode closed =
                source.attempt(FetchingSource.wanted("sftp", place(port), SftpServer.PASSWORD));

        assertThat(login.at("/problem/found").asString()).contains("lets bank not in");
        assertThat(gone.get("outcome").asString()).isEqualTo("unreachable");
        assertThat(gone.at("/problem/where").asString()).contains("/not/here");
        assertThat(closed.at("/problem/expected").asString()).isEqualTo("a server that speaks SSH");
    }

    @Test
    void theSecretIsKeptSealedNeverShownAndNotSentElsewhere() {
        FetchingSource source = FetchingSource.add(api, "sftp secret");
        String set = source.set(wanted()).is(200).body();

        assertThat(set).doesNotContain(SftpServer.PASSWORD);
        assertThat(api.get(source.path() + "/place").body()).doesNotContain(SftpServer.PASSWORD);
        assertThat(
                        SERVER.owner()
                                .sql("SELECT secret FROM source_place WHERE source_id = ?::uuid")
                                .param(source.id())
                                .query(byte[].class)
                                .list())
                .hasSize(1)
                .allSatisfy(sealed ->
                        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                                .doesNotContain(SftpServer.PASSWORD));
        assertThat(api.get("/api/v1/audit-events?limit=50").is(200).body())
                .contains("source-place-set")
                .doesNotContain(SftpServer.PASSWORD);
        source.set(FetchingSource.wanted("sftp", place(sftp.port()), null)).is(200);
        Map<String, Object> elsewhere = place(sftp.port());
        elsewhere.put("host", "localhost");
        assertThat(
                        source.set(FetchingSource.wanted("sftp", elsewhere, null))
                                .is(422)
                                .text("/detail"))
                .contains("another server");
        source.remove();
        assertThat(source.place().isNull()).isTrue();
    }

    @Test
    void aPrivateKeyLetsInAsTheKeygenOfSshWritesIt() throws Exception {
        FetchingSource source = FetchingSource.add(api, "sftp private key");
        write("bank.csv", HEAD + RENT);
        for (String type : List.of("ed25519", "ecdsa", "rsa")) {
            Path key = keys.resolve(type);
            keygen(key, type, "");
            sftp.server()
                    .setPublickeyAuthenticator(new AuthorizedKeysAuthenticator(publicKey(key)));
            String secret = Files.readString(key);
            JsonNode reached =
                    source.attempt(FetchingSource.wanted("sftp", place(sftp.port()), secret));
            assertThat(reached.at("/files/0/name").asString())
                    .as("%s: %s", type, reached)
                    .isEqualTo("bank.csv");
        }
        keygen(keys.resolve("other"), "ecdsa", "");
        keygen(keys.resolve("locked"), "ecdsa", "finch");
        String other = Files.readString(keys.resolve("other"));
        String locked = Files.readString(keys.resolve("locked"));

        JsonNode stranger =
                source.attempt(FetchingSource.wanted("sftp", place(sftp.port()), other));
        JsonNode phrase = source.attempt(FetchingSource.wanted("sftp", place(sftp.port()), locked));

        assertThat(stranger.at("/problem/found").asString()).contains("lets bank not in");
        assertThat(phrase.at("/problem/expected").asString()).contains("without a passphrase");
    }

    private static Path publicKey(Path key) {
        return key.resolveSibling(key.getFileName() + ".pub");
    }

    private static void keygen(Path key, String type, String phrase) throws IOException {
        Process process =
                new ProcessBuilder(
                                "ssh-keygen", "-q", "-t", type, "-N", phrase, "-f", key.toString())
                        .inheritIO()
                        .start();
        assertThat(process.onExit().join().exitValue()).isZero();
    }

    private Map<String, @Nullable Object> wanted() {
        return FetchingSource.wanted("sftp", place(sftp.port()), SftpServer.PASSWORD);
    }

    private static Map<String, @Nullable Object> nulled(Map<String, Object> place) {
        Map<String, @Nullable Object> all = new HashMap<>(place);
        all.put("hostKey", null);
        return all;
    }

    private Map<String, Object> place(int port) {
        return new HashMap<>(sftp.place(port));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
