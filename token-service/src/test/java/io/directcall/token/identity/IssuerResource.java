package io.directcall.token.identity;

import io.directcall.service.test.TestIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** An identity provider that the service under test trusts. Its key travels as configuration, because classes are loaded twice. */
public final class IssuerResource implements QuarkusTestResourceLifecycleManager {
    static final String KEY = "test.issuer-key";

    private TestIssuer issuer;

    @Override
    public Map<String, String> start() {
        issuer = TestIssuer.start();
        return Map.of(
                "directcall.oidc.issuer",
                issuer.url(),
                "directcall.oidc.audience",
                TestIssuer.AUDIENCE,
                KEY,
                issuer.signingKey());
    }

    @Override
    public void stop() {
        issuer.close();
    }
}
