package dev.recon.server.backup;

import dev.recon.server.settings.ShipSettings;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Where copies go: a bucket of an S3-compatible service, below a prefix.
public final class Bucket implements AutoCloseable {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
    private static final Duration SILENCE_MAX = Duration.ofSeconds(60);
    private static final Duration ATTEMPT_MAX = Duration.ofMinutes(10);
    private static final Duration UPLOAD_MAX = Duration.ofDays(1);
    private static final int READS_MAX = 3;

    private final S3Client client;
    private final String name;
    private final String prefix;

    /// Connects to nothing before something is asked of it.
    public Bucket(ShipSettings settings) {
        S3ClientBuilder builder =
                S3Client.builder()
                        .httpClientBuilder(
                                Apache5HttpClient.builder()
                                        .connectionTimeout(CONNECT_MAX)
                                        .socketTimeout(SILENCE_MAX))
                        .region(Region.of(settings.region()))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                settings.accessKey(), settings.secretKey())))
                        .overrideConfiguration(overrides())
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .forcePathStyle(settings.endpoint().isPresent());
        settings.endpoint().ifPresent(builder::endpointOverride);
        client = builder.build();
        name = settings.bucket();
        prefix = settings.prefix();
    }

    /// Nothing of the files and variables of whoever runs this process is asked.
    private static ClientOverrideConfiguration overrides() {
        ProfileFile nothing = ProfileFile.aggregator().build();
        return ClientOverrideConfiguration.builder()
                .defaultProfileFileSupplier(() -> nothing)
                .apiCallAttemptTimeout(ATTEMPT_MAX)
                .build();
    }

    /// The names of all objects that begin so, without the prefix of the bucket's part.
    List<String> names(String beginning) {
        return client
                .listObjectsV2Paginator(list -> list.bucket(name).prefix(prefix + beginning))
                .contents()
                .stream()
                .map(S3Object::key)
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    /// What it has of the log of every cluster.
    List<LogFile> log() {
        String folder = LogFile.FOLDER + "/";
        return names(folder).stream()
                .map(object -> LogFile.parse(object.substring(folder.length())))
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    /// Begins an object; it is there once the upload is completed, whole or not at all.
    PartUpload begin(String object) {
        return new PartUpload(client, name, prefix + object);
    }

    /// Gives back the parts of uploads that a killed process began and nobody will complete.
    void abandonOldUploads() {
        Instant before = Instant.now().minus(UPLOAD_MAX);
        List<MultipartUpload> open =
                client.listMultipartUploads(list -> list.bucket(name).prefix(prefix)).uploads();
        for (MultipartUpload one : open) {
            if (one.initiated().isBefore(before)) {
                client.abortMultipartUpload(
                        abort -> abort.bucket(name).key(one.key()).uploadId(one.uploadId()));
            }
        }
    }

    /// Puts a small object.
    void put(String object, byte[] content) {
        client.putObject(
                put -> put.bucket(name).key(prefix + object), RequestBody.fromBytes(content));
    }

    /// A small object.
    byte[] get(String object) {
        return client.getObjectAsBytes(get -> get.bucket(name).key(prefix + object)).asByteArray();
    }

    InputStream read(String object) {
        return client.getObject(get -> get.bucket(name).key(prefix + object));
    }

    /// The SHA-256 of what is there now, read again when the connection breaks.
    ///
    /// @throws IOException when it breaks each time
    byte[] digest(String object) throws IOException {
        for (int tries = 1; ; tries++) {
            try (InputStream content = read(object)) {
                return Digests.of(content);
            } catch (IOException | SdkClientException broken) {
                if (tries == READS_MAX) {
                    throw new IOException(object + ": " + broken.getMessage(), broken);
                }
            }
        }
    }

    void delete(String object) {
        client.deleteObject(delete -> delete.bucket(name).key(prefix + object));
    }

    @Override
    public void close() {
        client.close();
    }
}
