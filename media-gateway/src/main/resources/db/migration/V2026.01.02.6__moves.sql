-- Time of the newest move that an operator asked for: the request may be delivered again.
alter table conference add column move_requested_at timestamptz;
