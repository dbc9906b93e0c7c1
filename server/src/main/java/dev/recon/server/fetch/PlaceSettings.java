package dev.recon.server.fetch;

import dev.recon.server.platform.Problem;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A place as it is kept and as it is sent: one of the three.
record PlaceSettings(
        @Nullable SftpFolder sftp, @Nullable S3Bucket s3, @Nullable DatabaseQuery database) {
    PlaceSettings {
        if (Stream.of(sftp, s3, database).filter(Objects::nonNull).count() != 1) {
            throw Problem.invalid("#/place", "must have one of sftp, s3 and database");
        }
    }

    Place place() {
        return Stream.<@Nullable Place>of(sftp, s3, database)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
