/**
 * What goes over the socket between a client and Interactive Brokers' TWS or Gateway: frames, and the messages in them.
 * No sockets and no threads.
 *
 * <p>Open {@link io.robotrader.engine.ibkr.wire.WireCodec} first. Bytes from a socket go into a {@link
 * io.robotrader.engine.ibkr.wire.FrameDecoder}, which gives {@link io.robotrader.engine.ibkr.wire.Frame frames}; the
 * codec makes {@link io.robotrader.engine.ibkr.wire.ServerMessage} or {@link
 * io.robotrader.engine.ibkr.wire.ClientMessage} of them, and writes both into a {@link
 * io.robotrader.engine.ibkr.wire.FrameBuffer}. Before there is a codec, the two sides agree on a server version by
 * {@link io.robotrader.engine.ibkr.wire.Hello} and {@link io.robotrader.engine.ibkr.wire.HelloReply}.
 *
 * <p>The messages stand in files by topic, one sealed interface each, for example {@link
 * io.robotrader.engine.ibkr.wire.TickMessage} or {@link io.robotrader.engine.ibkr.wire.AccountRequest}. Every message
 * says its fields once, in {@link io.robotrader.engine.ibkr.wire.WireMessage#layout}: that one list of fields, walked by
 * a reader, decodes, and walked by a writer, encodes. So the two cannot disagree.
 *
 * <p>An order has some hundred fields of which this library means fewer than thirty. Those are typed; the others are
 * kept, as they were spelled, in {@link io.robotrader.engine.ibkr.wire.Extras}, so that nothing is lost when a message
 * is written again.
 */
@NullMarked
package io.robotrader.engine.ibkr.wire;

import org.jspecify.annotations.NullMarked;
