-- As the version before key_rotation left it, ten days ago: in clear, the only one, in use.
insert into signing_keys (kid, private_jwk, created_at, active)
values (
    '9PqDIzOTBVrIi0haCbeyn5CIH6hLnEEU1ds-U3rJyPU',
    '{"kty":"EC","kid":"9PqDIzOTBVrIi0haCbeyn5CIH6hLnEEU1ds-U3rJyPU","use":"sig","alg":"ES256","x":"1T3biyU8doRyOo8rxF6hYms-xsqqIxpge-jv_uqUm8Q","y":"04iI21RXn3dy7L4MfqOufOYakCY4wlni2a3YkulM56A","crv":"P-256","d":"y7ylkmxe6vJEr9JwsV0f3VCk7mGFlYgcTfOB6oqRyMM"}',
    now() - interval '10 days',
    true
);
