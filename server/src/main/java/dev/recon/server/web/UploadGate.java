package dev.recon.server.web;

import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Lets so many files arrive at the same time as leave half of the threads to everybody else: a
/// file over a slow line holds its thread until it is there. Whoever comes later is told when to
/// try again, before the file is read.
@Component
final class UploadGate implements HandlerInterceptor, WebMvcConfigurer {
    private static final String PASSED = UploadGate.class.getName();
    private static final Duration LATER = Duration.ofSeconds(5);

    private final Semaphore places = new Semaphore(Limits.UPLOADS_AT_ONCE);

    /// Behind the gate of [dev.recon.server.access], which is the first.
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() != DispatcherType.REQUEST || !isFile(request)) {
            return true;
        }
        if (!places.tryAcquire()) {
            throw Problem.later(
                    ProblemKind.UNAVAILABLE,
                    Limits.UPLOADS_AT_ONCE
                            + " files are arriving at this moment. Send yours again in a few"
                            + " seconds.",
                    LATER);
        }
        request.setAttribute(PASSED, true);
        return true;
    }

    private static boolean isFile(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_OCTET_STREAM_VALUE);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        if (request.getAttribute(PASSED) != null) {
            request.removeAttribute(PASSED);
            places.release();
        }
    }
}
