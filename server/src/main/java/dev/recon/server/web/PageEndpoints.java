package dev.recon.server.web;

import dev.recon.server.access.OpenToAll;
import dev.recon.server.platform.Problem;
import dev.recon.server.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
        Optional<Resource> file = path.equals("/") ? Optional.empty() : find(path.substring(1));
        if (file.isPresent()) {
            return answer(file.get(), path.startsWith("/assets/"));
        }
        if (path.substring(path.lastIndexOf('/')).contains(".")) {
            throw Problem.notFound("file");
        }
        Resource index =
                find("index.html").orElseThrow(() -> Problem.notFound("page: build it first"));
        return answer(index, false);
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
