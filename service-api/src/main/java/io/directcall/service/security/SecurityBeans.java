package io.directcall.service.security;

import io.directcall.service.ServiceConfig;
import io.directcall.service.apikey.PublishedApiKeys;
import io.directcall.service.auth.AuthTokens;
import io.directcall.service.keys.SigningKeys;
import io.directcall.service.oidc.IdentityTokens;
import io.directcall.service.revocation.Revocations;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** Makes beans of the plain classes. */
@Singleton
class SecurityBeans {
    @Produces
    @Singleton
    CallTokenVerifier callTokenVerifier(SigningKeys keys, Revocations revocations, ServiceConfig config) {
        return new CallTokenVerifier(keys, revocations, config.issuer(), InstantSource.system());
    }

    /** At once, because what it needs is fetched from elsewhere and its configuration may be wrong. */
    @Produces
    @Startup
    @Singleton
    @IfBuildProperty(name = AuthTokens.SWITCH, stringValue = "true")
    UserVerifier userVerifier(AuthTokens authTokens, IdentityTokens identityTokens, ApiKeys apiKeys) {
        return new UserVerifier(authTokens, identityTokens, apiKeys);
    }

    @Produces
    @Singleton
    ApiKeys apiKeys(ServiceConfig config, PublishedApiKeys published) {
        return new ApiKeys(
                config.apiKeys().orElse(List.of()), config.authOnlyApiKeys().orElse(List.of()), published);
    }
}
