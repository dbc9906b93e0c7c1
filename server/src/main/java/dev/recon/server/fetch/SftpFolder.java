package dev.recon.server.fetch;

import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Problem;
import org.jspecify.annotations.Nullable;

/// A folder of a server that speaks SFTP.
///
/// @param pattern which files of it, such as `*.csv`
/// @param hostKey the fingerprint of the server's key that a person has confirmed, such as
///   `SHA256:…`; nothing before that, and then nothing is sent to it
record SftpFolder(
        String host,
        int port,
        String username,
        String folder,
        String pattern,
        @Nullable String hostKey)
        implements Place {
    private static final String AT = "#/sftp/";

    SftpFolder {
        host = Checks.text(AT + "host", host, PlaceChecks.HOST_CHARS_MAX);
        PlaceChecks.port(AT + "port", port);
        username = Checks.text(AT + "username", username, PlaceChecks.NAME_CHARS_MAX);
        folder = Checks.text(AT + "folder", folder, PlaceChecks.PATH_CHARS_MAX);
        pattern = PlaceChecks.pattern(AT + "pattern", pattern);
        if (hostKey != null && !hostKey.matches("SHA256:[A-Za-z0-9+/]{43}")) {
            throw Problem.invalid(AT + "hostKey", "must be a fingerprint such as SHA256:…");
        }
    }

    @Override
    public String kind() {
        return "sftp";
    }

    @Override
    public String label() {
        return "sftp://" + host + ":" + port + "/" + folder.replaceFirst("^/", "");
    }

    @Override
    public boolean isSameLogin(Place other) {
        return other instanceof SftpFolder folder
                && folder.host.equals(host)
                && folder.port == port
                && folder.username.equals(username);
    }
}
