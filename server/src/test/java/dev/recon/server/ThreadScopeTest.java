package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.platform.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/// The threads that serve requests serve many, one after the other.
class ThreadScopeTest {
    private static final int REQUESTS = 40;

    private final TestServer server = TestServer.shared();

    @Test
    void noThreadKeepsWhatARequestWasLetSee() {
        Api nobody = new Api(ReconServer.port(server.context()));
        for (int request = 0; request < REQUESTS; request++) {
            server.api().get("/api/v1/reconciliations").is(200);
            server.api().get("/api/v1/runs/none").is(400);
            nobody.get("/api/v1/reconciliations").is(401);
        }

        assertThat(scopes()).isNotEmpty().allMatch(Scope.Nothing.class::isInstance);
    }

    /// What each of the threads sees: all of them are asked at the same time.
    private List<Scope> scopes() {
        var web = ((ServletWebServerApplicationContext) server.context()).getWebServer();
        var threads =
                (org.apache.tomcat.util.threads.ThreadPoolExecutor)
                        ((TomcatWebServer) Objects.requireNonNull(web))
                                .getTomcat()
                                .getConnector()
                                .getProtocolHandler()
                                .getExecutor();
        CyclicBarrier all = new CyclicBarrier(threads.getPoolSize());
        List<CompletableFuture<Scope>> found = new ArrayList<>();
        IntStream.range(0, all.getParties())
                .forEach(_ -> found.add(CompletableFuture.supplyAsync(() -> scope(all), threads)));
        return found.stream().map(CompletableFuture::join).toList();
    }

    private static Scope scope(CyclicBarrier all) {
        try {
            all.await(10, TimeUnit.SECONDS);
            return Scope.current();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
