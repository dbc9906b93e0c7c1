package dev.recon.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// A real server of S3 as a process of its own: its jar stands on the path of the tests, whole, so
/// that nothing of it mixes with ours.
record S3Process(Process process, int encryptedPort, int port) implements AutoCloseable {
    static final String BUCKET = "deliveries";
    static final String KEY_ID = "AKIAEXAMPLE";
    static final String SECRET = "otter gravel 77 lantern";

    private static final Pattern READY =
            Pattern.compile("started on ports (\\d+) \\(https\\), (\\d+) \\(http\\)");

    /// One for all tests of this JVM that put their objects below a prefix of their own.
    static S3Process shared() {
        return Shared.ONE;
    }

    /// One that keeps its objects in this folder.
    static S3Process startIn(Path folder) throws IOException {
        return start(List.of("--com.adobe.testing.s3mock.store.root=" + folder));
    }

    /// One that proves its name with these keys.
    static S3Process start(TestAuthority.Keys keys) throws IOException {
        return start(
                List.of(
                        "--server.ssl.key-store=file:" + keys.store(),
                        "--server.ssl.key-store-type=PKCS12",
                        "--server.ssl.key-store-password=" + TestAuthority.PASSWORD,
                        "--server.ssl.key-password=" + TestAuthority.PASSWORD,
                        "--server.ssl.key-alias=server"));
    }

    private static S3Process start(List<String> more) throws IOException {
        Path jar =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(each -> each.contains("s3mock") && each.endsWith("-exec.jar"))
                        .map(Path::of)
                        .findFirst()
                        .orElseThrow();
        List<String> command = Stream.concat(command(jar).stream(), more.stream()).toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> said = new ArrayList<>();
        BufferedReader out = process.inputReader();
        for (String line; (line = out.readLine()) != null; ) {
            said.add(line);
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                Thread.ofVirtual().start(() -> drain(out));
                return new S3Process(
                        process,
                        Integer.parseInt(ready.group(1)),
                        Integer.parseInt(ready.group(2)));
            }
        }
        throw new IllegalStateException("it did not start: " + said);
    }

    /// A pipe that nobody reads would stop it.
    private static void drain(BufferedReader out) {
        try {
            out.transferTo(Writer.nullWriter());
        } catch (IOException ended) {
            // The process has ended, and its pipe with it.
        }
    }

    private static List<String> command(Path jar) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-jar",
                jar.toString(),
                "--spring.main.lazy-initialization=true",
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--com.adobe.testing.s3mock.httpPort=0",
                "--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET);
    }

    String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    S3Client client() {
        return S3Client.builder()
                .httpClientBuilder(Apache5HttpClient.builder())
                .endpointOverride(URI.create(endpoint()))
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(KEY_ID, SECRET)))
                .forcePathStyle(true)
                .build();
    }

    void put(String key, String text) {
        try (S3Client client = client()) {
            client.putObject(one -> one.bucket(BUCKET).key(key), RequestBody.fromString(text));
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    /// Started when the first test asks for it, and ended with the JVM.
    private static final class Shared {
        private static final S3Process ONE = make();

        private static S3Process make() {
            try {
                S3Process made = start(List.of());
                Runtime.getRuntime().addShutdownHook(new Thread(made::close));
                return made;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
