package dev.recon.server.fetch;

import dev.recon.server.egress.Egress;
import java.sql.Connection;
import java.sql.SQLException;

/// What speaks with one kind of database.
interface DatabaseDriver {
    /// What places call it, such as `postgresql`.
    String name();

    /// What people call the databases that it speaks with.
    String title();

    /// The port that they listen on, if nobody says another.
    int port();

    /// A connection in a transaction that only reads, which goes to an address that was checked.
    ///
    /// @throws SQLException when the database is not reached or does not let us in
    Connection connect(DatabaseQuery place, String secret, Egress egress) throws SQLException;
}
