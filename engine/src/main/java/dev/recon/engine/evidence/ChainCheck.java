package dev.recon.engine.evidence;

import java.util.Optional;

/// Checks that events follow from each other, one after the other, and remembers the first that
/// does not.
public final class ChainCheck {
    private long number;
    private String hash;
    private boolean begun;
    private long seenNumber;
    private String seenHash = ChainEvent.START;
    private Optional<Fault> fault = Optional.empty();

    /// What is wrong first.
    ///
    /// @param number of the event
    /// @param found what is there
    /// @param expected what should be
    public record Fault(long number, String found, String expected) {
        /// The fault in one sentence.
        public String sentence() {
            return "Event " + number + ": found " + found + "; expected " + expected + ".";
        }
    }

    private ChainCheck(long number, String hash, boolean begun) {
        this.number = number;
        this.hash = hash;
        this.begun = begun;
    }

    /// A whole chain, from its first event.
    public static ChainCheck whole() {
        return new ChainCheck(0, ChainEvent.START, true);
    }

    /// A part of a chain: whatever comes first is taken as its start.
    public static ChainCheck part() {
        return new ChainCheck(0, ChainEvent.START, false);
    }

    /// An earlier head that must be in the chain.
    public void expect(long headNumber, String headHash) {
        seenNumber = headNumber;
        seenHash = headHash;
    }

    /// Checks the next event.
    public void add(ChainEvent event) {
        if (!begun) {
            begun = true;
            number = event.number() - 1;
            hash = event.previousHash();
        }
        long at = number + 1;
        if (event.number() != at) {
            wrong(at, "event number " + event.number(), "number " + at + ", without a gap");
        } else if (!event.previousHash().equals(hash)) {
            wrong(at, "previous hash " + event.previousHash(), hash + " of the event before");
        } else if (!event.hash().equals(event.hashAfter(hash))) {
            wrong(at, "hash " + event.hash(), event.hashAfter(hash) + " of what it says");
        }
        if (event.number() == seenNumber && !event.hash().equals(seenHash)) {
            wrong(seenNumber, "hash " + event.hash(), seenHash + ", which was the head before");
        }
        number = event.number();
        hash = event.hash();
    }

    /// Checks that the chain ends where its head says.
    public void end(long headNumber, String headHash) {
        if (headNumber != number) {
            wrong(number, "the last event", "event " + headNumber + ", as the head says");
        } else if (!headHash.equals(hash)) {
            wrong(number, "head hash " + headHash, hash + " of the last event");
        } else if (number < seenNumber) {
            wrong(number, "the last event", "event " + seenNumber + ", which was there before");
        }
    }

    /// The number of the last event, 0 before the first.
    public long number() {
        return number;
    }

    /// The hash of the last event.
    public String hash() {
        return hash;
    }

    /// The first thing that is wrong.
    public Optional<Fault> fault() {
        return fault;
    }

    void wrong(long at, String found, String expected) {
        if (fault.isEmpty()) {
            fault = Optional.of(new Fault(at, found, expected));
        }
    }
}
