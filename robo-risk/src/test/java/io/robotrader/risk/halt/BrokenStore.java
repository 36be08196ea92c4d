package io.robotrader.risk.halt;

import java.io.IOException;
import java.util.Optional;

/** Works until the test breaks it. */
final class BrokenStore implements HaltStore {

    volatile boolean broken;
    volatile Throwable failure = new IOException("disk full");
    volatile Halt kept;
    volatile HaltReset lastReset;
    int saves;

    BrokenStore broken() {
        broken = true;
        return this;
    }

    @Override
    public Optional<Halt> load() throws IOException {
        fail();
        return Optional.ofNullable(kept);
    }

    @Override
    public void save(Halt halt) throws IOException {
        saves++;
        fail();
        kept = halt;
    }

    @Override
    public void clear(HaltReset reset) throws IOException {
        fail();
        kept = null;
        lastReset = reset;
    }

    private void fail() throws IOException {
        if (!broken) {
            return;
        }
        if (failure instanceof IOException checked) {
            throw checked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
