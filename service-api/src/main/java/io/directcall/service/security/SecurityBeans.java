package io.directcall.service.security;

import io.directcall.service.ServiceConfig;
import io.directcall.service.apikey.PublishedApiKeys;
import io.directcall.service.auth.AuthTokens;
import io.directcall.service.auth.AuthTokensLifecycle;
import io.directcall.service.keys.SigningKeys;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes beans of the plain classes. */
@Singleton
class SecurityBeans {
    @Produces
    @Singleton
    CallTokenVerifier callTokenVerifier(SigningKeys keys, ServiceConfig config) {
        return new CallTokenVerifier(keys, config.issuer());
    }

    @Produces
    @Singleton
    @IfBuildProperty(name = AuthTokensLifecycle.SWITCH, stringValue = "true")
    UserVerifier userVerifier(AuthTokens authTokens, ApiKeys apiKeys) {
        return new UserVerifier(authTokens, apiKeys);
    }

    @Produces
    @Singleton
    ApiKeys apiKeys(ServiceConfig config, PublishedApiKeys published) {
        return new ApiKeys(
                config.apiKeys().orElse(List.of()), config.authOnlyApiKeys().orElse(List.of()), published);
    }
}
