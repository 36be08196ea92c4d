package io.robotrader.engine.ibkr.sim;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The socket of one client. One thread reads and one writes, so that the thread that owns the exchange never waits for
 * either; a client that does not read what it is sent is cut off once too much of it lies here.
 */
final class Connection implements ClientSession.Outlet {

    static final int MOST_UNSENT = 4 << 20;
    private static final int CHUNK = 1 << 16;
    private static final int CHUNKS = 4;
    private static final int LINGER_MILLIS = 1_000;

    private final Socket socket;
    private final Deque<byte[]> unsent = new ArrayDeque<>(); // guarded by itself
    private final Semaphore room = new Semaphore(CHUNKS);
    private int unsentBytes; // guarded by unsent
    private boolean closing; // guarded by unsent

    Connection(Socket socket) {
        this.socket = socket;
    }

    @Override
    public void write(byte[] bytes) {
        boolean tooMuch;
        synchronized (unsent) {
            if (closing) {
                return;
            }
            unsent.add(bytes);
            unsentBytes += bytes.length;
            tooMuch = unsentBytes > MOST_UNSENT;
            unsent.notifyAll();
        }
        if (tooMuch) {
            abort();
        }
    }

    @Override
    public void close() {
        synchronized (unsent) {
            closing = true;
            unsent.notifyAll();
        }
    }

    /** Closes at once; what is unsent is lost. */
    void abort() {
        close();
        synchronized (unsent) {
            unsent.clear();
            unsentBytes = 0;
        }
        try {
            socket.close();
        } catch (IOException e) {
            return; // it is gone either way
        }
    }

    /** Reads until the client is gone, or has nothing to say any more. */
    void read(Consumer<Received> to) {
        byte[] chunk = new byte[CHUNK];
        try (socket) {
            InputStream in = socket.getInputStream();
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                room.acquire();
                to.accept(new Received(Arrays.copyOf(chunk, length), room));
            }
        } catch (IOException e) {
            return; // a client may go as it likes
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Some bytes; whoever has worked them off says so, and until then only a few more are read. */
    static final class Received {
        private final byte[] bytes;
        private final Semaphore room;

        private Received(byte[] bytes, Semaphore room) {
            this.bytes = bytes;
            this.room = room;
        }

        byte[] bytes() {
            return bytes;
        }

        void done() {
            room.release();
        }
    }

    void writeAll() {
        try {
            for (byte[] next = next(); next != null; next = next()) {
                socket.getOutputStream().write(next);
                synchronized (unsent) {
                    unsentBytes = Math.max(0, unsentBytes - next.length);
                }
            }
            // Reading goes on for a moment: with unread bytes left, the last words would be lost with the connection.
            socket.setSoTimeout(LINGER_MILLIS);
            socket.shutdownOutput();
        } catch (IOException e) {
            abort();
        }
    }

    private byte @Nullable [] next() {
        synchronized (unsent) {
            while (unsent.isEmpty() && !closing) {
                try {
                    unsent.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return null;
                }
            }
            return unsent.poll();
        }
    }
}
