package dev.recon.server.fetch;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.server.egress.Egress;
import dev.recon.server.platform.Home;
import dev.recon.server.platform.Limits;
import java.io.IOException;
import org.springframework.stereotype.Component;

/// Opens places.
@Component
record Visits(Egress egress, Home home, DatabaseDrivers drivers) {
    Visit open(Place place, String secret) throws IOException {
        return switch (place) {
            case SftpFolder folder -> SftpVisit.open(folder, secret, egress);
            case S3Bucket bucket -> S3Visit.open(bucket, secret, egress);
            case DatabaseQuery query -> open(query, secret);
        };
    }

    QueryVisit open(DatabaseQuery query, String secret) {
        DatabaseDriver driver =
                drivers.find(query.driver())
                        .orElseThrow(() ->
                                new InputProblem(
                                        new Problem(
                                                query.label(),
                                                "a driver that this server has no more",
                                                "one of " + drivers.names(),
                                                "Ask whoever runs the server to put it back into"
                                                        + " the folder of drivers.")));
        return QueryVisit.open(
                query,
                secret,
                new QueryVisit.Going(driver, egress, home.spool(), Limits.QUERY_WAIT));
    }
}
