package io.robotrader.engine.ibkr;

import java.nio.file.Path;

/**
 * Remembers which order ids were used, so that none is used twice: not after a restart, and not when the gateway's own
 * memory goes back. One store belongs to one client id at one gateway. Need not be thread-safe.
 */
public interface OrderIdStore {

    /** {@return the highest id that may have been used, 0 if none was} */
    int highest();

    /**
     * Remembers, before they are used, that ids are used. When this returns it must not be forgotten any more.
     *
     * @param id the highest of them, higher than {@link #highest}
     */
    void reserve(int id);

    /** {@return a store that forgets when the process ends; enough for who only reads, and for tests} */
    static OrderIdStore inMemory() {
        return new OrderIdStore() {
            private int highest;

            @Override
            public int highest() {
                return highest;
            }

            @Override
            public void reserve(int id) {
                highest = Math.max(highest, id);
            }
        };
    }

    /**
     * {@return a store in a file}
     *
     * @param file the file; it is made when the first id is used. Its directory must be there. Beside it a file that ends in
     *     {@code .lock} is made at once, and stays locked until the process ends
     * @throws IllegalStateException if the file is there and holds anything but a number, or if another process uses it
     * @throws java.io.UncheckedIOException if it cannot be read. {@link #reserve} throws it too, if it cannot be written or
     *     if something else has written it since, such as a later store of this process
     */
    static OrderIdStore inFile(Path file) {
        return new FileOrderIdStore(file);
    }
}
