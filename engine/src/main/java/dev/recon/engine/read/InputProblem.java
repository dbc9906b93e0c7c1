package dev.recon.engine.read;

/// Thrown when the caller gave something that cannot be worked with; caught once, at the top.
public final class InputProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public InputProblem(Problem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
