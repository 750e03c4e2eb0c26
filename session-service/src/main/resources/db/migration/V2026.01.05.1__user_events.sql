-- Number of the last event that each user was told.
create table user_event_numbers (
    uid text   primary key,
    seq bigint not null
);
