package dev.recon.server.fetch;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.server.egress.Certificates;
import dev.recon.server.egress.Egress;
import dev.recon.server.platform.Limits;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hc.client5.http.DnsResolver;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A connection to a service of S3. Every address of it goes through [Egress]: the client asks us,
/// and connects to what we answer.
final class S3Visit implements Visit {
    private final S3Bucket place;
    private final SdkHttpClient http;
    private final S3Client client;

    private S3Visit(S3Bucket place, SdkHttpClient http, S3Client client) {
        this.place = place;
        this.http = http;
        this.client = client;
    }

    static S3Visit open(S3Bucket place, String secret, Egress egress) {
        String endpoint = place.endpoint();
        if (endpoint != null) {
            requireEndpoint(place, URI.create(endpoint), egress);
        }
        SdkHttpClient http = http(egress);
        S3ClientBuilder builder =
                S3Client.builder()
                        .httpClient(http)
                        .region(Region.of(place.region()))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(place.accessKeyId(), secret)))
                        .overrideConfiguration(overrides())
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .forcePathStyle(endpoint != null);
        if (endpoint != null) {
            builder.endpointOverride(URI.create(endpoint));
        }
        return new S3Visit(place, http, builder.build());
    }

    private static void requireEndpoint(S3Bucket place, URI endpoint, Egress egress) {
        if (endpoint.getPort() > 0) {
            egress.requirePort(endpoint.getHost(), endpoint.getPort());
        }
        egress.resolve(endpoint.getHost());
        if (place.isPlain() && !egress.isListed(endpoint.getHost())) {
            throw new InputProblem(
                    new Problem(
                            place.label(),
                            "an endpoint without encryption",
                            "https, or an address in EGRESS_NETWORKS",
                            "Write https:// where the service speaks it."));
        }
    }

    /// Nothing of the files and variables of whoever runs this process is asked.
    private static ClientOverrideConfiguration overrides() {
        ProfileFile nothing = ProfileFile.aggregator().build();
        return ClientOverrideConfiguration.builder()
                .defaultProfileFileSupplier(() -> nothing)
                .apiCallAttemptTimeout(Limits.PLACE_SILENCE)
                .apiCallTimeout(Limits.PLACE_SILENCE.multipliedBy(2))
                .build();
    }

    private static SdkHttpClient http(Egress egress) {
        return Apache5HttpClient.builder()
                .dnsResolver(checked(egress))
                .connectionTimeout(Limits.PLACE_CONNECT)
                .socketTimeout(Limits.PLACE_SILENCE)
                .tlsTrustManagersProvider(() -> Certificates.trusted(egress.certificates()))
                .proxyConfiguration(
                        ProxyConfiguration.builder()
                                .useSystemPropertyValues(false)
                                .useEnvironmentVariableValues(false)
                                .build())
                .maxConnections(2)
                .build();
    }

    private static DnsResolver checked(Egress egress) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                try {
                    return egress.resolve(host).toArray(InetAddress[]::new);
                } catch (InputProblem refused) {
                    throw (UnknownHostException)
                            new UnknownHostException(refused.problem().sentence())
                                    .initCause(refused);
                }
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    @Override
    public List<RemoteFile> list() {
        NamePattern pattern = new NamePattern(place.pattern());
        ListObjectsV2Request request =
                ListObjectsV2Request.builder()
                        .bucket(place.bucket())
                        .prefix(place.prefix())
                        .build();
        return told(() -> {
            List<S3Object> found = new ArrayList<>();
            int looked = 0;
            for (S3Object object : client.listObjectsV2Paginator(request).contents()) {
                if (++looked > Limits.PLACE_FILES_MAX) {
                    throw tooMany();
                }
                if (pattern.fits(name(object)) && !object.key().endsWith("/")) {
                    found.add(object);
                }
            }
            found.sort(Comparator.comparing(S3Object::lastModified).thenComparing(S3Object::key));
            return found.stream()
                    .map(one -> new RemoteFile(one.key(), one.size(), one.eTag()))
                    .toList();
        });
    }

    private String name(S3Object object) {
        return object.key().substring(place.prefix().length());
    }

    private InputProblem tooMany() {
        return new InputProblem(
                new Problem(
                        place.label(),
                        "more than " + Limits.PLACE_FILES_MAX + " objects",
                        "a prefix that can be listed at each look",
                        "Give a longer prefix, or move the old objects elsewhere."));
    }

    /// Exactly what was listed: another content has another entity tag, and is not given.
    @Override
    public InputStream open(RemoteFile file) {
        return told(() ->
                client.getObject(
                        one -> one.bucket(place.bucket()).key(file.name()).ifMatch(file.mark())));
    }

    @Override
    public boolean isUnchanged(RemoteFile file) {
        return true;
    }

    private <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (AwsServiceException refused) {
            throw new InputProblem(
                    new Problem(
                            place.label(),
                            "the answer " + refused.statusCode() + " " + code(refused),
                            "a bucket that this key may list and read",
                            "Look at bucket, region, access key and secret, and at the rights of"
                                    + " the key."));
        } catch (SdkException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof InputProblem refused) {
                    throw refused;
                }
            }
            throw new InputProblem(
                    new Problem(
                            place.label(),
                            "no answer (" + failure.getMessage() + ")",
                            "a service that speaks S3",
                            "Look at the endpoint and the region, and whether a firewall lets this"
                                    + " server through."));
        }
    }

    private static String code(AwsServiceException refused) {
        var details = refused.awsErrorDetails();
        return details == null ? "" : details.errorCode();
    }

    @Override
    public void close() {
        client.close();
        http.close();
    }
}
