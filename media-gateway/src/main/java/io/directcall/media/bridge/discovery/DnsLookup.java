package io.directcall.media.bridge.discovery;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DnsRawRecord;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.resolver.HostsFileEntriesResolver;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.NoopDnsCache;
import io.netty.resolver.dns.NoopDnsCnameCache;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The addresses of a name, such as of a headless service of Kubernetes: one for each of its pods that is ready. Asks over TCP when an
 * answer is cut off, because the bridges that are missing in it would count as withdrawn. Remembers nothing between two questions. Owns a
 * thread.
 */
public final class DnsLookup implements BridgeLookup, AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int LARGEST_DATAGRAM = 4096;

    private final EventLoopGroup thread = new NioEventLoopGroup(1, new DefaultThreadFactory("bridge-discovery", true));
    private final DnsNameResolver resolver;
    private final String name;
    private final int port;
    /** Of the bridges' addresses, null before any was seen. A pod may have one of each, and is not to change between two names. */
    private volatile DnsRecordType family;

    /**
     * @param name complete, no search domain is tried
     * @param port of the bridges' REST interfaces
     * @param server to ask, empty for the system's
     */
    public DnsLookup(String name, int port, Optional<InetSocketAddress> server) {
        this.name = name;
        this.port = port;
        var builder = new DnsNameResolverBuilder(thread.next())
                .datagramChannelType(NioDatagramChannel.class)
                .socketChannelType(NioSocketChannel.class)
                .maxPayloadSize(LARGEST_DATAGRAM)
                .queryTimeoutMillis(TIMEOUT.toMillis())
                .resolveCache(NoopDnsCache.INSTANCE)
                .cnameCache(NoopDnsCnameCache.INSTANCE)
                .hostsFileEntriesResolver((HostsFileEntriesResolver) (host, types) -> null);
        server.ifPresent(address -> builder.nameServerProvider(new SingletonDnsServerAddressStreamProvider(address)));
        this.resolver = builder.build();
    }

    @Override
    public Uni<Set<String>> urls() {
        DnsRecordType known = family;
        return known == null
                ? ask(DnsRecordType.A).onFailure().recoverWithUni(none -> ask(DnsRecordType.AAAA))
                : ask(known);
    }

    private Uni<Set<String>> ask(DnsRecordType type) {
        return Uni.createFrom()
                .<List<DnsRecord>>emitter(result -> resolver.resolveAll(new DefaultDnsQuestion(name, type))
                        .addListener(done -> {
                            if (done.isSuccess()) {
                                result.complete(cast(done.getNow()));
                            } else {
                                result.fail(done.cause());
                            }
                        }))
                .map(records -> read(records, type))
                .invoke(urls -> family = urls.isEmpty() ? family : type);
    }

    @SuppressWarnings("unchecked")
    private static List<DnsRecord> cast(Object records) {
        return (List<DnsRecord>) records;
    }

    private Set<String> read(List<DnsRecord> records, DnsRecordType type) {
        try {
            Set<String> urls = new LinkedHashSet<>();
            for (DnsRecord dnsRecord : records) {
                if (dnsRecord instanceof DnsRawRecord raw && raw.type().equals(type)) {
                    urls.add(url(raw));
                }
            }
            return urls;
        } finally {
            records.forEach(ReferenceCountUtil::release);
        }
    }

    private String url(DnsRawRecord address) {
        byte[] bytes = new byte[address.content().readableBytes()];
        address.content().getBytes(address.content().readerIndex(), bytes);
        try {
            String host = InetAddress.getByAddress(bytes).getHostAddress();
            return "http://" + (bytes.length == 4 ? host : "[" + host + "]") + ":" + port;
        } catch (UnknownHostException badLength) {
            throw new IllegalArgumentException("an address of " + bytes.length + " bytes", badLength);
        }
    }

    @Override
    public void close() {
        resolver.close();
        var unused = thread.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
