package dev.recon.server.fetch;

import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Problem;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A bucket of S3, or of whatever speaks its protocol.
///
/// @param endpoint where the service is; nothing for Amazon's own
/// @param prefix what the names of its objects begin with; may be empty
/// @param pattern which of them, by what follows the prefix
record S3Bucket(
        @Nullable String endpoint,
        String region,
        String bucket,
        String prefix,
        String pattern,
        String accessKeyId)
        implements Place {
    private static final String AT = "#/s3/";

    S3Bucket {
        if (endpoint != null && !isEndpoint(endpoint)) {
            throw Problem.invalid(
                    AT + "endpoint", "must be an address such as https://s3.example.com");
        }
        region = Checks.text(AT + "region", region, PlaceChecks.NAME_CHARS_MAX);
        bucket = Checks.text(AT + "bucket", bucket, PlaceChecks.NAME_CHARS_MAX);
        if (!region.matches("[a-z0-9-]+") || !bucket.matches("[A-Za-z0-9._-]+")) {
            throw Problem.invalid(AT + "bucket", "and the region have letters, digits and dashes");
        }
        prefix = Checks.optionalText(AT + "prefix", prefix, PlaceChecks.PATH_CHARS_MAX);
        pattern = PlaceChecks.pattern(AT + "pattern", pattern);
        accessKeyId = Checks.text(AT + "accessKeyId", accessKeyId, PlaceChecks.NAME_CHARS_MAX);
    }

    private static boolean isEndpoint(String text) {
        return text.length() <= PlaceChecks.PATH_CHARS_MAX
                && text.matches("https?://(\\[[0-9a-f:]+]|[A-Za-z0-9.-]+)(:\\d{1,5})?/?");
    }

    /// Does what is sent go through the network for everybody to read?
    boolean isPlain() {
        return endpoint != null && endpoint.startsWith("http:");
    }

    @Override
    public String kind() {
        return "s3";
    }

    @Override
    public String label() {
        String at = endpoint == null ? "" : " at " + URI.create(endpoint).getHost();
        return "s3://" + bucket + "/" + prefix + at;
    }

    @Override
    public boolean isSameLogin(Place other) {
        return other instanceof S3Bucket bucket
                && Objects.equals(bucket.endpoint, endpoint)
                && bucket.region.equals(region)
                && bucket.accessKeyId.equals(accessKeyId);
    }
}
