package io.directcall.bridge.dtls;

import java.io.IOException;
import java.util.Hashtable;
import java.util.stream.Stream;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DatagramTransport;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;

/** The browser's side of a handshake. */
public final class DtlsTestClient extends DefaultTlsClient {
    private final BridgeIdentity identity;
    private final int[] profiles;
    private SrtpKeys keys;

    @SuppressWarnings("rawtypes") // as Bouncy Castle hands it out
    private Hashtable serverExtensions;

    private DtlsTestClient(BridgeIdentity identity, SrtpProfile... profiles) {
        super(identity.crypto());
        this.identity = identity;
        this.profiles = Stream.of(profiles).mapToInt(SrtpProfile::id).toArray();
    }

    /** Shakes hands and gives the keys. */
    public static SrtpKeys connect(DatagramTransport transport, BridgeIdentity identity, SrtpProfile... profiles)
            throws IOException {
        DtlsTestClient client = new DtlsTestClient(identity, profiles);
        new DTLSClientProtocol().connect(client, transport);
        return client.keys;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return ProtocolVersion.DTLSv12.only();
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // the signature is Bouncy Castle's
    public Hashtable getClientExtensions() throws IOException {
        Hashtable extensions = TlsExtensionsUtils.ensureExtensionsInitialised(super.getClientExtensions());
        if (profiles.length > 0) {
            TlsSRTPUtils.addUseSRTPExtension(extensions, new UseSRTPData(profiles, TlsUtils.EMPTY_BYTES));
        }
        return extensions;
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate certificate) {}

            @Override
            public TlsCredentials getClientCredentials(CertificateRequest request) {
                return new BcDefaultTlsCredentialedSigner(
                        new TlsCryptoParameters(context),
                        identity.crypto(),
                        identity.key(),
                        identity.chain(),
                        new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
            }
        };
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        int chosen = TlsSRTPUtils.getUseSRTPExtension(serverExtensions).getProtectionProfiles()[0];
        SrtpProfile profile = SrtpProfile.choose(new int[] {chosen}).orElseThrow();
        keys = new SrtpKeys(
                profile, context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, SrtpKeys.materialLength(profile)));
    }

    @Override
    @SuppressWarnings("rawtypes") // the signature is Bouncy Castle's
    public void processServerExtensions(Hashtable extensions) throws IOException {
        super.processServerExtensions(extensions);
        serverExtensions = extensions;
    }
}
