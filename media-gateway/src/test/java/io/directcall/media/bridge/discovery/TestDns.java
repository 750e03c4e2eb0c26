package io.directcall.media.bridge.discovery;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.dns.DatagramDnsQuery;
import io.netty.handler.codec.dns.DatagramDnsQueryDecoder;
import io.netty.handler.codec.dns.DatagramDnsResponse;
import io.netty.handler.codec.dns.DatagramDnsResponseEncoder;
import io.netty.handler.codec.dns.DefaultDnsRawRecord;
import io.netty.handler.codec.dns.DefaultDnsResponse;
import io.netty.handler.codec.dns.DnsQuery;
import io.netty.handler.codec.dns.DnsQuestion;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponse;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.handler.codec.dns.DnsSection;
import io.netty.handler.codec.dns.TcpDnsQueryDecoder;
import io.netty.handler.codec.dns.TcpDnsResponseEncoder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A DNS server that knows one name, over UDP and TCP of the same port, and misbehaves when told to. */
final class TestDns implements AutoCloseable {
    /** How it answers. */
    enum Behaviour {
        WELL,
        SILENT,
        SERVER_FAILURE,
        NO_SUCH_NAME,
        CUTS_DATAGRAMS_OFF
    }

    private final NioEventLoopGroup threads = new NioEventLoopGroup(1);
    private final InetSocketAddress address;
    private volatile Behaviour behaviour = Behaviour.WELL;
    private volatile List<String> addresses = List.of();
    private final AtomicInteger questions = new AtomicInteger();

    TestDns() {
        InetSocketAddress bound = null;
        while (bound == null) {
            bound = bind();
        }
        address = bound;
    }

    /** @return null when the port that is free for TCP is not free for UDP */
    private InetSocketAddress bind() {
        Channel streams = new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new TcpDnsQueryDecoder(), new TcpDnsResponseEncoder(), new Streams());
                    }
                })
                .bind("127.0.0.1", 0)
                .syncUninterruptibly()
                .channel();
        var port = (InetSocketAddress) streams.localAddress();
        boolean both = new Bootstrap()
                .group(threads)
                .channel(NioDatagramChannel.class)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(
                                        new DatagramDnsQueryDecoder(),
                                        new DatagramDnsResponseEncoder(),
                                        new Datagrams());
                    }
                })
                .bind(port)
                .awaitUninterruptibly()
                .isSuccess();
        if (!both) {
            streams.close().awaitUninterruptibly();
        }
        return both ? port : null;
    }

    InetSocketAddress address() {
        return address;
    }

    void behave(Behaviour next) {
        behaviour = next;
    }

    /** IPv4 and IPv6 addresses of the name. */
    void resolveTo(List<String> next) {
        addresses = List.copyOf(next);
    }

    int questions() {
        return questions.get();
    }

    private final class Datagrams extends SimpleChannelInboundHandler<DatagramDnsQuery> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramDnsQuery query) {
            questions.incrementAndGet();
            if (behaviour != Behaviour.SILENT) {
                boolean cut = behaviour == Behaviour.CUTS_DATAGRAMS_OFF;
                var response = new DatagramDnsResponse(
                        /* sender= */ query.recipient(), /* recipient= */ query.sender(), query.id());
                answer(query, response, cut ? addresses.subList(0, 1) : addresses);
                var unused = context.writeAndFlush(response.setTruncated(cut));
            }
        }
    }

    private final class Streams extends SimpleChannelInboundHandler<DnsQuery> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, DnsQuery query) {
            var response = new DefaultDnsResponse(query.id());
            answer(query, response, addresses);
            var unused = context.writeAndFlush(response);
        }
    }

    private void answer(DnsQuery query, DnsResponse response, List<String> known) {
        DnsQuestion question = query.recordAt(DnsSection.QUESTION);
        response.addRecord(DnsSection.QUESTION, question);
        switch (behaviour) {
            case SERVER_FAILURE -> response.setCode(DnsResponseCode.SERVFAIL);
            case NO_SUCH_NAME -> response.setCode(DnsResponseCode.NXDOMAIN);
            case WELL, SILENT, CUTS_DATAGRAMS_OFF ->
                records(question, known).forEach(found -> response.addRecord(DnsSection.ANSWER, found));
        }
    }

    private static List<DefaultDnsRawRecord> records(DnsQuestion question, List<String> known) {
        List<DefaultDnsRawRecord> records = new ArrayList<>();
        for (String each : known) {
            byte[] bytes = bytes(each);
            DnsRecordType type = bytes.length == 4 ? DnsRecordType.A : DnsRecordType.AAAA;
            if (type.equals(question.type())) {
                records.add(new DefaultDnsRawRecord(question.name(), type, 5, Unpooled.wrappedBuffer(bytes)));
            }
        }
        return records;
    }

    private static byte[] bytes(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
