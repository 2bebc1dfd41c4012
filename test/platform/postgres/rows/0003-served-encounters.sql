-- An encounter of each kind with the column of the migration 0003-served-encounters.
update recreation.encounter set served_at = started_at where id = (select min(id::text)::uuid from recreation.encounter);
