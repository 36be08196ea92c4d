package io.robotrader.examples.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands between a client and a gateway, hands on what they say, and writes it down. */
final class TwsRelay implements AutoCloseable {

    private final ServerSocket door;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream answered = new ByteArrayOutputStream();

    TwsRelay(int gatewayPort) throws IOException {
        door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        start(() -> {
            try (Socket client = door.accept();
                    Socket gateway = new Socket(InetAddress.getLoopbackAddress(), gatewayPort)) {
                start(() -> handOn(client, gateway, said));
                handOn(gateway, client, answered);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static void start(Runnable body) {
        Thread thread = new Thread(body, "tws-bench");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    private static void handOn(Socket from, Socket to, ByteArrayOutputStream record) {
        byte[] chunk = new byte[1 << 16];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                synchronized (record) {
                    record.write(chunk, 0, length);
                }
                out.write(chunk, 0, length);
            }
        } catch (IOException e) {
            return; // one of them has gone, which is the end of it
        }
    }

    /** What the client has said since this was asked before. */
    byte[] said() {
        return taken(said);
    }

    /** What the gateway has answered since this was asked before. */
    byte[] answered() {
        return taken(answered);
    }

    private static byte[] taken(ByteArrayOutputStream record) {
        synchronized (record) {
            byte[] bytes = record.toByteArray();
            record.reset();
            return bytes;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
