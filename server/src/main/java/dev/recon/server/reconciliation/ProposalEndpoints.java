package dev.recon.server.reconciliation;

import dev.recon.engine.read.Choices;
import dev.recon.engine.table.Side;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Problem;
import dev.recon.server.reconciliation.ProposalService.Wish;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Proposals over HTTP. They change nothing, so an `Idempotency-Key` has nothing to guard.
@RestController
record ProposalEndpoints(
        ProposalService service,
        YieldService yields,
        FieldPreviewService fields,
        ProposedFiles files,
        JsonMapper json) {
    /// The parts of a preview beside the two heads.
    record PreviewForm(
            @Nullable String leftName,
            @Nullable String rightName,
            @Nullable Long leftBytes,
            @Nullable Long rightBytes,
            @Nullable String answers,
            @Nullable String rules) {}

    @PostMapping(value = "/api/v1/previews", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ProposalView preview(
            Actor actor,
            @RequestParam MultipartFile left,
            @RequestParam MultipartFile right,
            PreviewForm form) {
        return service.propose(
                actor,
                Head.of(left, form.leftName, form.leftBytes),
                Head.of(right, form.rightName, form.rightBytes),
                new Wish(answers(form.answers), Optional.ofNullable(form.rules)));
    }

    @GetMapping("/api/v1/proposals")
    ProposalView get(Actor actor, @RequestParam UUID leftFile, @RequestParam UUID rightFile) {
        return service.propose(
                actor,
                files.open(actor, leftFile, Choices.NONE),
                files.open(actor, rightFile, Choices.NONE),
                Wish.NOTHING);
    }

    @PostMapping("/api/v1/proposals")
    ProposalView correct(Actor actor, @RequestBody NewProposal wanted) {
        return service.propose(
                actor,
                files.open(actor, wanted.leftFile(), wanted.choices(Side.LEFT)),
                files.open(actor, wanted.rightFile(), wanted.choices(Side.RIGHT)),
                wanted.wish());
    }

    @PostMapping("/api/v1/yields")
    Yields measure(Actor actor, @RequestBody NewYields wanted) {
        return yields.measure(actor, wanted);
    }

    @PostMapping("/api/v1/field-previews")
    FieldPreviewView preview(Actor actor, @RequestBody NewFieldPreview wanted) {
        return fields.preview(actor, wanted);
    }

    private Map<String, String> answers(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return Map.of();
        }
        try {
            return json.readValue(given, new TypeReference<Map<String, String>>() {});
        } catch (JacksonException _) {
            throw Problem.badRequest("answers must be a JSON object of texts.");
        }
    }
}
