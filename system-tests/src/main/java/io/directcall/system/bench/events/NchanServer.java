package io.directcall.system.bench.events;

import io.directcall.suite.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** nginx with nchan, started for the benchmark with a configuration of its own and ended with it. */
final class NchanServer implements AutoCloseable {
    private static final Path MODULE = Path.of("/usr/lib/nginx/modules/ngx_nchan_module.so");
    private final Process process;
    private final int port;

    private NchanServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param folder for its files */
    static NchanServer start(Path folder) {
        if (!Files.exists(MODULE)) {
            throw new IllegalStateException("nchan is not installed: apt-get install nginx libnginx-mod-nchan");
        }
        int port = new Ports().free();
        try {
            Files.createDirectories(folder);
            Path configuration = folder.resolve("nginx.conf");
            Path absolute = folder.toAbsolutePath();
            Files.writeString(configuration, configuration(absolute, port));
            Process process = new ProcessBuilder(
                            "nginx",
                            "-p",
                            absolute.toString(),
                            "-c",
                            configuration.toAbsolutePath().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("nginx.log").toFile())
                    .start();
            return new NchanServer(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Messages are kept as long as a case lasts, as events-service keeps its events; access logs are off at both. */
    private static String configuration(Path folder, int port) {
        return String.format(Locale.ROOT, """
                daemon off;
                user root;
                worker_processes auto;
                worker_rlimit_nofile 20000;
                load_module %s;
                pid %s/nginx.pid;
                error_log stderr error;
                events { worker_connections 20000; }
                http {
                  access_log off;
                  client_body_temp_path %s/body;
                  nchan_shared_memory_size 512m;
                  server {
                    listen 127.0.0.1:%d backlog=4096;
                    location ~ /sub/(.+)$ {
                      nchan_subscriber eventsource;
                      nchan_channel_id $1;
                    }
                    location ~ /pub/(.+)$ {
                      nchan_publisher;
                      nchan_channel_id $1;
                      nchan_message_buffer_length 20000;
                      nchan_message_timeout 10m;
                    }
                  }
                }
                """, MODULE, folder, folder, port);
    }

    Hub hub() {
        String base = "http://127.0.0.1:" + port;
        return new HttpHub("nchan", base + "/sub/{channel}", base + "/pub/{channel}", OptionalLong.of(process.pid()));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
