package dev.recon.server.access;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// What a POST answered: its status, its headers and its JSON, as it was sent the first time.
record Answer(int status, @Nullable String location, @Nullable String etag, byte[] body) {
    ResponseEntity<byte[]> toResponse() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        if (location != null) {
            headers.set(HttpHeaders.LOCATION, location);
        }
        if (etag != null) {
            headers.set(HttpHeaders.ETAG, etag);
        }
        return new ResponseEntity<>(body, headers, status);
    }
}
