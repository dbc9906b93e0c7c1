package dev.recon.server.fetch;

/// Where a source fetches its deliveries from, without what proves that we may.
sealed interface Place permits SftpFolder, S3Bucket, DatabaseQuery {
    /// `sftp`, `s3` or `database`.
    String kind();

    /// What it is called in problems.
    String label();

    /// Would a secret that was given for the other be sent to the same server, for the same login?
    boolean isSameLogin(Place other);
}
