create table counters (
    id      text   primary key,
    version bigint not null,
    seq     bigint not null
);
