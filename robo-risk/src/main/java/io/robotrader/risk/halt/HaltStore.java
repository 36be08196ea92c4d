package io.robotrader.risk.halt;

import java.io.IOException;
import java.util.Optional;

/**
 * Keeps the halt in force where a restart finds it. {@link HaltStores} has two.
 *
 * <p>The switch calls one method at a time, under its lock: a store must not wait for other threads. Only {@link #load}
 * may be called from the constructing thread before that. A store may throw unchecked exceptions too.
 */
public interface HaltStore {

    /**
     * {@return the halt that was in force, empty if none was}
     *
     * @throws IOException if it cannot be told; the switch then assumes the worst
     */
    Optional<Halt> load() throws IOException;

    /**
     * Keeps a halt in place of the one before. It is in force already.
     *
     * @param halt the halt
     * @throws IOException if it could not be kept; it stays in force nevertheless
     */
    void save(Halt halt) throws IOException;

    /**
     * Forgets the halt and keeps who lifted it. It is still in force until this returns.
     *
     * @param reset who and why
     * @throws IOException if it could not be kept; the halt then stays in force
     */
    void clear(HaltReset reset) throws IOException;
}
