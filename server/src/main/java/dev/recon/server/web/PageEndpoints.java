package dev.recon.server.web;

import dev.recon.server.access.OpenToAll;
import dev.recon.server.platform.Problem;
import dev.recon.server.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The web page: the files of its build, and the page itself for every address within it.
@OpenToAll
@RestController
record PageEndpoints(Settings settings) {
    private static final List<String> NOT_PAGES = List.of("/api/", "/health", "/ws");

    @GetMapping({"/", "/{*path}"})
    ResponseEntity<Resource> page(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean isPage = NOT_PAGES.stream().noneMatch(path::startsWith);
        if (!isPage) {
            throw Problem.notFound("address");
        }
        boolean isRoot = path.equals("/") || path.equals("/index.html");
        Optional<Resource> file = isRoot ? Optional.empty() : find(path.substring(1));
        if (file.isPresent()) {
            return answer(file.get(), path.startsWith("/assets/"));
        }
        if (!isRoot && path.substring(path.lastIndexOf('/')).contains(".")) {
            throw Problem.notFound("file");
        }
        Resource index =
                find("index.html").orElseThrow(() -> Problem.notFound("page: build it first"));
        return page(index);
    }

    /// The page with a nonce of its own, which stands in its policy too.
    private static ResponseEntity<Resource> page(Resource index) {
        String nonce = PagePolicy.nonce();
        try {
            String text = index.getContentAsString(StandardCharsets.UTF_8);
            byte[] bytes = text.replace(PagePolicy.PLACE, nonce).getBytes(StandardCharsets.UTF_8);
            return ResponseEntity.ok()
                    .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                    .cacheControl(CacheControl.noStore())
                    .header("Content-Security-Policy", PagePolicy.of(nonce))
                    .body(new ByteArrayResource(bytes));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Files whose name holds a hash of their content may be kept for a year.
    private static ResponseEntity<Resource> answer(Resource file, boolean hashed) {
        MediaType type =
                MediaTypeFactory.getMediaType(file).orElse(MediaType.APPLICATION_OCTET_STREAM);
        CacheControl cache =
                hashed
                        ? CacheControl.maxAge(Duration.ofDays(365)).immutable()
                        : CacheControl.noStore();
        return ResponseEntity.ok().contentType(type).cacheControl(cache).body(file);
    }

    private Optional<Resource> find(String path) {
        for (Path folder : folders()) {
            Path file = folder.resolve(path).normalize();
            if (file.startsWith(folder) && Files.isRegularFile(file)) {
                return Optional.of(new FileSystemResource(file));
            }
        }
        boolean safe = !path.contains("..") && !path.contains("\\");
        Resource packed = new ClassPathResource("static/" + path);
        return safe && packed.isReadable() ? Optional.of(packed) : Optional.empty();
    }

    private List<Path> folders() {
        return settings.http()
                .web()
                .map(List::of)
                .orElseGet(() -> List.of(Path.of("web", "dist").toAbsolutePath()));
    }
}
