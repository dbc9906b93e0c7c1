package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A source fetches from a bucket of a real server of S3.
class S3FetchTest {
    private static final String HEAD = "booking_date,amount,currency,bank_reference,text\n";
    private static final String RENT = "2026-10-01,-900.00,EUR,R-1,rent\n";
    private static final String FEE = "2026-10-20,-5.00,EUR,,fee\n";
    private static final TestServer SERVER = FetchServer.SERVER;
    private static final S3Process S3 = S3Process.shared();

    private final Api api = SERVER.api();

    @Test
    void objectsAreFetchedOnceByNameSizeAndTag() {
        FetchingSource source = FetchingSource.add(api, "s3 once");
        S3.put("once/2026/october.csv", HEAD + RENT);
        S3.put("once/readme.txt", "not meant");
        S3.put("elsewhere/october.csv", HEAD + FEE);
        source.set(FetchingSource.wanted("s3", place("once/"), S3Process.SECRET)).is(200);

        source.firstLook();
        assertThat(source.deliveries()).hasSize(1);
        source.look();
        assertThat(source.deliveries()).as("nothing is new").hasSize(1);
        S3.put("once/2026/october.csv", HEAD + RENT + FEE);
        JsonNode place = source.look();

        assertThat(place.get("problem").isNull()).as(place.toString()).isTrue();
        assertThat(source.deliveries()).hasSize(2);
        assertThat(source.deliveries().getFirst().at("/file/name").asString())
                .isEqualTo("october.csv");
        assertThat(source.merged()).isEqualTo(HEAD + RENT + FEE);
    }

    @Test
    void aTrialListsAndAMissingBucketIsTold() {
        FetchingSource source = FetchingSource.add(api, "s3 trial");
        S3.put("trial/a.csv", HEAD + RENT);

        JsonNode reached =
                source.attempt(FetchingSource.wanted("s3", place("trial/"), S3Process.SECRET));
        Map<String, Object> other = place("trial/");
        other.put("bucket", "nobodys");
        JsonNode missing = source.attempt(FetchingSource.wanted("s3", other, S3Process.SECRET));

        assertThat(reached.at("/files/0/name").asString()).isEqualTo("trial/a.csv");
        assertThat(missing.at("/problem/found").asString()).contains("404", "NoSuchBucket");
        assertThat(source.deliveries()).isEmpty();
    }

    private static Map<String, Object> place(String prefix) {
        return new HashMap<>(
                Map.of(
                        "endpoint",
                        S3.endpoint(),
                        "region",
                        "us-east-1",
                        "bucket",
                        S3Process.BUCKET,
                        "prefix",
                        prefix,
                        "pattern",
                        "*.csv",
                        "accessKeyId",
                        S3Process.KEY_ID));
    }
}
