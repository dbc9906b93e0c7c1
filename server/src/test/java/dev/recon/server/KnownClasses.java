package dev.recon.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.type.classreading.MetadataReader;

/// What one server of this JVM read in its class files, the next one need not read again: that is a
/// third of its start. `META-INF/spring.factories` names it.
public final class KnownClasses
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Map<Resource, MetadataReader> READ = new ConcurrentHashMap<>();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<Resource, MetadataReader> known =
                ((DefaultResourceLoader) context).getResourceCache(MetadataReader.class);
        known.putAll(READ);
        context.addBeanFactoryPostProcessor(_ -> READ.putAll(known));
    }
}
