package io.robotrader.risk.halt;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The built-in stores, each for one switch. */
public final class HaltStores {

    private HaltStores() {}

    /**
     * A text file of properties, for one process at a time, that is replaced in one step: a reader finds the old one or
     * the new one. It survives the end of the process; a loss of power as far as the file system keeps a renaming.
     *
     * <p>No file is no halt. A file that cannot be read or is not complete, or a directory that is not there (a volume
     * that was not mounted, perhaps), is an error, which the switch answers with a halt.
     *
     * @param file where it is; its directory must exist. Next to it a file with {@code .tmp} at the end comes and goes
     * @return the store
     */
    public static HaltStore inFile(Path file) {
        return new FileHaltStore(file.toAbsolutePath());
    }

    /** {@return a store that forgets at the end of the process: a restart lifts every halt} */
    public static HaltStore inMemory() {
        return new HaltStore() {

            private @Nullable Halt halt;

            @Override
            public synchronized Optional<Halt> load() {
                return Optional.ofNullable(halt);
            }

            @Override
            public synchronized void save(Halt inForce) {
                halt = inForce;
            }

            @Override
            public synchronized void clear(HaltReset reset) {
                halt = null;
            }
        };
    }
}
