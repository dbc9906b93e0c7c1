package dev.recon.infrastructure;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The schema of one Kubernetes version: the generated classes of its client refuse every unknown,
/// missing or mistyped field.
final class StrictSchema implements AutoCloseable {
    private static final String MODELS = "io.kubernetes.client.openapi.models.";
    private static final Map<String, String> GROUPS =
            Map.ofEntries(
                    Map.entry("v1", "V1"),
                    Map.entry("apps/v1", "V1"),
                    Map.entry("batch/v1", "V1"),
                    Map.entry("autoscaling/v2", "V2"),
                    Map.entry("policy/v1", "V1"),
                    Map.entry("networking.k8s.io/v1", "V1"),
                    Map.entry("rbac.authorization.k8s.io/v1", "V1"),
                    Map.entry("scheduling.k8s.io/v1", "V1"),
                    Map.entry("admissionregistration.k8s.io/v1", "V1"));

    private final Gson gson = new Gson();
    private final Models models;

    private StrictSchema(Models models) {
        this.models = models;
    }

    /// The schema of a version such as `1.36`.
    static StrictSchema of(String version) throws MalformedURLException {
        Path jar = Path.of("target", "schemas", version + ".jar").toAbsolutePath();
        return new StrictSchema(new Models(jar.toUri().toURL()));
    }

    /// Is the kind one of Kubernetes itself, so that there is a schema?
    static boolean knows(Manifest manifest) {
        return GROUPS.containsKey(manifest.tree().at("apiVersion").text());
    }

    /// What is wrong with an object; empty when nothing is.
    Optional<String> fault(Manifest manifest) {
        String prefix = GROUPS.get(manifest.tree().at("apiVersion").text());
        try {
            Class<?> model = models.loadClass(MODELS + prefix + manifest.kind());
            JsonElement json = gson.toJsonTree(manifest.tree().value());
            model.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
            return Optional.empty();
        } catch (ClassNotFoundException unknown) {
            return Optional.of("no such kind");
        } catch (InvocationTargetException refused) {
            return Optional.of(String.valueOf(refused.getTargetException().getMessage()));
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        models.close();
    }

    /// Prefers its own classes to those of the class path, for the client's packages.
    private static final class Models extends URLClassLoader {
        Models(URL jar) {
            super(new URL[] {jar}, StrictSchema.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!name.startsWith("io.kubernetes.")) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
