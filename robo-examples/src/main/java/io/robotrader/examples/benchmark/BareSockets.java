package io.robotrader.examples.benchmark;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** What loopback itself takes: bytes that are dropped where they arrive, and bytes that are answered by other bytes. */
final class BareSockets implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final Socket near;
    private final Socket far;

    BareSockets() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            near = new Socket(InetAddress.getLoopbackAddress(), door.getLocalPort());
            far = door.accept();
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
        }
    }

    /** Nanoseconds until all of the bytes, written by another thread so many times, have arrived. */
    long pump(byte[] bytes, int times) throws IOException {
        long start = System.nanoTime();
        TwsRelay.start(() -> {
            try {
                for (int i = 0; i < times; i++) {
                    far.getOutputStream().write(bytes);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        byte[] chunk = new byte[CHUNK];
        for (long left = (long) bytes.length * times; left > 0; ) {
            left -= near.getInputStream().read(chunk, 0, (int) Math.min(left, CHUNK));
        }
        return System.nanoTime() - start;
    }

    /** Has another thread answer from now on, each request by the same bytes. */
    void answer(byte[] request, byte[] answer) {
        TwsRelay.start(() -> {
            byte[] read = new byte[request.length];
            try {
                DataInputStream in = new DataInputStream(far.getInputStream());
                while (true) {
                    in.readFully(read);
                    far.getOutputStream().write(answer);
                }
            } catch (IOException e) {
                return; // closed
            }
        });
    }

    /** Nanoseconds until a request has been answered. */
    long echo(byte[] request, byte[] answer) throws IOException {
        long start = System.nanoTime();
        near.getOutputStream().write(request);
        near.getInputStream().readNBytes(answer, 0, answer.length);
        return System.nanoTime() - start;
    }

    @Override
    public void close() throws IOException {
        near.close();
        far.close();
    }
}
