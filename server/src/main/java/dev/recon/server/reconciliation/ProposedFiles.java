package dev.recon.server.reconciliation;

import dev.recon.engine.read.Choices;
import dev.recon.engine.read.InputProblem;
import dev.recon.server.file.FileTables;
import dev.recon.server.file.HeldFile;
import dev.recon.server.file.Opening;
import dev.recon.server.permission.Authorizer;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Permission;
import dev.recon.server.reconciliation.ProposalService.Looked;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Opens stored files that a proposal is asked for.
@Component
record ProposedFiles(Authorizer authorizer, FileTables files) {
    Looked open(Actor actor, UUID fileId, Choices choices) {
        authorizer.authorize(actor, Permission.READ_WORK);
        try {
            Opening file = files.open(actor.workspaceId(), fileId, choices);
            return new Looked(file.bytes(), file.dialect(), choices, file.bytes().size());
        } catch (InputProblem held) {
            throw HeldFile.problem(held.problem());
        }
    }
}
