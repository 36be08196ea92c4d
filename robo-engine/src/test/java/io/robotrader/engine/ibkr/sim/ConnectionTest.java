package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With whom the simulator bears, and for how long: a client on the far side of a real socket. */
class ConnectionTest {

    private static final int LONG = 60_000;
    private static final int SHORT = 50;
    private static final int MEGABYTE = 1 << 20;
    private static final int MOST = 64 * MEGABYTE;

    /** More than the buffers of a socket take. */
    private static final int MUCH = 32 * MEGABYTE;

    private final AtomicInteger heard = new AtomicInteger();
    private SocketChannel client;
    private Connection connection;
    private Thread reader;
    private Thread writer;

    private void connect(Connection.Patience patience, boolean known) throws IOException {
        try (ServerSocketChannel door = ServerSocketChannel.open()) {
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            client = SocketChannel.open(door.getLocalAddress());
            connection = new Connection(door.accept(), patience);
        }
        reader = new Thread(() -> connection.read(bytes -> heard.addAndGet(bytes.length), () -> known));
        writer = new Thread(connection::writeAll);
        reader.start();
        writer.start();
    }

    @AfterEach
    void close() throws IOException {
        connection.abort();
        client.close();
    }

    private void say(int bytes) {
        for (int i = 0; i < bytes; i += MEGABYTE) {
            connection.write(new byte[MEGABYTE]);
        }
    }

    /** Both threads end, and with them the socket. */
    private void isLetGo() throws InterruptedException {
        reader.join(LONG);
        writer.join(LONG);
        assertThat(reader.isAlive()).isFalse();
        assertThat(writer.isAlive()).isFalse();
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void who_takes_nothing_while_much_waits_is_cut_off() throws Exception {
        connect(new Connection.Patience(LONG, SHORT, LONG, 4 * MEGABYTE, MOST), true);

        say(MUCH);

        isLetGo();
    }

    @Test
    void who_takes_what_it_is_sent_stays_in_however_much_waits() throws Exception {
        connect(new Connection.Patience(LONG, LONG, LONG, 4 * MEGABYTE, MOST), true);
        say(MUCH);
        assertThat(connection.isOpen()).isTrue();

        ByteBuffer chunk = ByteBuffer.allocate(MEGABYTE);
        long taken = 0;
        while (taken < MUCH) {
            taken += client.read(chunk.clear());
        }

        assertThat(taken).isEqualTo(MUCH);
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void nobody_has_more_kept_than_the_most() throws Exception {
        connect(new Connection.Patience(LONG, LONG, LONG, MEGABYTE, 4 * MEGABYTE), true);

        say(MUCH);

        assertThat(connection.isOpen()).isFalse();
        isLetGo();
    }

    @Test
    void who_is_put_out_and_does_not_read_is_let_go() throws Exception {
        connect(new Connection.Patience(LONG, LONG, SHORT, 4 * MEGABYTE, MOST), true);
        say(MUCH);

        connection.close();

        isLetGo();
    }

    @Test
    void who_is_put_out_and_reads_hears_all_that_was_said() throws Exception {
        connect(new Connection.Patience(LONG, LONG, LONG, 4 * MEGABYTE, MOST), true);
        say(MUCH);
        connection.close();

        ByteBuffer chunk = ByteBuffer.allocate(MEGABYTE);
        long taken = 0;
        for (int length = 0; length >= 0; length = client.read(chunk.clear())) {
            taken += length;
        }

        assertThat(taken).isEqualTo(MUCH);
        client.close();
        isLetGo();
    }

    @Test
    void who_is_put_out_and_talks_on_is_not_heard_and_let_go() throws Exception {
        connect(new Connection.Patience(LONG, LONG, SHORT, 4 * MEGABYTE, MOST), true);
        connection.close();
        writer.join(LONG);

        assertThatThrownBy(() -> {
                    while (true) {
                        client.write(ByteBuffer.allocate(1_000));
                    }
                })
                .isInstanceOf(IOException.class);

        isLetGo();
        assertThat(heard.get()).isZero();
    }

    @Test
    void who_does_not_say_who_it_is_is_let_go() throws Exception {
        connect(new Connection.Patience(SHORT, LONG, LONG, 4 * MEGABYTE, MOST), false);

        assertThat(client.read(ByteBuffer.allocate(1))).isEqualTo(-1);

        isLetGo();
    }

    @Test
    void who_has_said_who_it_is_may_be_silent_and_is_heard_later() throws Exception {
        connect(new Connection.Patience(0, LONG, LONG, 4 * MEGABYTE, MOST), true);

        client.write(ByteBuffer.allocate(7));
        client.shutdownOutput();
        isLetGo();

        assertThat(heard.get()).isEqualTo(7);
    }
}
