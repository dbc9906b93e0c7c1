package dev.recon.server.permission;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Rows;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who acts when something goes on by itself: the person who switched it on, as long as they might
/// do it themselves.
@Component
public record SwitchedOn(JdbcClient db) {
    /// The person with those of the permissions that they have now; who is disabled has none.
    public Actor actor(UUID workspaceId, Person by, Set<Permission> wanted) {
        List<String> now =
                db.sql(
                                """
                                SELECT unnest(permissions) AS permission FROM person_sight
                                WHERE workspace_id = :workspaceId AND id = :id
                                    AND status = 'active'
                                """)
                        .param("workspaceId", workspaceId)
                        .param("id", by.id())
                        .query((row, _) -> Rows.text(row, "permission"))
                        .list();
        return new Actor(
                workspaceId,
                by,
                wanted.stream()
                        .filter(each -> now.contains(each.word()))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
