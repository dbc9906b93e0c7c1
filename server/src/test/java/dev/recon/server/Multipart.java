package dev.recon.server;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/// A form with files, as a browser sends it.
final class Multipart {
    private static final String BOUNDARY = "----recon-test";

    private final StringBuilder body = new StringBuilder();

    Multipart file(String name, String file, String text) {
        return part(name, "; filename=\"" + file + "\"", text);
    }

    Multipart field(String name, String value) {
        return part(name, "", value);
    }

    HttpRequest.Builder post(Api api, String path) {
        return api.request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body + "--" + BOUNDARY + "--\r\n"));
    }

    private Multipart part(String name, String more, String text) {
        body.append("--").append(BOUNDARY).append("\r\n");
        body.append("Content-Disposition: form-data; name=\"").append(name).append('"');
        body.append(more).append("\r\n\r\n").append(text).append("\r\n");
        return this;
    }
}
