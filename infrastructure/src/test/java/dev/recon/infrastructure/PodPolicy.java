package dev.recon.infrastructure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What every pod of ours keeps to: the profile `restricted` of the Pod Security standards, and
/// what it does not ask for (limits, a read-only root, exact images, no account that can be used).
final class PodPolicy {
    private static final int OWN_USER_MIN = 10_001;

    /// The accounts that the images of PostgreSQL, nginx, Elastic and Valkey bring along.
    private static final Set<Integer> USERS_OF_IMAGES = Set.of(70, 101, 999, 1000);

    private static final Set<String> VOLUMES =
            Set.of("configMap", "emptyDir", "persistentVolumeClaim", "projected", "secret");
    private static final Pattern EXACT =
            Pattern.compile(".+(@sha256:[0-9a-f]{64}|:v?\\d+\\.\\d+(\\.\\d+)?([-.][a-z0-9.]+)*)");

    private final List<String> faults = new ArrayList<>();
    private final Manifest manifest;
    private final Tree pod;

    private PodPolicy(Manifest manifest) {
        this.manifest = manifest;
        this.pod = manifest.podSpec().orElseThrow();
    }

    /// Every rule that the pods of an object break.
    static List<String> faults(Manifest manifest) {
        PodPolicy policy = new PodPolicy(manifest);
        policy.checkPod();
        policy.checkVolumes();
        manifest.containers().forEach(policy::checkContainer);
        return policy.faults;
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            faults.add(manifest.title() + ": " + rule);
        }
    }

    private void checkPod() {
        Tree security = pod.at("securityContext");
        require(security.at("runAsNonRoot").is(true), "runAsNonRoot is not true");
        Tree user = security.at("runAsUser");
        require(user.isPresent(), "names no runAsUser");
        require(
                user.isPresent()
                        && (user.number() >= OWN_USER_MIN
                                || USERS_OF_IMAGES.contains(user.number())),
                "runs as user " + user.text());
        require(
                security.at("seccompProfile", "type").is("RuntimeDefault"),
                "has no seccompProfile RuntimeDefault");
        require(
                pod.at("automountServiceAccountToken").is(false),
                "mounts the token of its service account");
        require(pod.at("enableServiceLinks").is(false), "enableServiceLinks is not false");
        require(pod.at("serviceAccountName").isPresent(), "has no service account of its own");
        require(pod.at("priorityClassName").isPresent(), "has no priority");
        for (String field : List.of("hostNetwork", "hostPID", "hostIPC")) {
            require(!pod.at(field).is(true), "sets " + field);
        }
    }

    private void checkVolumes() {
        for (Tree volume : pod.at("volumes").list()) {
            String name = volume.at("name").text();
            Set<String> kinds = volume.map().keySet();
            require(
                    kinds.stream().allMatch(kind -> kind.equals("name") || VOLUMES.contains(kind)),
                    "volume " + name + " is of " + kinds);
            Tree empty = volume.at("emptyDir");
            require(
                    !empty.isPresent() || empty.at("sizeLimit").isPresent(),
                    "volume " + name + " has no sizeLimit");
        }
    }

    private void checkContainer(Tree container) {
        String name = container.at("name").text() + " ";
        Tree security = container.at("securityContext");
        require(
                security.at("allowPrivilegeEscalation").is(false),
                name + "allows privilege escalation");
        require(!security.at("privileged").is(true), name + "is privileged");
        require(security.at("readOnlyRootFilesystem").is(true), name + "writes to its root");
        require(
                security.at("capabilities", "drop").texts().equals(List.of("ALL")),
                name + "keeps capabilities");
        require(!security.at("capabilities", "add").isPresent(), name + "adds capabilities");
        checkResources(container, name);
        String image = container.at("image").text();
        require(EXACT.matcher(image).matches(), name + "has the image " + image);
        require(
                Stream.of("envFrom")
                        .flatMap(field -> container.at(field).list().stream())
                        .noneMatch(source -> source.at("secretRef").isPresent()),
                name + "takes a whole Secret into its environment");
    }

    private void checkResources(Tree container, String name) {
        for (String part : List.of("requests", "limits")) {
            for (String resource : List.of("cpu", "memory", "ephemeral-storage")) {
                require(
                        container.at("resources", part, resource).isPresent(),
                        name + "has no " + part + " of " + resource);
            }
        }
    }
}
