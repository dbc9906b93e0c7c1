package dev.recon.server.web;

import dev.recon.server.access.Caller;
import dev.recon.server.fleeting.Kept;
import dev.recon.server.fleeting.Ongoing;
import dev.recon.server.platform.Page;
import dev.recon.server.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/// Answers again what was answered before, to everybody with the same
/// [dev.recon.server.access.Sight], until the next event of the workspace: it comes after the gate
/// that says who asks and as of which version, and costs no statement more. When a decision was
/// told to a thousand pages and all of them read the same list again, each server makes it once.
///
/// [EtagFilter] holds the bytes of an answer until the end, from where they are kept here. Who
/// sends `Cache-Control: no-cache` is answered anew.
@RestControllerAdvice
final class KeptGate implements HandlerInterceptor, WebMvcConfigurer, ResponseBodyAdvice<Object> {
    private static final String KEY = KeptResponses.Key.class.getName();

    private final KeptResponses kept;
    private final boolean enabled;

    KeptGate(KeptResponses kept, Settings settings) {
        this.kept = kept;
        this.enabled = settings.cache().enabled();
    }

    /// Behind the gate of [dev.recon.server.access], which is the first.
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        if (enabled) {
            registry.addInterceptor(this);
        }
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!request.getMethod().equals("GET")
                || !(handler instanceof HandlerMethod endpoint)
                || !endpoint.hasMethodAnnotation(Kept.class)) {
            return true;
        }
        Caller caller = Caller.of(request);
        KeptResponses.Key key =
                new KeptResponses.Key(
                        caller.actor().workspaceId(),
                        caller.sight(),
                        request.getRequestURI(),
                        request.getQueryString());
        if (!"no-cache".equals(request.getHeader(HttpHeaders.CACHE_CONTROL))) {
            KeptResponses.Response found = kept.find(key).orElse(null);
            if (found != null) {
                send(found, request, response);
                return false;
            }
        }
        request.setAttribute(KEY, key);
        return true;
    }

    private static void send(
            KeptResponses.Response found, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, EtagFilter.ASK_EACH_TIME);
        response.setHeader("Cache-Status", "recon; hit");
        if (!new ServletWebRequest(request, response).checkNotModified(found.tag())) {
            response.setContentType(found.contentType());
            response.setContentLength(found.body().length);
            response.getOutputStream().write(found.body());
        }
    }

    @Override
    public boolean supports(
            MethodParameter endpoint, Class<? extends HttpMessageConverter<?>> converter) {
        return endpoint.hasMethodAnnotation(Kept.class);
    }

    /// Looks at an answer before it is bytes: what goes on is not kept.
    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter endpoint,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (isOngoing(body) && request instanceof ServletServerHttpRequest http) {
            http.getServletRequest().removeAttribute(KEY);
        }
        return body;
    }

    private static boolean isOngoing(@Nullable Object body) {
        return switch (body) {
            case Ongoing one -> one.ongoing();
            case Page<?> page -> page.items().stream().anyMatch(KeptGate::isOngoing);
            case null, default -> false;
        };
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        ContentCachingResponseWrapper held =
                WebUtils.getNativeResponse(response, ContentCachingResponseWrapper.class);
        if (request.getAttribute(KEY) instanceof KeptResponses.Key key
                && failure == null
                && held != null
                && held.getStatus() == HttpServletResponse.SC_OK) {
            byte[] body = held.getContentAsByteArray();
            String tag = "W/\"" + DigestUtils.md5DigestAsHex(body) + '"';
            response.setHeader(HttpHeaders.ETAG, tag);
            kept.keep(key, new KeptResponses.Response(body, held.getContentType(), tag));
        }
    }
}
