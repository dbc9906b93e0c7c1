package dev.recon.server.fetch;

import dev.recon.server.egress.Egress;
import dev.recon.server.platform.Home;
import java.io.IOException;
import org.springframework.stereotype.Component;

/// Opens places.
@Component
record Visits(Egress egress, Home home) {
    Visit open(Place place, String secret) throws IOException {
        return switch (place) {
            case SftpFolder folder -> SftpVisit.open(folder, secret, egress);
            case S3Bucket bucket -> S3Visit.open(bucket, secret, egress);
            case DatabaseQuery query -> open(query, secret);
        };
    }

    QueryVisit open(DatabaseQuery query, String secret) {
        return QueryVisit.open(query, secret, new QueryVisit.Going(egress, home.spool()));
    }
}
