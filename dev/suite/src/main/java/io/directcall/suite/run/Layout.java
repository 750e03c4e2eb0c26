package io.directcall.suite.run;

import io.directcall.suite.part.PartFiles;
import io.directcall.suite.process.Marker;
import java.nio.file.Path;

/**
 * Where things lie.
 *
 * @param checkout the project's folder
 * @param stateDir what one run keeps: state file, logs, databases
 */
public record Layout(Path checkout, Path stateDir) {

    /** Both as absolute paths, because processes carry them in their environment. */
    public Layout {
        checkout = checkout.toAbsolutePath().normalize();
        stateDir = stateDir.toAbsolutePath().normalize();
    }

    /** What runs now. */
    public Path runFile() {
        return stateDir.resolve("run.json");
    }

    /** Locked by the launcher as long as it lives. */
    public Path lockFile() {
        return stateDir.resolve("lock");
    }

    /** PostgreSQL's and Kafka's data. */
    public Path dataDir() {
        return stateDir.resolve("data");
    }

    /** The folder of all logs. */
    public Path logs() {
        return stateDir.resolve("logs");
    }

    /** The output of one part. */
    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    /** A part's files. */
    public PartFiles files(String part) {
        return new PartFiles(log(part), stateDir.resolve("stop").resolve(part));
    }

    /** What tells the processes of this run from all others. */
    public Marker marker() {
        return new Marker(stateDir);
    }

    /** The launcher itself. */
    public Path suiteJar() {
        return checkout.resolve("dev/suite/target/suite.jar");
    }

    /** PostgreSQL and Kafka. */
    public Path infraJar() {
        return checkout.resolve("dev/infra/target/infra.jar");
    }

    /** The development bridge. */
    public Path bridgeJar() {
        return checkout.resolve("dev/bridge/target/bridge.jar");
    }

    /** A service as Quarkus packages it. */
    public Path serviceJar(String service) {
        return checkout.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** The built web SDK and its demo page. */
    public Path webSdk() {
        return checkout.resolve("web-sdk/dist");
    }
}
