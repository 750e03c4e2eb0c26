package io.directcall.suite.edge;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds the files of the demo page and of the SDK. Nothing outside their two folders is ever found. */
final class StaticFiles {
    private static final String SDK = "/sdk/";
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("cjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("ts", "text/plain; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"));

    private final Path demo;
    private final Path sdk;

    StaticFiles(Path dist) {
        this.demo = dist.resolve("demo");
        this.sdk = dist;
    }

    /** The file for this raw path, which may stand for a folder with an index.html. */
    Optional<Path> find(String rawPath) {
        String path = decode(rawPath);
        return path.startsWith(SDK) ? within(sdk, path.substring(SDK.length())) : within(demo, path.substring(1));
    }

    static String contentType(Path file) {
        String name = file.getFileName().toString();
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    private static Optional<Path> within(Path folder, String relative) {
        if (relative.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Path file = folder.resolve(relative).normalize();
        if (Files.isDirectory(file)) {
            file = file.resolve("index.html");
        }
        return file.startsWith(folder) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    private static String decode(String rawPath) {
        try {
            return URLDecoder.decode(rawPath.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return rawPath;
        }
    }
}
