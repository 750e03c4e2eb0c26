package io.directcall.bridge.dtls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** Key and self-signed certificate of a bridge, made anew at each start: WebRTC trusts the signalled fingerprint only. */
public final class BridgeIdentity {
    private static final Duration VALIDITY = Duration.ofDays(30);

    private final BcTlsCrypto crypto = new BcTlsCrypto(new SecureRandom());
    private final AsymmetricKeyParameter key;
    private final Certificate chain;
    private final CertificateFingerprint fingerprint;

    private BridgeIdentity(AsymmetricKeyParameter key, byte[] certificate) throws IOException {
        this.key = key;
        this.chain = new Certificate(new TlsCertificate[] {new BcTlsCertificate(crypto, certificate)});
        this.fingerprint = CertificateFingerprint.of(certificate, "sha-256").orElseThrow();
    }

    public static BridgeIdentity create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new BridgeIdentity(
                    PrivateKeyFactory.createKey(pair.getPrivate().getEncoded()), certificate(pair));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("Cannot make a certificate", e);
        }
    }

    @SuppressWarnings("JavaUtilDate") // the builder of Bouncy Castle takes no other
    private static byte[] certificate(KeyPair pair) throws IOException, OperatorCreationException {
        X500Name name = new X500Name("CN=Direct Call development bridge");
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.valueOf(now.toEpochMilli()),
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(VALIDITY)),
                        name,
                        pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                .getEncoded();
    }

    public CertificateFingerprint fingerprint() {
        return fingerprint;
    }

    public BcTlsCrypto crypto() {
        return crypto;
    }

    public AsymmetricKeyParameter key() {
        return key;
    }

    public Certificate chain() {
        return chain;
    }
}
